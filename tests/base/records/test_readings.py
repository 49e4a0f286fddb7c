"""Files, their readings, and what is written about them."""

from datetime import timedelta

import pytest

from birlik.base.journal.models import Entry
from birlik.base.records.actions import (
    ChangedMeanwhileError,
    add_source,
    amend_head,
    amend_row,
    begin_reading,
    confirm_row,
    fail_reading,
    finish_reading,
    register_act,
    restart_reading,
    show_progress,
    store_document,
)
from birlik.base.records.engine.amendment import (
    HeadWords,
    MeasureWords,
    doubtful_fields,
    head_version,
    measure_of,
    version_of,
)
from birlik.base.records.engine.draft import ActDraft
from birlik.base.records.engine.draft_record import to_record
from birlik.base.records.engine.sources import read_source
from birlik.base.records.models import Act, ActReading, Document
from birlik.base.records.queries.readings import draft_of
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError
from birlik.base.values.schedule import Schedule
from tests.base.records.readings_world import (
    AT,
    COORDINATOR,
    KK,
    RU,
    STRANGER,
    SYSTEM,
    draft,
    finding,
    read,
    waiting,
)

pytestmark = pytest.mark.django_db
WORDS = MeasureWords(
    "Отырыстар", "хаттама", "жыл сайын", (), Schedule("year"), schedule_certain=True
)


def last_entry() -> Entry:
    """What the journal says last."""
    entry = Entry.objects.last()
    assert entry is not None
    return entry


def registered() -> Act:
    """The act of the Kazakh text."""
    reading = read()
    return register_act(SYSTEM, reading, at=AT, draft=draft())


def russian() -> ActReading:
    """The Russian text of the same act, read."""
    reading = waiting(RU, "act.ru.txt")
    record = to_record(draft()) | {"language": "ru", "title": "Концепция на 2022-2026 годы"}
    found = [finding(reading.document.digest)]
    finish_reading(SYSTEM, reading, at=AT, text=RU, draft=record, findings=found)
    reading.refresh_from_db()
    return reading


def test_same_bytes_are_kept_once() -> None:
    """A file that is already there is found again by its digest, under its first name."""
    first = store_document(
        COORDINATOR, None, at=AT, name="a.txt", media_type="text/plain", content=b"words"
    )
    again = store_document(
        COORDINATOR, None, at=AT, name="b.txt", media_type="text/plain", content=b"words"
    )
    assert again == first
    assert Document.objects.get().name == "a.txt"
    with first.file.open("rb") as kept:
        assert kept.read() == b"words"
    assert '"known":true' in last_entry().text


def test_file_is_read_once() -> None:
    """A file brought again leads to the reading that is already there."""
    reading = waiting()
    again = begin_reading(COORDINATOR, reading.document, at=AT)
    assert again == reading
    assert reading.state == ActReading.State.WAITING


def test_reading_moves_from_waiting_to_read() -> None:
    """A finished reading holds text, draft and findings, and waits for a person."""
    reading = waiting()
    show_progress(reading.pk, 250)
    reading.refresh_from_db()
    assert (reading.state, reading.progress) == (ActReading.State.READING, 99)
    finish_reading(SYSTEM, reading, at=AT, text=KK, draft=to_record(draft()), findings=[])
    reading.refresh_from_db()
    assert (reading.state, reading.progress, reading.text) == (ActReading.State.READ, 100, KK)
    assert draft_of(reading) == draft()


def test_late_worker_takes_nothing_back() -> None:
    """Once a file was read, a second worker at the same file changes neither its state nor what a
    person has mended since."""
    reading = read()
    show_progress(reading.pk, 30)
    reading.refresh_from_db()
    assert (reading.state, reading.progress) == (ActReading.State.READ, 100)
    with pytest.raises(RefusedError, match="has been read"):
        finish_reading(SYSTEM, reading, at=AT, text=KK, draft={}, findings=[])
    reading.refresh_from_db()
    assert draft_of(reading) == draft()


