"""Words that translate one another are learned from pairs."""

from birlik.base.records.engine.align.lexicon import learn_links

PAIRS = [
    (frozenset({"досты", "келис"}), frozenset({"дружб", "согла"})),
    (frozenset({"досты"}), frozenset({"дружб", "также"})),
    (frozenset({"досты", "келис"}), frozenset({"дружб", "согла"})),
    (frozenset({"келис", "баска"}), frozenset({"согла"})),
]


def test_words_that_always_come_together_are_linked() -> None:
    """Each finds its partner, and both bear the same sign."""
    links_a, links_b = learn_links(PAIRS)
    assert links_a == {"досты": "link:досты~дружб", "келис": "link:келис~согла"}
    assert links_b == {"дружб": "link:досты~дружб", "согла": "link:келис~согла"}


def test_what_came_together_once_or_twice_is_not_learned() -> None:
    """Two sightings are chance."""
    assert learn_links(PAIRS[:2]) == ({}, {})


def test_words_that_come_together_too_seldom_are_not_linked() -> None:
    """Three meetings in eight sightings of each (Dice 0.375) are no translation."""
    together = [(frozenset({"алман"}), frozenset({"ябло"}))] * 3
    apart = [
        (frozenset({"алман"}), frozenset({"груша"})),
        (frozenset({"каран"}), frozenset({"ябло"})),
    ]
    links_a, _ = learn_links(together + apart * 5)
    assert links_a.get("алман") != "link:алман~ябло"
