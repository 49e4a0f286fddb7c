"""An act's text laid out for reading."""

from hypothesis import given
from hypothesis import strategies as st

from birlik.base.records.engine.parallel import (
    LEAF,
    Row,
    cut_at,
    headings_of,
    leaf_at,
    leaves_of,
    overlaps,
    rows_of_one,
    rows_of_two,
)

SPANS = [(at * 10, at * 10 + 8) for at in range(200)]
OUTLINE = [
    {
        "number": "1",
        "level": 1,
        "title": "Бірінші бөлім",
        "start": 0,
        "end": 500,
        "children": [
            {
                "number": "1.1",
                "level": 2,
                "title": "Тармақ",
                "start": 10,
                "end": 20,
                "children": [
                    {
                        "number": "",
                        "level": 3,
                        "title": "Терең",
                        "start": 12,
                        "end": 20,
                        "children": [],
                    }
                ],
            }
        ],
    }
]


def test_one_text_has_a_row_to_a_paragraph() -> None:
    """A text alone stands on the side of its language, a row to each paragraph."""
    assert rows_of_one([(0, 5)], "kk") == (Row(((0, 5),), ()),)
    assert rows_of_one([(0, 5)], "ru") == (Row((), ((0, 5),)),)


def test_two_texts_stand_beside_each_other() -> None:
    """A stored group becomes a row with both sides and its certainty."""
    rows = rows_of_two([[[[0, 5], [6, 9]], [[0, 7]], False]])
    assert rows == (Row(((0, 5), (6, 9)), ((0, 7),), certain=False),)
    assert rows[0].spans("ru") == ((0, 7),)


def test_headings_are_those_of_two_levels() -> None:
    """The outline of the reader goes two levels deep, in the order of the text."""
    assert [one.number for one in headings_of(OUTLINE)] == ["1", "1.1"]


def test_leaf_begins_with_a_section_that_is_near() -> None:
    """A leaf that is half full ends before a heading, one without headings at twice its size."""
    rows = rows_of_one(SPANS, "kk")
    leaves = leaves_of(rows, "kk", [SPANS[40][0]])
    assert [len(leaf.rows) for leaf in leaves] == [40, 2 * LEAF, 40]
    assert [leaf.first for leaf in leaves] == [0, 40, 160]


def test_place_is_found_on_its_leaf() -> None:
    """An offset leads to the leaf that shows it; one before all text to the first."""
    leaves = leaves_of(rows_of_one(SPANS, "kk"), "kk", [SPANS[40][0]])
    assert leaf_at(leaves, "kk", SPANS[39][0]) == 1
    assert leaf_at(leaves, "kk", SPANS[41][0]) == 2
    assert leaf_at(leaves, "ru", 10) == 1


@given(st.lists(st.integers(0, 1999), max_size=20))
def test_leaves_lose_no_row(starts: list[int]) -> None:
    """Wherever headings begin, the leaves together are all the rows in order."""
    rows = rows_of_one(SPANS, "kk")
    leaves = leaves_of(rows, "kk", starts)
    assert tuple(row for leaf in leaves for row in leaf.rows) == rows


def test_marks_are_cut_to_the_paragraph_and_joined() -> None:
    """What a finding marks is shown as far as it lies in the paragraph, overlaps as one."""
    assert cut_at((10, 20), [(5, 12), (11, 14), (18, 30), (40, 50)]) == ((0, 4), (8, 10))
    assert not overlaps((0, 5), (5, 9))
