"""A reorganisation as far as it has been entered; what was typed is carried from step to step."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.http import QueryDict

from birlik.base.registry.actions.reorganise import NewBody, ReorganisationPlan
from birlik.base.registry.models import Office, Reorganisation
from birlik.base.registry.queries.succession import COUNTS
from birlik.base.ui.language import reader_language
from birlik.base.values.local_text import LocalText
from birlik.domains.execution.engine.wanted import number_in
from birlik.domains.execution.queries.reorganisations import (
    Measure,
    Offered,
    measures_to_choose,
    offered,
    seats_to_choose,
)
from birlik.domains.execution.web.reorganisation.forms import HeadForm, HeirForm, heir_choices
from birlik.domains.execution.web.reorganisation.words import CHOOSES

FIELDS = {
    "head": re.compile(r"kind|on|ground"),
    "bodies": re.compile(r"old|heir|h\d+-\w+"),
    "measures": re.compile(r"m\d+"),
    "offices": re.compile(r"o\d+"),
}
"""The names of the fields of each step."""
MOST = 12
"""How many bodies, and how many successors, can be named at once."""


def numbers_in(words: Iterable[object]) -> list[int]:
    """The numbers among words; what is none is left out."""
    return [found for one in words if (found := number_in(str(one))) is not None]


@dataclass(slots=True)
class HeirLine:
    """The fields of one successor; `key` tells them from those of the others."""

    key: int
    form: HeirForm

    @property
    def is_empty(self) -> bool:
        """Whether nothing was entered for it."""
        return not any(self.value(name) for name in ("body", "name_kk", "name_ru", "name_en"))

    def value(self, name: str) -> str:
        """What stands in a field."""
        return str(self.form[name].value() or "").strip()

    def named(self) -> int | NewBody:
        """The body that was chosen, or the one that is to be founded."""
        if body := number_in(self.value("body")):
            return body
        return NewBody(
            name=LocalText(*(self.value(f"name_{code}") for code in ("kk", "ru", "en"))),
            short=LocalText(self.value("short_kk"), self.value("short_ru")),
            kind=self.value("body_kind"),
            territory=number_in(self.value("territory")),
        )


@dataclass
class Sheet:
    """Everything that was entered."""

    sent: QueryDict
    head: HeadForm
    offered: Offered
    olds: list[str]
    heirs: list[HeirLine]

    @classmethod
    def of(cls, sent: QueryDict, *, today: date, judged: bool) -> "Sheet":
        """What was sent; what is wrong in the head is said where it is `judged`."""
        head = HeadForm(sent) if judged else HeadForm(initial=sent.dict())
        bound = HeadForm(sent)
        on = bound.cleaned_data["on"] if bound.is_valid() else today
        kind = sent.get("kind", "")
        choices = offered(kind, on=on, today=today)
        (least, _most), (few, _many) = COUNTS.get(kind, ((1, 1), (1, 1)))
        olds = [one for one in sent.getlist("old") if one][:MOST]
        olds += [""] * (2 - len(olds) if kind == Reorganisation.Kind.MERGE else least - len(olds))
        keys = numbers_in(sent.getlist("heir"))[:MOST]
        keys += range(max(keys, default=-1) + 1, max(keys, default=-1) + 1 + few - len(keys))
        fields = heir_choices(choices, reader_language())
        lines = [HeirLine(one, HeirForm(sent, prefix=f"h{one}", choices=fields)) for one in keys]
        return cls(sent, head, choices, olds, lines)

    @property
    def kind(self) -> str:
        """The kind that was chosen."""
        return self.sent.get("kind", "")

    @property
    def on(self) -> date:
        """The first day of the new order; only where the head is in order."""
        found: date = self.head.cleaned_data["on"]
        return found

    @property
    def numbers(self) -> tuple[int, ...]:
        """The bodies reorganised."""
        return tuple(numbers_in(self.olds))

    @cached_property
    def measures(self) -> list[Measure]:
        """The measures that can be chosen, where the kind chooses any."""
        return measures_to_choose(self.numbers if self.kind in CHOOSES else (), on=self.on)

    @cached_property
    def seats(self) -> list[Office]:
        """The seats that somebody holds and that can go on, where anybody takes over."""
        idle = self.kind in {Reorganisation.Kind.ABOLISH, Reorganisation.Kind.ENTRUST}
        return [] if idle else seats_to_choose(self.numbers, on=self.on)

    def add(self, what: str) -> None:
        """Put an empty line for a body ("old") or a successor ("heir") after the others."""
        if what == "old" and len(self.olds) < MOST:
            self.olds.append("")
        elif what == "heir" and len(self.heirs) < MOST:
            key = max((one.key for one in self.heirs), default=-1) + 1
            fields = heir_choices(self.offered, reader_language())
            self.heirs.append(HeirLine(key, HeirForm(prefix=f"h{key}", choices=fields)))

    def successors(self) -> tuple[int | NewBody, ...]:
        """Who takes over; lines beyond those that are needed may stay empty."""
        few = COUNTS[self.kind][1][0]
        return tuple(
            one.named() for place, one in enumerate(self.heirs) if place < few or not one.is_empty
        )

    def heir_names(self) -> list[tuple[str, str]]:
        """The places of the successors with their names in the reader's language."""
        known, language = dict(self.offered.bodies), reader_language()
        names = (
            one.name if isinstance(one, NewBody) else known.get(one, LocalText())
            for one in self.successors()
        )
        return [(str(place), name.get(language)) for place, name in enumerate(names)]

    def chosen(self, step: str, default: str, number: int) -> str:
        """What was chosen for a measure or a seat: the place of a successor, '' for none."""
        return str(self.sent.get(f"{step}{number}", default))

    def placed(self, letter: str) -> tuple[tuple[int, int], ...]:
        """Every measure ("m") or seat ("o") that was given a successor, with the place."""
        return tuple(
            (number, place)
            for name, sent in self.sent.dict().items()
            if name.startswith(letter) and (number := number_in(name[1:])) is not None
            if (place := number_in(str(sent))) is not None
        )

    def plan(self) -> ReorganisationPlan:
        """The plan as entered; only where the head is in order."""
        return ReorganisationPlan(
            kind=self.kind,
            on=self.on,
            ground=self.head.cleaned_data["ground"],
            predecessors=self.numbers,
            successors=self.successors(),
            measures=self.placed("m"),
            offices=self.placed("o"),
        )

    def carried(self, step: str) -> Iterator[tuple[str, str]]:
        """Every field of the other steps, as it was sent."""
        for name, values in self.sent.lists():
            if any(one.fullmatch(name) for other, one in FIELDS.items() if other != step):
                yield from ((name, str(value)) for value in values)
