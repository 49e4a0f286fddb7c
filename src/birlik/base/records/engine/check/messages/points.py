"""What findings say of measures, names, abbreviations and the parts of an act."""

from collections.abc import Mapping

from birlik.base.values.local_text import LocalText

POINTS: Mapping[str, LocalText] = {
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
