"""What findings say of quantities, sums and indicators."""

from collections.abc import Mapping

from birlik.base.values.local_text import LocalText

FIGURES: Mapping[str, LocalText] = {
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
}
