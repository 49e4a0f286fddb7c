"""The messages that templates and Python code ask gettext for."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from babel.messages.extract import DEFAULT_KEYWORDS, extract
from django.utils.translation.template import templatize

KEYWORDS = {
    **DEFAULT_KEYWORDS,
    **{f"{name}_lazy": spec for name, spec in DEFAULT_KEYWORDS.items() if name.endswith("gettext")},
    "gettext_noop": None,
}


@dataclass(frozen=True, slots=True, order=True)
class Message:
    """What stands in a catalogue: an English text, its plural and its context ('' for none)."""

    text: str
    plural: str = ""
    context: str = ""


def messages_in(folder: Path, without: Iterable[Path] = ()) -> dict[Message, list[str]]:
    """The messages of a folder (or a single file), each with the files that use it; folders in
    `without` are left to their own catalogues."""
    apart = [place for place in without if folder in place.parents]
    found: dict[Message, list[str]] = {}
    for path in sorted(folder.rglob("*")) if folder.is_dir() else [folder]:
        if path.suffix not in {".py", ".html", ".txt"} or any(map(path.is_relative_to, apart)):
            continue
        for message in messages_of(path):
            files = found.setdefault(message, [])
            name = path.relative_to(folder).as_posix()
            if name not in files:
                files.append(name)
    return found


def messages_of(path: Path) -> Iterator[Message]:
    """The messages of one file: a template becomes Python-like text first, as Django does it,
    and loses the indentation that Python would stumble over."""
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        lines = templatize(text, origin=str(path)).splitlines()
        text = "\n".join(line.strip() for line in lines)
    for _line, found, _comments, context in extract(
        "python", BytesIO(text.encode()), keywords=KEYWORDS
    ):
        text, plural = found if isinstance(found, tuple) else (found, "")
        if text:
            yield Message(text, plural, context or "")
