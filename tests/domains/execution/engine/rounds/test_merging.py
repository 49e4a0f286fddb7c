"""Merging what several entered: nothing is lost, nothing is done twice, the order says nothing."""

from hypothesis import given
from hypothesis import strategies as st

from birlik.domains.execution.engine.rounds.merging import (
    Conflict,
    mark_of,
    merged,
    merged_by,
    read_marks,
    told_marks,
)

CODES = ("standing", "text_kk", "quantity")
TEXTS = st.sampled_from(("", "а", "б", "в"))
FULL = st.fixed_dictionaries(dict.fromkeys(CODES, TEXTS))
PART = st.dictionaries(st.sampled_from(CODES), TEXTS)
KEPT = FULL.map(lambda cells: {code: text for code, text in cells.items() if text})


def test_what_was_left_alone_is_not_brought() -> None:
    """Who sends back a cell as it was takes nothing away from whoever changed it meanwhile."""
    made = merged({"a": "1"}, {"a": "2"}, {"a": "1"})
    assert (made.cells, made.taken, made.conflicts) == ({"a": "2"}, (), ())


def test_what_nobody_else_changed_is_taken() -> None:
    """A cell that stands as it was takes the new value; an emptied one goes, a new one comes."""
    made = merged({"a": "1", "b": "1"}, {"a": "1", "b": "1"}, {"a": "2", "b": "", "c": "3"})
    assert made.cells == {"a": "2", "c": "3"}
    assert made.taken == ("a", "b", "c")


def test_two_who_enter_the_same_agree() -> None:
    """The same value entered by both is no conflict, and not taken twice."""
    made = merged({}, {"a": "1"}, {"a": "1"})
    assert (made.cells, made.taken, made.conflicts) == ({"a": "1"}, (), ())


def test_two_who_differ_are_a_conflict() -> None:
    """Two different values on top of a third wait for a person; what is there stays."""
    made = merged({"a": "1"}, {"a": "2"}, {"a": "3"})
    assert made.cells == {"a": "2"}
    assert made.conflicts == (Conflict("a", "1", "2", "3"),)


def test_an_unknown_base_takes_only_into_empty_cells() -> None:
    """Without knowing what was there before, every different value is a conflict, and an empty
    cell of the file empties nothing."""
    made = merged({}, {"a": "1", "b": "2"}, {"a": "9", "b": "", "c": "3"})
    assert made.cells == {"a": "1", "b": "2", "c": "3"}
    assert made.conflicts == (Conflict("a", "", "1", "9"),)


@given(KEPT, KEPT, PART)
def test_nothing_entered_is_lost(
    base: dict[str, str], there: dict[str, str], brought: dict[str, str]
) -> None:
    """Whatever somebody entered otherwise than it was stands in the row or in a conflict."""
    made = merged(base, there, brought)
    waiting = {one.column: one for one in made.conflicts}
    for code in CODES:
        now, was = there.get(code, ""), base.get(code, "")
        text = brought.get(code, was)
        if text != was:
            assert made.cells.get(code, "") == text or waiting[code].brought == text
        if now not in {was, made.cells.get(code, "")}:
            assert waiting[code].there == now


@given(KEPT, KEPT, PART)
def test_merging_twice_changes_nothing(
    base: dict[str, str], there: dict[str, str], brought: dict[str, str]
) -> None:
    """The same file once more takes nothing, and tells the same conflicts."""
    once = merged(base, there, brought)
    again = merged(base, once.cells, brought)
    assert again.cells == once.cells
    assert again.taken == ()
    assert again.conflicts == once.conflicts


@given(KEPT, KEPT, FULL, st.sets(st.sampled_from(CODES)))
def test_order_of_disjoint_files_says_nothing(
    base: dict[str, str], there: dict[str, str], brought: dict[str, str], own: set[str]
) -> None:
    """Two who change different cells get the same, whoever comes first."""
    one = {code: text for code, text in brought.items() if code in own}
    other = {code: text for code, text in brought.items() if code not in own}
    ahead = merged(base, merged(base, there, one).cells, other).cells
    behind = merged(base, merged(base, there, other).cells, one).cells
    assert ahead == behind == merged(base, there, brought).cells


@given(KEPT, KEPT, PART)
def test_marks_tell_as_much_as_the_texts(
    base: dict[str, str], there: dict[str, str], brought: dict[str, str]
) -> None:
    """A form that carries only marks of what was there merges as one that carries the texts."""
    by_marks = merged_by(read_marks(told_marks(base)), there, brought)
    by_texts = merged(base, there, brought)
    assert (by_marks.cells, by_marks.taken) == (by_texts.cells, by_texts.taken)


def test_marks_that_are_none_are_left_out() -> None:
    """What somebody changed in the marks of a form makes no cell known."""
    assert read_marks("a:1 b: :2 c d:e:f") == {"a": "1", "d": "e:f"}
    assert mark_of("") == ""
