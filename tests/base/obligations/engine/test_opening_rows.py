"""Rows of a record of control: headings, cells, and which obligations they mean."""

from datetime import date
from itertools import permutations

import pytest

from birlik.base.obligations.engine.opening import ORIGIN, Balance, past_rows, refusal
from birlik.base.obligations.queries.opening import balance_of
from birlik.base.records.engine.workbook import UnfitFileError, read_workbook
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from tests.base.obligations.opening_world import AT, Past, act_of, past, rows
from tests.base.records.engine.workbook.books import book_of, filled, saved

pytestmark = pytest.mark.django_db
LETTER = date(2023, 6, 28)


@pytest.fixture
def world() -> Past:
    """The plan that was controlled elsewhere."""
    return past()


def weighed(world: Past, *lines: tuple[object, ...], **more: object) -> Balance:
    """What these rows mean on the day of going live."""
    return balance_of(world.act, rows(world.act, *lines, **more), on=day_of(AT))


def reasons(found: Balance) -> list[tuple[str, str]]:
    """The cells and the beginnings of the reasons of all rows that are not taken."""
    assert not found.taken
    return [(one.cell, one.reason.en) for _row, every in found.unfit for one in every]


def said(reason: LocalText, words: str = "") -> str:
    """A reason in English about these words."""
    return reason.en.replace("{words}", words)


def test_a_row_means_the_obligation_of_its_measure_period_and_executor(world: Past) -> None:
    """Without an executor the lead is meant; the contributor by any of its names; a due date in
    place of a period, as printed or as moved to a working day."""
    found = weighed(
        world,
        ("1", "2023 ж. 1 жартыжылдық", None, None, "иә", "12-3/45", LETTER),
        ("п. 1", "H2 2023", None, "абай ӘКІМДІГІ", "нет", None, None),
        ("1", None, "31.12.2023", "МКИ", "жоқ", None, None),
        ("8.1", 2023, None, "Акимат Ұлытау", "да", None, "28.06.2023"),
    )
    assert not found.unfit
    assert [(one.obligation, one.row, one.done_on, one.letter) for one in found.new] == [
        (world.first.pk, 2, LETTER, "12-3/45"),
        (world.contribution.pk, 3, None, ""),
        (world.second.pk, 4, None, ""),
        (world.akimats[1].pk, 5, LETTER, ""),
    ]
    for due in ("30.06.2023", "03.07.2023"):
        one = weighed(world, ("1", None, due, None, "жоқ", None, None))
        assert [taken.obligation for taken in one.new] == [world.first.pk]
    assert weighed(world, ("1", date(2023, 7, 3), None, None, "жоқ", None, None)).new
    exact = weighed(world, ("1", "III кв. 2023", None, None, "жоқ", None, None))
    assert exact.unfit
    within = weighed(world, ("1", "IV кв. 2023", None, None, "жоқ", None, None))
    assert [taken.obligation for taken in within.new] == [world.second.pk]


def test_rows_alike_mean_the_occurrences_in_order(world: Past) -> None:
    """Three equal rows of what is owed thrice mean the first, second and third time; a fourth is
    one too many."""
    line = ("8.10", "2023", None, None, "жоқ", None, None)
    found = weighed(world, line, line, line, line)
    assert [one.obligation for one in found.new] == [one.pk for one in world.thrice]
    ((row, (why,)),) = found.unfit
    assert (row.number, why.cell, why.reason.en) == (5, "A5", said(refusal.DOUBLED_ROW, "4"))


def test_a_number_that_may_be_two_is_not_guessed(world: Past) -> None:
    """8.1 typed as a number may be measure 8.10: without the executor nobody guesses; with the
    executor of one of them it is clear; text is never doubted."""
    doubtful = weighed(world, (8.1, 2023, None, None, "жоқ", None, None))
    assert reasons(doubtful)[0][1].startswith("The row fits several obligations (8.1, 2023, 8.10")
    clear = weighed(world, (8.1, 2023, None, "Абай әкімдігі", "жоқ", None, None))
    assert [one.obligation for one in clear.new] == [world.akimats[0].pk]


