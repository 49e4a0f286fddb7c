"""Bringing a file in pieces: what is acknowledged is there, and nothing is there by half."""

import errno
import os
from datetime import timedelta
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as tried
from hypothesis import strategies as st

from birlik.base.journal.models import Entry
from birlik.base.obligations import refusals
from birlik.base.obligations.actions import (
    BroughtFile,
    OffsetError,
    attach_file,
    begin_upload,
    continue_upload,
    detach_evidence,
    drop_upload,
    finish_upload,
    submit_report,
    sweep_uploads,
    upload,
)
from birlik.base.obligations.models import Evidence, Upload
from birlik.base.obligations.queries.evidence import (
    offset_of,
    partial_file,
    partial_folder,
    upload_by_key,
)
from birlik.base.obligations.rules import may_bring, may_see_evidence
from birlik.base.records.models import Document
from birlik.base.values.refused import RefusedError
from tests.base.obligations.reporting_world import AT, SYSTEM, Reporting, later, reporting

pytestmark = pytest.mark.django_db

FILE = BroughtFile("есеп.txt", "text/plain", b"0123456789")


@pytest.fixture
def world() -> Reporting:
    """A plan that is reported on."""
    return reporting()


@pytest.fixture
def coming(world: Reporting) -> Upload:
    """A file of ten bytes of which none has come."""
    return begin_upload(world.executor, world.lead, at=AT, name="есеп.txt", size=10)


def bring(world: Reporting, coming: Upload, offset: int, piece: bytes) -> int:
    """Bring a piece."""
    return continue_upload(world.executor, coming, at=AT, offset=offset, piece=piece)


def reason(deed: object) -> object:
    """Why a deed is refused."""
    with pytest.raises(RefusedError) as refused:
        deed()
    return refused.value.reason


def test_pieces_make_a_file(world: Reporting, coming: Upload) -> None:
    """The file grows by each piece, and says by its length how far it has come."""
    assert offset_of(coming) == 0
    assert bring(world, coming, 0, b"0123") == 4
    assert bring(world, coming, 4, b"456789") == 10
    assert partial_file(coming).read_bytes() == b"0123456789"
    assert offset_of(coming) == 10


@pytest.mark.parametrize("offset", [0, 3, 5, 9])
def test_a_piece_that_does_not_fit_changes_nothing(
    world: Reporting, coming: Upload, offset: int
) -> None:
    """A piece sent twice, or too early, is told where the file goes on."""
    bring(world, coming, 0, b"0123")
    with pytest.raises(OffsetError) as told:
        bring(world, coming, offset, b"x")
    assert told.value.offset == 4
    assert partial_file(coming).read_bytes() == b"0123"


def test_more_than_was_announced_is_refused(world: Reporting, coming: Upload) -> None:
    """A file grows to the size announced and no further."""
    assert reason(lambda: bring(world, coming, 8, b"xyz")) is refusals.FILE_TOO_LARGE
    assert offset_of(coming) == 0


