"""Recording a reorganisation of bodies: who is founded, who ends, who succeeds, whose seats go on.

What the bodies owe is passed on by the module of obligations, whose `reorganise` calls this.
"""

from collections.abc import Sequence, Set
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime

from django.db.models import Q

from birlik.base.journal.action import action, note
from birlik.base.registry.actions.cards_kept import pass_parts, take_back_parts
from birlik.base.registry.actions.wording import note_words
from birlik.base.registry.engine.cards import CardRow, columns
from birlik.base.registry.models import (
    Appointment,
    Likeness,
    Office,
    Posting,
    Reorganisation,
    Structure,
    Succession,
    Territory,
)
from birlik.base.registry.queries.cards import row_of
from birlik.base.registry.queries.succession import objection_to
from birlik.base.registry.rules.cards import (
    may_keep_place,
    may_reorganise,
    may_reorganise_bodies,
)
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError, require

Kind = Reorganisation.Kind
ENDING = frozenset({Kind.RENAME, Kind.MERGE, Kind.SPLIT, Kind.ABOLISH})
"""The kinds that end the bodies; otherwise they remain, or have ended before."""
NAMED = ("kind", "name_kk", "name_ru", "name_en", "short_kk", "short_ru")
GOING_ON = ("parent", "level", "culture", "languages", "fields")
"""What a body that is merged into or split off takes over of the card of the first."""


@dataclass(frozen=True, slots=True)
class NewBody:
    """A body that a reorganisation founds; of the kind and in the territory (by its number) of the
    first body reorganised, where it names none."""

    name: LocalText
    short: LocalText = field(default_factory=LocalText)
    kind: str = ""
    territory: int | None = None


@dataclass(frozen=True, slots=True)
class ReorganisationPlan:
    """A reorganisation to be recorded; `kind` is one of `Reorganisation.Kind`, `on` the first day
    of the new order, `ground` the paper.

    Bodies are named by their numbers, those to be founded as `NewBody`; the first of the successors
    is the main one. `measures` are duties, and `offices` seats, by number, each with the place in
    `successors` of who takes it over.
    """

    kind: str
    on: date
    ground: str
    predecessors: tuple[int, ...]
    successors: tuple[int | NewBody, ...] = ()
    measures: tuple[tuple[int, int], ...] = ()
    offices: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Recorded:
    """A reorganisation as it was recorded, with its successors in the order of the plan."""

    reorganisation: Reorganisation
    successors: tuple[Structure, ...]


@action(
    "reorganisation.recorded",
    may=may_reorganise,
    label=LocalText(
        "Органдардың қайта ұйымдастырылуы тіркелді",
        "Записана реорганизация органов",
        "Reorganisation of bodies recorded",
    ),
    digested=("plan",),
)
def record_reorganisation(
    by: Actor, _subject: None, /, *, at: datetime, plan: ReorganisationPlan
) -> Recorded:
    """Found, end and succeed bodies as a plan says, and let seats and their holders go on.

    Raises `RefusedError` when the plan cannot be: too few or too many bodies, one that does not
    exist on the day or ends already, a circle, no ground, no name; and where one of the bodies is
    beyond the actor's reach.
    """
    refuse_unfit(plan)
    refuse_beyond(by, plan, on=day_of(at))
    olds = [
        Structure.objects.select_for_update(of=("self",)).get(pk=one) for one in plan.predecessors
    ]
    made = Reorganisation.objects.create(
        kind=plan.kind, on=plan.on, ground=plan.ground.strip(), at=at, by_id=by.appointment_id
    )
    heirs = tuple(stored(one, olds[0], kind=plan.kind, on=plan.on) for one in plan.successors)
    founded = {
        one.pk
        for one, named in zip(heirs, plan.successors, strict=True)
        if not isinstance(named, int)
    }
    for old in olds:
        succeed(made, old, heirs, founded)
    seats = sum(go_on(made, office, heirs[place]) for office, place in plan.offices)
    note(
        reorganisation=made.pk,
        kind=plan.kind,
        on=plan.on,
        predecessors=[one.pk for one in olds],
        successors=[one.pk for one in heirs],
        appointments=seats,
    )
    return Recorded(made, heirs)


def refuse_unfit(plan: ReorganisationPlan) -> None:
    """Raise `RefusedError` for a plan that cannot be."""
    if reason := objection(plan):
        raise RefusedError(reason)


def refuse_beyond(by: Actor, plan: ReorganisationPlan, *, on: date) -> None:
    """Raise `RefusedError` for a plan with bodies or places that are not the actor's."""
    known = [one for one in plan.successors if isinstance(one, int)]
    founded = [one for one in plan.successors if isinstance(one, NewBody)]
    bodies = Structure.objects.filter(pk__in=[*plan.predecessors, *known])
    kinds = [one.kind for one in founded if one.kind]
    require(may_reorganise_bodies(by, bodies.select_related("territory"), kinds, on=on))
    for place in Territory.objects.filter(pk__in=[one.territory for one in founded]):
        require(may_keep_place(by, place))


def objection(plan: ReorganisationPlan) -> LocalText | None:
    """Why a plan cannot be, or None."""
    return objection_to(
        kind=plan.kind,
        on=plan.on,
        ground=plan.ground,
        predecessors=plan.predecessors,
        successors=[one if isinstance(one, int) else None for one in plan.successors],
        names=[one.name for one in plan.successors if isinstance(one, NewBody)],
        offices=plan.offices,
    )


def stored(named: int | NewBody, model: Structure, *, kind: str, on: date) -> Structure:
    """A successor: the body of that number, or the new one, founded on the day after a model."""
    if isinstance(named, int):
        return Structure.objects.select_for_update(of=("self",)).get(pk=named)
    row = card_of_new(row_of(model), named, whole=kind == Kind.RENAME)
    place = named.territory or model.territory_id
    made = Structure.objects.create(**columns(row, place) | {"founded_on": on})
    note_words(structures=[made])
    return made


