"""What the findings say, in one place and in three languages."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from birlik.base.values.local_text import LANGUAGES, Language, LocalText

MESSAGES: Mapping[str, LocalText] = {
    "numbers_differ": LocalText(
        kk="Екі тілдегі сандар сәйкес емес: қазақша — {kazakh}, орысша — {russian}.",
        ru="Числа на двух языках расходятся: по-казахски — {kazakh}, по-русски — {russian}.",
        en="The numbers differ between the languages: Kazakh {kazakh}, Russian {russian}.",
    ),
    "bounds_differ": LocalText(
        kk="{value} саны екі тілде әртүрлі дәлдікпен берілген: қазақша — {kazakh}, орысша — "
        "{russian}.",
        ru="Число {value} на двух языках дано с разной точностью: по-казахски — {kazakh}, "
        "по-русски — "
        "{russian}.",
        en="The number {value} is given differently: {kazakh} in Kazakh, {russian} in Russian.",
    ),
    "row_values_differ": LocalText(
        kk="{number}-индикатордың {year} жылғы мәні қазақша мәтінде — {kazakh}, орысша мәтінде — "
        "{russian}.",
        ru="Индикатор {number}, {year} год: в казахском тексте {kazakh}, в русском — {russian}.",
        en="Indicator {number}, {year}: {kazakh} in the Kazakh text, {russian} in the Russian one.",
    ),
    "deadlines_differ": LocalText(
        kk="{number}-іс-шараның мерзімі екі тілде әртүрлі: «{kazakh}» және «{russian}».",
        ru="Срок мероприятия {number} на двух языках разный: «{kazakh}» и «{russian}».",
        en='Measure {number} has two deadlines: "{kazakh}" in Kazakh, "{russian}" in Russian.',
    ),
    "row_missing_in_language": LocalText(
        kk="{numbers}-жол екі тілдің бірінде ғана бар: {file} файлында жоқ.",
        ru="Строки {numbers} есть только на одном из языков: в файле {file} их нет.",
        en="Rows {numbers} are in one language only: {file} has none.",
    ),
    "same_thing_two_figures": LocalText(
        kk="«{noun}» туралы екі түрлі сан берілген: {first} және {second}.",
        ru="Одно и то же названо разным числом («{noun}»): {first} и {second}.",
        en='The same thing has two numbers ("{noun}"): {first} and {second}.',
    ),
    "fewer_than_before": LocalText(
        kk="«{noun}» саны бұрынғы актідегіден аз: {first}, енді {second}.",
        ru="Число («{noun}») меньше, чем в прежнем акте: было {first}, стало {second}.",
        en='There are fewer than in the earlier act ("{noun}"): {first}, now {second}.',
    ),
    "about_an_exact_number": LocalText(
        kk="{value} — нақты сан, бірақ шамамен алынған деп жазылған.",
        ru="{value} — точное число, но названо приблизительным.",
        en="{value} is an exact number, yet it is called approximate.",
    ),
    "former_regions": LocalText(
        kk="{last} — {until} дейінгі өңірлердің саны; акт қабылданған күні {now} өңір болған.",
        ru="{last} — число регионов до {until}; в день принятия акта их {now}.",
        en="{last} is the number of regions before {until}; on the act's day there were {now}.",
    ),
    "former_regions_in_measure": LocalText(
        kk="{number}: {quantity} саны {until} дейінгі {last} өңірге сай; акт қабылданған күні "
        "{now} өңір болған.",
        ru="{number}: число {quantity} отвечает {last} регионам до {until}; в день принятия акта "
        "их {now}.",
        en="{number}: {quantity} fits the {last} regions before {until}; on the act's day there "
        "were {now}.",
    ),
    "reference_dates_differ": LocalText(
        kk="№ {number} актісінің күні әртүрлі көрсетілген: {first} және {second}.",
        ru="Дата акта № {number} указана по-разному: {first} и {second}.",
        en="Act No. {number} is cited with two dates: {first} and {second}.",
    ),
    "reference_numbers_differ": LocalText(
        kk="{date} күнгі акт әртүрлі нөмірмен көрсетілген: № {first} және № {second}.",
        ru="Акт от {date} указан под разными номерами: № {first} и № {second}.",
        en="The act of {date} is cited with two numbers: {first} and {second}.",
    ),
    "sum_differs": LocalText(
        kk="Бөліктердің қосындысы {total} емес, {sum}.",
        ru="Части в сумме дают {sum}, а не {total}.",
        en="The parts add up to {sum}, not {total}.",
    ),
    "parts_exceed": LocalText(
        kk="Бөлігі ({part}) бүтінінен ({total}) көп.",
        ru="Часть ({part}) больше целого ({total}).",
        en="A part ({part}) is more than the whole ({total}).",
    ),
    "shares_differ": LocalText(
        kk="Үлестердің қосындысы {sum} %.",
        ru="Доли в сумме дают {sum} %.",
        en="The shares add up to {sum} %.",
    ),
    "list_differs": LocalText(
        kk="{stated} деп жазылған, ал аталғаны — {listed}.",
        ru="Названо {stated}, а перечислено {listed}.",
        en="{stated} are announced, {listed} are listed.",
    ),
    "share_does_not_follow": LocalText(
        kk="{whole} ішінен {part} — {stated} % емес, {computed} %.",
        ru="{part} из {whole} — это {computed} %, а не {stated} %.",
        en="{part} of {whole} is {computed} %, not {stated} %.",
    ),
    "growth_does_not_follow": LocalText(
        kk="{first}-ден ({first_year}) {second}-ге ({second_year}) дейінгі өзгеріс {computed} %, "
        "{stated} % емес.",
        ru="От {first} ({first_year}) до {second} ({second_year}) — это {computed} %, а не "
        "{stated} %.",
        en="From {first} ({first_year}) to {second} ({second_year}) is {computed} %, not {stated} "
        "%.",
    ),
    "plan_differs_from_table": LocalText(
        kk="«{title}» индикаторының {year} жылғы жоспары кестеде {table}, іс-қимыл жоспарында "
        "{plan}.",
        ru="Индикатор «{title}», {year} год: в таблице {table}, в плане действий {plan}.",
        en='Indicator "{title}", {year}: {table} in the table, {plan} in the action plan.',
    ),
    "indicator_not_in_table": LocalText(
        kk="Іс-қимыл жоспарындағы {number}-индикатор кестеде жоқ.",
        ru="Индикатора {number} из плана действий нет в таблице.",
        en="Indicator {number} of the action plan is not in the table.",
    ),
    "direction_without_indicator": LocalText(
        kk="{direction}-бағыттың индикаторы жоқ, ал басқа бағыттарда бар.",
        ru="У направления {direction} нет индикатора, у других направлений он есть.",
        en="Direction {direction} has no indicator, while others have one.",
    ),
    "target_exceeded": LocalText(
        kk="«{title}»: {year} жылғы факт ({fact}) {last_year} жылға дейінгі жоспардан асып түскен "
        "({plan}).",
        ru="«{title}»: факт {year} года ({fact}) уже превышает план до {last_year} года ({plan}).",
        en='"{title}": the fact of {year} ({fact}) is already beyond the targets to {last_year} '
        "({plan}).",
    ),
    "plan_goes_back": LocalText(
        kk="«{title}»: {year} жылғы жоспар ({value}) алдыңғы жылдан ({before}) кері кетеді.",
        ru="«{title}»: план {year} года ({value}) отступает от предыдущего ({before}).",
        en='"{title}": the target for {year} ({value}) goes back from the year before ({before}).',
    ),
    "leap": LocalText(
        kk="«{title}»: {year} жылы {first}-ден {second}-ге күрт өзгереді, ал одан кейінгі бүкіл "
        "жоспар "
        "небәрі {planned} тармаққа өзгертеді.",
        ru="«{title}»: к {year} году скачок с {first} до {second}, тогда как весь дальнейший план "
        "— "
        "{planned} п. п.",
        en='"{title}": a leap from {first} to {second} by {year}, while all later targets change '
        "it by "
        "{planned}.",
    ),
    "fact_against_plan": LocalText(
        kk="«{title}», {year} жыл: бұрынғы актінің жоспары {plan}, кейінгі актідегі {kind} — "
        "{value}.",
        ru="«{title}», {year} год: план прежнего акта {plan}, {kind} по новому акту {value}.",
        en='"{title}", {year}: the earlier act planned {plan}, the later one gives {value} '
        "({kind}).",
    ),
    "targets_of_acts_differ": LocalText(
        kk="«{title}», {year} жыл: бұрынғы актінің жоспары {plan}, кейінгі актінікі {value}.",
        ru="«{title}», {year} год: план прежнего акта {plan}, план нового {value}.",
        en='"{title}", {year}: the earlier act plans {plan}, the later one {value}.',
    ),
    "no_base_value": LocalText(
        kk="Кестеде {year} жылғы нақты мәндер жоқ: сызықша қойылған.",
        ru="В таблице нет фактических значений за {year} год: стоят прочерки.",
        en="The table has no facts for {year}: there are dashes.",
    ),
    "promised_count": LocalText(
        kk="{number}-іс-шараның атауында {promised} деп жазылған, ал кіші іс-шаралар саны — "
        "{found}.",
        ru="В названии мероприятия {number} обещано {promised}, подпунктов — {found}.",
        en="Measure {number} promises {promised}, it has {found} sub-measures.",
    ),
    "times_differ": LocalText(
        kk="{number}-іс-шараның мерзімі — жылына {stated} рет, ал кіші іс-шаралары жылына {found} "
        "рет болады.",
        ru="Мероприятие {number} — {stated} раз в год, а его подпункты вместе дают {found}.",
        en="Measure {number} is due {stated} times a year; its sub-measures together make {found}.",
    ),
    "child_outside_years": LocalText(
        kk="{child} мерзімі ({child_deadline}) {parent} мерзімінің ({parent_deadline}) жылдарынан "
        "шығып тұр.",
        ru="Срок {child} («{child_deadline}») выходит за годы срока {parent} "
        "(«{parent_deadline}»).",
        en='The deadline of {child} ("{child_deadline}") goes beyond the years of {parent} '
        '("{parent_deadline}").',
    ),
    "child_after_parent": LocalText(
        kk="{child} ({child_deadline}) {parent} мерзімі ({parent_deadline}) өткен соң басталады.",
        ru="{child} («{child_deadline}») начинается после срока {parent} («{parent_deadline}»).",
        en='{child} ("{child_deadline}") begins when {parent} ("{parent_deadline}") is over.',
    ),
    "past_deadline": LocalText(
        kk="{number}: «{deadline}» мерзімі акт қабылданған күні ({adopted}) өтіп кеткен ({due}).",
        ru="{number}: срок «{deadline}» ко дню принятия акта ({adopted}) уже прошел ({due}).",
        en='{number}: the deadline "{deadline}" had passed ({due}) when the act was adopted '
        "({adopted}).",
    ),
    "after_repeal": LocalText(
        kk="Актінің күші {repealed} жойылды, ал мерзімдер одан кейінге қалады: {numbers}.",
        ru="Акт утратил силу {repealed}, а сроки лежат после этого дня: {numbers}.",
        en="The act was repealed on {repealed}; deadlines lie after that day: {numbers}.",
    ),
    "targets_after_repeal": LocalText(
        kk="Актінің күші {repealed} жойылды, ал индикаторлар одан кейінгі жылдарға жоспарланған: "
        "{years}.",
        ru="Акт утратил силу {repealed}, а индикаторы запланированы на более поздние годы: "
        "{years}.",
        en="The act was repealed on {repealed}; its indicators are planned for later years: "
        "{years}.",
    ),
    "outside_term": LocalText(
        kk="{number}: «{deadline}» мерзімі актінің мерзімінен ({first}–{last}) тыс.",
        ru="{number}: срок «{deadline}» вне срока действия акта ({first}–{last}).",
        en='{number}: the deadline "{deadline}" lies outside the term of the act ({first}–{last}).',
    ),
    "executor_unknown": LocalText(
        kk="{number}: «{code}» қысқартуы актінің тізімінде жоқ{nearest}.",
        ru="{number}: сокращения «{code}» нет в перечне акта{nearest}.",
        en='{number}: "{code}" is not in the act\'s list of abbreviations{nearest}.',
    ),
    "executor_agreement": LocalText(
        kk="«{code}» бір жерде келісу бойынша ({with_it}), басқа жерде онсыз ({without}) "
        "көрсетілген.",
        ru="«{code}» указан то по согласованию ({with_it}), то без него ({without}).",
        en='"{code}" stands by agreement ({with_it}) and without it ({without}).',
    ),
    "passport_absent": LocalText(
        kk="«{body}» паспортта жауапты орган ретінде аталған, бірақ жоспарда жоқ.",
        ru="«{body}» назван в паспорте ответственным, но в плане его нет.",
        en='"{body}" is responsible by the passport, but absent from the plan.',
    ),
    "plan_not_in_passport": LocalText(
        kk="Жоспардағы орындаушылар паспорттағы жауапты органдардың қатарында жоқ: {bodies}.",
        ru="Исполнителей плана нет среди ответственных органов паспорта: {bodies}.",
        en="Executors of the plan whom the passport does not hold responsible: {bodies}.",
    ),
    "one_name_two_things": LocalText(
        kk="«{name}» атауы әртүрлі нәрсеге берілген: {things}.",
        ru="Название «{name}» носит разное: {things}.",
        en='The name "{name}" is given to different things: {things}.',
    ),
    "two_spellings": LocalText(
        kk="Бір атау екі түрлі жазылған: «{first}» және «{second}».",
        ru="Одно название написано по-разному: «{first}» и «{second}».",
        en='One name is spelt in two ways: "{first}" and "{second}".',
    ),
    "name_not_in_pair": LocalText(
        kk="Орысша мәтіндегі «{name}» атауы қазақша мәтіннің сол жерінде жоқ.",
        ru="Название «{name}» стоит в русском тексте, а в казахском на этом месте его нет.",
        en='The name "{name}" of the Russian text is missing from the same place of the Kazakh '
        "one.",
    ),
    "name_was_replaced": LocalText(
        kk="«{old}» сөзі «{new}» деп ауыстырылған, бірақ мәтінде қалған.",
        ru="Слово «{old}» заменено словом «{new}», но осталось в тексте.",
        en='"{old}" was replaced by "{new}", yet it still stands in the text.',
    ),
    "two_meanings": LocalText(
        kk="«{code}» қысқартуы екі түрлі ашылған: «{first}» және «{second}».",
        ru="Сокращение «{code}» раскрыто по-разному: «{first}» и «{second}».",
        en='"{code}" is explained in two ways: "{first}" and "{second}".',
    ),
    "abbreviation_unexplained": LocalText(
        kk="«{code}» қысқартуы мәтінде ашылмаған.",
        ru="Сокращение «{code}» в тексте не раскрыто.",
        en='The abbreviation "{code}" is explained nowhere.',
    ),
    "abbreviation_unused": LocalText(
        kk="«{code}» қысқартуы енгізілген, бірақ қолданылмаған.",
        ru="Сокращение «{code}» введено, но не используется.",
        en='The abbreviation "{code}" is introduced and never used.',
    ),
    "numbering_gap": LocalText(
        kk="Нөмірлеуде бос орын бар: {before} дегеннен кейін {after} тұр.",
        ru="Пропуск в нумерации: после {before} идет {after}.",
        en="A gap in the numbering: {after} follows {before}.",
    ),
    "numbering_starts_late": LocalText(
        kk="Нөмірлеу {first}-ден басталады: алдыңғысы жоқ.",
        ru="Нумерация начинается с {first}: предыдущего нет.",
        en="The numbering begins with {first}: what comes before is missing.",
    ),
    "numbering_repeats": LocalText(
        kk="{number} нөмірі екі рет берілген.",
        ru="Номер {number} стоит дважды.",
        en="The number {number} stands twice.",
    ),
    "numbering_mixed": LocalText(
        kk="{number} нөмірі {before} және {after} қатарында тұр, ал {expected} жоқ.",
        ru="Номер {number} стоит в ряду {before} и {after}, а {expected} нет.",
        en="{number} stands in a row with {before} and {after}, and there is no {expected}.",
    ),
    "contents_lack": LocalText(
        kk="Мазмұнында «{number}» бөлімі жоқ.",
        ru="В содержании нет раздела {number}.",
        en="Section {number} is not in the contents.",
    ),
    "section_lacks": LocalText(
        kk="Мазмұнындағы «{number}» бөлімінің тақырыбы мәтінде жоқ.",
        ru="Раздел {number} есть в содержании, но его заголовка нет в тексте.",
        en="Section {number} is in the contents, but its heading is not in the text.",
    ),
    "section_title_differs": LocalText(
        kk="{number}-бөлім мазмұнында және тақырыбында әртүрлі аталған.",
        ru="Раздел {number} в содержании и в заголовке назван по-разному.",
        en="Section {number} is worded differently in the contents and in its heading.",
    ),
    "contents_in_one_language": LocalText(
        kk="Мазмұны бір тілде ғана бар: {file} файлында жоқ.",
        ru="Содержание есть только на одном языке: в файле {file} его нет.",
        en="Only one of the languages has contents: {file} has none.",
    ),
    "cell_missing": LocalText(
        kk="{number}-іс-шараның мерзімі де, аяқталу нысаны да көрсетілмеген.",
        ru="У мероприятия {number} нет ни срока, ни формы завершения.",
        en="Measure {number} has neither a deadline nor a form of completion.",
    ),
    "deadline_without_period": LocalText(
        kk="{number}: «{deadline}» мерзімінде саны бар, кезеңі жоқ.",
        ru="{number}: в сроке «{deadline}» есть количество, но нет периода.",
        en='{number}: the deadline "{deadline}" has a quantity and no period.',
    ),
    "event_without_end": LocalText(
        kk="{number}: аяқталу нысаны — «{form}», ал мерзімі — «{deadline}».",
        ru="{number}: форма завершения «{form}», а срок — «{deadline}».",
        en='{number}: the form of completion is "{form}", the deadline "{deadline}".',
    ),
    "each_or_all": LocalText(
        kk="{number}: «{deadline}» — саны әр кезеңге ме, әлде жылға ма, анық емес.",
        ru="{number}: «{deadline}» — неясно, число на каждый период или на год.",
        en='{number}: "{deadline}": a number for each period, or for the year?.',
    ),
    "repeated_measure": LocalText(
        kk="{first} және {second} бір нәрсені бірдей мерзімде тапсырады.",
        ru="{first} и {second} поручают одно и то же с одинаковой частотой.",
        en="{first} and {second} order the same thing equally often.",
    ),
    "term_differs": LocalText(
        kk="Паспорттағы мерзім ({passport}) актінің атауындағы жылдарға сәйкес емес: «{title}».",
        ru="Срок в паспорте ({passport}) не совпадает с годами в названии акта: «{title}».",
        en='The term in the passport ({passport}) is not that of the title: "{title}".',
    ),
    "terms_overlap": LocalText(
        kk="Қатар аталған мерзімдер қабаттасады: {first} және {second}.",
        ru="Названные подряд сроки пересекаются: {first} и {second}.",
        en="Terms named in a row overlap: {first} and {second}.",
    ),
    "text_has_lost": LocalText(
        kk="Мәтінде жоғалған: {thing}.",
        ru="В тексте утрачено: {thing}.",
        en="The text has lost {thing}.",
    ),
    "rows_run_together": LocalText(
        kk="Паспорттың екі жолы біріккен: «{name}».",
        ru="Слились две строки паспорта: «{name}».",
        en='Two rows of the passport have run together: "{name}".',
    ),
    "passage_in_one_language": LocalText(
        kk="Бұл үзінді екінші тілдегі мәтінде ({file}) табылмады.",
        ru="Этого фрагмента нет в тексте на другом языке ({file}).",
        en="This passage is not in the text of the other language ({file}).",
    ),
}

WORDS: Mapping[str, LocalText] = {
    "exact": LocalText(kk="дәл", ru="точно", en="exactly"),
    "about": LocalText(kk="шамамен", ru="около", en="about"),
    "more": LocalText(kk="одан астам", ru="более", en="more than"),
    "less": LocalText(kk="одан аз", ru="менее", en="less than"),
    "fact": LocalText(kk="факт", ru="факт", en="fact"),
    "estimate": LocalText(kk="бағалау", ru="оценка", en="estimate"),
    "nearest": LocalText(
        kk=" (жақыны: «{code}»)", ru=" (ближайшее: «{code}»)", en=' (nearest: "{code}")'
    ),
    "nothing": LocalText(kk="жоқ", ru="нет", en="none"),
}


def say(key: str, **values: object) -> LocalText:
    """The message `key` with its blanks filled, each value written as the language writes it."""
    return _filled(MESSAGES[key], values)


def word(key: str, **values: object) -> LocalText:
    """A word that stands inside a message."""
    return _filled(WORDS[key], values)


def _filled(template: LocalText, values: Mapping[str, object]) -> LocalText:
    written = {
        language: {name: _written(language, value) for name, value in values.items()}
        for language in LANGUAGES
    }
    return LocalText(
        kk=template.kk.format(**written["kk"]),
        ru=template.ru.format(**written["ru"]),
        en=template.en.format(**written["en"]),
    )


def _written(language: Language, value: object) -> str:
    """Dates day first; numbers in groups of three, with a decimal comma but in English."""
    if isinstance(value, LocalText):
        return value.get(language)
    if isinstance(value, date):
        return f"{value:%d.%m.%Y}"
    if isinstance(value, Decimal):
        number = f"{value:,f}" if value == value.to_integral() else f"{value.normalize():,f}"
        number = number.partition(".")[0] if value == value.to_integral() else number
        number = number.replace(",", "\u00a0")
        return number if language == "en" else number.replace(".", ",")
    if isinstance(value, tuple):
        return ", ".join(_written(language, one) for one in value)
    return str(value)