def test_a_piece_is_on_the_disk_before_it_is_acknowledged(
    world: Reporting, coming: Upload, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The whole piece, and the folder in which the file is new, are written through first."""
    written: list[int] = []
    monkeypatch.setattr(os, "fsync", lambda one: written.append(os.fstat(one).st_ino))
    bring(world, coming, 0, b"0123")
    assert written == [partial_file(coming).stat().st_ino, partial_folder().stat().st_ino]
    bring(world, coming, 4, b"45")
    assert written[2:] == [partial_file(coming).stat().st_ino]


@pytest.mark.parametrize("failing", ["fsync", "pwrite"])
def test_a_full_disk_leaves_the_file_as_it_was(
    world: Reporting, coming: Upload, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    """A piece that the disk does not take whole is taken back, and can be sent again."""

    def fail(*_arguments: object) -> None:
        raise OSError(errno.ENOSPC, "no space left")

    bring(world, coming, 0, b"0123")
    with monkeypatch.context() as broken:
        broken.setattr(os, failing, fail)
        with pytest.raises(OSError, match="no space"):
            bring(world, coming, 4, b"45")
    with monkeypatch.context() as short:
        short.setattr(os, "pwrite", lambda *_arguments: 1)
        with pytest.raises(OSError, match="takes no more"):
            bring(world, coming, 4, b"45")
    assert bring(world, coming, 4, b"45") == 6


@tried(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(sent=st.lists(st.tuples(st.integers(0, 12), st.binary(max_size=5)), max_size=12))
def test_any_order_of_pieces_makes_a_beginning_of_what_was_acknowledged(
    world: Reporting, sent: list[tuple[int, bytes]]
) -> None:
    """Whatever is sent, in whatever order, the file is what was acknowledged, joined, and never
    longer than announced."""
    coming = begin_upload(world.executor, world.lead, at=AT, name="a", size=10)
    kept = b""
    for offset, piece in sent:
        try:
            bring(world, coming, offset, piece)
            kept += piece
        except (OffsetError, RefusedError):
            continue
    there = partial_file(coming)
    assert (there.read_bytes() if there.exists() else b"") == kept
    assert len(kept) <= 10
    drop_upload(world.executor, coming, at=AT)


def test_a_whole_file_becomes_evidence_once(
    world: Reporting, coming: Upload, django_capture_on_commit_callbacks: object
) -> None:
    """Finishing stores the document, attaches it to the draft, and clears the pieces away; doing it
    again gives the same evidence."""
    bring(world, coming, 0, b"0123456789")
    with django_capture_on_commit_callbacks(execute=True):
        made = finish_upload(world.executor, coming, at=AT, file=FILE)
    assert (made.title, made.kind, made.submission) == ("есеп.txt", "file", None)
    assert made.document.file.read() == b"0123456789"
    assert not partial_file(coming).exists()
    assert finish_upload(world.executor, coming, at=later(1), file=FILE) == made
    assert (Evidence.objects.count(), Document.objects.count()) == (1, 1)


def test_the_pieces_stay_until_the_evidence_is_safe(world: Reporting, coming: Upload) -> None:
    """Before the transaction ends, the pieces are still there: a crash in between loses nothing."""
    bring(world, coming, 0, b"0123456789")
    finish_upload(world.executor, coming, at=AT, file=FILE)
    assert partial_file(coming).exists()


def test_a_file_by_half_is_no_evidence(world: Reporting, coming: Upload) -> None:
    """While bytes are missing, nothing is attached or stored."""
    bring(world, coming, 0, b"012345678")
    why = reason(lambda: finish_upload(world.executor, coming, at=AT, file=FILE))
    assert why is refusals.UPLOAD_UNFINISHED
    assert (Evidence.objects.count(), Document.objects.count()) == (0, 0)


def test_the_journal_names_the_digest_and_no_words(world: Reporting, coming: Upload) -> None:
    """What is entered is the digest of the bytes; neither the name nor the content of the file."""
    bring(world, coming, 0, b"0123456789")
    finish_upload(world.executor, coming, at=AT, file=FILE)
    attach_file(world.executor, world.lead, at=AT, file=FILE)
    entries = Entry.objects.exclude(action="charter.loaded").order_by("number")
    assert sorted(entries.values_list("action", flat=True)) == [
        *("document.stored", "document.stored", "evidence.attached", "evidence.attached"),
        *("evidence.brought", "upload.finished"),
    ]
    own = [one.text for one in entries if not one.action.startswith("document.")]
    assert not any("есеп" in text or "0123" in text for text in own)
    # sha256 of 0123456789, as sha256sum prints it
    digest = "84d89877f0d4041efb6bf91a16f0248f2fd573e6af05c19f96bedb9f882f7882"
    assert all(digest in text for text in own if "evidence.attached" in text)


def test_a_file_is_announced_within_bounds(world: Reporting, settings: object) -> None:
    """Nothing, less than nothing and too much are refused before a byte is sent."""
    settings.EVIDENCE_FILE_LIMIT = 100
    for size in (0, -1, 101):
        why = reason(
            lambda size=size: begin_upload(world.executor, world.lead, at=AT, name="a", size=size)
        )
        assert why is refusals.FILE_TOO_LARGE
    assert begin_upload(world.executor, world.lead, at=AT, name="й" * 500, size=100).size == 100


def test_too_many_unfinished_files_are_refused(
    world: Reporting, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One account cannot fill the disk with beginnings; another one is not hindered by it."""
    monkeypatch.setattr(upload, "UNFINISHED_AT_ONCE", 2)
    for _time in range(2):
        begin_upload(world.executor, world.lead, at=AT, name="a", size=1)
    why = reason(lambda: begin_upload(world.executor, world.lead, at=AT, name="a", size=1))
    assert why is refusals.TOO_MANY_UPLOADS
    begin_upload(world.contributor, world.agreed, at=AT, name="a", size=1)


def test_only_who_began_goes_on(world: Reporting, coming: Upload) -> None:
    """Neither a stranger nor somebody else of the office can touch a file that is being brought."""
    assert may_bring(world.stranger, coming, AT).reason is refusals.NO_REPORTING
    assert may_bring(world.contributor, coming, AT).reason is refusals.NO_REPORTING
    other = begin_upload(SYSTEM, world.lead, at=AT, name="a", size=1)
    assert may_bring(world.executor, other, AT).reason is refusals.NOT_YOUR_UPLOAD
    assert may_bring(world.executor, coming, AT).allowed
    why = reason(lambda: continue_upload(world.stranger, coming, at=AT, offset=0, piece=b"x"))
    assert why is refusals.NO_REPORTING


def test_a_report_under_review_takes_no_more_files(world: Reporting) -> None:
    """A file that is still coming when the report is submitted is refused with the reason."""
    coming = begin_upload(world.contributor, world.agreed, at=AT, name="a", size=1)
    submit_report(world.contributor, world.agreed, at=AT, text_kk="Орындалды")
    why = reason(lambda: continue_upload(world.contributor, coming, at=AT, offset=0, piece=b"x"))
    assert why is refusals.UNDER_REVIEW


def test_a_dropped_file_leaves_nothing(world: Reporting, coming: Upload) -> None:
    """Neither its bytes nor its name are left."""
    bring(world, coming, 0, b"0123")
    drop_upload(world.executor, coming, at=AT)
    assert not partial_file(coming).exists()
    assert upload_by_key(str(coming.key)) is None


def test_evidence_that_came_in_pieces_can_be_taken_out(world: Reporting, coming: Upload) -> None:
    """Taking it out of the draft forgets how it came."""
    bring(world, coming, 0, b"0123456789")
    made = finish_upload(world.executor, coming, at=AT, file=FILE)
    detach_evidence(world.executor, world.lead, at=AT, evidence=made.pk)
    assert not Upload.objects.exists()


def test_abandoned_uploads_are_cleared_away(world: Reporting, coming: Upload) -> None:
    """What was begun more than seven days ago and not finished goes with its bytes, and so does
    what lies there and belongs to nothing; a file that is still coming stays."""
    bring(world, coming, 0, b"0123")
    young = begin_upload(world.executor, world.lead, at=later(6), name="b", size=2)
    bring(world, young, 0, b"x")
    done = begin_upload(world.executor, world.lead, at=AT, name="c", size=10)
    bring(world, done, 0, b"0123456789")
    finish_upload(world.executor, done, at=AT, file=FILE)
    stray = partial_folder() / str(uuid4())
    stray.write_bytes(b"left by a crash")
    assert sweep_uploads(SYSTEM, None, at=later(7)) == 0
    assert not stray.exists()
    assert not partial_file(done).exists()
    assert sweep_uploads(SYSTEM, None, at=later(7) + timedelta(seconds=1)) == 1
    assert list(Upload.objects.all()) == [young]
    assert list(partial_folder().iterdir()) == [partial_file(young)]
    assert Evidence.objects.count() == 1


def test_nothing_to_clear_away(world: Reporting) -> None:
    """Where nobody has ever brought a file, there is nothing to do; and no person does it."""
    assert sweep_uploads(SYSTEM, None, at=AT) == 0
    why = reason(lambda: sweep_uploads(world.coordinator, None, at=AT))
    assert why is refusals.SWEPT_BY_ITSELF


def test_who_sees_evidence(world: Reporting) -> None:
    """A draft's evidence is seen by the office that writes it; once submitted, by all who see the
    obligation."""
    made = attach_file(world.contributor, world.agreed, at=AT, file=FILE)
    assert may_see_evidence(world.contributor, made, AT).allowed
    for other in (world.coordinator, world.executor, world.stranger):
        assert may_see_evidence(other, made, AT).reason is refusals.NOT_YOURS_TO_SEE
    submit_report(world.contributor, world.agreed, at=AT, text_kk="Орындалды")
    made = Evidence.objects.get(pk=made.pk)
    assert may_see_evidence(world.coordinator, made, AT).allowed
    assert not may_see_evidence(world.executor, made, AT).allowed
