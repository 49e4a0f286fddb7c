"""Why an office cannot be founded, filled or left: each says what to do, in every language."""

from birlik.base.values.local_text import LocalText

NO_COMPOSITION = LocalText(
    kk="Бұл органның құрамы сіздің лауазымыңызға ашық емес. Өз аумағыңыздың органын таңдаңыз.",
    ru="Состав этой структуры вашей должности не открыт. Выберите структуру своей территории.",
    en="Your office does not see the composition of this body. Choose one of your own territory.",
)
NOT_YOUR_OFFICE = LocalText(
    kk="Бұл лауазымға тағайындауды оның аумағының хатшысы немесе тізілімді жүргізуші жүргізеді. "
    "Соған жүгініңіз.",
    ru="Назначения на эту должность ведет секретарь ее территории или ведущий реестр. Обратитесь "
    "к нему.",
    en="Appointments to this office are kept by the secretary of its territory or the keeper of "
    "the registry. Ask them.",
)
GIVES_POWERS = LocalText(
    kk="Бұл лауазым жүйеде өкілеттік береді, сондықтан оған тізілімді жүргізуші ғана тағайындайды. "
    "Бұйрықты соған жіберіңіз.",
    ru="Эта должность дает полномочия в системе, поэтому на нее назначает только ведущий реестр. "
    "Направьте ему приказ.",
    en="This office gives powers in the system, so only the keeper of the registry appoints to it. "
    "Send them the order.",
)
NO_SEATS = LocalText(
    kk="Анықтамалықта органның бұл түріне лауазымдар белгіленбеген. Оны жүргізушіге жүгініңіз.",
    ru="В справочнике для этого вида структур должности не заданы. Обратитесь к тому, кто его "
    "ведет.",
    en="The charter gives this kind of body no offices. Ask whoever keeps it.",
)
GROUND_NEEDED = LocalText(
    kk="Негізін жазыңыз: шешімнің не бұйрықтың түрі, күні және нөмірі.",
    ru="Укажите основание: вид, дату и номер решения или приказа.",
    en="Give the ground: the kind, date and number of the decision or order.",
)
TERM_BACKWARDS = LocalText(
    kk="Соңғы күн бірінші күннен бұрын тұр. Күндерді тексеріңіз.",
    ru="Последний день раньше первого. Проверьте даты.",
    en="The last day lies before the first. Check the dates.",
)
OUTSIDE_SEAT = LocalText(
    kk="Бұл күні орган немесе оның осы лауазымы болмаған. Бірінші күнді түзетіңіз.",
    ru="В этот день структуры или этой должности в ней не было. Исправьте первый день.",
    en="On that day the body, or this office in it, did not exist. Correct the first day.",
)
TERM_TOO_LONG = LocalText(
    kk="Бұл мерзім анықтамалықтағы өкілеттік мерзімінен ұзақ. Соңғы күнді қысқартыңыз немесе бос "
    "қалдырыңыз: ол өзі есептеледі.",
    ru="Это дольше срока полномочий по справочнику. Укажите более ранний последний день или "
    "оставьте его пустым: он будет вычислен.",
    en="This is longer than the term that the charter gives. Give an earlier last day, or leave it "
    "empty: it is computed.",
)
NO_SUCH_GROUP = LocalText(
    kk="Бұл лауазымның құрамында мұндай топ жоқ. Топты тізімнен таңдаңыз.",
    ru="Такой группы в составе по этой должности нет. Выберите группу из списка.",
    en="This office has no such group. Choose one from the list.",
)
PERSON_NEEDED = LocalText(
    kk="Адамды тізімнен таңдаңыз немесе жаңа адамның аты-жөнін жазыңыз, екеуін бірге емес.",
    ru="Выберите человека из списка или напишите имя нового, но не то и другое сразу.",
    en="Choose a person from the list, or write the name of a new one, not both.",
)
PERSON_UNKNOWN = LocalText(
    kk="Бұл адам сіздің аумағыңызда табылмады. Оны атымен іздеңіз немесе жаңадан енгізіңіз.",
    ru="Такого человека на вашей территории нет. Найдите его по имени или внесите заново.",
    en="There is no such person in your territory. Search by name, or enter the person anew.",
)
HOLDS_ALREADY = LocalText(
    kk="Бұл адам осы күндерде бұл лауазымда бар. Алдымен сол мерзімді аяқтаңыз.",
    ru="Этот человек в эти дни уже занимает эту должность. Сначала завершите тот срок.",
    en="This person holds this office on these days already. End that term first.",
)
SEATS_TAKEN = LocalText(
    kk="Осы күндерде бұл лауазымның барлық орны бос емес. Алдымен біреуінің мерзімін аяқтаңыз.",
    ru="В эти дни все места этой должности заняты. Сначала завершите чей-нибудь срок.",
    en="All seats of this office are taken on these days. End somebody's term first.",
)
QUOTA_FULL = LocalText(
    kk="Бұл топтың квотасы осы күндерде толған. Басқа топты таңдаңыз немесе біреуінің мерзімін "
    "аяқтаңыз.",
    ru="Квота этой группы в эти дни заполнена. Выберите другую группу или завершите чей-нибудь "
    "срок.",
    en="The quota of this group is full on these days. Choose another group, or end a term.",
)
NOT_TOGETHER = LocalText(
    kk="Бұл адам осы күндерде онымен қатар атқаруға болмайтын лауазымда. Алдымен сол мерзімді "
    "аяқтаңыз.",
    ru="В эти дни человек занимает должность, которую нельзя совмещать с этой. Сначала завершите "
    "тот срок.",
    en="On these days the person holds an office that must not be combined with this one. End that "
    "term first.",
)
BODY_UNKNOWN = LocalText(
    kk="Сіздің аумағыңызда мұндай атаулы орган жоқ не біреуден көп. Толық атауын жазыңыз.",
    ru="Структуры с таким названием на вашей территории нет или она не одна. Напишите полное "
    "название.",
    en="There is no body of this name in your territory, or more than one. Write the full name.",
)
NOT_BEGUN = LocalText(
    kk="Мерзім бұл күннен кейін ғана басталады. Кейінгі күнді жазыңыз; жазба қате болса, оны алып "
    "тастаңыз.",
    ru="Срок начинается только после этого дня. Укажите более поздний день; если запись ошибочна, "
    "удалите ее.",
    en="The term begins only after that day. Give a later one; if it was entered by mistake, "
    "strike it.",
)
ENDED_ALREADY = LocalText(
    kk="Бұл күні мерзім бұрыннан аяқталған. Ертерек күнді жазыңыз.",
    ru="К этому дню срок уже завершен. Укажите более ранний день.",
    en="The term is over by that day already. Give an earlier one.",
)
HANGS = LocalText(
    kk="Бұл тағайындауға басқа жазбалар сүйенеді: оны алып тастауға болмайды. Мерзімін аяқтаңыз.",
    ru="На это назначение опираются другие записи: удалить его нельзя. Завершите срок.",
    en="Other records hang on this appointment: it cannot be struck. End its term instead.",
)
STRUCK_WITH_POWERS = LocalText(
    kk="Өкілеттік беретін лауазымға тағайындау алып тасталмайды. Мерзімін аяқтаңыз.",
    ru="Назначение на должность с полномочиями не удаляется. Завершите срок.",
    en="An appointment to an office with powers is not struck. End its term instead.",
)
