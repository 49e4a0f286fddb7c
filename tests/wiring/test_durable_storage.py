"""Stored files outlive a power cut."""

import os
import stat
from pathlib import Path

import pytest
from django.core.files.base import ContentFile

from birlik.wiring.durable_storage import DurableStorage


def test_a_file_and_its_folders_are_written_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When a file is said to be saved, its bytes and every folder on the way to it have been
    written to the disk, the file first."""
    written: list[os.stat_result] = []
    monkeypatch.setattr(os, "fsync", lambda one: written.append(os.fstat(one)))
    storage = DurableStorage(location=tmp_path)
    assert storage.save("documents/ab/x", ContentFile(b"bytes")) == "documents/ab/x"
    assert stat.S_ISREG(written[0].st_mode)
    assert written[0].st_size == len(b"bytes")
    way = [tmp_path / "documents/ab/x", tmp_path / "documents/ab", tmp_path / "documents", tmp_path]
    assert [one.st_ino for one in written] == [path.stat().st_ino for path in way]
