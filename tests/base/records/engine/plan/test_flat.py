"""Plans of our own, set in several columns and pages, flattened, and read again."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from birlik.base.records.engine.draft import ExecutorDraft, MeasureDraft, SourceText
from birlik.base.records.engine.plan import PlanReading, read_flat_plan
from birlik.base.values.schedule import MonthDay, Schedule, Window

KK_HEAD = """Достық бағдарламасын 2023-2025 жылдары іске асыру жоспары

Р/с №

Іс-шараның
атауы

Аяқталу нысаны Аяқталу мерзімі
Ж а у а п т ы
орындаушылар

1 2 3 4 5
"""
KK_NOTE = """

Ескертпе: аббревиатуралардың толық жазылуы

ДДМ - Диалог және даму министрлігі

ҒБМ -
Ғылым және білім
министрлігі

"Шаңырақ" РМК - "Шаңырақ" республикалық мемлекеттік кәсіпорны

© Достық қоры
"""
KK_AKIMATS = "Астана, Алматы, Шымкент қалаларының және облыстардың әкімдіктері"
KK_FIRST = [
    (
        "1.",
        "Өңірлерде жас делдалдарды даярлауды ұйымдастыру:",
        "атқарылған жұмыс туралы есеп",
        "жыл сайын",
        f'ДДМ, "Шаңырақ" РМК, {KK_AKIMATS}',
    ),
    ("", "1) делдалдардың қысқы мектебі", "семинар", "жылына 1 рет, I тоқсан", None),
    (
        "",
        "2) еріктілердің келісім форумы",
        "форум",
        "жартыжылдықта 1 рет",
        "ДДМ, ҒБМ (келісу бойынша)",
    ),
    (
        "2.",
        "Этносаралық қатынастар туралы мақалалар жинағын шығару",
        "жинақ",
        "жыл сайын, кемінде 2 жинақ",
        "ҒБМ",
    ),
]
KK_SECOND = [
    (
        "3.",
        "Бірлестіктер тізілімін толықтыру және жариялау",
        "тізілімді жаңарту",
        "жыл сайын, 1 мамырға дейін",
        'ДДМ, "Шаңырақ" РМК',
    ),
    (
        "4.",
        "Бұқаралық ақпарат құралдарындағы материалдарға талдау жасау",
        "ДДМ-ға ақпарат",
        "2023 және 2025 жылдар",
        KK_AKIMATS,
    ),
]
RU_HEAD = """План мероприятий по реализации Программы согласия на 2023-2025 годы

№ п/п

Наименование
мероприятия

Форма завершения

Срок исполнения

Ответственные
исполнители

1 2 3 4 5
"""
RU_NOTE = """

Примечание: расшифровка аббревиатур

МКД - Министерство культуры и диалога

МНО -
Министерство науки и
образования