@pytest.mark.parametrize(
    ("line", "cell", "reason", "words"),
    [
        (("9", "2023", None, None, "иә", "1", LETTER), "A2", refusal.NO_SUCH_NUMBER, "9"),
        ((None, "2023", None, None, "иә", "1", LETTER), "A2", refusal.NO_NUMBER, ""),
        ((LETTER, "2023", None, None, "жоқ", None, None), "A2", refusal.NUMBER_IS_A_DAY, ""),
        (("1", "жаз", None, None, "жоқ", None, None), "B2", refusal.NO_PERIOD_READ, "жаз"),
        (
            ("1", "2021", None, None, "жоқ", None, None),
            "B2",
            refusal.NO_SUCH_PERIOD,
            "2023-H1, 2023-H2, 2024-H1",
        ),
        (("1", None, "ертең", None, "жоқ", None, None), "C2", refusal.NO_DAY_READ, "ертең"),
        (
            ("1", "2023-H1", "01.02.2023", None, "жоқ", None, None),
            "C2",
            refusal.NO_SUCH_DUE_DATE,
            "03.07.2023",
        ),
        (
            ("1", "2023-H1", None, "Абай", "жоқ", None, None),
            "D2",
            refusal.NO_SUCH_EXECUTOR,
            "Абай",
        ),
        (
            ("8.1", "2023", None, None, "жоқ", None, None),
            "",
            refusal.AMBIGUOUS,
            "8.1, 2023",
        ),
        (
            ("1", None, None, None, "жоқ", None, None),
            "",
            refusal.AMBIGUOUS,
            "1, 2023-H1, 1, 2023-H2, 1, 2024-H1",
        ),
        (("1", "2023-H1", None, None, None, "5", None), "E2", refusal.SAY_WHETHER_DONE, ""),
        (("1", "2023-H1", None, None, "?", "5", None), "E2", refusal.NO_ANSWER_READ, "?"),
        (("1", "2023-H1", None, None, "иә", "5", None), "G2", refusal.DAY_NEEDED, ""),
        (("1", "2023-H1", None, None, "жоқ", "5", LETTER), "G2", refusal.DAY_OF_NOTHING, ""),
        (("1", "2023-H1", None, None, "иә", "5", "02.02.2024"), "G2", refusal.DAY_TO_COME, ""),
        (
            ("1", "2023-H1", None, None, "иә", "5", "31.12.2022"),
            "G2",
            refusal.DAY_BEFORE_PERIOD,
            "01.01.2023",
        ),
        (("1", "2023-H1", None, None, "иә", "5" * 101, LETTER), "F2", refusal.LETTER_TOO_LONG, ""),
        (("2", "2022", None, None, "жоқ", None, None), "A2", refusal.VOID_THEN, ""),
        (("1", "2024-H1", None, None, "жоқ", None, None), "A2", refusal.CONTROLLED_HERE, ""),
        (("1", "2023-H1", None, None, "=A1", "5", LETTER), "E2", refusal.FORMULA, ""),
    ],
)
def test_what_cannot_be_taken_is_told_by_cell(
    world: Past, line: tuple[object, ...], cell: str, reason: LocalText, words: str
) -> None:
    """Each row that means nothing, several things, or contradicts itself or what is known is left
    out with the cell and the reason."""
    assert (cell, said(reason, words)) in reasons(weighed(world, line))


def test_errors_of_the_sheet_are_told(world: Past) -> None:
    """A cell that shows an error is told with its code."""
    book = book_of(("Іс-шара №", "Кезең", "Орындалды"), ("1", "2023-H1", "#REF!"))
    book.active["C2"].data_type = "e"
    found = balance_of(
        world.act, past_rows(read_workbook(saved(book)), act=world.act.pk), on=day_of(AT)
    )
    assert reasons(found) == [("C2", said(refusal.FAULT, "#REF!"))]


def test_codes_of_the_template_say_which_obligation(world: Past) -> None:
    """A code alone is enough; one of another act or beside another measure or period is told."""
    heads = ("Birlik коды", "Іс-шара №", "Кезең", "Орындалды")
    code = world.thrice[1].pk

    def one(*line: object) -> Balance:
        return weighed(world, line, heads=heads)

    assert [taken.obligation for taken in one(code, None, None, "жоқ").new] == [code]
    assert [taken.obligation for taken in one(code, "8.10", "2023", "жоқ").new] == [code]
    assert reasons(one(code, "1", None, "жоқ")) == [("A2", said(refusal.CODE_OF_ANOTHER, "8.10"))]
    assert reasons(one(code, "8.10", "2022", "жоқ")) == [
        ("C2", said(refusal.NO_SUCH_PERIOD, "2023"))
    ]
    assert reasons(one(99_999, None, None, "жоқ")) == [("A2", said(refusal.NO_SUCH_CODE, "99999"))]
    assert reasons(one("x1", None, None, "жоқ")) == [("A2", said(refusal.NO_SUCH_CODE, "x1"))]


def test_columns_stand_in_any_order(world: Past) -> None:
    """Whatever the order of the columns, and with a stranger's column and a title above, the same
    is read."""
    values = {"№ п/п": "1", "Отчетный период": "2023-H1", "ИСПОЛНЕНО": "да",
              "Дата исполнения": "28.06.2023"}  # fmt: skip
    for order in permutations(values):
        heads = ("Прочее", *order)
        sheet = filled(("Сводка",), heads, ("x", *(values[name] for name in order)))
        found = balance_of(
            world.act, past_rows(read_workbook(sheet), act=world.act.pk), on=day_of(AT)
        )
        assert [(one.obligation, one.done_on) for one in found.new] == [(world.first.pk, LETTER)]


def test_rows_that_nobody_filled_in_say_nothing(world: Past) -> None:
    """A row without an answer, a letter and a day is left out and no error."""
    found = weighed(world, ("1", "2023-H1", None, "Министрлік", None, None, None))
    assert found == Balance((), (), (), ())


def test_a_file_without_the_headings_is_refused(world: Past) -> None:
    """Without the headings that are needed, with one that stands twice, or made for another act, a
    file is refused as a whole."""
    other = act_of("2")
    for content, reason in (
        (filled(("Пункт", "Срок"), ("1", "2023")), refusal.NO_HEADINGS),
        (filled(("Орындалды", "Кезең")), refusal.NO_HEADINGS),
        (filled(("x",), (f"{ORIGIN}{other.pk}",)), refusal.OTHER_ACT),
    ):
        with pytest.raises(UnfitFileError) as caught:
            past_rows(read_workbook(content), act=world.act.pk)
        assert caught.value.reason == reason
    twice = filled(("Пункт", "Срок", "Исполнено", "Мерзімі"), ("1", "2023", "да", "x"))
    with pytest.raises(UnfitFileError) as caught:
        past_rows(read_workbook(twice), act=world.act.pk)
    assert caught.value.reason.ru.startswith("Заголовок «Срок» стоит в нескольких столбцах")
    own = filled(("Пункт", "Период", "Исполнено", f"{ORIGIN}{world.act.pk}"), ("1", "2023", "да"))
    assert past_rows(read_workbook(own), act=world.act.pk)
