"""Tables of indicators in other forms than those of the concepts."""

from decimal import Decimal

import pytest

from birlik.base.records.engine.draft import IndicatorDraft, SourceText
from birlik.base.records.engine.indicators import read_indicators, read_plan_lines
from birlik.base.records.engine.indicators.flattened import FlatTable, read_flattened
from birlik.base.records.engine.indicators.values import decimal, is_value, is_values, kind_named
from birlik.base.records.engine.sources import read_source

HEAD = (
    "<tr><th rowspan=2>№</th><th rowspan=2>Көрсеткіш</th><th rowspan=2>Өлшем бірлігі</th>"
    "<th rowspan=2>Ақпарат көзі</th><th rowspan=2>2025 жыл (факт)</th>"
    "<th rowspan=2>2026 жыл (бағалау)</th><th colspan=2>Жоспарлы мәндері</th></tr>"
    "<tr><th>2027 жыл</th><th>2028 жыл</th></tr>"
)


def page(*rows: str) -> SourceText:
    """A page with a table of indicators."""
    return read_source(
        f"<html><body><p>Бау-бақша үшін.</p><table>{''.join(rows)}</table></body></html>".encode(),
        "a.html",
    )


def row(*cells: str) -> str:
    """A row of a table."""
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def values(one: IndicatorDraft) -> list[tuple[int, str, str]]:
    """Year, value and kind of each value."""
    return [(value.year, str(value.value), value.kind) for value in one.values]


def test_real_table() -> None:
    """A head in two rows gives years and kinds; thousands may be grouped in a cell."""
    read = read_indicators(
        page(HEAD, row("1.", "Ағаштар саны", "мың түп", "есеп", "1 250", "-", "1&nbsp;300,5", "2")),
        None,
        None,
    )
    [one] = read.rows
    assert (one.unit, one.source, one.certain) == ("мың түп", "есеп", True)
    assert values(one) == [(2025, "1250", "fact"), (2027, "1300.5", "plan"), (2028, "2", "plan")]
    assert read.lost == ()


def test_columns_without_telling_heads() -> None:
    """Where the heads of title, unit and source say nothing, what the cells hold decides."""
    bare = HEAD.replace("Көрсеткіш", "А").replace("Өлшем бірлігі", "Б").replace("Ақпарат көзі", "В")
    read = read_indicators(
        page(bare, row("1.", "Ағаштар саны", "%", "есеп", "1", "2", "3", "4")), None, None
    )
    [one] = read.rows
    assert (one.title, one.unit, one.source, one.certain) == ("Ағаштар саны", "%", "есеп", True)


def test_missing_row() -> None:
    """A number that the table leaps over is a lost row."""
    cells = ("Ағаштар", "дана", "есеп", "1", "2", "3", "4")
    read = read_indicators(page(HEAD, row("1.", *cells), row("3.", *cells)), None, None)
    assert [(loss.kind, loss.what) for loss in read.lost] == [("row", "indicators/2")]


def test_other_tables_are_none() -> None:
    """A table without values is no table of indicators."""
    read = read_indicators(page(row("1.", "Ағаш", "егу", "көктем", "Бақ")), None, None)
    assert read.rows == ()
    assert read.lost == ()


def test_head_lost_and_no_term() -> None:
    """Without a head and without the act's term no value can be given a year."""
    source = read_source("4.\tАғаштар\t%\tесеп\t1\t2\t3".encode(), "a.txt")
    [one] = read_indicators(source, None, None).rows
    assert one.values == ()
    assert not one.certain


def test_table_promised_and_absent() -> None:
    """A section that promises indicators without a table has lost it."""
    text = "6-бөлім. Нысаналы индикаторлар мен күтілетін нәтижелері"
    [loss] = read_indicators(read_source(text.encode(), "a.txt"), None, None).lost
    assert (loss.kind, loss.what) == ("table", "indicators")


WITNESS = "Ағаштардың саны көбейді деген есеп бар, жасыл аумақ кеңейді және мол жеміс болды.\n\n"
FLAT = """р/с №

Нысаналы
индикатор

Өлшем
бірлігі

2025
жыл
(факт)

2026
жыл
(бағалау)

Жоспарлы
мәндері

2027
жыл

{rows}
"""


def flat(rows: str) -> tuple[IndicatorDraft, ...]:
    """The rows of a flattened table."""
    return read_flattened(WITNESS + FLAT.format(rows=rows)).rows


def test_unit_in_the_last_line_of_the_title() -> None:
    """A unit that no blank line parts from the title is still the unit."""
    [one] = flat("1.\n\nАғаштар\nдың \nсаны\n%\n\nесеп\n\n10 20 30")
    assert (one.number, one.title, one.unit, one.source) == ("1", "Ағаштардың саны", "%", "есеп")
    assert values(one) == [(2025, "10", "fact"), (2026, "20", "estimate"), (2027, "30", "plan")]
    assert one.certain


def test_values_that_do_not_fit_the_head() -> None:
    """A row with more or fewer values than the head has years carries none, and is not certain."""
    [one] = flat("1.\n\nАғаштар\n\n%\n\nесеп\n\n10 20 30 40")
    assert one.values == ()
    assert not one.certain