ЦБУ - Центр "Бірлік"
"""
RU_AKIMATS = "акиматы городов Астаны, Алматы, Шымкента и областей"
RU_ROWS = [
    (
        "1.",
        "Проведение обучающих встреч для молодых посредников в регионах:",
        "отчет о проделанной работе",
        "ежегодно",
        f"МКД, ЦБУ, {RU_AKIMATS}",
    ),
    ("", "1) зимняя школа посредников", "отчет", "1 раз в год, I квартал", None),
    (
        "",
        "2) республиканский форум волонтеров согласия",
        "форум",
        "1 раз в полугодие",
        "МКД, МНО (по согласованию)",
    ),
    (
        "2.",
        "Мониторинг публикаций в средствах массовой информации и социальных сетях",
        "информация в МКД",
        "ежеквартально",
        RU_AKIMATS,
    ),
    ("3.", "Обновление реестра", "обновление реестра", "до 1 мая 2024 года", "МКД"),
]
SETTINGS: list[dict[str, Any]] = [
    {},
    {"widths": (4, 24, 22, 22, 24), "page": 33},
    {"widths": (4, 18, 16, 16, 18), "page": 40},
    {"page": 30, "soft_ends": False},
]


@pytest.fixture(params=SETTINGS, ids=lambda setting: str(setting) or "as printed")
def kazakh(request: pytest.FixtureRequest, flatten: Any, settings: Any) -> PlanReading:
    setting = settings(**request.param)
    text = (
        f"{KK_HEAD}1-бағыт. Диалог және делдалдық\n"
        "1-нысаналы индикатор. Сенім деңгейі, %: 2023 жылы - 61; 2024 ж. - \n62;\n\n 2025 - 63\n\n"
        f"{flatten(KK_FIRST, setting)}\n2-бағыт. Білім және деректер\n\n"
        f"{flatten(KK_SECOND, setting)}{KK_NOTE}"
    )
    return read_flat_plan(SourceText(text, "text", "kk", flattened=True))


@pytest.fixture(params=SETTINGS, ids=lambda setting: str(setting) or "as printed")
def russian(request: pytest.FixtureRequest, flatten: Any, settings: Any) -> PlanReading:
    setting = settings(**request.param)
    text = f"{RU_HEAD}Направление 1. Диалог\n\n{flatten(RU_ROWS, setting)}{RU_NOTE}"
    return read_flat_plan(SourceText(text, "text", "ru", flattened=True))


def _table(reading: PlanReading) -> list[tuple[str, str, str, str]]:
    return [(one.number, one.title, one.completion_form, one.deadline) for one in reading.measures]


def _expected(rows: list[Any]) -> list[tuple[str, str, str, str]]:
    table, number = [], ""
    for printed, title, form, deadline, _ in rows:
        if printed:
            number = printed.rstrip(".")
            table.append((number, title, form, deadline))
        else:
            item, words = title.split(") ", 1)
            table.append((f"{number}.{item}", words, form, deadline))
    return table


def _by_number(reading: PlanReading) -> dict[str, MeasureDraft]:
    return {one.number: one for one in reading.measures}


def test_a_kazakh_plan_is_read_however_it_is_set(kazakh: PlanReading) -> None:
    """Columns of other widths and pages of other heights give the same rows."""
    assert _table(kazakh) == _expected(KK_FIRST + KK_SECOND)
    assert kazakh.directions == {"1": "Диалог және делдалдық", "2": "Білім және деректер"}
    assert [one.direction for one in kazakh.measures] == ["1", "1", "1", "1", "2", "2"]
    assert kazakh.lost == ()


def test_kazakh_executors_are_codes_and_groups(kazakh: PlanReading) -> None:
    """Codes of the act's list, by agreement or not; akimats stay one group; a gap inherits."""
    rows = _by_number(kazakh)
    akimats = ExecutorDraft(KK_AKIMATS, group=True)
    named = (ExecutorDraft("ДДМ"), ExecutorDraft('"Шаңырақ" РМК'))
    assert rows["1"].executors == (*named, akimats)
    assert rows["1.1"].executors == (*named, akimats)
    assert rows["1.1"].inherited == {"executors": "parent"}
    assert rows["1.2"].executors == (ExecutorDraft("ДДМ"), ExecutorDraft("ҒБМ", by_agreement=True))
    assert rows["3"].executors == named
    assert rows["4"].executors == (akimats,)


def test_kazakh_deadlines_become_schedules(kazakh: PlanReading) -> None:
    """The schedule is what the words of the row's own deadline mean."""
    rows = _by_number(kazakh)
    assert rows["1.1"].schedule == Schedule("year", window=Window("quarter", 1))
    assert rows["2"].schedule == Schedule("year", quantity=2, at_least=True, unit="жинақ")
    assert rows["3"].schedule == Schedule(
        "year", window=Window("by", days=(MonthDay(5, 1),), inclusive=False)
    )
    assert rows["4"].schedule == Schedule("once", years=(2023, 2025))


def test_a_russian_plan_is_read_however_it_is_set(russian: PlanReading) -> None:
    """Columns of other widths and pages of other heights give the same rows."""
    assert _table(russian) == _expected(RU_ROWS)
    assert russian.directions == {"1": "Диалог"}
    assert russian.abbreviations["МНО"] == "Министерство науки и образования"


