"""By which words a body or a person is found."""

from collections.abc import Iterable

from birlik.base.values.search import sound, tokens

LONGEST = 80
"""How many letters of a word are kept."""


def words_of(names: Iterable[str]) -> frozenset[str]:
    """The folded words of names. A Latin word that only says how another sounds is left out, for
    it is met by its sound; a word of look-alike letters is kept in both scripts."""
    forms = [token.forms for name in names for token in tokens(name)]
    words = {form[:LONGEST] for several in forms for form in several}
    heard = {sound(one) for one in words if not one.isascii()}
    return frozenset(one for one in words if not one.isascii() or sound(one) not in heard - {""})