def test_row_without_number_or_unit() -> None:
    """A row that lost its number or unit is not certain."""
    [one] = flat("Ағаштардың саны\n\nесеп\n\n10 20 30")
    assert (one.number, one.unit) == ("", "")
    assert not one.certain


def test_two_runs_of_values() -> None:
    """Of several places with rows of values the one with most rows is the table."""
    far = "\n\n".join(["Бау-бақшада жұмыс істейтін адамдар туралы сөйлем осында тұр."] * 30)
    text = f"5 6 7\n\n{far}\n\n" + FLAT.format(
        rows="1.\n\nАғаш\n\n%\n\nесеп\n\n1 5 9\n\n2.\n\nБақ\n\n%\n\nесеп\n\n1 5 8"
    )
    assert len(read_flattened(text).rows) == 2


@pytest.mark.parametrize("text", ["мәтін", "5 6 7", "1 2 3 4 5", "2026\n\n2025\n\nжоспар\n\n5 6 7"])
def test_no_flattened_table(text: str) -> None:
    """Values without a head of rising years are no table; the numbers of columns are no values."""
    assert read_flattened(text) == FlatTable()


def test_plan_lines_in_russian() -> None:
    """The Russian form of the lines between measures is read too; one without a series is not."""
    text = (
        "Целевой индикатор 2. Доля садов, %: в 2027 году – 80,2; в 2028 году – 81.\n"
        "Целевой индикатор 3. Тень."
    )
    [one] = read_plan_lines(read_source(text.encode(), "a.txt"))
    assert (one.number, one.title, one.unit) == ("2", "Доля садов", "%")
    assert values(one) == [(2027, "80.2", "plan"), (2028, "81", "plan")]
    assert text[one.start : one.end].startswith("Целевой индикатор 2.")


@pytest.mark.parametrize(
    ("words", "row_of_values", "one_value"),
    [
        ("80 % 80,2 % -", True, False),
        ("1 2 3 4", False, False),
        ("5 6", False, False),
        ("1 250", False, True),
        ("-", False, True),
        ("", False, False),
        ("80 % сад 5 6", False, False),
    ],
)
def test_values(words: str, row_of_values: bool, one_value: bool) -> None:
    """A row of values holds nothing else and is not 1 2 3 4; a cell may group its thousands."""
    assert is_values(words) == row_of_values
    assert is_value(words) == one_value


def test_kinds_and_numbers() -> None:
    """A heading's words give the kind; digits with comma and sign give the number."""
    assert [kind_named(words) for words in ("2024 (факт)", "оценка", "прогноз", "2027")] == [
        "fact",
        "estimate",
        "plan",
        None,
    ]
    assert decimal("80,25 %") == Decimal("80.25")
    assert decimal("-") is None


def test_trimmed_lines() -> None:
    """Words that neither the text nor another row writes are put side by side, never certain."""
    [one] = flat("1.\n\nТерек\nбойы\n\n%\n\nесеп\n\n10 20 30")
    assert one.title == "Терек бойы"
    assert not one.certain


def test_word_cut_short() -> None:
    """A word that ends where its line had room, with no blank, may have lost its next letters."""
    [whole] = flat("1.\n\nАғаштар\nдың \nсаны \nкөбейді\n\n%\n\nесеп\n\n10 20 30")
    assert whole.certain
    [cut] = flat("1.\n\nАғаштар\nсаны \nкөбейді және \nмол\n\n%\n\nесеп\n\n10 20 30")
    assert cut.title == "Ағаштар саны көбейді және мол"
    assert not cut.certain


def test_kinds_against_the_adoption() -> None:
    """A plan for a year before the adoption, or a fact after it, is not certain."""
    cells = ("Ағаштар саны", "мың түп", "есеп", "1", "2", "3", "4")
    source = page(HEAD, row("1.", *cells))
    certain = [
        read_indicators(source, None, year).rows[0].certain for year in (2025, 2026, 2027, 2028)
    ]
    assert certain == [False, True, True, False]


def test_row_that_lost_its_unit() -> None:
    """A row without its unit has lost a part of a cell."""
    [loss] = read_indicators(
        page(HEAD, row("1.", "Ағаштар", "", "есеп", "1", "2", "3", "4")), None, None
    ).lost
    assert (loss.kind, loss.what) == ("cell", "indicators/1")


def test_two_years_of_fact() -> None:
    """A head in which one block says «факт» of two years has lost a kind: nothing is certain."""
    table = (
        "р/с №\n\n2025 жыл\n2026 жыл (факт)\n\nЖоспар\n\n2027\n\n1.\n\nАғаштардың \nсаны\n\n%\n\n"
        "есеп\n\n10 20 30"
    )
    [one] = read_flattened(WITNESS + table).rows
    assert not one.certain


def test_letters_set_apart() -> None:
    """Letters set apart by any white space are closed to a word; two blanks part words."""
    [one] = flat("1.\n\nАғаштардың \nс\tа н ы  ж ә н е  \nбар\n\n%\n\nесеп\n\n10 20 30")
    assert one.title == "Ағаштардың саны және бар"