def test_russian_executors_are_codes_and_groups(russian: PlanReading) -> None:
    """Codes, «по согласованию», and the akimats as one group."""
    rows = _by_number(russian)
    akimats = ExecutorDraft(RU_AKIMATS, group=True)
    assert rows["1"].executors == (ExecutorDraft("МКД"), ExecutorDraft("ЦБУ"), akimats)
    assert rows["1.2"].executors == (ExecutorDraft("МКД"), ExecutorDraft("МНО", by_agreement=True))
    assert rows["2"].executors == (akimats,)


def _read(body: str, language: Any = "kk", note: str = KK_NOTE, head: str = KK_HEAD) -> PlanReading:
    return read_flat_plan(SourceText(f"{head}{body}{note}", "text", language, flattened=True))


ROW = "{}\n\n{}\n\nесеп\n\nжыл сайын\n\nДДМ\n\n"


def test_a_text_without_a_plan_gives_nothing() -> None:
    """No heading of a plan's table, no measures and no span."""
    reading = read_flat_plan(SourceText("Достық туралы\n\n1. Сөз\n", "text", "kk"))
    assert reading == PlanReading()


def test_a_heading_without_a_body_gives_no_measures() -> None:
    """A plan cut off below its heading is a plan without rows."""
    assert read_flat_plan(SourceText(KK_HEAD, "text", "kk")).measures == ()
    assert _read("").measures == ()


def test_a_heading_may_stand_on_one_line() -> None:
    """The names of the five columns side by side, without a row of column numbers."""
    head = "План мероприятий\n\n№ Мероприятие Форма завершения Срок исполнения Исполнители\n\n"
    body = "1.\n\nВыпуск сборника\n\nсборник\n\nежегодно\n\nМКД\n\n"
    reading = _read(body, "ru", RU_NOTE, head)
    assert [(one.title, one.deadline) for one in reading.measures] == [
        ("Выпуск сборника", "ежегодно")
    ]


def test_a_late_number_belongs_to_the_row_above_it() -> None:
    """The number of a row that a page cuts stands on the second page, inside other words."""
    reading = _read(
        ROW.format("1.", "Кездесу өткізу")
        + "Жастармен жұмысты \nұйымдастыру:\n\nесеп\n\nжыл сайын\n\nДДМ, ҒБМ\n\n"
        + '1) "Келешек" клубының \n\nсеминар\n\n\n\n2.\n\nотырысы\n\nжылына 2 рет\n\nҒБМ\n\n'
    )
    rows = _by_number(reading)
    assert list(rows) == ["1", "2", "2.1"]
    assert rows["2"].title == "Жастармен жұмысты ұйымдастыру:"
    assert rows["2.1"].title == '"Келешек" клубының отырысы'
    assert not rows["2"].certain["title"]
    assert not any(rows["2.1"].certain.values())


def test_numbers_may_be_dotted_or_bare() -> None:
    """Sub-measures as «1.1.» and measures whose number has no full stop."""
    reading = _read(
        ROW.format("1", "Кездесу өткізу:")
        + ROW.format("1.1.", "көктемгі кездесу")
        + ROW.format("1.2.", "күзгі кездесу")
        + ROW.format("2", "Жинақ шығару")
    )
    assert [(one.number, one.parent) for one in reading.measures] == [
        ("1", ""),
        ("1.1", "1"),
        ("1.2", "1"),
        ("2", ""),
    ]


def test_what_the_numbering_leaps_over_is_lost() -> None:
    """A missing measure and a missing sub-measure are named, at the row after the gap."""
    reading = _read(
        ROW.format("1.", "Кездесу өткізу:")
        + ROW.format("2)", "күзгі кездесу")
        + ROW.format("3.", "Жинақ шығару")
    )
    assert [(loss.kind, loss.what) for loss in reading.lost] == [("row", "2"), ("row", "1.1")]
    by_number = _by_number(reading)
    assert not by_number["3"].certain["title"]


def test_words_above_the_first_row_are_lost() -> None:
    """The rest of a row whose head is gone is not given to another row."""
    reading = _read("ДДМ, ҒБМ\n\n" + ROW.format("1.", "Кездесу өткізу"))
    assert [(loss.kind, loss.what) for loss in reading.lost] == [("cell", "ДДМ, ҒБМ")]


