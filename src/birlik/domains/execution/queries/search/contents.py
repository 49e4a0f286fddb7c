"""What can be found: the words of acts, points, debtors and periods, kept by each server process.

The index is made anew when the journal has an entry that may have changed a word: every write has
its entry, so that processes need not tell each other. Entries of actions that change no word
(reports and what follows them) are passed over.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from threading import Lock

from birlik.base.journal.models import Entry
from birlik.base.obligations.models import Duty, Obligation
from birlik.base.records.models import Act, Provision, Wording
from birlik.base.records.queries.retellings import told_twice
from birlik.base.registry.models import Structure
from birlik.base.values.local_text import LANGUAGES, LocalText
from birlik.base.values.period import Period
from birlik.base.values.search import Field, WordIndex
from birlik.domains.execution.engine.searching import Key

WORDLESS = (
    *("contributions.", "digest", "evidence.", "extension.", "key.", "notice", "obligation."),
    *("recovery_codes.", "remark.", "report.", "second_factor.", "turn", "upload"),
)
"""How the actions begin that change no word that can be found."""

PATIENCE = 500
"""After so many entries the index is made anew without asking what they were."""

NUMBER_WEIGHT, SHORT_WEIGHT, ISSUER_WEIGHT, HEADING_WEIGHT = 3.0, 1.5, 0.5, 0.6


@dataclass(frozen=True, slots=True)
class ActCard:
    """An act as the index keeps it."""

    number: str
    adopted_on: date
    title: LocalText


@dataclass(slots=True)
class PointCard:
    """A point as the index keeps it; `places` are `(language, offset)` of its words in the act's
    texts, `duty` is None where it made none."""

    act: int
    kind: str
    number: str
    position: int
    duty: int | None
    titles: dict[str, str] = field(default_factory=dict)
    places: dict[str, int] = field(default_factory=dict)

    @property
    def title(self) -> LocalText:
        """The words of the point."""
        return LocalText(**self.titles)


@dataclass(frozen=True, slots=True)
class Contents:
    """What can be found, as of the journal's entry `entry` (number and hash).

    `act_of` is the act of each point, `rank` its place among those that answer equally well: the
    newest act first, and its points in their order.
    """

    entry: tuple[int, str]
    acts: dict[int, ActCard]
    points: dict[int, PointCard]
    act_of: dict[int, int]
    rank: dict[int, int]
    hidden_acts: frozenset[int]
    index: WordIndex[Key]


_kept: list[Contents] = []
_making = Lock()


def contents() -> Contents:
    """The index as the database is now."""
    with _making:
        kept = _kept[-1] if _kept else None
        if kept is None or not is_fresh(kept):
            kept = made()
            _kept[:] = [kept]
    return kept


def is_fresh(kept: Contents) -> bool:
    """Whether no word changed since an index was made: the entry that it knows is still in the
    journal, and whatever came after changed no word."""
    number, known = kept.entry
    after = Entry.objects.filter(number__gte=number).order_by("number")
    rows = list(after.values_list("number", "hash", "action")[:PATIENCE])
    if len(rows) == PATIENCE or not rows or rows[0][:2] != (number, known):
        return False
    return all(action.startswith(WORDLESS) for _number, _hash, action in rows[1:])


def made() -> Contents:
    """The index made anew; the words of heads' resolutions, which concern their bodies alone, are
    known but not found."""
    last = Entry.objects.order_by("-number").values_list("number", "hash").first()
    shown = {one.pk: one for one in Act.objects.exclude(told_twice())}
    cards = points_of(frozenset(shown))
    inside = frozenset(Act.objects.filter(resolution__isnull=False).values_list("pk", flat=True))
    found = {number: act for number, act in shown.items() if number not in inside}
    points = {number: card for number, card in cards.items() if card.act in found}
    documents = (*documents_of_acts(found), *documents_of_points(points), *documents_of_debtors())
    return Contents(
        entry=last or (0, ""),
        acts={one.pk: ActCard(one.number, one.adopted_on, one.title) for one in shown.values()},
        points=cards,
        act_of={number: card.act for number, card in cards.items()},
        rank=ranked(cards, shown),
        hidden_acts=frozenset(Act.objects.filter(told_twice()).values_list("pk", flat=True)),
        index=WordIndex((*documents, *documents_of_periods())),
    )


def ranked(cards: dict[int, PointCard], acts: dict[int, Act]) -> dict[int, int]:
    """The place of each point: those of the newest act first, in the order of the act."""

    def order(number: int) -> tuple[int, int]:
        card = cards[number]
        return -acts[card.act].adopted_on.toordinal(), card.position

    return {number: place for place, number in enumerate(sorted(cards, key=order))}


def points_of(acts: frozenset[int]) -> dict[int, PointCard]:
    """The points of acts with their words as they stand now."""
    duties = dict(Duty.objects.values_list("provision", "pk"))
    cards = {
        row[0]: PointCard(*row[1:], duty=duties.get(row[0]))
        for row in Provision.objects.filter(act__in=acts).values_list(
            "pk", "act", "kind", "number", "position"
        )
    }
    current = Wording.objects.filter(valid_until=None).values_list(
        "provision", "language", "title", "start", "end"
    )
    for provision, language, title, start, end in current:
        if provision in cards and language in LANGUAGES:
            cards[provision].titles[language] = title
            if start < end:
                cards[provision].places[language] = start
    return cards


def documents_of_acts(acts: dict[int, Act]) -> Iterator[tuple[Key, list[Field]]]:
    """The acts: number and day, titles, issuers."""
    for number, act in acts.items():
        fields = [Field(f"{act.number} {act.adopted_on:%d.%m.%Y}", weight=NUMBER_WEIGHT)]
        for language in LANGUAGES:
            fields.append(Field(getattr(act.title, language), language))
            fields.append(Field(getattr(act.issuer, language), language, ISSUER_WEIGHT))
        yield ("act", number), fields


def documents_of_points(cards: dict[int, PointCard]) -> Iterator[tuple[Key, list[Field]]]:
    """The points: their words; of measures also their numbers, by which people know them."""
    for number, card in cards.items():
        measure = card.kind == Provision.Kind.MEASURE
        weight = 1.0 if measure else HEADING_WEIGHT
        fields = [Field(title, language, weight) for language, title in card.titles.items()]
        yield ("point", number), [*fields, *[Field(card.number, "", NUMBER_WEIGHT)] * measure]


def documents_of_debtors() -> Iterator[tuple[Key, list[Field]]]:
    """Those who can owe: names and abbreviations."""
    for one in Structure.objects.all():
        names = [Field(getattr(one.name, language), language) for language in LANGUAGES]
        shorts = [Field(text, "", SHORT_WEIGHT) for text in (one.short_kk, one.short_ru)]
        yield ("debtor", one.pk), [*names, *shorts]


def documents_of_periods() -> Iterator[tuple[Key, list[Field]]]:
    """The periods in which something is owed, in words and with their numbers."""
    codes = Obligation.objects.order_by().values_list("period", flat=True).distinct()
    for code in codes:
        words = period_of(code).in_words()
        named = [Field(getattr(words, language), language) for language in LANGUAGES]
        yield ("period", code), [*named, Field(numbers_in(code))]


def period_of(code: str) -> Period:
    """The period of a code; every obligation has one that can be read, for it was written by
    `Period.code`."""
    return Period.parse(code)


def numbers_in(code: str) -> str:
    """The numbers of a period's code: "2024-Q2" as "2024 2"."""
    return "".join(letter if letter.isdigit() else " " for letter in code)
