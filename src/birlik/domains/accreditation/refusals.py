"""Why something is refused in accreditation, in every language."""

from birlik.base.values.local_text import LocalText

NO_ACCREDITATION = LocalText(
    kk="Лауазымыңыз аккредиттеу беттерін ашпайды. Өңірлік ассамблеяның хатшысына жүгініңіз.",
    ru="Ваша должность не открывает страниц аккредитации. Обратитесь к секретарю региональной "
    "ассамблеи.",
    en="Your office does not open accreditation. Ask the secretary of the region's assembly.",
)
NO_RUNNING = LocalText(
    kk="Аккредиттеуді үйлестіруші ашады және жүргізеді.",
    ru="Аккредитацию открывает и ведет координатор.",
    en="A coordinator opens and runs accreditation.",
)
NO_APPLYING = LocalText(
    kk="Өтінішті бірлестіктің жетекшісі береді, ал қағаз түріндегісін өңірлік ассамблеяның хатшысы "
    "енгізеді.",
    ru="Заявление подает руководитель объединения, а поданное на бумаге вносит секретарь "
    "региональной ассамблеи.",
    en="The head of the association applies; the secretary of the region's assembly enters what "
    "came on paper.",
)
NO_CHECKING = LocalText(
    kk="Бұл өтініштің толықтығын өңірлік ассамблеяның хатшысы, ал республикалық бірлестіктікін "
    "үйлестіруші тексереді.",
    ru="Комплектность этого заявления проверяет секретарь региональной ассамблеи, а "
    "республиканского объединения – координатор.",
    en="The secretary of the region's assembly checks this application; that of a republican "
    "association, a coordinator.",
)
NO_VOTE = LocalText(
    kk="Бұл өтініш бойынша тиісті аккредиттеу комиссиясының мүшелері дауыс береді.",
    ru="По этому заявлению голосуют члены соответствующей комиссии по аккредитации.",
    en="The members of the accreditation commission concerned vote on this application.",
)
NO_COMMISSION = LocalText(
    kk="Комиссияның бетін оның мүшелері, хатшы және үйлестіруші ашады.",
    ru="Страницу комиссии открывают ее члены, секретарь и координатор.",
    en="The page of the commission is opened by its members, the secretary and a coordinator.",
)
INTERESTED = LocalText(
    kk="Сіз өтініш берген бірлестікте лауазым атқарасыз, сондықтан бұл өтініш бойынша дауыс "
    "бермейсіз.",
    ru="Вы занимаете должность в объединении, подавшем заявление, поэтому по нему не голосуете.",
    en="You hold an office in the association that applies, and do not vote on its application.",
)
VOTED = LocalText(
    kk="Сіз бұл өтініш бойынша дауыс бердіңіз. Дауыс бір рет беріледі.",
    ru="Вы уже проголосовали по этому заявлению. Голосуют один раз.",
    en="You have voted on this application. A member votes once.",
)
NOT_NOW = LocalText(
    kk="Өтініш қазір мұндай қадам жасалмайтын сатыда. Бетті жаңартып, күйін қараңыз.",
    ru="Сейчас заявление не на том этапе, чтобы сделать этот шаг. Обновите страницу и посмотрите "
    "состояние.",
    en="The application is not at a stage for this step. Reload the page and see where it stands.",
)
NOT_NOW_CERTIFICATE = LocalText(
    kk="Куәліктің қазіргі күйінде мұндай шешім қабылданбайды. Бетті жаңартып, күйін қараңыз.",
    ru="В нынешнем состоянии свидетельства такое решение не принимается. Обновите страницу и "
    "посмотрите состояние.",
    en="As the certificate stands, this cannot be decided. Reload the page and see its state.",
)
CLOSED_ROUND = LocalText(
    kk="Бұл кезеңде өтініш қабылданбайды: мерзімі басталмаған немесе аяқталған.",
    ru="В этой аккредитации заявления сейчас не принимаются: срок не начался или истек.",
    en="This round takes no applications now: its days have not begun, or are over.",
)
YEAR_TAKEN = LocalText(
    kk="Бұл жылдың аккредиттеуі енгізілген. Соны ашыңыз.",
    ru="Аккредитация этого года уже внесена. Откройте ее.",
    en="The round of this year is entered already. Open that one.",
)
DAYS_BACKWARDS = LocalText(
    kk="Соңғы күн бірінші күннен бұрын тұр. Күндерді тексеріңіз.",
    ru="Последний день раньше первого. Проверьте даты.",
    en="The last day lies before the first. Check the days.",
)
NOT_AN_ASSOCIATION = LocalText(
    kk="Бұл құрылым этномәдени бірлестік емес немесе бұл күні жұмыс істемейді.",
    ru="Эта структура не является этнокультурным объединением или в этот день не действует.",
    en="This body is no ethnocultural association, or does not exist on that day.",
)
APPLIED = LocalText(
    kk="Бұл бірлестіктің осы кезеңде өтініші бар. Соны ашып жалғастырыңыз.",
    ru="У этого объединения уже есть заявление в этой аккредитации. Откройте его и продолжите.",
    en="This association has an application in this round. Open it and go on there.",
)
NO_BRANCH = LocalText(
    kk="Таңдалған құрылым бұл бірлестіктің филиалы емес. Бетті жаңартып, қайта таңдаңыз.",
    ru="Выбранная структура не является филиалом этого объединения. Обновите страницу и выберите "
    "заново.",
    en="A body that was chosen is no branch of this association. Reload the page and choose again.",
)
PAPER_DETAILS = LocalText(
    kk="Қағаз түріндегі өтініштің нөмірі мен күнін жазыңыз.",
    ru="Укажите номер и дату заявления, поданного на бумаге.",
    en="Give the number and the day of the application on paper.",
)
PAPER_DAY = LocalText(
    kk="Қағаз өтініштің күні кезеңнің мерзіміне кірмейді немесе әлі келген жоқ.",
    ru="Дата бумажного заявления вне срока аккредитации или еще не наступила.",
    en="The day of the application on paper lies outside the round, or is still to come.",
)
UNKNOWN_ITEM = LocalText(
    kk="Тізбеде мұндай құжат жоқ. Бетті жаңартыңыз.",
    ru="В перечне нет такого документа. Обновите страницу.",
    en="The checklist has no such paper. Reload the page.",
)
ONLY_ON_PAPER = LocalText(
    kk="Файлсыз тек қағаз түрінде берілген өтініштің құжаты белгіленеді. Файл тіркеңіз.",
    ru="Без файла отмечают документ только при заявлении на бумаге. Приложите файл.",
    en="Only with an application on paper is a paper marked without a file. Attach the file.",
)
SENT_PAPER = LocalText(
    kk="Бұл құжат өтінішпен бірге жіберілген, ол тарихта қалады. Жаңасын қосыңыз.",
    ru="Этот документ уже подан с заявлением и остается в истории. Приложите новый.",
    en="This paper was sent with the application and stays in its history. Attach a new one.",
)
PAPERS_MISSING = LocalText(
    kk="Құжаттар толық емес. Тізбеде жетіспейтін деп белгіленгендерін қосыңыз.",
    ru="Не хватает документов. Приложите те, что отмечены в перечне как недостающие.",
    en="Papers are missing. Attach those that the checklist marks as missing.",
)
NAME_MISSING = LocalText(
    kk="Жетіспейтін құжатты белгілеңіз немесе қайтару себебін жазыңыз.",
    ru="Отметьте недостающий документ или напишите причину возврата.",
    en="Mark the paper that is missing, or write why the application is returned.",
)
REASON_NEEDED = LocalText(
    kk="Шешімнің негіздемесін қазақша және орысша жазыңыз.",
    ru="Напишите обоснование решения на казахском и русском языках.",
    en="Write the reasons of the decision in Kazakh and in Russian.",
)
WORDS_NEEDED = LocalText(kk="Себебін жазыңыз.", ru="Напишите причину.", en="Write the reason.")
NO_QUORUM = LocalText(
    kk="Кворум жоқ: комиссия мүшелерінің қажетті бөлігі әлі дауыс берген жоқ.",
    ru="Нет кворума: проголосовало меньше членов комиссии, чем нужно.",
    en="There is no quorum: fewer members of the commission voted than are needed.",
)
NOTHING_DECIDED = LocalText(
    kk="Хаттамаға енгізілетін кемінде бір өтінішті таңдаңыз.",
    ru="Выберите хотя бы одно заявление для протокола.",
    en="Choose at least one application for the protocol.",
)
PROTOCOL_DETAILS = LocalText(
    kk="Хаттаманың нөмірін және бүгіннен кеш емес күнін жазыңыз.",
    ru="Укажите номер протокола и его дату не позднее сегодняшней.",
    en="Give the number of the protocol and its day, not later than today.",
)
OTHER_COMMISSION = LocalText(
    kk="Таңдалған өтініштерді әртүрлі комиссия қарайды. Бір хаттамаға бір комиссияның шешімдерін "
    "енгізіңіз.",
    ru="Выбранные заявления рассматривают разные комиссии. В один протокол вносят решения одной "
    "комиссии.",
    en="The applications chosen are heard by different commissions. A protocol has the decisions "
    "of one.",
)
APPEAL_LATE = LocalText(
    kk="Шағым беру мерзімі өтті.",
    ru="Срок обжалования истек.",
    en="The time for an appeal is over.",
)
APPEALED_ALREADY = LocalText(
    kk="Бұл қайтару бойынша шағым қаралған. Құжаттарды толықтырып, өтінішті қайта беріңіз.",
    ru="Жалоба на этот возврат уже рассмотрена. Дополните документы и подайте заявление снова.",
    en="An appeal against this return was decided already. Complete the papers and submit again.",
)
OVER = LocalText(
    kk="Куәліктің мерзімі аяқталған: ол бойынша шешім қабылданбайды.",
    ru="Срок свидетельства истек: решений по нему не принимают.",
    en="The certificate has expired: nothing is decided of it any more.",
)
OUT_OF_ORDER = LocalText(
    kk="Шешімнің күні куәлік бойынша соңғы шешімнен бұрын немесе мерзімінен тыс. Күнін тексеріңіз.",
    ru="Дата решения раньше последнего решения по свидетельству или вне его срока. Проверьте дату.",
    en="The day of the decision lies before the last one of this certificate, or outside its term. "
    "Check the day.",
)