def test_a_measure_without_a_printed_number_is_counted_and_doubtful() -> None:
    """A row whose number is gone takes the one after the row above it."""
    reading = _read(
        ROW.format("1.", "Кездесу өткізу")
        + "Жинақ шығару\n\nесеп\n\nжыл сайын\n\nҒБМ\n\n"
        + ROW.format("3.", "Форум өткізу")
    )
    assert [one.number for one in reading.measures] == ["1", "2", "3"]
    assert not reading.measures[1].certain["title"]
    assert [(loss.kind, loss.what) for loss in reading.lost] == [("word", "2")]


def test_a_merged_cell_above_is_taken_where_the_parent_has_none() -> None:
    """Of two sub-measures under a parent without form, the second takes the first one's."""
    reading = _read(
        "1.\n\nЗерттеулер жүргізу:\n\nДДМ\n\n"
        "1) көктемгі зерттеу\n\nталдамалық есеп\n\nжыл сайын\n\n"
        "2) күзгі зерттеу\n\nжылына 1 рет\n\n"
    )
    rows = _by_number(reading)
    assert rows["1"].completion_form == ""
    assert rows["1"].deadline == ""
    assert rows["1.2"].completion_form == "талдамалық есеп"
    assert rows["1.2"].inherited == {"completion_form": "above", "executors": "parent"}
    assert not rows["1.2"].certain["completion_form"]


def test_measures_share_a_merged_cell_and_the_schedule_goes_with_the_deadline() -> None:
    """A measure without deadline takes that of the measure above, doubtful."""
    reading = _read(ROW.format("1.", "Кездесу өткізу") + "2.\n\nЖинақ шығару\n\nесеп\n\nҒБМ\n\n")
    second = reading.measures[1]
    assert second.deadline == "жыл сайын"
    assert second.schedule == Schedule("year")
    assert second.inherited == {"deadline": "above", "schedule": "above"}
    assert not second.certain["schedule"]


def test_a_cell_that_nobody_prints_stays_empty() -> None:
    """Neither the row, nor its parent, nor the row above has a form: none is made up."""
    reading = _read(
        "1.\n\nКездесу өткізу\n\nжыл сайын\n\nДДМ\n\n2.\n\nЖинақ шығару\n\nжыл сайын\n\nҒБМ\n\n"
    )
    assert [one.completion_form for one in reading.measures] == ["", ""]
    assert [one.inherited for one in reading.measures] == [{}, {}]


def test_a_count_without_a_period_takes_the_parents() -> None:
    """«кемінде 10 кездесу» under a yearly measure is ten a year, taken from the parent."""
    body = ROW.format("1.", "Кездесулер ұйымдастыру:")
    reading = _read(body + "1) ауылдардағы кездесу\n\nесеп\n\nкемінде 10 кездесу\n\nҒБМ\n\n")
    second = reading.measures[1]
    assert second.deadline == "кемінде 10 кездесу"
    assert second.schedule == Schedule("year", quantity=10, at_least=True, unit="кездесу")
    assert second.inherited == {"schedule": "parent"}
    assert not second.certain["schedule"]


def test_a_count_stays_open_where_the_parent_has_no_period_either() -> None:
    """A parent without deadline gives no period, and the schedule is not certain."""
    reading = _read(
        "1.\n\nКездесулер ұйымдастыру:\n\nесеп\n\nДДМ\n\n"
        "1) ауылдардағы кездесу\n\nесеп\n\nкемінде 10 кездесу\n\nҒБМ\n\n"
    )
    assert not reading.measures[1].certain["schedule"]
    assert "schedule" not in reading.measures[1].inherited


