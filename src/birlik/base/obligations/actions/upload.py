"""Bringing a file as evidence: in pieces, over a bad connection, or in one go.

The pieces lie in a partial file whose length says how far it has come; it is nobody's evidence
until `finish_upload` has stored its whole content. A piece is on the disk before it is
acknowledged, and what was acknowledged is never written again.
"""

import fcntl
import os
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.db import transaction

from birlik.base.journal.action import action, note
from birlik.base.obligations import refusals
from birlik.base.obligations.actions.evidence import EvidenceItem, attach_evidence
from birlik.base.obligations.models import Evidence, Obligation, Upload
from birlik.base.obligations.queries import norms
from birlik.base.obligations.queries.evidence import offset_of, partial_file, partial_folder
from birlik.base.obligations.rules import may_bring, may_report, may_sweep
from birlik.base.records.actions import store_document
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError

UNFINISHED_AT_ONCE = 50
"""How many files one account may be bringing; more is no report but an attack on the disk."""


class OffsetError(Exception):
    """A piece does not continue the file; `offset` is where the next one must begin."""

    def __init__(self, offset: int) -> None:
        super().__init__(f"the file goes on at {offset}")
        self.offset = offset


@dataclass(frozen=True, slots=True)
class BroughtFile:
    """A file whose content has been checked: the name to show, its type and its bytes."""

    title: str
    media_type: str
    content: bytes


@action(
    "evidence.brought",
    may=may_report,
    label=LocalText("Файл жүктелді", "Загружен файл", "File brought"),
    withheld=("file",),
)
def attach_file(
    by: Actor, obligation: Obligation, /, *, at: datetime, file: BroughtFile
) -> Evidence:
    """Keep a file whose content has been checked, and add it to the draft of a report."""
    return kept(by, obligation, at=at, file=file)


def kept(by: Actor, obligation: Obligation, *, at: datetime, file: BroughtFile) -> Evidence:
    """The file as evidence of the draft; its bytes are stored once, by their digest."""
    document = store_document(
        by,
        None,
        at=at,
        name=file.title[:200],
        media_type=file.media_type,
        content=file.content,
    )
    item = EvidenceItem(title=file.title, document=document)
    return attach_evidence(by, obligation, at=at, item=item)


@action(
    "upload.begun",
    may=may_report,
    label=LocalText("Файл жүктеле бастады", "Начата загрузка файла", "Upload begun"),
    withheld=("name",),
    entered=False,
)
def begin_upload(
    by: Actor, obligation: Obligation, /, *, at: datetime, name: str, size: int
) -> Upload:
    """Announce a file of `size` bytes that will come in pieces.

    Raises `RefusedError` for one larger than the installation takes, or when the account has left
    too many unfinished.
    """
    if not 0 < size <= settings.EVIDENCE_FILE_LIMIT:
        raise RefusedError(refusals.FILE_TOO_LARGE)
    if Upload.objects.filter(account=by.account_id, evidence=None).count() >= UNFINISHED_AT_ONCE:
        raise RefusedError(refusals.TOO_MANY_UPLOADS)
    return Upload.objects.create(
        key=uuid4(),
        obligation=obligation,
        account=by.account_id,
        name=name[:200],
        size=size,
        begun_at=at,
    )


@action(
    "upload.continued",
    may=may_bring,
    label=LocalText("Файлдың бөлігі келді", "Получена часть файла", "Piece of a file came"),
    withheld=("piece",),
    entered=False,
)
def continue_upload(
    _by: Actor, upload: Upload, /, *, at: datetime, offset: int, piece: bytes
) -> int:
    """Add a piece at `offset`, and return where the next one begins.

    Raises `OffsetError` when the file is longer or shorter than that, and `RefusedError` when the
    piece goes beyond the size announced. When it returns, the piece is on the disk.
    """
    if offset + len(piece) > upload.size:
        raise RefusedError(refusals.FILE_TOO_LARGE)
    return append(partial_file(upload), offset, piece)


def append(path: Path, offset: int, piece: bytes) -> int:
    """Write `piece` at the end of a file, which must be `offset` bytes long, through to the disk.

    Raises `OffsetError` as `continue_upload` does. When the disk fails, the file is as it was.
    """
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        length = os.fstat(descriptor).st_size
        if length != offset:
            raise OffsetError(length)
        try:
            for start in range(0, len(piece), 2**20):
                part = memoryview(piece)[start : start + 2**20]
                if os.pwrite(descriptor, part, offset + start) != len(part):
                    raise OSError("the disk takes no more")
            os.fsync(descriptor)
        except OSError:
            os.ftruncate(descriptor, offset)
            raise
    finally:
        os.close(descriptor)
    if offset == 0:
        settle(path.parent)
    return offset + len(piece)


def settle(folder: Path) -> None:
    """Write a folder through to the disk, so that a file new in it outlives a power cut."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@action(
    "upload.finished",
    may=may_bring,
    label=LocalText("Файл толық жүктелді", "Загрузка файла завершена", "Upload finished"),
    withheld=("file",),
)
def finish_upload(by: Actor, upload: Upload, /, *, at: datetime, file: BroughtFile) -> Evidence:
    """Make a file that has come whole, and whose content was checked, evidence of the draft.

    Finished already, it is the evidence that it became then. The pieces go once the evidence is
    safe. Raises `RefusedError` while bytes are missing.
    """
    if upload.evidence is not None:
        note(known=True)
        return upload.evidence
    if offset_of(upload) != upload.size:
        raise RefusedError(refusals.UPLOAD_UNFINISHED)
    upload.evidence = kept(by, upload.obligation, at=at, file=file)
    upload.save(update_fields=["evidence"])
    note(evidence=upload.evidence.pk)
    transaction.on_commit(partial(partial_file(upload).unlink, missing_ok=True))
    return upload.evidence


@action(
    "upload.dropped",
    may=may_bring,
    label=LocalText("Жүктеу тоқтатылды", "Загрузка отменена", "Upload dropped"),
    entered=False,
)
def drop_upload(_by: Actor, upload: Upload, /, *, at: datetime) -> None:
    """Forget a file that was being brought: first its pieces, then that it was ever begun."""
    partial_file(upload).unlink(missing_ok=True)
    Upload.objects.filter(pk=upload.pk).delete()


@action(
    "uploads.swept",
    may=may_sweep,
    label=LocalText(
        "Аяқталмаған жүктеулер тазаланды",
        "Убраны незавершенные загрузки",
        "Unfinished uploads cleared away",
    ),
    entered=False,
)
def sweep_uploads(_by: Actor, _subject: None, /, *, at: datetime) -> int:
    """Clear away uploads begun longer ago than the norm, and pieces that belong to none; returns
    how many uploads went."""
    days = norms().norm("unfinished_upload_days", day_of(at)).whole_number()
    lying = list(partial_folder().glob("*"))
    old = Upload.objects.filter(begun_at__lt=at - timedelta(days=days))
    swept = old.filter(evidence=None).count()
    old.delete()
    awaited = {
        str(key) for key in Upload.objects.filter(evidence=None).values_list("key", flat=True)
    }
    for path in lying:
        if path.name not in awaited:
            path.unlink(missing_ok=True)
    return swept
