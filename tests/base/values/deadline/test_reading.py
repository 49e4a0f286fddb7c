"""The language of deadlines, phrase by phrase; the meanings are written by hand in `phrases.py`."""

import pytest

from birlik.base.values.deadline import read_deadline
from birlik.base.values.local_text import LANGUAGES, Language
from birlik.base.values.schedule import Schedule
from tests.base.values.deadline.examined_after import EXAMINED_AFTER
from tests.base.values.deadline.examined_counts import EXAMINED_COUNTS
from tests.base.values.deadline.examined_days import EXAMINED_DAYS
from tests.base.values.deadline.examined_outside import EXAMINED_OUTSIDE, EXAMINED_UNSURE
from tests.base.values.deadline.examined_places import EXAMINED_PLACES
from tests.base.values.deadline.examined_rhythms import EXAMINED_RHYTHMS
from tests.base.values.deadline.phrases import ASSUMED, CERTAIN, OUTSIDE, PARTLY, UNCLEAR

EXAMINED = (
    *EXAMINED_RHYTHMS,
    *EXAMINED_PLACES,
    *EXAMINED_DAYS,
    *EXAMINED_AFTER,
    *EXAMINED_COUNTS,
)
MEANT = [
    (phrase, language, schedule)
    for schedule, *columns in (*CERTAIN, *EXAMINED)
    for language, phrases in zip(LANGUAGES, columns, strict=True)
    for phrase in phrases.split("|")
    if phrase
]


def test_the_corpus_is_as_large_as_promised() -> None:
    """The corpus holds more than two hundred phrases, and some of each language."""
    assert len(MEANT) > 200
    assert {language for _, language, _ in MEANT} == set(LANGUAGES)


@pytest.mark.parametrize(("phrase", "language", "schedule"), MEANT)
def test_phrase_is_read_for_certain(phrase: str, language: Language, schedule: Schedule) -> None:
    """A phrase of the language is read wholly, for certain, whether or not its language is told."""
    for told in (language, None):
        reading = read_deadline(phrase, told)
        assert reading.schedule == schedule
        assert reading.unread == ()
        assert reading.certain


@pytest.mark.parametrize(
    "phrase", [one for row in (*OUTSIDE, EXAMINED_OUTSIDE) for one in row.split("|")]
)
def test_phrase_outside_the_language_is_not_guessed(phrase: str) -> None:
    """What the language does not have, or what contradicts itself, has no schedule and is named."""
    reading = read_deadline(phrase)
    assert reading.schedule is None
    assert reading.unread
    assert not reading.certain


@pytest.mark.parametrize(("phrase", "schedule", "unread"), PARTLY)
def test_unknown_words_are_named(phrase: str, schedule: Schedule, unread: tuple[str, ...]) -> None:
    """Words without a meaning are returned as printed; what stands without them is still read."""
    reading = read_deadline(phrase)
    assert reading.schedule == schedule
    assert reading.unread == unread
    assert not reading.certain


@pytest.mark.parametrize(("phrase", "schedule"), UNCLEAR)
def test_phrase_with_two_meanings_is_not_certain(phrase: str, schedule: Schedule) -> None:
    """Words that are all known but can be taken in two ways are never certain."""
    reading = read_deadline(phrase)
    assert reading.schedule == schedule
    assert reading.unread == ()
    assert not reading.certain


@pytest.mark.parametrize("phrase", EXAMINED_UNSURE.split("|"))
def test_doubtful_phrase_is_not_certain(phrase: str) -> None:
    """Words that limit, shift or misprint a deadline are never read for certain."""
    assert not read_deadline(phrase).certain


@pytest.mark.parametrize(("phrase", "schedule"), ASSUMED)
def test_missing_rhythm_is_named_as_assumed(phrase: str, schedule: Schedule) -> None:
    """A phrase that does not say when gives a schedule whose `per` is marked as assumed."""
    reading = read_deadline(phrase)
    assert reading.schedule == schedule
    assert reading.assumed == ("per",)
    assert not reading.certain


def test_the_wrong_language_reads_nothing() -> None:
    """A phrase read in a language it is not written in is unread, not guessed."""
    assert read_deadline("ежегодно", "en").unread == ("ежегодно",)


def test_empty_text_says_nothing() -> None:
    """An empty text has no schedule and no words."""
    reading = read_deadline("  ")
    assert reading.schedule is None
    assert reading.unread == ()
    assert not reading.certain


def test_range_longer_than_any_plan_is_a_misprint() -> None:
    """Years that lie more than thirty apart are left unread."""
    assert read_deadline("2025-9999 жылдар").unread == ("2025-9999 жылдар",)
    assert read_deadline("2025-2056 годы").schedule is None
    assert read_deadline("2025-2055 годы").certain