def test_words_that_the_act_replaces_throughout_are_replaced_and_doubtful() -> None:
    """A note that one word replaces another holds for what the page still prints."""
    note = (
        'Ескерту. Бүкіл мәтін бойынша "Нұр-Сұлтан" деген сөз "Астана" деген сөзбен ауыстырылды.\n\n'
    )
    old = "Нұр-Сұлтан, Алматы, Шымкент қалаларының және облыстардың әкімдіктері"
    reading = _read(f"1.\n\nКездесу өткізу\n\nесеп\n\nжыл сайын\n\n{old}\n\n", head=note + KK_HEAD)
    measure = reading.measures[0]
    assert measure.executors == (ExecutorDraft(KK_AKIMATS, group=True),)
    assert not measure.certain["executors"]


def test_a_code_misread_inside_a_form_is_spelt_by_the_list_and_doubtful() -> None:
    """«ҚЦДМ-ға ақпарат» cannot be sent to another body than the one of the list."""
    note = KK_NOTE.replace("ДДМ -", "ҚДДМ -")
    reading = _read("1.\n\nКездесу өткізу\n\nҚЦДМ-ға ақпарат\n\nжыл сайын\n\nҚДДМ\n\n", note=note)
    measure = reading.measures[0]
    assert measure.completion_form == "ҚДДМ-ға ақпарат"
    assert not measure.certain["completion_form"]
    assert measure.certain["executors"]


def test_an_executor_outside_the_list_is_doubtful() -> None:
    """An acronym that the act's list does not have is kept as printed, and asked about."""
    reading = _read("1.\n\nКездесу өткізу\n\nесеп\n\nжыл сайын\n\nДДМ, БЖҚ\n\n")
    assert reading.measures[0].executors == (ExecutorDraft("ДДМ"), ExecutorDraft("БЖҚ"))
    assert not reading.measures[0].certain["executors"]


def test_a_form_outside_the_vocabulary_makes_its_row_doubtful() -> None:
    """An unknown form may be the end of a title: both are asked about, the rest is not."""
    reading = _read("1.\n\nКездесу өткізу\n\nкөпір салу\n\nжыл сайын\n\nДДМ\n\n")
    measure = reading.measures[0]
    assert measure.completion_form == "көпір салу"
    assert measure.certain == {
        "title": False,
        "completion_form": False,
        "deadline": True,
        "executors": True,
        "schedule": True,
    }


def test_page_numbers_and_repeated_column_numbers_are_not_words_of_the_plan() -> None:
    """A page's number alone between two pages, and the row «1 2 3 4 5», are left out."""
    reading = _read(
        ROW.format("1.", "Кездесу өткізу")
        + "\n\n\n12\n\n\n\n1 2 3 4 5\n\n"
        + ROW.format("2.", "Жинақ шығару")
    )
    assert [(one.number, one.title) for one in reading.measures] == [
        ("1", "Кездесу өткізу"),
        ("2", "Жинақ шығару"),
    ]


def test_form_feeds_part_pages() -> None:
    """A form feed is a page's end, whatever blank lines stand around it."""
    reading = _read(
        "1.\n\nКездесу\n\n\f\nөткізу\n\nесеп\n\nжыл сайын\n\nДДМ\n\n" + ROW.format("2.", "Форум")
    )
    assert reading.measures[0].title == "Кездесу өткізу"
    assert not any(reading.measures[0].certain.values())


BROKEN = (
    ROW.format("1.", "Кездесу өткізу:")
    + ROW.format("1)", "көктемгі \nкездесу")
    + "\n\n\n"
    + ROW.format("2.", "Ж и н а қ  шығару")
).split("\n")


@hypothesis_settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([*BROKEN, "7)", "12.", '"', "(", "қ", "\f", "1-бағыт. Сөз"])))
def test_any_lines_are_read_without_fault_and_within_the_text(lines: list[str]) -> None:
    """However the lines of a plan are lost, doubled or mixed, every offset lies in the text."""
    text = f"{KK_HEAD}{chr(10).join(lines)}{KK_NOTE}"
    reading = read_flat_plan(SourceText(text, "text", "kk", flattened=True))
    for measure in reading.measures:
        assert measure.number
        assert 0 <= measure.start < measure.end <= len(text)
        assert all(
            0 <= start < end <= len(text)
            for spans in measure.spans.values()
            for start, end in spans
        )
