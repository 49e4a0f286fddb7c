"""The source by which letters are set."""

from pathlib import Path


def letters_source() -> str:
    """The typst source of outgoing letters."""
    return Path(__file__).parent.joinpath("letters.typ").read_text(encoding="utf-8")
