"""Source words with what stands around them."""

from birlik.domains.execution.engine.excerpt import CONTEXT, LONGEST, excerpt, overlaps, unwrapped

TEXT = "3. Кеңес отырысы\n\nхаттама\n\nжылына\n3 рет\n\n4. Есеп"


def test_the_words_stand_apart_from_what_surrounds_them() -> None:
    """Broken lines are joined, empty lines stay one break, nothing is paraphrased."""
    start, end = TEXT.index("хаттама"), TEXT.index("\n\n4.")
    found = excerpt(TEXT, start, end)
    assert found is not None
    assert found.words == "хаттама\nжылына 3 рет"
    assert (found.before, found.after) == ("3. Кеңес отырысы\n", "\n4. Есеп")
    assert not found.cut_before
    assert not found.cut_after


def test_context_is_cut_between_words() -> None:
    """Long surroundings are cut at a space, and it is said that they go on."""
    words = "сөз " * 200
    text = f"{words}МҰНДА {words}"
    start = text.index("МҰНДА")
    found = excerpt(text, start, start + 5)
    assert found is not None
    assert found.cut_before
    assert found.cut_after
    assert found.before.startswith("сөз")
    assert found.after.endswith("сөз")
    assert len(found.before) <= CONTEXT


def test_context_without_a_space_is_left_out_rather_than_broken() -> None:
    """A word longer than the context is not cut into."""
    found = excerpt("а" * 500 + "Б", 500, 501)
    assert found is not None
    assert (found.before, found.words) == ("", "Б")


def test_a_place_outside_of_the_text_has_no_words() -> None:
    """Empty and impossible places give nothing."""
    assert excerpt(TEXT, 0, 0) is None
    assert excerpt(TEXT, 5, len(TEXT) + 1) is None
    assert excerpt(TEXT, -1, 3) is None


def test_a_very_long_point_is_cut() -> None:
    """Not more than the limit is shown."""
    text = "сөз " * 2000
    found = excerpt(text, 0, len(text))
    assert found is not None
    assert len(found.words) <= LONGEST


def test_lines_are_joined() -> None:
    """One break is a space, several are one break."""
    assert unwrapped("а\nб  в\n \n\nг") == "а б в\nг"


def test_places_overlap_when_they_share_a_character() -> None:
    """Half-open places that only touch do not overlap."""
    assert overlaps(0, 5, 4, 9)
    assert not overlaps(0, 5, 5, 9)
