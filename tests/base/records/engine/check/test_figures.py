"""Numbers of running text."""

from decimal import Decimal

import pytest

from birlik.base.records.engine.check.figures import Figure, figures_of


def only(text: str) -> Figure:
    """The one number of a text."""
    (figure,) = figures_of(text)
    return figure


@pytest.mark.parametrize(
    ("text", "value", "bound"),
    [
        ("работают 36 домов дружбы", "36", "exact"),
        ("36 достық үйі жұмыс істейді", "36", "exact"),
        ("более 1000 объединений", "1000", "more"),
        ("бір мыңнан астам бірлестік", "1000", "more"),
        ("более одной тысячи объединений", "1000", "more"),
        ("около 400 меценатов", "400", "about"),
        ("8 мыңға жуық белсенді", "8000", "about"),
        ("400-ден астам меценат", "400", "more"),
        ("босқындар саны 122 миллионнан асып түсті", "122000000", "more"),
        ("в стране 1,7 млн человек", "1700000", "exact"),
        ("20 283 399 адам тұрады", "20283399", "exact"),
        ("менее 50 школ", "50", "less"),
        ("на 7-ми языках", "7", "exact"),
        ("двадцать пять школ", "25", "exact"),
        ("он төрт ұйым", "14", "exact"),
        ("төрт театр", "4", "exact"),
    ],
)
def test_counts_are_read_with_their_bounds(text: str, value: str, bound: str) -> None:
    """A count is its value and how exact it claims to be, in digits or in words."""
    figure = only(text)
    assert (figure.kind, figure.value, figure.bound) == ("count", Decimal(value), bound)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("88,3 % граждан", "percent"),
        ("90%-ы көпмәдениетті", "percent"),
        ("в 2021 году", "year"),
        ("указом № 149 утверждено", "reference"),
        ("в соответствии с пунктом 26 положения", "reference"),
        ("ереженің 32-тармағына сәйкес", "reference"),
        ("1-бөлім", "reference"),
        ("3) развитие", "reference"),
        ("2. Настоящий указ", "reference"),
        ("2-го направления", "ordinal"),
    ],
)
def test_what_is_no_count_is_told_apart(text: str, kind: str) -> None:
    """Shares, years, references, list points and ordinals are not counts of things."""
    assert only(text).kind == kind


def test_a_date_is_a_day_and_a_year() -> None:
    """The day and the year of a date are not counts."""
    assert [figure.kind for figure in figures_of("от 29 декабря 2025 года")] == ["date", "year"]


def test_a_range_of_years_is_two_years() -> None:
    """Both ends of a range are years, also where only the second is called so."""
    assert [figure.kind for figure in figures_of("на 2022 – 2026 годы")] == ["year", "year"]


def test_a_kazakh_preposition_is_no_number() -> None:
    """«Үшін» ("for") is not «үш» ("three")."""
    assert figures_of("дамыту үшін жағдай жасау") == ()


def test_the_noun_ends_with_its_phrase() -> None:
    """What is counted ends where another phrase begins."""
    russian = only("20 региональных клубов журналистов в республике")
    kazakh = only("36 достық үйі жұмыс істейді")
    assert (len(russian.noun), len(kazakh.noun)) == (3, 2)


@pytest.mark.parametrize(
    ("one", "two", "agree"),
    [
        ("более 820 школ", "828 школ", True),
        ("более 820 школ", "800 школ", False),
        ("около 1300 школ", "1294 школ", True),
        ("36 школ", "38 школ", False),
        ("36 школ", "36 школ", True),
        ("около 400 школ", "более 400 школ", False),
        ("менее 50 школ", "41 школ", True),
    ],
)
def test_bounds_are_given_their_due(one: str, two: str, agree: bool) -> None:
    """Two counts agree when both can be true of one thing."""
    assert only(one).agrees_with(only(two)) is agree
