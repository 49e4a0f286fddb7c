"""Making a confirmed reading an act: its text, its points and their words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from birlik.base.charter.models import Catalogue
from birlik.base.charter.queries import items, worded
from birlik.base.journal.action import action, note
from birlik.base.records.engine.draft import ActDraft, OutlineNode
from birlik.base.records.engine.draft_record import to_record
from birlik.base.records.engine.term import years_of
from birlik.base.records.models import Act, ActReading, Finding, Provision, Source, Wording
from birlik.base.records.rules import may_register_act, may_repeal_act
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LANGUAGES, LocalText
from birlik.base.values.refused import RefusedError

NO_HEAD = LocalText(
    kk="Актінің нөмірі мен қабылданған күні белгісіз. Оларды енгізіп, қайта растаңыз.",
    ru="Номер и дата принятия акта неизвестны. Внесите их и подтвердите еще раз.",
    en="The act's number and date of adoption are unknown. Enter them and confirm again.",
)

REPEALED_EARLY = LocalText(
    kk="Актінің күші ол қабылданғанға дейін жойыла алмайды. Күнін тексеріңіз.",
    ru="Акт не может утратить силу до того, как его приняли. Проверьте дату.",
    en="The act cannot be repealed before it was adopted. Check the date.",
)


@dataclass(frozen=True, slots=True)
class Point:
    """A provision to be stored: its path, and where its words stand."""

    kind: Provision.Kind
    path: str
    number: str
    parent: str
    title: str
    start: int = 0
    end: int = 0


@action(
    "act.registered",
    may=may_register_act,
    label=LocalText("Акт тіркелді", "Акт зарегистрирован", "Act registered"),
    digested=("draft",),
)
def register_act(
    by: Actor,
    reading: ActReading,
    /,
    *,
    at: datetime,
    draft: ActDraft,
    repealed_on: date | None = None,
    controlled_from: date | None = None,
    told: str = "",
) -> Act:
    """Store the act that a reading found: itself, its text, its provisions and its findings.

    The draft's offsets point into the reading's text. The installation controls the act from
    `controlled_from`, or else from the day of `at`. Raises `RefusedError` for a draft without a
    number or a date of adoption, and for a repeal before it.
    """
    if not draft.number or draft.adopted_on is None:
        raise RefusedError(NO_HEAD)
    refuse_early_repeal(draft.adopted_on, repealed_on)
    first_year, last_year = years_planned(draft, on=day_of(at))
    act = Act.objects.create(
        kind=draft.kind,
        number=draft.number,
        adopted_on=draft.adopted_on,
        in_force_from=draft.in_force_from or draft.adopted_on,
        repealed_on=repealed_on,
        first_year=first_year,
        last_year=last_year,
        open_ended=draft.open_ended,
        told=told,
        repeals=[
            {"number": one.number, "adopted_on": one.adopted_on.isoformat()}
            for one in draft.repeals
            if one.adopted_on and not one.part
        ],
        confirmed_at=at,
        controlled_from=controlled_from or day_of(at),
        **{f"title_{draft.language}": draft.title},
        **issuer_of(draft, draft.adopted_on),
    )
    Source.objects.create(
        act=act,
        language=draft.language,
        document=reading.document,
        text=reading.text,
        outline=to_record(draft.outline),
        lost=to_record(draft.lost),
    )
    store_points(act, draft)
    store_findings(act, reading.findings)
    note(act=act, measures=len(draft.measures), indicators=len(draft.indicators))
    return act


def years_planned(draft: ActDraft, *, on: date) -> tuple[int, int]:
    """The first and the last year that an act plans for: as said of it, else by its title, else by
    its figures and deadlines. An act without an end is reckoned to the end of the year after `on`.
    """
    first, last = draft.years or years_of(draft.title)
    named = {
        *(value.year for row in draft.indicators for value in row.values if value.kind == "plan"),
        *(year for one in draft.measures if one.schedule for year in one.schedule.years),
    }
    adopted_on = draft.adopted_on or on
    since = first or adopted_on.year
    if draft.open_ended:
        return since, max(since, on.year + 1, *named)
    return since, max(since, last or max(named, default=since))


def refuse_early_repeal(adopted_on: date, repealed_on: date | None) -> None:
    """Raise `RefusedError` when an act would be repealed before it was adopted."""
    if repealed_on and repealed_on < adopted_on:
        raise RefusedError(REPEALED_EARLY)


def issuer_of(draft: ActDraft, on: date) -> dict[str, str]:
    """Who adopted the act: in all languages when the charter of the day knows the issuer, else as
    the act has it."""
    known = worded(items(Catalogue.ISSUER, on=on), draft.issuer)
    if known is None:
        return {f"issuer_{draft.language}": draft.issuer}
    return {f"issuer_{code}": known.name.get(code) for code in LANGUAGES}


def points(draft: ActDraft) -> Iterator[Point]:
    """The provisions of a draft, in the order of the act, parents first."""
    for node in numbered(draft.outline):
        path = f"section/{node.number}"
        yield Point(Provision.Kind.SECTION, path, node.number, "", node.title, node.start, node.end)
    for row in draft.indicators:
        path = f"indicator/{row.number}"
        yield Point(Provision.Kind.INDICATOR, path, row.number, "", row.title, row.start, row.end)
    for number, title in draft.directions.items():
        yield Point(Provision.Kind.DIRECTION, f"direction/{number}", number, "", title)
    for measure in draft.measures:
        yield Point(
            Provision.Kind.MEASURE,
            f"measure/{measure.number}",
            measure.number,
            f"measure/{measure.parent}" if measure.parent else "",
            measure.title,
            measure.start,
            measure.end,
        )


def numbered(outline: Iterable[OutlineNode]) -> Iterator[OutlineNode]:
    """The sections of the first level that carry a number of their own, each number once."""
    seen: set[str] = set()
    for node in outline:
        if node.number and node.level == 1 and node.number not in seen:
            seen.add(node.number)
            yield node


def store_points(act: Act, draft: ActDraft) -> None:
    """Store the points of a draft with their words, beside those that the act already has.

    A point is known by its path; one that stands twice keeps its first words. Where the act has
    points already, a new one stands before that which follows it in the draft.
    """
    found: dict[str, Point] = {}
    for point in points(draft):
        found.setdefault(point.path, point)
    rows = {one.path: one for one in act.provisions.all()}
    order = in_order(list(rows), list(found))
    made = {
        path: Provision(act=act, kind=point.kind, path=path, number=point.number, position=0)
        for path, point in found.items()
        if path not in rows
    }
    rows |= made
    for position, path in enumerate(order):
        rows[path].position = position
    Provision.objects.bulk_create(made.values())
    for path in made:
        rows[path].parent = rows.get(found[path].parent)
    Provision.objects.bulk_update(rows.values(), ["position", "parent"])
    Wording.objects.bulk_create(
        Wording(
            provision=rows[path],
            language=draft.language,
            title=point.title,
            start=point.start,
            end=point.end,
            valid_from=act.in_force_from,
        )
        for path, point in found.items()
    )


def in_order(kept: Sequence[str], found: Sequence[str]) -> list[str]:
    """The paths of two texts in one order: what only the second has stands before that which
    follows it there, or at the end."""
    order = list(kept)
    following: str | None = None
    for path in reversed(found):
        if path not in kept:
            order.insert(order.index(following) if following else len(order), path)
        following = path
    return order


def store_findings(act: Act, findings: Iterable[Mapping[str, Any]]) -> None:
    """Keep with the act what the check found while it was read."""
    Finding.objects.bulk_create(
        Finding(
            act=act,
            kind=found["kind"],
            severity=found["severity"],
            places=found["places"],
            **{f"message_{language}": text for language, text in found["message"].items()},
        )
        for found in findings
    )


@action(
    "act.repealed",
    may=may_repeal_act,
    label=LocalText("Актінің күші жойылды", "Акт утратил силу", "Act repealed"),
)
def repeal_act(
    _by: Actor, act: Act, /, *, at: datetime, repealed_on: date, repealed_by: Act | None = None
) -> Act:
    """Record the day of an act's repeal, and the act that repealed it where there is one.

    Raises `RefusedError` for a day before the act was adopted.
    """
    refuse_early_repeal(act.adopted_on, repealed_on)
    act.repealed_on = repealed_on
    act.repealed_by = repealed_by
    act.save(update_fields=["repealed_on", "repealed_by"])
    return act
