from datetime import date
from decimal import Decimal

import pytest

from birlik.base.values.local_text import LocalText
from birlik.base.values.norm import (
    NoNormOnDateError,
    NormKindError,
    Norms,
    UnknownNormError,
    UnreadableNormsError,
)

TITLE = "title: {kk: Мерзім, ru: Срок, en: Term}"
TEXT = """
reply_days:
  title: {kk: Жауап мерзімі, ru: Срок ответа, en: Days to answer}
  values:
    - {from: 2025-12-29, until: null, value: 5, ground: "Decree No. 1144, point 7"}
    - {from: 2022-09-15, until: 2025-12-29, value: 10, ground: "Decree No. 1014, point 5"}
quorum:
  title: {kk: Кворум, ru: Кворум, en: Quorum}
  values:
    - {from: 2008-10-20, until: 2010-01-01, value: 0.5, ground: "Law No. 70-IV, article 6"}
shifts:
  title: {kk: Жылжу, ru: Перенос, en: Shift}
  values:
    - {from: 2008-10-20, until: null, value: true, ground: "Rule of the installation"}
forms:
  title: {kk: Нысандар, ru: Формы, en: Forms}
  values:
    - {from: 2008-10-20, until: null, value: [report, minutes], ground: "Regulation, point 3"}
"""


def test_ground_is_written_once_or_in_each_language() -> None:
    """A ground in one text is the same in all languages; written in each, each has its own."""
    row = f"a: {{{TITLE}, values: [{{from: 2020-01-01, until: , value: 1, ground: GROUND}}]}}"
    norms = [
        Norms.read(row.replace("GROUND", ground)).norm("a", date(2021, 1, 1))
        for ground in ("G", "{kk: қ, ru: р, en: e}")
    ]
    assert [one.ground for one in norms] == ["G", "e"]
    assert [one.ground_words for one in norms] == [
        LocalText("G", "G", "G"),
        LocalText("қ", "р", "e"),
    ]


def test_value_on_a_date_comes_with_its_ground() -> None:
    """The value in force on the day is given with its title and the paper it rests on."""
    norm = Norms.read(TEXT).norm("reply_days", date(2024, 1, 1))
    assert norm.whole_number() == 10
    assert norm.ground == "Decree No. 1014, point 5"
    assert norm.title.get("ru") == "Срок ответа"


def test_one_value_ends_where_the_next_begins() -> None:
    """On the day of the change the new value holds, on the day before it the old one."""
    norms = Norms.read(TEXT)
    assert norms.norm("reply_days", date(2025, 12, 28)).value == 10
    assert norms.norm("reply_days", date(2025, 12, 29)).value == 5
    assert [norm.value for norm in norms.history("reply_days")] == [10, 5]


def test_values_of_every_kind() -> None:
    """Fractions are exact decimals; yes or no and lists are read as such."""
    norms = Norms.read(TEXT)
    assert norms.norm("quorum", date(2009, 1, 1)).value == Decimal("0.5")
    assert norms.norm("shifts", date(2009, 1, 1)).flag() is True
    assert norms.norm("forms", date(2009, 1, 1)).value == ("report", "minutes")
    assert list(norms) == ["reply_days", "quorum", "shifts", "forms"]


def test_unknown_key_and_dateless_value_are_said() -> None:
    """A key that is not there and a day without a value are two different errors."""
    norms = Norms.read(TEXT)
    with pytest.raises(UnknownNormError, match="vote_days"):
        norms.norm("vote_days", date(2024, 1, 1))
    with pytest.raises(UnknownNormError, match="vote_days"):
        norms.history("vote_days")
    with pytest.raises(NoNormOnDateError, match="2010-01-01"):
        norms.norm("quorum", date(2010, 1, 1))


def test_value_of_another_kind_is_refused() -> None:
    """A caller who needs a number or a yes is told when the norm is something else."""
    norms = Norms.read(TEXT)
    with pytest.raises(NormKindError, match="whole number"):
        norms.norm("shifts", date(2024, 1, 1)).whole_number()
    with pytest.raises(NormKindError, match="yes or no"):
        norms.norm("reply_days", date(2024, 1, 1)).flag()


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("a: [", "not YAML"),
        ("- a", "mapping"),
        ("a: 1", "exactly the fields"),
        ("a: {title: {kk: К, ru: Р}, values: []}", "title has exactly"),
        ("a: {title: {kk: К, ru: Р, en: }, values: []}", "empty in en"),
        (f"a: {{{TITLE}, values: []}}", "at least one value"),
        (f"a: {{{TITLE}, values: [{{from: 2020-01-01, value: 1}}]}}", "exactly the fields"),
        (
            f"a: {{{TITLE}, values: [{{from: 2020-01-01, until: , value: 1, ground: ' '}}]}}",
            "without a ground",
        ),
        (f"a: {{{TITLE}, values: [{{from: soon, until: , value: 1, ground: G}}]}}", "are dates"),
        (
            f"a: {{{TITLE}, values: [{{from: 2020-01-01, until: 2019-01-01, value: 1,"
            " ground: G}]}",
            "after from",
        ),
        (
            f"a: {{{TITLE}, values: [{{from: 2020-01-01, until: , value: {{}}, ground: G}}]}}",
            "not a number",
        ),
        (
            f"a: {{{TITLE}, values: [{{from: 2020-01-01, until: , value: 1, ground: G}},"
            " {from: 2021-01-01, until: , value: 2, ground: G}]}",
            "two values on 2021-01-01",
        ),
    ],
)
def test_faulty_norms_are_refused_with_the_place(text: str, complaint: str) -> None:
    """A fault in the YAML is refused when it is read, and the message says where it lies."""
    with pytest.raises(UnreadableNormsError, match=complaint):
        Norms.read(text)


@pytest.mark.parametrize("value", ["10", "[10, x]", "[10, true]", "[]", "[1.5]"])
def test_whole_numbers_are_a_list_of_nothing_else(value: str) -> None:
    """A list of whole numbers is read as such; anything else is refused when it is asked for."""
    day = date(2024, 1, 1)
    row = f"a: {{{TITLE}, values: [{{from: 2020-01-01, until: , value: VALUE, ground: G}}]}}"
    assert Norms.read(row.replace("VALUE", "[10, 3]")).norm("a", day).whole_numbers() == (10, 3)
    with pytest.raises(NormKindError, match="whole numbers"):
        Norms.read(row.replace("VALUE", value)).norm("a", day).whole_numbers()


def test_a_word_is_one_of_those_that_mean_something() -> None:
    """A norm that chooses between ways gives its word, and no word that nobody knows."""
    rows = "[{from: 2008-10-20, until: null, value: dated, ground: Rule}]"
    norm = Norms.read(f"counts: {{{TITLE}, values: {rows}}}").norm("counts", date(2024, 1, 1))
    assert norm.one_of("dated", "received") == "dated"
    with pytest.raises(NormKindError):
        norm.one_of("received")
    with pytest.raises(NormKindError):
        Norms.read(TEXT).norm("shifts", date(2024, 1, 1)).one_of("dated")
