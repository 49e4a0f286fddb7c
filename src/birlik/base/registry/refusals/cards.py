"""Why a card is not written as it is: each says what to do, in every language."""

from birlik.base.values.local_text import LocalText

NO_STRUCTURES = LocalText(
    kk="Бұл құрылымның карточкасын лауазымы бойынша осы аумақты жүргізетін адам ғана көреді.",
    ru="Карточку этой структуры видят те, кто по должности ведет ее территорию.",
    en="The card of this body is seen by those whose office covers its territory.",
)
NOT_YOUR_STRUCTURE = LocalText(
    kk="Бұл құрылымның карточкасын оның аумағының хатшысы ғана өзгертеді.",
    ru="Карточку этой структуры меняет только секретарь ее территории.",
    en="The card of this body is changed only by the secretary of its territory.",
)
NOT_YOUR_PLACE = LocalText(
    kk="Бұл аумақ сіздің лауазымыңызға қарамайды. Өз аумағыңызды таңдаңыз не тізілімді жүргізушіге "
    "жүгініңіз.",
    ru="Эта территория не относится к вашей должности. Выберите свою или обратитесь к ведущему "
    "реестр.",
    en="This territory is not your office's. Choose one of yours, or ask the keeper of the "
    "registry.",
)
KEPT_CENTRALLY = LocalText(
    kk="Мұндай органдарды мемлекеттік билік құрады: оларды тізілімді жүргізуші енгізеді, қайта "
    "атайды және жабады.",
    ru="Такие органы создает государственная власть: их вносит, переименовывает и закрывает "
    "ведущий реестр.",
    en="Bodies of this kind are made by the state: the keeper of the registry enters, renames and "
    "closes them.",
)
IS_DUPLICATE = LocalText(
    kk="Бұл карточка басқа карточканың қайталануы деп танылған. Сақталған карточканы өзгертіңіз.",
    ru="Эта карточка признана повтором другой. Меняйте ту, что сохранена.",
    en="This card was found to be a duplicate of another. Change the one that was kept.",
)
CHANGED_MEANWHILE = LocalText(
    kk="Осы арада карточканы басқа адам өзгертті. Жазғаныңыз сақталды: екеуін салыстырып, қайта "
    "сақтаңыз.",
    ru="Карточку тем временем изменил другой человек. Введенное не потеряно: сравните и сохраните "
    "еще раз.",
    en="Somebody else changed the card meanwhile. What you typed is still here: compare, and save "
    "again.",
)
NAME_NEEDED = LocalText(
    kk="Атауын қазақша және орысша жазыңыз.",
    ru="Напишите название на казахском и русском языках.",
    en="Write the name in Kazakh and in Russian.",
)
KIND_UNKNOWN = LocalText(
    kk="Органдар анықтамалығында бұл күні мұндай құрылым түрі жоқ. Тізімнен таңдаңыз.",
    ru="В справочнике органов на этот день нет такого вида структуры. Выберите из списка.",
    en="The charter has no such kind of body on that day. Choose one of the list.",
)
LEVEL_UNFIT = LocalText(
    kk="Құрылымның бұл түрінің мұндай деңгейі болмайды. Деңгейін тізімнен таңдаңыз.",
    ru="У структур этого вида такого уровня не бывает. Выберите уровень из списка.",
    en="Bodies of this kind do not stand at that level. Choose a level of the list.",
)
PLACE_UNFIT = LocalText(
    kk="Деңгей мен аумақ сәйкес емес: республикалық құрылымда аумақ көрсетілмейді, өңірлікте облыс "
    "не республикалық маңызы бар қала, аудандықта аудан не қала көрсетіледі.",
    ru="Уровень и территория не подходят друг к другу: у республиканской структуры территории нет, "
    "у региональной это область или город республиканского значения, у районной район или город.",
    en="Level and territory do not fit: a body of the republic has no territory, one of a region "
    "has an oblast or a city of republican significance, one of a district a district or a city.",
)
PLACE_UNKNOWN = LocalText(
    kk="Жіктеуіште мұндай аумақ жоқ. Аумақты тізімнен таңдаңыз.",
    ru="Такой территории в классификаторе нет. Выберите территорию из списка.",
    en="The classifier has no such territory. Choose one of the list.",
)
BIN_TAKEN = LocalText(
    kk="Бұл нөмірмен басқа құрылым тіркелген. Тізілімнен нөмірі бойынша іздеңіз.",
    ru="С этим номером уже есть другая структура. Найдите ее в реестре по номеру.",
    en="Another body bears this number already. Look it up in the registry by the number.",
)
PARENT_MISSING = LocalText(
    kk="Жоғары тұрған құрылым бұл күні жоқ. Күнін немесе құрылымды түзетіңіз.",
    ru="Вышестоящей структуры в этот день нет. Исправьте день или структуру.",
    en="The body above it does not exist on that day. Correct the day or the body.",
)
PARENT_CIRCLE = LocalText(
    kk="Құрылым өзіне немесе өз құрамындағы құрылымға бағына алмайды.",
    ru="Структура не может входить в саму себя или в свою часть.",
    en="A body cannot be a part of itself or of one of its parts.",
)
HOUSE_MISSING = LocalText(
    kk="Достық үйі бұл күні жоқ. Күнін немесе үйді түзетіңіз.",
    ru="Дома дружбы в этот день нет. Исправьте день или дом.",
    en="The house of friendship does not exist on that day. Correct the day or the house.",
)
HOUSE_ITSELF = LocalText(
    kk="Құрылым өзінің үйінде өзі орналаса алмайды. Басқа үйді таңдаңыз.",
    ru="Структура не может размещаться сама в себе. Выберите другой дом.",
    en="A body cannot reside in itself. Choose another house.",
)
PROVISION_MISSING = LocalText(
    kk="Актінің бұл тармағы табылмады. Тізімнен қайта таңдаңыз.",
    ru="Этот пункт акта не найден. Выберите из списка заново.",
    en="This point of an act was not found. Choose it from the list again.",
)
NOT_DEVOTED = LocalText(
    kk="Этностық мәдениет тек соған арналған құрылымдарда көрсетіледі. Бұл өрісті бос қалдырыңыз.",
    ru="Культура этноса указывается только у структур, которые ей посвящены. Оставьте поле пустым.",
    en="Only bodies that are devoted to an ethnic culture name one. Leave this empty.",
)
CODE_UNKNOWN = LocalText(
    kk="Анықтамалықта мұндай мән жоқ. Тізімнен таңдаңыз.",
    ru="Такого значения в справочнике нет. Выберите из списка.",
    en="The charter has no such value. Choose one of the list.",
)
PARTICULAR_UNFIT = LocalText(
    kk="Бұл өрістің мәні түсініксіз: сан өрісіне сан жазыңыз, тізімі бар өрісте тізімнен таңдаңыз.",
    ru="Значение этого поля непонятно: в числовом поле напишите число, в поле со списком выберите "
    "из списка.",
    en="The value of this field makes no sense: write a number where one is asked for, choose from "
    "the list where there is one.",
)
PARTICULAR_UNKNOWN = LocalText(
    kk="Құрылымның бұл түрінде мұндай өріс жоқ.",
    ru="У структур этого вида такого поля нет.",
    en="Bodies of this kind have no such field.",
)
NOT_DATED = LocalText(
    kk="Атауы, түрі және құрылған күні белгілі бір күннен бастап өзгермейді: қатені түзету арқылы, "
    "жаңа атауды қайта атау арқылы енгізіңіз.",
    ru="Название, вид и день создания не меняются с какого-то дня: ошибку исправьте, новое "
    "название внесите переименованием.",
    en="Name, kind and day of founding do not change from a day on: correct a mistake, and enter a "
    "new name as a renaming.",
)
AHEAD = LocalText(
    kk="Бұл күн әлі келген жоқ. Өзгерісті сол күні енгізіңіз.",
    ru="Этот день еще не наступил. Внесите изменение, когда он придет.",
    en="That day is still ahead. Enter the change when it has come.",
)
NOT_THERE_THEN = LocalText(
    kk="Бұл күні құрылым болмаған. Күнін түзетіңіз.",
    ru="В этот день структуры не было. Исправьте день.",
    en="The body did not exist on that day. Correct the day.",
)
CHANGED_LATER = LocalText(
    kk="Карточка бұл күннен кейін де өзгерген. Кейінгі күнді жазыңыз немесе карточканы түзетіңіз.",
    ru="Карточка менялась и после этого дня. Укажите более поздний день или исправьте карточку.",
    en="The card changed after that day already. Give a later day, or correct the card.",
)
SAME_CARD = LocalText(
    kk="Карточкада ештеңе өзгерген жоқ. Өзгерткіңіз келген өрісті түзетіңіз.",
    ru="В карточке ничего не изменено. Исправьте то поле, которое хотели изменить.",
    en="Nothing on the card has changed. Change the field you meant to.",
)
GROUND_NEEDED = LocalText(
    kk="Негізін жазыңыз: актінің түрі, күні және нөмірі.",
    ru="Напишите основание: вид, дату и номер акта.",
    en="Write the ground: the kind, date and number of the act.",
)
CLOSED_ALREADY = LocalText(
    kk="Бұл құрылымның қызметі тоқтатылған.",
    ru="Эта структура уже закрыта.",
    en="This body is closed already.",
)
NOT_CLOSED = LocalText(
    kk="Бұл құрылым жабылмаған.",
    ru="Эта структура не закрыта.",
    en="This body is not closed.",
)
SUCCEEDED = LocalText(
    kk="Бұл құрылымның құқықтық мирасқоры бар: оның жабылуы қайта ұйымдастыру арқылы қайтарылады.",
    ru="У этой структуры есть правопреемник: ее закрытие отменяют вместе с реорганизацией.",
    en="This body has a successor: its end is taken back with the reorganisation.",
)
PARTS_REMAIN = LocalText(
    kk="Құрылымның құрамында жұмыс істеп тұрған құрылымдар бар. Алдымен соларды жабыңыз не басқа "
    "құрылымға ауыстырыңыз.",
    ru="В этой структуре есть действующие части. Сначала закройте их или перенесите в другую.",
    en="The body has parts that still exist. First close them, or move them to another body.",
)
FOUNDED_LATE = LocalText(
    kk="Құрылған күні жабылған күнінен бұрын болуы керек. Күндерді тексеріңіз.",
    ru="День создания должен быть раньше дня закрытия. Проверьте даты.",
    en="The day of founding must lie before the day of closing. Check the dates.",
)
POWERS_WOULD_MOVE = LocalText(
    kk="Бұл құрылымда өкілеттігін тізілімді жүргізуші беретін лауазым бар, ал аумақпен бірге ол "
    "өкілеттік те өзгереді. Құрылымды басқа аумаққа тізілімді жүргізуші көшіреді.",
    ru="В структуре есть должность, полномочия которой дает ведущий реестр, а с территорией "
    "изменятся и они. Перенести структуру может только ведущий реестр.",
    en="The body has an office whose powers the keeper of the registry gives, and they would "
    "change with the territory. Only the keeper of the registry moves the body.",
)
