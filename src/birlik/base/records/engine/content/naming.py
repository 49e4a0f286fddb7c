"""A name that a person gave a file, made fit to be shown. Nothing is ever stored under it."""

import re
import unicodedata

LONGEST = 150
# What a system of files or a header takes for more than a letter.
RESERVED = re.compile(r'[\\/:*?"<>|]')
# Control, formatting (it can turn the direction of reading), surrogates, private use, unassigned.
UNSHOWN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
ENDING = re.compile(r"\.[0-9A-Za-z]{1,5}$")

# The endings that another one takes the place of.
SAID = {"jpg": {"jpg", "jpeg", "png", "webp"}, "cms": {"cms", "p7s", "sig"}}


def shown_name(name: str) -> str:
    """The last part of a name, without what cannot be shown; "file" when nothing is left.

    >>> shown_name("C:\\\\temp\\\\есеп\\u202etxt.pdf")
    'есепtxt.pdf'
    """
    last = re.split(r"[\\/]", unicodedata.normalize("NFC", name))[-1]
    seen = "".join(" " if one.isspace() else one for one in last if not is_unshown(one))
    plain = " ".join(RESERVED.sub("_", seen).split()).strip(". ")
    if len(plain) > LONGEST:
        ending = ENDING.search(plain)
        tail = ending[0] if ending else ""
        plain = plain[: LONGEST - len(tail)].rstrip(". ") + tail
    return plain or "file"


def is_unshown(letter: str) -> bool:
    """Whether a character has no shape of its own; a blank of any kind has one."""
    return unicodedata.category(letter) in UNSHOWN and letter not in "\t\n\r"


def titled(name: str, ending: str) -> str:
    """The name to show with the ending that belongs to the content: "есеп.exe" that is a PDF
    becomes "есеп.exe.pdf", "фото.JPG" that is a JPEG "фото.jpg"."""
    shown = shown_name(name)
    found = ENDING.search(shown)
    if found and found[0][1:].lower() in SAID.get(ending, {ending}):
        shown = shown[: found.start()]
    return f"{shown}.{ending}"
