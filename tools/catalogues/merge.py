"""Add to every app's catalogues the messages they lack.

    python -m tools.catalogues.merge [--drop-unused] [APP …]

English repeats the message; Kazakh and Russian wait for a person, empty.
"""

import sys
from collections.abc import Mapping, Sequence

import polib

from tools.catalogues.messages import Message, messages_in
from tools.catalogues.places import LANGUAGES, Place, apps, plural_count


def merged(
    catalogue: polib.POFile,
    messages: Mapping[Message, Sequence[str]],
    language: str,
    *,
    drop_unused: bool,
) -> polib.POFile:
    """The catalogue with every message in it, in the order of the alphabet, translations kept."""
    known = {key(entry): entry for entry in catalogue}
    kept = {
        message: entry for message, entry in known.items() if message in messages or not drop_unused
    }
    added = {message: empty_entry(message, language) for message in messages if message not in kept}
    entries = kept | added
    catalogue.clear()
    for message in sorted(entries):
        entries[message].occurrences = [(name, "") for name in messages.get(message, ())]
        catalogue.append(entries[message])
    return catalogue


def key(entry: polib.POEntry) -> Message:
    """The message that a catalogue's entry translates."""
    return Message(entry.msgid, entry.msgid_plural or "", entry.msgctxt or "")


def empty_entry(message: Message, language: str) -> polib.POEntry:
    """An entry without a translation; in English the message is its own."""
    entry = polib.POEntry(msgid=message.text, msgctxt=message.context or None)
    english = language == "en"
    if message.plural:
        forms = [message.text, *[message.plural] * (plural_count(language) - 1)]
        entry.msgid_plural = message.plural
        entry.msgstr_plural = {n: form if english else "" for n, form in enumerate(forms)}
    elif english:
        entry.msgstr = message.text
    return entry


def merge(place: Place, others: Sequence[Place], *, drop_unused: bool = False) -> int:
    """Bring an app's three catalogues up to its messages; how many messages it has."""
    messages = messages_in(place.folder, without=[other.folder for other in others])
    for language in LANGUAGES if messages else ():
        path = place.catalogue(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        merged(place.read(language), messages, language, drop_unused=drop_unused).save(str(path))
    return len(messages)


def main(arguments: Sequence[str]) -> None:
    """Merge the apps named, or all of them."""
    everywhere = apps()
    chosen = [word for word in arguments if not word.startswith("--")]
    for app in everywhere:
        if not chosen or app.folder.name in chosen:
            total = merge(app, everywhere, drop_unused="--drop-unused" in arguments)
            print(f"{app.folder.name:14}{total:5} messages")


if __name__ == "__main__":
    main(sys.argv[1:])
