"""Are the catalogues whole?

    python -m tools.catalogues.check

Prints what is missing, doubtful, unused, or does not fit its message; 1 when there is any.
"""

import re
import sys
from collections.abc import Collection, Iterator
from pathlib import Path

import polib

from tools.catalogues.merge import key
from tools.catalogues.messages import Message, messages_in
from tools.catalogues.places import LANGUAGES, ROOT, SOURCE, Place, apps, plural_count

PLACEHOLDER = re.compile(r"%\(\w+\)[sdf]|%[sd]|\{\w*\}")


def faults(root: Path = ROOT, source: Path = SOURCE) -> list[str]:
    """Everything that is wrong with the catalogues, one line each."""
    places = apps(source)
    found = []
    for place in places:
        others = [other.folder for other in places]
        messages = messages_in(place.folder, without=others)
        for language in LANGUAGES:
            name = f"{place.folder.name}/{language}"
            catalogue = place.read(language)
            found += [f"{name}: {fault}" for fault in differences(catalogue, messages)]
            found += [f"{name}: {fault}" for fault in unfit(catalogue, language)]
    root_place = Place(root)
    for language in LANGUAGES:
        found += [
            f"root/{language}: {fault}" for fault in unfit(root_place.read(language), language)
        ]
    found += homeless(source, places)
    return found + disagreements(places)


def differences(catalogue: polib.POFile, messages: Collection[Message]) -> Iterator[str]:
    """Messages that the catalogue lacks, and entries that nobody asks for."""
    known = {key(entry) for entry in catalogue}
    for message in sorted(set(messages) - known):
        yield f"lacks «{message.text}»"
    for message in sorted(known - set(messages)):
        yield f"«{message.text}» is not used"


def unfit(catalogue: polib.POFile, language: str) -> Iterator[str]:
    """Entries that are empty, doubtful, or do not fit their message."""
    for entry in catalogue:
        forms = list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]
        if not all(forms):
            yield f"«{entry.msgid}» is not translated"
        elif entry.fuzzy:
            yield f"«{entry.msgid}» is marked as doubtful"
        elif entry.msgid_plural and len(forms) != plural_count(language):
            yield f"«{entry.msgid}» has {len(forms)} plural forms, not {plural_count(language)}"
        elif not all(placeholders_fit(entry, form) for form in forms):
            yield f"«{entry.msgid}» and its translation name different placeholders"


def placeholders_fit(entry: polib.POEntry, form: str) -> bool:
    """Whether a translation names the message's placeholders, no other; a plural form may leave
    the number out."""
    there = set(PLACEHOLDER.findall(form))
    singular = set(PLACEHOLDER.findall(entry.msgid))
    if not entry.msgid_plural:
        return there == singular
    plural = set(PLACEHOLDER.findall(entry.msgid_plural))
    return there <= singular | plural and there >= singular & plural


def homeless(source: Path, places: Collection[Place]) -> list[str]:
    """Messages outside any app: no catalogue would ever hold them."""
    outside = messages_in(source, without=[place.folder for place in places])
    return [
        f"«{message.text}» in {files[0]} belongs to no app" for message, files in outside.items()
    ]


def disagreements(places: Collection[Place]) -> list[str]:
    """Messages that two apps translate differently: at run time only one of them is heard."""
    said: dict[tuple[str, Message], dict[str, str]] = {}
    for place in places:
        for language in LANGUAGES:
            for entry in place.read(language):
                form = entry.msgstr or str(entry.msgstr_plural)
                said.setdefault((language, key(entry)), {})[form] = place.folder.name
    return [
        f"{language}: «{message.text}» is translated differently in {' and '.join(forms.values())}"
        for (language, message), forms in said.items()
        if len(forms) > 1
    ]


if __name__ == "__main__":
    lines = faults()
    print("\n".join(lines))
    print(f"{len(lines)} faults in the catalogues")
    sys.exit(1 if lines else 0)
