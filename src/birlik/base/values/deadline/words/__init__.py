"""The vocabulary of deadlines, a table per language.

A row is (kind, value, forms): the kinds are those of `birlik.base.values.deadline.lexicon`; forms
are separated by ";", and a form of several words is one entry, found however it is broken up.
"""

Row = tuple[str, str | int | None, str]
Table = tuple[Row, ...]
