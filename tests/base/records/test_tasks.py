"""What the worker does with a file."""

import pytest

from birlik.base.records import tasks
from birlik.base.records.actions import register_act
from birlik.base.records.engine.check.finding import Finding, Place
from birlik.base.records.models import Act, ActReading
from birlik.base.records.queries.readings import draft_of, source_text
from birlik.base.records.tasks import read_document
from birlik.base.values.local_text import LocalText
from tests.base.records.readings_world import AT, KK, SYSTEM, draft, read, waiting

pytestmark = pytest.mark.django_db


def test_file_is_read_and_checked() -> None:
    """A waiting file is read to the end, beside the acts that are already here."""
    known = read()
    known.act = register_act(SYSTEM, known, at=AT, draft=draft())
    known.save()
    reading = waiting(KK + "\nҚосымша.\n", "new.txt")
    read_document.call(reading.pk)
    reading.refresh_from_db()
    assert (reading.state, reading.progress) == (ActReading.State.READ, 100)
    assert reading.text.endswith("Қосымша.\n")
    assert draft_of(reading).language == "kk"
    digest = reading.document.digest
    assert all(digest in {one["file"] for one in found["places"]} for found in reading.findings)


def test_findings_name_files_as_people_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """The check knows files by their names and acts by number and day, and places keep digests."""
    known = read()
    known.act = register_act(SYSTEM, known, at=AT, draft=draft())
    known.save()
    reading = waiting(KK + "\nҚосымша.\n", "new.txt")
    named: list[str] = []

    def found(files: list[tuple[str, object, object]]) -> tuple[Finding, ...]:
        named.extend(name for name, _text, _draft in files)
        places = tuple(Place(name, 0, 5) for name in named)
        alone = Finding("sum", "error", LocalText("а", "б", "c"), places[1:])
        return alone, Finding("sum", "error", LocalText("а", "б", "c"), places)

    monkeypatch.setattr(tasks, "check_acts", found)
    read_document.call(reading.pk)
    reading.refresh_from_db()
    assert named == ["new.txt", "№ 1014, 15.09.2022 (kk)"]
    assert [[one["file"] for one in each["places"]] for each in reading.findings] == [
        [reading.document.digest, known.document.digest]
    ]


def test_demonstration_is_not_compared_with(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the demonstration retells is no act that a real one could contradict."""
    known = read()
    known.act = register_act(SYSTEM, known, at=AT, draft=draft())
    known.save()
    Act.objects.update(told="retold")
    counted: list[int] = []
    monkeypatch.setattr(tasks, "check_acts", lambda files: counted.append(len(files)) or ())
    read_document.call(waiting(KK + "\nҚосымша.\n", "new.txt").pk)
    assert counted == [1]


def test_read_file_stays_as_it_is() -> None:
    """A task that runs twice changes nothing that a person may have mended meanwhile."""
    reading = read()
    read_document.call(reading.pk)
    assert ActReading.objects.get().draft == reading.draft
    read_document.call(10**6)


def test_unreadable_file_says_why() -> None:
    """A file that is no text fails with the reason in words."""
    reading = waiting("", "empty.txt")
    read_document.call(reading.pk)
    reading.refresh_from_db()
    assert reading.state == ActReading.State.FAILED
    assert reading.error.missing() == ()


def test_breakage_is_told_and_not_swallowed(monkeypatch: pytest.MonkeyPatch) -> None:
    """When reading breaks the person is told, and the worker's log gets the cause."""

    def broken(*_given: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(tasks, "read_act", broken)
    reading = waiting()
    with pytest.raises(ZeroDivisionError):
        read_document.call(reading.pk)
    reading.refresh_from_db()
    assert reading.state == ActReading.State.FAILED


def test_text_is_kept_for_an_hour(monkeypatch: pytest.MonkeyPatch) -> None:
    """A document's text is read from its file once and then remembered by its digest."""
    reading = waiting("Тек бір рет оқылатын мәтін.\n", "once.txt")
    first = source_text(reading.document)
    reading.document.file.storage.delete(reading.document.file.name)
    assert source_text(reading.document) == first


def test_what_cannot_be_kept_fails_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reading that the database refuses is a failure that the page tells, not one that seems to
    go on for ever."""

    def refuse(*_given: object, **_named: object) -> None:
        raise ValueError("no such letter")

    monkeypatch.setattr(tasks, "finish_reading", refuse)
    reading = waiting()
    with pytest.raises(ValueError, match="letter"):
        read_document.call(reading.pk)
    reading.refresh_from_db()
    assert (reading.state, reading.error) == (ActReading.State.FAILED, tasks.BROKEN)
