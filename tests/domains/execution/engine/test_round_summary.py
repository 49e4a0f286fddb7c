"""What a round asks for and what its answers come to, worked out by hand."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from birlik.base.values.local_text import LocalText
from birlik.domains.execution.engine.rounds.choice import Choice
from birlik.domains.execution.engine.rounds.columns import (
    STANDARD,
    ColumnRow,
    lines_of,
    options_of,
    options_text,
    own_codes,
)
from birlik.domains.execution.engine.rounds.summary import (
    Answer,
    Contribution,
    sums_by,
    taken_up,
    totals,
)
from birlik.domains.execution.engine.rounds.wordings import wording

ABAI, AQMOLA = LocalText("Абай", "Абай рус"), LocalText("Ақмола", "Акмола")


def test_texts_are_appended_after_the_name_and_numbers_added() -> None:
    """2 of the lead, 3 and 1,5 of contributors make 6,5; each text in its language's name."""
    sent = [
        Contribution(5, ABAI, {"text_kk": "бір", "text_ru": "раз", "quantity": "3"}),
        Contribution(6, AQMOLA, {"text_ru": "два", "quantity": "1.5", "standing": "done"}),
    ]
    found = taken_up(
        {"text_ru": "свое", "quantity": "2", "standing": "under_way"}, {}, sent, STANDARD
    )
    assert found.cells == {
        "text_kk": "Абай: бір",
        "text_ru": "свое\n\nАбай рус: раз\n\nАкмола: два",
        "quantity": "6.5",
        "standing": "under_way",
    }
    assert found.count == 2


def test_a_contribution_without_words_or_numbers_is_not_taken() -> None:
    """Who only says "done" brings nothing to take up."""
    found = taken_up({}, {}, [Contribution(5, ABAI, {"standing": "done"})], STANDARD)
    assert (found.cells, found.taken, found.count) == ({}, {}, 0)


def test_words_that_the_lead_rewrote_are_not_overwritten() -> None:
    """The lead changed what it had taken; the contributor's new words are added behind."""
    taken = {"5": {"text_ru": "раз"}}
    sent = [Contribution(5, ABAI, {"text_ru": "два"})]
    found = taken_up({"text_ru": "Абай рус сделал раз"}, taken, sent, STANDARD)
    assert found.cells == {"text_ru": "Абай рус сделал раз\n\nАбай рус: два"}


def test_what_a_contributor_takes_back_leaves_the_leads_row() -> None:
    """The contributor's words are gone, and its 3 of the 5: what is left are the lead's 2."""
    taken = {"5": {"text_ru": "раз", "quantity": "3"}}
    sent = [Contribution(5, ABAI, {"text_kk": "екі"})]
    found = taken_up({"text_ru": "Абай рус: раз", "quantity": "5"}, taken, sent, STANDARD)
    assert found.cells == {"text_kk": "Абай: екі", "quantity": "2"}


@given(st.lists(st.integers(0, 9), max_size=3), st.integers(0, 9))
def test_taking_up_twice_is_taking_up_once(numbers: list[int], own: int) -> None:
    """However many contributors there are, the sum is that of all, however often they are taken."""
    sent = [Contribution(n, ABAI, {"quantity": str(one)}) for n, one in enumerate(numbers)]
    once = taken_up({"quantity": str(own)}, {}, sent, STANDARD)
    again = taken_up(once.cells, once.taken, sent, STANDARD)
    assert Decimal(again.cells["quantity"]) == own + sum(numbers)
    assert again.count == 0


def test_what_a_lead_took_up_counts_once() -> None:
    """The lead's 7 holds the 4 of row 2; row 3 with 1 was not taken: 8 in two rows. By body each
    counts what it sent: 7, 4 and 1; by region 7 in none and 5 in region 9."""
    column = ColumnRow("c1", "number", LocalText("Саны"), summed=True)
    answers = [
        Answer(1, 10, None, {"c1": "7"}, ("2",)),
        Answer(2, 20, 9, {"c1": "4"}),
        Answer(3, 30, 9, {"c1": "1", "other": "5"}),
    ]
    whole = totals(answers, [column, STANDARD[1]])
    assert (whole.rows, dict(whole.by_code)) == (2, {"c1": Decimal(8)})
    by_body = sums_by(answers, [column], "body")
    assert {body: sums.by_code["c1"] for body, sums in by_body.items()} == {10: 7, 20: 4, 30: 1}
    by_region = sums_by(answers, [column], "region")
    assert {place: sums.by_code["c1"] for place, sums in by_region.items()} == {None: 7, 9: 5}


def test_options_are_read_and_written_the_same() -> None:
    """A bar parts the languages; without it the words serve both; empty lines are left out."""
    options = options_of("иә | да\n\n | \nмүмкін\n| нет")
    assert [(one.code, one.kk, one.ru) for one in options] == [
        ("o1", "иә", "да"), ("o2", "мүмкін", "мүмкін"), ("o3", "нет", "нет"),
    ]  # fmt: skip
    assert options_of(options_text(options)) == options


def test_pasted_rows_are_parted_by_a_bar_or_a_tabulator() -> None:
    """A row copied from two cells of a sheet has both languages."""
    assert lines_of("Мектеп\tШкола\nҮй | Дом\n") == (
        LocalText("Мектеп", "Школа"),
        LocalText("Үй", "Дом"),
    )


def test_own_codes_pass_over_those_taken() -> None:
    """c1 is taken, so the next are c2 and c3."""
    codes = own_codes(["c1", "text_kk"])
    assert (next(codes), next(codes)) == ("c2", "c3")


def test_an_option_is_told_by_its_name() -> None:
    """The standing "done" is told as done in both languages; an unknown code as it stands."""
    assert STANDARD[0].words("done") == LocalText("орындалды", "исполнено")
    assert STANDARD[0].words("x") == LocalText("x", "x", "x")


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, Choice()),
        ({"state": "awaited", "q": " абай "}, Choice(state="awaited", q="абай")),
        ({"state": "nonsense", "region": "12"}, Choice()),
        ({"region": "100000000", "kind": "akimat"}, Choice(region="100000000", kind="akimat")),
    ],
)
def test_a_choice_is_read_from_the_address(asked: dict[str, str], expected: Choice) -> None:
    """What the address does not know is left out."""
    assert Choice.of(asked) == expected
    assert expected.is_narrowed is bool(asked and expected != Choice())


def test_a_choice_is_written_into_the_address() -> None:
    """Only what is chosen stands there."""
    assert Choice(state="sent").query(region="100000000") == "?state=sent&region=100000000"
    assert Choice(state="sent").query(state="") == "?"


def test_letters_are_worded_by_what_the_round_asks() -> None:
    """Those of an act name it, ad hoc ones their subject."""
    assert "{{act}}" in wording("reminder", ad_hoc=False).text.ru
    assert "{{period}}" in wording("request", ad_hoc=False).text.kk
    assert "{{subject}}" in wording("request", ad_hoc=True).text.ru
    assert "{{subject}}" in wording("reminder", ad_hoc=True).text.kk