def test_failed_reading_says_why_and_can_begin_anew() -> None:
    """A file that could not be read keeps the reason until it is read anew."""
    reading = waiting()
    reason = LocalText("Мәтін жоқ", "Нет текста", "No text")
    fail_reading(SYSTEM, reading, at=AT, reason=reason)
    reading.refresh_from_db()
    assert (reading.state, reading.error) == (ActReading.State.FAILED, reason)
    later = AT + timedelta(minutes=5)
    restart_reading(COORDINATOR, reading, at=later)
    reading.refresh_from_db()
    assert (reading.state, reading.progress) == (ActReading.State.WAITING, 0)
    assert reading.begun_at == later


def test_amended_row_is_kept_with_what_it_was() -> None:
    """Mending a row changes the draft, and the journal holds what stood there before."""
    reading = read(doubtful=["title"])
    version = version_of(measure_of(draft_of(reading), "1"))
    amend_row(COORDINATOR, reading, at=AT, number="1", version=version, words=WORDS)
    reading.refresh_from_db()
    row = measure_of(draft_of(reading), "1")
    assert (row.title, row.executors) == ("Отырыстар", ())
    assert doubtful_fields(row) == ()
    assert last_entry().action == "reading.amended"
    assert "Кеңестердің отырыстары" in last_entry().text


def test_two_who_mend_one_row_lose_nothing() -> None:
    """Who saw an older row is told, and what the other kept stays."""
    reading = read()
    version = version_of(measure_of(draft_of(reading), "1"))
    amend_row(COORDINATOR, reading, at=AT, number="1", version=version, words=WORDS)
    with pytest.raises(ChangedMeanwhileError):
        amend_row(COORDINATOR, reading, at=AT, number="1", version=version, words=WORDS)
    with pytest.raises(ChangedMeanwhileError):
        confirm_row(COORDINATOR, reading, at=AT, number="1", version=version)
    reading.refresh_from_db()
    assert measure_of(draft_of(reading), "1").title == "Отырыстар"


def test_right_row_is_certain() -> None:
    """A row that was found right has no doubtful cell left."""
    reading = read(doubtful=["title", "deadline"])
    version = version_of(measure_of(draft_of(reading), "1"))
    confirm_row(COORDINATOR, reading, at=AT, number="1", version=version)
    reading.refresh_from_db()
    assert doubtful_fields(measure_of(draft_of(reading), "1")) == ()


def test_head_is_amended_once_for_each_look() -> None:
    """The head is kept as entered; who saw the older one is told."""
    reading = read()
    version = head_version(draft_of(reading))
    words = HeadWords("order", "7", draft().adopted_on, "Министр", "Бұйрық")
    amend_head(COORDINATOR, reading, at=AT, version=version, words=words)
    reading.refresh_from_db()
    assert draft_of(reading).number == "7"
    with pytest.raises(ChangedMeanwhileError):
        amend_head(COORDINATOR, reading, at=AT, version=version, words=words)


def test_second_text_is_aligned_and_gives_its_words() -> None:
    """The Russian text stands beside the Kazakh one, paragraph to paragraph, with its title."""
    act = registered()
    reading = russian()
    text, other = read_source(RU.encode(), "ru"), read_source(KK.encode(), "kk")
    add_source(COORDINATOR, reading, at=AT, act=act, text=text, other=other)
    act.refresh_from_db()
    assert act.title_ru == "Концепция на 2022-2026 годы"
    assert {one.language for one in act.sources.all()} == {"kk", "ru"}
    assert sum(len(kk) for kk, _ru, _certain in act.alignment.groups) == len(other.paragraphs)
    assert act.findings.count() == 2
    measure = act.provisions.get(path="measure/1")
    assert {one.language for one in measure.wordings.all()} == {"kk", "ru"}
    reading.refresh_from_db()
    assert (reading.state, reading.act) == (ActReading.State.CONFIRMED, act)


