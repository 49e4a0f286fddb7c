"""What an adoption would make, reckoned as the adoption reckons it, and nothing is written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from birlik.base.obligations.actions.adopt_act import Made, made_of
from birlik.base.obligations.actions.parties import Resolver
from birlik.base.obligations.engine.owing import Owed, dated
from birlik.base.obligations.queries.terms import terms_of
from birlik.base.records.actions.register import years_planned
from birlik.base.records.engine.by_hand import HandAct, HandPoint, composed_texts
from birlik.base.records.engine.draft import ActDraft, MeasureDraft
from birlik.base.records.models import Act, Provision
from birlik.base.registry.models import Structure
from birlik.base.values.clock import day_of
from birlik.base.values.schedule import Occurrence


@dataclass(frozen=True, slots=True)
class Foreseen:
    """A point of an act to be, with the duty it would become, its parties and what they would owe.

    Bodies that the registry does not know yet have numbers below zero in `bodies`.
    """

    point: HandPoint
    made: Made
    bodies: Mapping[int, Structure]

    @property
    def leads(self) -> tuple[Owed, ...]:
        """What the leads would owe, by due date."""
        found = (one for one in self.made.owed if one.role == "lead")
        return tuple(sorted(found, key=lambda one: (one.due_on, one.debtor)))


def foresee_act(
    entered: HandAct, *, at: datetime, controlled_from: date | None = None
) -> tuple[Act, list[Foreseen]]:
    """The act that was entered as it would be kept, and what each of its points would make."""
    drafts = [one.draft for one in composed_texts(entered)]
    act = act_to_be(drafts[0], at=at, controlled_from=controlled_from)
    resolver = Resolver.foreseeing(drafts[0], on=act.adopted_on)
    terms = terms_of(act)
    measures = first_of_each(drafts)
    provisions = {number: Provision(number=number) for number in measures}
    return act, [
        Foreseen(
            point=one,
            made=made_of(measures[one.number], provisions, resolver, terms),
            bodies=resolver.by_number,
        )
        for one in entered.points
    ]


def first_of_each(drafts: Sequence[ActDraft]) -> dict[str, MeasureDraft]:
    """Number → the measure in the first of the texts that has it."""
    return {one.number: one for draft in reversed(drafts) for one in draft.measures}


def act_to_be(draft: ActDraft, *, at: datetime, controlled_from: date | None) -> Act:
    """The act of a draft with all that its duties depend on, unsaved."""
    adopted_on = draft.adopted_on or day_of(at)
    first_year, last_year = years_planned(draft, on=day_of(at))
    return Act(
        kind=draft.kind,
        number=draft.number,
        adopted_on=adopted_on,
        in_force_from=draft.in_force_from or adopted_on,
        first_year=first_year,
        last_year=last_year,
        open_ended=draft.open_ended,
        controlled_from=controlled_from or day_of(at),
    )


def due_days(entered: HandAct, *, at: datetime) -> tuple[Occurrence, ...]:
    """When the first point of an act that was entered falls due; nothing where its deadline could
    not be read."""
    draft = composed_texts(entered)[0].draft
    schedule = draft.measures[0].schedule
    act = act_to_be(draft, at=at, controlled_from=None)
    return dated(schedule, terms_of(act)) if schedule else ()
