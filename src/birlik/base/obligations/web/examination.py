"""A file is looked at before anything of it is kept."""

from collections.abc import Callable

from django.conf import settings

from birlik.base.obligations.actions import BroughtFile
from birlik.base.obligations.refusals import FILE_TOO_LARGE
from birlik.base.records.engine.content import UnfitFileError, examine


def examined(
    read: Callable[[], bytes], name: str, size: int, *, smaller: bool = False
) -> BroughtFile:
    """The file as it may be kept, its pictures made smaller when asked.

    `size` is asked before the bytes are read. Raises `UnfitFileError` for a file that is too large,
    is of no kind that is taken, is dangerous, or bears a mark of limited access.
    """
    if size > settings.EVIDENCE_FILE_LIMIT:
        raise UnfitFileError(FILE_TOO_LARGE)
    found = examine(read(), name, smaller=smaller)
    return BroughtFile(found.title, found.media_type, found.content)
