"""Stored files that outlive a power cut: on the disk before anybody is told that they are kept."""

import os
from pathlib import Path
from typing import Any

from django.core.files.storage import FileSystemStorage


class DurableStorage(FileSystemStorage):
    """Files below MEDIA_ROOT, each written through to the disk with the folders that lead to it."""

    def save(self, name: str | None, content: Any, max_length: int | None = None) -> str:
        """Keep a file and return its name, once it is on the disk."""
        saved: str = super().save(name, content, max_length)
        place, root = Path(self.path(saved)), Path(self.location)
        for path in (place, *place.parents):
            write_through(path)
            if path == root:
                break
        return saved


def write_through(path: Path) -> None:
    """Return when a file or folder is on the disk as it is now."""
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
