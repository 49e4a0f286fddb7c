"""What holds of every deadline, whatever its words."""

from hypothesis import given, settings
from hypothesis import strategies as st

from birlik.base.values.deadline import read_deadline
from birlik.base.values.deadline.words.en import WORDS as EN
from birlik.base.values.deadline.words.kk import WORDS as KK
from birlik.base.values.deadline.words.ru import WORDS as RU
from birlik.base.values.local_text import LANGUAGES
from birlik.base.values.schedule import Schedule
from birlik.base.values.schedule_words import in_words
from tests.base.values.strategies import schedules

SCRAPS = st.sampled_from(
    [form.strip() for table in (KK, RU, EN) for _, _, forms in table for form in forms.split(";")]
    + ["1", "4", "IV", "2024", "01.05.2024", ",", "-", "–", "(", ")", "бюджет", "report", "№"]
)


@settings(deadline=None)
@given(schedules())
def test_printed_schedules_read_back_the_same(schedule: Schedule) -> None:
    """The words of a schedule, in each language, are read for certain as that schedule."""
    words = in_words(schedule)
    for language in LANGUAGES:
        reading = read_deadline(words.get(language), language)
        assert reading.schedule == schedule
        assert reading.certain


@settings(deadline=None)
@given(schedules())
def test_broken_words_read_the_same(schedule: Schedule) -> None:
    """Line ends between words and soft hyphens inside them change nothing."""
    words = in_words(schedule).get("kk")
    broken = words.replace("сайын", "са\u00adйын").replace(" ", "\n")
    assert read_deadline(broken, "kk").schedule == schedule


@settings(deadline=None)
@given(st.lists(SCRAPS, max_size=8).map(" ".join))
def test_any_text_is_answered_and_nothing_is_lost(text: str) -> None:
    """Any heap of words is answered; a certain answer has a schedule and no unread word."""
    reading = read_deadline(text)
    assert not reading.certain or (reading.schedule and not reading.unread)
    for words in reading.unread:
        assert "".join(words.split()) in "".join(text.split())


@settings(deadline=None)
@given(st.text(max_size=40))
def test_any_characters_are_answered(text: str) -> None:
    """No text whatever makes reading fail."""
    read_deadline(text)
