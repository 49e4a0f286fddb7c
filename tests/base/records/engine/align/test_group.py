"""Finding a place of one text in its alignment."""

from birlik.base.records.engine.align import AlignedGroup, Concordance

ONE = AlignedGroup(((0, 10),), ((0, 12),), certain=True)
TWO = AlignedGroup(((12, 20), (22, 30)), ((14, 40),), certain=True)
ALONE = AlignedGroup((), ((42, 50),), certain=False)
LAST = AlignedGroup(((32, 40),), ((52, 60),), certain=True)
CONCORDANCE = Concordance((ONE, TWO, ALONE, LAST))


def test_a_place_within_a_paragraph_belongs_to_its_group() -> None:
    """A finding's words lead to the group of the paragraph they stand in."""
    assert CONCORDANCE.groups_for((3, 5)) == (ONE,)
    assert CONCORDANCE.groups_for((25, 26)) == (TWO,)


def test_a_place_over_several_paragraphs_belongs_to_all_their_groups() -> None:
    """A section leads to every group it touches, once each and in order."""
    assert CONCORDANCE.groups_for((5, 40)) == (ONE, TWO, LAST)


def test_a_place_in_the_other_text() -> None:
    """The other text is searched on its own side."""
    assert CONCORDANCE.groups_for((45, 55), side="b") == (ALONE, LAST)


def test_an_empty_place_stands_in_the_paragraph_around_it() -> None:
    """A cursor belongs to the paragraph it stands in, and between paragraphs to none."""
    assert CONCORDANCE.groups_for((15, 15)) == (TWO,)
    assert CONCORDANCE.groups_for((11, 11)) == ()


def test_a_place_outside_all_paragraphs() -> None:
    """Beyond the text, or in an alignment of nothing, there is no group."""
    assert CONCORDANCE.groups_for((100, 120)) == ()
    assert Concordance(()).groups_for((0, 5)) == ()


def test_the_mirror_of_a_group() -> None:
    """Changing the texts over keeps the certainty."""
    assert TWO.mirrored() == AlignedGroup(((14, 40),), ((12, 20), (22, 30)), certain=True)
