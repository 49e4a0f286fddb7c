"""Why something is refused to somebody with the work of associations, in every language."""

from birlik.base.values.local_text import LocalText

NO_WORK = LocalText(
    kk="Бірлестіктердің жұмысын лауазымы бойынша тізілімді көретін адам ғана аша алады.",
    ru="Работу объединений открывает только тот, кому реестр доступен по должности.",
    en="Only an office that sees the register opens the work of associations.",
)
NOT_YOURS = LocalText(
    kk="Мұнда сіздің лауазымыңыздың аясына кіретін бірлестік жоқ.",
    ru="Здесь нет объединения, которое относится к вашей должности.",
    en="There is no association here within the reach of your office.",
)
NO_KEEPING = LocalText(
    kk="Бірлестіктің жұмысын оның жетекшісі немесе аумақтың хатшысы енгізеді.",
    ru="Работу объединения вносит его руководитель или секретарь этой территории.",
    en="The work of an association is entered by its head or by the secretary of its territory.",
)
NO_RETURNING = LocalText(
    kk="Жылдық есепті аумақтың хатшысы ғана қайтара алады.",
    ru="Возвращает годовой отчет только секретарь этой территории.",
    en="Only the secretary of the territory returns a yearly report.",
)
NOT_REPORTING = LocalText(
    kk="Бұл орган жылдық есеп бермейді: ондай есепті этномәдени бірлестіктер береді.",
    ru="Эта структура не сдает годовой отчет: его сдают этнокультурные объединения.",
    en="This body makes no yearly report: ethnocultural associations do.",
)
SUBMITTED = LocalText(
    kk="Осы жылғы есеп берілді, енді өзгермейді. Түзету керек болса, оны қайтаруды сұраңыз.",
    ru="Отчет за этот год сдан и больше не меняется. Чтобы исправить, попросите его вернуть.",
    en="The report on this year was submitted and no longer changes. To mend it, ask for its "
    "return.",
)
NOT_SUBMITTED = LocalText(
    kk="Бұл есеп берілмеген, қайтаратын ештеңе жоқ.",
    ru="Этот отчет не сдан, возвращать нечего.",
    en="This report was not submitted: there is nothing to return.",
)
UNDER_CONTROL = LocalText(
    kk="Бұл есеп бақылаудағы міндеттемені орындайды. Оны сол міндеттеменің бетінде қайтарыңыз.",
    ru="Этот отчет исполняет обязательство на контроле. Верните его на странице обязательства.",
    en="This report fulfils an obligation under control. Return it on the page of the obligation.",
)
WITHDRAWN = LocalText(
    kk="Бұл жазба алынып тасталған.", ru="Эта запись снята.", en="This entry was withdrawn."
)
SAVED_ELSEWHERE = LocalText(
    kk="Есепті осы уақытта басқа адам сақтады. Бетті жаңартып, айырманы қараңыз.",
    ru="Пока вы писали, отчет сохранил другой человек. Обновите страницу и сравните.",
    en="Somebody else saved the report meanwhile. Open the page again and compare.",
)
YEAR_TO_COME = LocalText(
    kk="Бұл жыл әлі басталған жоқ.", ru="Этот год еще не начался.", en="This year has not begun."
)
MEMBERS_NEEDED = LocalText(
    kk="Мүшелер санын жазыңыз.", ru="Укажите число членов.", en="Write how many members there are."
)
REASON_NEEDED = LocalText(
    kk="Есеп неге қайтарылатынын жазыңыз.",
    ru="Напишите, почему отчет возвращается.",
    en="Write why the report is returned.",
)
KIND_UNKNOWN = LocalText(
    kk="Түрін тізімнен таңдаңыз.", ru="Выберите вид из списка.", en="Choose the kind from the list."
)
TITLE_NEEDED = LocalText(
    kk="Атауын қазақша немесе орысша жазыңыз.",
    ru="Напишите название на казахском или русском языке.",
    en="Write the title in Kazakh or Russian.",
)
DAYS_OUT_OF_ORDER = LocalText(
    kk="Соңғы күн бірінші күннен бұрын болмауға тиіс.",
    ru="Последний день не может быть раньше первого.",
    en="The last day does not come before the first.",
)
STILL_TO_COME = LocalText(
    kk="Мұнда болып өткені ғана енгізіледі. Күнін тексеріңіз.",
    ru="Сюда вносится только то, что уже состоялось. Проверьте дату.",
    en="Only what has taken place is entered here. Check the date.",
)
TOO_MANY = LocalText(
    kk="Қатысушылар санын тексеріңіз.",
    ru="Проверьте число участников.",
    en="Check how many people took part.",
)
LANGUAGE_UNKNOWN = LocalText(
    kk="Тілді тізімнен таңдаңыз.",
    ru="Выберите язык из списка.",
    en="Choose the language from the list.",
)
PLACE_UNKNOWN = LocalText(
    kk="Мұндай аумақ жіктеуіште жоқ.",
    ru="Такой территории нет в классификаторе.",
    en="The classifier has no such territory.",
)
OTHER_YEAR = LocalText(
    kk="Іс-шара басқа жылға жатады.",
    ru="Дело относится к другому году.",
    en="The activity belongs to another year.",
)
NO_TAKING = LocalText(
    kk="Өткен жылдардың есептерін тізілімді тұтас жүргізетін лауазым ғана көшіреді.",
    ru="Отчеты прошлых лет переносит только тот, кто ведет весь реестр.",
    en="Only the keeper of the whole register takes over the reports of earlier years.",
)
