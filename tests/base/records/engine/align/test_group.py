"""A group of an alignment."""

from birlik.base.records.engine.align import AlignedGroup

TWO = AlignedGroup(((12, 20), (22, 30)), ((14, 40),), certain=True)


def test_the_mirror_of_a_group() -> None:
    """Changing the texts over keeps the certainty."""
    assert TWO.mirrored() == AlignedGroup(((14, 40),), ((12, 20), (22, 30)), certain=True)