def test_second_text_keeps_a_title_that_is_there() -> None:
    """A title that a person has already given in that language is not written over."""
    act = registered()
    Act.objects.filter(pk=act.pk).update(title_ru="Концепция")
    act.refresh_from_db()
    text, other = read_source(RU.encode(), "ru"), read_source(KK.encode(), "kk")
    add_source(COORDINATOR, russian(), at=AT, act=act, text=text, other=other)
    act.refresh_from_db()
    assert act.title_ru == "Концепция"


def test_text_in_a_language_that_is_there_is_refused() -> None:
    """An act has one text to a language."""
    act = registered()
    text = read_source(KK.encode(), "kk")
    with pytest.raises(RefusedError, match="already has its text"):
        add_source(COORDINATOR, russian(), at=AT, act=act, text=text, other=text)


def attempts(reading: ActReading, act: Act) -> dict[str, object]:
    """Every write of readings, as a stranger would try it."""
    document, found = reading.document, draft_of(reading)
    row = version_of(measure_of(found, "1"))
    text = read_source(KK.encode(), "kk")
    head = HeadWords("order", "7", None, "", "")
    return {
        "document.stored": lambda by: store_document(
            by, None, at=AT, name="x", media_type="", content=b"x"
        ),
        "reading.begun": lambda by: begin_reading(by, document, at=AT),
        "reading.restarted": lambda by: restart_reading(by, reading, at=AT),
        "reading.finished": lambda by: finish_reading(
            by, reading, at=AT, text="", draft={}, findings=[]
        ),
        "reading.failed": lambda by: fail_reading(by, reading, at=AT, reason=LocalText()),
        "reading.amended": lambda by: amend_row(
            by, reading, at=AT, number="1", version=row, words=WORDS
        ),
        "reading.row_confirmed": lambda by: confirm_row(
            by, reading, at=AT, number="1", version=row
        ),
        "reading.head_amended": lambda by: amend_head(
            by, reading, at=AT, version=head_version(found), words=head
        ),
        "source.added": lambda by: add_source(by, reading, at=AT, act=act, text=text, other=text),
    }


@pytest.mark.parametrize(
    "key",
    [
        "document.stored",
        "reading.begun",
        "reading.restarted",
        "reading.finished",
        "reading.failed",
        "reading.amended",
        "reading.row_confirmed",
        "reading.head_amended",
        "source.added",
    ],
)
def test_stranger_is_refused(key: str) -> None:
    """Whoever may not import acts is refused each of these, and nothing is written."""
    act, reading = registered(), russian()
    before = Entry.objects.count()
    with pytest.raises(RefusedError, match="Only a coordinator"):
        attempts(reading, act)[key](STRANGER)
    assert Entry.objects.count() == before


@pytest.mark.parametrize(
    "key",
    [
        "reading.restarted",
        "reading.finished",
        "reading.failed",
        "reading.amended",
        "reading.row_confirmed",
        "reading.head_amended",
        "source.added",
    ],
)
def test_confirmed_reading_is_settled(key: str) -> None:
    """What became an act is neither mended nor read anew."""
    act, reading = registered(), russian()
    ActReading.objects.filter(pk=reading.pk).update(state=ActReading.State.CONFIRMED)
    with pytest.raises(RefusedError, match="already confirmed"):
        attempts(reading, act)[key](COORDINATOR)


@pytest.mark.parametrize(
    "key", ["reading.amended", "reading.row_confirmed", "reading.head_amended", "source.added"]
)
def test_unread_file_is_not_mended(key: str) -> None:
    """Nobody mends what the worker has not read yet."""
    act, reading = registered(), russian()
    tried = attempts(reading, act)
    ActReading.objects.filter(pk=reading.pk).update(state=ActReading.State.READING)
    with pytest.raises(RefusedError, match="still being read"):
        tried[key](COORDINATOR)


def test_draft_of_a_reading_is_an_act_draft() -> None:
    """The record of a reading is restored to the draft it was made of."""
    assert isinstance(draft_of(read()), ActDraft)
