"""What is on a card, in the reader's words: the names of its fields, and what they hold."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from birlik.base.charter.engine.kinds import ExtraField, KindCard
from birlik.base.registry.engine.cards import CardRow, Particular
from birlik.base.registry.queries.cards_named import Named, Names
from birlik.base.ui.templatetags.birlik import day, number, words
from birlik.base.values.local_text import LocalText

Words = str | Promise
Shown = str

LEVELS: dict[str, Words] = {
    "republic": gettext_lazy("republican level"),
    "region": gettext_lazy("regional level"),
    "district": gettext_lazy("district level"),
    "settlement": gettext_lazy("settlement level"),
    "organisation": gettext_lazy("level of an organisation"),
}
FIELDS: dict[str, Words] = {
    "kind": gettext_lazy("Kind of structure"),
    "name_kk": gettext_lazy("Name in Kazakh"),
    "name_ru": gettext_lazy("Name in Russian"),
    "name_en": gettext_lazy("Name in English"),
    "short_kk": gettext_lazy("Abbreviation in Kazakh"),
    "short_ru": gettext_lazy("Abbreviation in Russian"),
    "territory": gettext_lazy("Territory"),
    "level": gettext_lazy("Level"),
    "parent": gettext_lazy("Body above it"),
    "founded_on": gettext_lazy("Founded"),
    "bin": gettext_lazy("BIN"),
    "registered_on": gettext_lazy("Registered on"),
    "registration_number": gettext_lazy("Registration number"),
    "registered_by": gettext_lazy("Registered by"),
    "provision": gettext_lazy("Point of an act"),
    "ground": gettext_lazy("Ground"),
    "address_kk": gettext_lazy("Address in Kazakh"),
    "address_ru": gettext_lazy("Address in Russian"),
    "phone": gettext_lazy("Telephone"),
    "email": gettext_lazy("E-mail"),
    "website": gettext_lazy("Website"),
    "house": gettext_lazy("House of friendship"),
    "culture": gettext_lazy("Culture it is devoted to"),
    "languages": gettext_lazy("Languages"),
    "fields": gettext_lazy("Fields of work"),
}
LACKS: dict[str, tuple[Words, Words]] = {
    "bin": (
        gettext_lazy("no BIN"),
        gettext_lazy("Without its number a legal person is easily entered twice."),
    ),
    "head": (
        gettext_lazy("no head"),
        gettext_lazy("Nobody can be asked, and nobody may propose changes of the card."),
    ),
    "contact": (
        gettext_lazy("no contact"),
        gettext_lazy("Neither letters nor citizens reach the body."),
    ),
    "confirmed": (
        gettext_lazy("not confirmed for a year"),
        gettext_lazy("Nobody has said within a year that the card is right."),
    ),
    "languages": (
        gettext_lazy("no languages"),
        gettext_lazy("Nobody finds the body by the language in which it works."),
    ),
}
"""What a card may lack, and why it matters."""

TERMS: dict[str, tuple[str, Words]] = {
    "accredited": ("ok", gettext_lazy("accreditation holds")),
    "suspended": ("warn", gettext_lazy("accreditation is suspended")),
}
CHANGES: dict[str, Words] = {
    "rename": gettext_lazy("Renamed"),
    "merge": gettext_lazy("Merged"),
    "split": gettext_lazy("Split up"),
    "separate": gettext_lazy("Separated"),
    "abolish": gettext_lazy("Closed without successor"),
    "entrust": gettext_lazy("Entrusted"),
}
"""What became of a body, by the kind of its reorganisation."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that two cards hold differently; `now` is what a third one holds meanwhile."""

    name: str
    title: Words
    before: Shown
    after: Shown
    now: Shown = ""

    @property
    def in_conflict(self) -> bool:
        """Whether the field was changed meanwhile to something else."""
        return self.now not in ("", self.before, self.after)


def shown(name: str, row: CardRow, names: Names) -> Shown:
    """What a field of a card holds, '' for nothing."""
    value = getattr(row, name)
    if not value:
        return ""
    if name == "territory":
        return words(names.places[value].name) if value in names.places else value
    if name in ("parent", "house"):
        return words(names.bodies[value].name) if value in names.bodies else str(value)
    if name == "provision":
        return provision_words(value, names)
    if name == "level":
        return str(LEVELS[value])
    if name == "culture":
        return words(named_code(value, names.codes.cultures))
    if name in ("languages", "fields"):
        known: Named = getattr(names.codes, name)
        return ", ".join(words(named_code(code, known)) for code in value)
    return day(value) if isinstance(value, date) else str(value)


def named_code(code: str, known: Named) -> LocalText:
    """The name of a code; the code itself where the charter no longer has it."""
    return known.get(code) or LocalText(code)


def provision_words(value: int, names: Names) -> str:
    """A point of an act by the act's number and its own."""
    point = names.provisions.get(value)
    if point is None:
        return ""
    told = _("No. %(act)s, point %(number)s")
    return told % {"act": point.act.number, "number": point.number or point.path}


def particular_words(field: ExtraField, value: Particular | None) -> Shown:
    """What one of the fields of a kind holds, '' for nothing."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if field.type == "choice":
        return words(dict(field.options).get(str(value), LocalText(str(value))))
    return number(value) if isinstance(value, int | float) else value


def particulars_of(row: CardRow, kind: KindCard | None) -> Iterator[tuple[str, Shown]]:
    """The fields of the kind with what the card holds in them."""
    for field in kind.fields if kind else ():
        yield words(field.name), particular_words(field, row.particulars.get(field.code))


def differences(
    before: CardRow,
    after: CardRow,
    fields: Iterable[str],
    names: Names,
    kind: KindCard | None,
    now: CardRow | None = None,
) -> list[Difference]:
    """What two cards hold differently in some fields, in the reader's words; with what the card
    holds `now`, where that is asked."""
    found: list[Difference] = []
    for name in fields:
        if name == "particulars":
            found += different_particulars(before, after, kind, now)
            continue
        meanwhile = shown(name, now, names) or _("(nothing)") if now else ""
        one = Difference(
            name,
            FIELDS[name],
            shown(name, before, names) or _("(nothing)"),
            shown(name, after, names) or _("(nothing)"),
            meanwhile,
        )
        found.append(one)
    return found


def different_particulars(
    before: CardRow, after: CardRow, kind: KindCard | None, now: CardRow | None
) -> Iterator[Difference]:
    """The fields of the kind that two cards hold differently."""
    for field in kind.fields if kind else ():
        told = [
            particular_words(field, row.particulars.get(field.code)) or _("(nothing)")
            for row in (before, after, *((now,) if now else ()))
        ]
        if told[0] != told[1]:
            title = words(field.name)
            yield Difference(field.code, title, told[0], told[1], told[2] if now else "")
