"""What is brought is measured before it is taken in, from whomever it comes."""

from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import TemporaryFileUploadHandler


class MeasuredUpload(TemporaryFileUploadHandler):
    """Keeps a file in a temporary place, unless the request is far beyond any act and
    any evidence.

    A form says in words that a file is somewhat too large; here ends what nobody brings in good
    faith, before it fills the disk, even when the sender has not signed in.
    """

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Raise `RequestDataTooBig` for a request of more than twice the largest file."""
        size = int(self.request.META["CONTENT_LENGTH"]) if self.request else 0
        if size > 2 * max(settings.ACT_FILE_LIMIT, settings.EVIDENCE_FILE_LIMIT):
            raise RequestDataTooBig(f"a request of {size} bytes")
        super().new_file(*args, **kwargs)
