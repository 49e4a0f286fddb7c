"""The order of names: that of the Kazakh alphabet, which holds the Russian letters too.

No database sorts Kazakh rightly on every system, so a column keeps the key made here.
"""

ALPHABET = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
"""The Kazakh Cyrillic alphabet in its order; Russian has no other letter."""

PLACES = str.maketrans({letter: f"z{place:02}" for place, letter in enumerate(ALPHABET)})
"""A letter → its place in signs that every database sorts alike, whatever its locale."""

LONGEST = 300


def sort_key(text: str) -> str:
    """What a database orders `text` by: letters by the Kazakh alphabet, without case, quotes and
    doubled spaces; numbers and Latin letters come before; 300 signs at most, three a letter."""
    words = "".join(sign if sign.isalnum() else " " for sign in text.casefold()).split()
    return " ".join(words).translate(PLACES)[:LONGEST]