def card_of_new(row: CardRow, named: NewBody, *, whole: bool) -> CardRow:
    """The card of a body that a reorganisation founds, after the card of a model: the `whole` of it
    but its number, or only what it stands for."""
    names = CardRow(
        kind=named.kind or row.kind,
        name_kk=named.name.kk,
        name_ru=named.name.ru,
        name_en=named.name.en,
        short_kk=named.short.kk,
        short_ru=named.short.ru,
    )
    taken = [one.name for one in fields(CardRow)] if whole else GOING_ON
    own = {*NAMED, "bin", "founded_on"}
    return replace(names, **{one: getattr(row, one) for one in taken if one not in own})


def succeed(
    made: Reorganisation, old: Structure, heirs: Sequence[Structure], founded: Set[int]
) -> None:
    """Record who takes over from a body, and end it where its kind of reorganisation does."""
    Succession.objects.bulk_create(
        Succession(
            reorganisation=made,
            predecessor=old,
            successor=heir,
            main=place == 0,
            founded=heir is not None and heir.pk in founded,
        )
        for place, heir in enumerate(heirs or (None,))
    )
    if made.kind in ENDING:
        old.closed_on, old.successor = made.on, heirs[0] if heirs else None
        old.save(update_fields=["closed_on", "successor"])
        if heirs:
            pass_parts(old, heirs[0], made.on)
    if made.kind == Kind.RENAME and old.bin and heirs[0].pk in founded:
        heirs[0].bin = old.bin
        heirs[0].save(update_fields=["bin"])


def go_on(made: Reorganisation, number: int, heir: Structure) -> int:
    """Let a seat and those who hold it go on in a successor from the day on; how many hold it.

    In a body that remains they leave the old seat. Who was to begin later begins in the new one. A
    seat that nobody holds does not go on.
    """
    old = Office.objects.get(pk=number)
    lasting = Q(valid_until=None) | Q(valid_until__gt=made.on)
    held = list(old.appointments.filter(lasting, valid_from__lt=made.on).order_by("pk"))
    if not held:
        return 0
    new = Office.objects.create(
        structure=heir,
        kind=old.kind,
        name_kk=old.name_kk,
        name_ru=old.name_ru,
        name_en=old.name_en,
        phone=old.phone,
        continues=old,
    )
    old.appointments.filter(valid_from__gte=made.on).update(office=new)
    anew = {one.pk: continued(made, one, new) for one in held}
    for copy in anew.values():
        if copy.stands_for_id in anew:
            copy.stands_for = anew[copy.stands_for_id]
            copy.save(update_fields=["stands_for"])
    if made.kind not in ENDING:
        old.appointments.filter(pk__in=anew).update(valid_until=made.on)
    return len(held)


def continued(made: Reorganisation, one: Appointment, office: Office) -> Appointment:
    """The appointment that goes on in a seat of the successor, on the same ground."""
    return Appointment.objects.create(
        person_id=one.person_id,
        office=office,
        valid_from=made.on,
        valid_until=one.valid_until,
        acting=one.acting,
        stands_for_id=one.stands_for_id,
        ground=made.ground[:300],
        continues=one,
    )


@action(
    "reorganisation.unrecorded",
    may=may_reorganise,
    label=LocalText(
        "Қайта ұйымдастыру жазбасы қайтарылды",
        "Запись о реорганизации отменена",
        "Record of a reorganisation taken back",
    ),
)
def unrecord_reorganisation(by: Actor, made: Reorganisation, /, *, at: datetime) -> None:
    """Let the bodies of a reorganisation be as they were before it, and forget whom it founded.

    Raises `django.db.models.ProtectedError` when anything hangs on the new bodies or seats, and
    `RefusedError` where one of the bodies is beyond the actor's reach.
    """
    successions = list(made.successions.all())
    bodies = Structure.objects.filter(
        Q(successions_from__reorganisation=made) | Q(successions_to__reorganisation=made)
    )
    require(may_reorganise_bodies(by, bodies.select_related("territory"), (), on=day_of(at)))
    olds = {one.predecessor_id for one in successions}
    take_back_seats(made, {one.successor_id for one in successions})
    founded = {one.successor_id for one in successions if one.founded and one.successor_id}
    Structure.objects.filter(pk__in=founded).update(bin="")
    if made.kind in ENDING:
        Structure.objects.filter(pk__in=olds).update(closed_on=None, successor=None)
        take_back_parts(olds, made.on)
    made.successions.all().delete()
    Posting.objects.filter(structure__in=founded).delete()
    alike = Q(first_structure__in=founded) | Q(second_structure__in=founded)
    Likeness.objects.filter(alike).delete()
    Structure.objects.filter(pk__in=founded).delete()
    Reorganisation.objects.filter(pk=made.pk).delete()
    note(predecessors=sorted(olds), founded=sorted(founded))


def take_back_seats(made: Reorganisation, heirs: Set[int | None]) -> None:
    """Put those whose seat went on by a reorganisation back into the old one."""
    copies = Appointment.objects.filter(
        continues__isnull=False, valid_from=made.on, office__structure__in=heirs
    )
    lasted = dict(copies.values_list("continues", "valid_until"))
    for old in Appointment.objects.filter(continued_by__in=copies):
        old.valid_until = lasted[old.pk]
        old.save(update_fields=["valid_until"])
    seats = list(Office.objects.filter(appointments__in=copies).distinct())
    copies.update(stands_for=None)
    copies.delete()
    for seat in seats:
        seat.appointments.update(office_id=seat.continues_id)
        seat.delete()
