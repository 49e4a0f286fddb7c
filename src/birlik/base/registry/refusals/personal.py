"""Why something about personal data is refused: each says what to do, in every language."""

from birlik.base.values.local_text import LocalText

UNKNOWN_PURPOSE = LocalText(
    kk="Келісім берілетін мақсатты тізімнен таңдаңыз.",
    ru="Выберите из списка цель, на которую дано согласие.",
    en="Choose from the list the purpose of the consent.",
)
DAY_TO_COME = LocalText(
    kk="Бұл күн әлі келген жоқ. Бүгінгі не бұрынғы күнді жазыңыз.",
    ru="Этот день еще не наступил. Укажите сегодня или более ранний день.",
    en="This day is still to come. Give today or an earlier day.",
)
CONSENT_STANDS = LocalText(
    kk="Осы мақсатқа берілген келісім бұрыннан күшінде. Жаңасын енгізу үшін алдымен оны қайтарып "
    "алғанын жазыңыз.",
    ru="Согласие на эту цель уже действует. Чтобы внести новое, сначала отметьте отзыв прежнего.",
    en="A consent for this purpose is in force already. To enter a new one, first record that the "
    "earlier one was withdrawn.",
)
WITHDRAWN_ALREADY = LocalText(
    kk="Бұл келісім қайтарып алынған.",
    ru="Это согласие уже отозвано.",
    en="This consent was withdrawn already.",
)
BEFORE_IT_WAS_GIVEN = LocalText(
    kk="Келісім бұл күні әлі берілмеген. Берілген күні не одан кейінгі күнді жазыңыз.",
    ru="В этот день согласия еще не было. Укажите день, когда оно дано, или более поздний.",
    en="The consent was not given yet on that day. Give the day on which it was, or a later one.",
)
CONSENT_NEEDED = LocalText(
    kk="Этностық тиесілігі адамның өз келісімі күшінде болғанда ғана сақталады. Алдымен келісімді "
    "енгізіңіз.",
    ru="Этническая принадлежность хранится только при действующем согласии лица. Сначала внесите "
    "согласие.",
    en="Ethnic affiliation is kept only while a consent of the person is in force. Enter the "
    "consent first.",
)
WORDS_NEEDED = LocalText(
    kk="Адам өзі қалай атаса, солай жазыңыз.",
    ru="Напишите так, как назвало само лицо.",
    en="Write it as the person named it.",
)
NOT_DECLARED = LocalText(
    kk="Этностық тиесілігі туралы жазба жоқ.",
    ru="Записи об этнической принадлежности нет.",
    en="No ethnic affiliation is kept.",
)
HOLDS_OFFICE = LocalText(
    kk="Адам қазір лауазымда немесе тағайындауы әлі басталмаған. Алдымен тағайындауын аяқтаңыз: "
    "лауазымдағы адамның деректерін сақтауға заң міндеттейді.",
    ru="Лицо сейчас в должности или его назначение еще не началось. Сначала завершите назначение: "
    "данные лица в должности закон обязывает хранить.",
    en="The person holds an office now, or is to. End the appointment first: the law obliges to "
    "keep the record of who is in office.",
)
ERASURE_CHANGED = LocalText(
    kk="Осы арада жазба өзгерді. Не жойылатынын қайта қарап, растаңыз.",
    ru="Запись тем временем изменилась. Посмотрите еще раз, что будет удалено, и подтвердите.",
    en="The record has changed meanwhile. Look again at what will be erased, and confirm.",
)
ONLY_INSTALLATION = LocalText(
    kk="Дербес деректерді жаңа құпиямен орнатуды жүргізуші ғана пәрменмен қайта шифрлайды.",
    ru="Перешифровать персональные данные новым секретом может только тот, кто ведет установку, "
    "командой.",
    en="Only whoever runs the installation encrypts personal data anew, by a command.",
)
