"""The one way by which an act's provisions become duties, and the duties obligations."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain

from birlik.base.journal.action import action, announce, note
from birlik.base.mandate.actions import record_indicators
from birlik.base.obligations.actions.end_act import end_act
from birlik.base.obligations.actions.parties import Resolver
from birlik.base.obligations.engine.owing import Owed, Terms, owed, roles
from birlik.base.obligations.facts import ActAdopted
from birlik.base.obligations.models import Duty, Obligation, Party
from birlik.base.obligations.queries.terms import terms_of
from birlik.base.obligations.rules import may_adopt_act
from birlik.base.records.actions.register import register_act
from birlik.base.records.engine.amendment import doubtful_count, doubtful_fields
from birlik.base.records.engine.draft import ActDraft, IndicatorDraft, MeasureDraft
from birlik.base.records.engine.draft_record import from_record, to_record
from birlik.base.records.models import Act, ActReading, Provision
from birlik.base.records.queries.readings import act_read_before
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError
from birlik.base.values.schedule import Occurrence

DOUBTFUL = LocalText(
    kk="Нақтылауды қажет ететін ұяшықтар қалды. Тексеріңіз немесе оқылған күйінде қабылдаңыз.",
    ru="Остались ячейки, требующие уточнения. Проверьте их или примите как прочитано.",
    en="Some cells still need to be clarified. Check them, or accept them as read.",
)


@dataclass(frozen=True, slots=True)
class Made:
    """A duty on its way to the database, with what it makes people owe."""

    duty: Duty
    parties: list[Party]
    owed: list[Owed]


@action(
    "act.adopted",
    may=may_adopt_act,
    label=LocalText("Акт бақылауға қойылды", "Акт поставлен на контроль", "Act put under control"),
)
def adopt_act(
    by: Actor,
    reading: ActReading,
    /,
    *,
    at: datetime,
    repealed_on: date | None = None,
    controlled_from: date | None = None,
    accept_doubtful: bool = False,
    told: str = "",
) -> Act:
    """Make a confirmed reading an act with its duties and obligations.

    Of what fell due before `controlled_from` (by default the day of `at`) there is no record here.

    An act that is already there is recognised and returned as it stands. Raises `RefusedError` when
    the number or the date of adoption is unknown, or when cells are doubtful and
    `accept_doubtful` is not given.
    """
    draft = from_record(reading.draft)
    known = act_read_before(draft, told=told)
    if known is None:
        if not accept_doubtful and doubtful_count(draft):
            raise RefusedError(DOUBTFUL)
        act = register_act(
            by,
            reading,
            at=at,
            draft=draft,
            repealed_on=repealed_on,
            controlled_from=controlled_from,
            told=told,
        )
        record_indicators(
            by,
            act,
            at=at,
            language=draft.language,
            table=draft.indicators,
            lines=list(lines_of(draft)),
        )
        counts = make_duties(by, act, draft, at=at)
        note(recognised=False, **counts)
        end_repealed(by, act, at=at)
        end_if_repealed(by, act, at=at)
        announce(ActAdopted(act.pk))
    else:
        act = known
        note(recognised=True, act=act)
    reading.act = act
    reading.state = ActReading.State.CONFIRMED
    reading.save(update_fields=["act", "state"])
    return act


def lines_of(draft: ActDraft) -> Iterator[tuple[str, IndicatorDraft]]:
    """The indicators that the plan repeats, each with the direction whose measures follow it."""
    for line in draft.plan_indicators:
        following = (one for one in draft.measures if one.start >= line.start)
        measure = min(following, key=lambda one: one.start, default=None)
        if measure and measure.direction in draft.directions:
            yield measure.direction, line


def end_repealed(by: Actor, act: Act, *, at: datetime) -> None:
    """End the acts that this one repeals whole, as far as they are here.

    Only an act adopted before can be repealed, and what an earlier act has repealed stays so.
    """
    earlier = Act.objects.filter(adopted_on__lte=act.adopted_on).exclude(pk=act.pk)
    standing = earlier.exclude(repealed_by__isnull=False, repealed_on__lte=act.adopted_on)
    for named in act.repeals:
        for repealed in standing.filter(**named):
            end_act(by, repealed, at=at, repealed_on=act.adopted_on, repealed_by=act)


def end_if_repealed(by: Actor, act: Act, *, at: datetime) -> None:
    """End an act that a later one, which is here already, repealed."""
    named = {"number": act.number, "adopted_on": act.adopted_on.isoformat()}
    later = Act.objects.filter(adopted_on__gt=act.adopted_on).order_by("adopted_on")
    repealing = next((one for one in later if named in one.repeals), None)
    if repealing and act.repealed_on is None:
        end_act(by, act, at=at, repealed_on=repealing.adopted_on, repealed_by=repealing)


def make_duties(by: Actor, act: Act, draft: ActDraft, *, at: datetime) -> dict[str, int]:
    """Store the duties of an act, their parties and what they make people owe; return counts."""
    resolver = Resolver.of(by, draft, on=act.adopted_on, at=at)
    terms = terms_of(act)
    provisions = {one.number: one for one in act.provisions.filter(kind=Provision.Kind.MEASURE)}
    made = [made_of(one, provisions, resolver, terms) for one in draft.measures]
    Duty.objects.bulk_create(one.duty for one in made)
    Party.objects.bulk_create(chain.from_iterable(one.parties for one in made))
    return {
        "duties": len(made),
        **store_owed(act, ((one.duty, due) for one in made for due in one.owed)),
    }


def made_of(
    measure: MeasureDraft,
    provisions: Mapping[str, Provision],
    resolver: "Resolver",
    terms: Terms,
    *,
    number: int | None = None,
) -> Made:
    """A measure as a duty, its parties in the order of the act, and its occurrences.

    `number` is that of the duty it corrects, of which parts may have passed to others.
    """
    duty = Duty(
        provision=provisions[measure.number],
        direction=measure.direction,
        form_words=measure.completion_form,
        form=resolver.form(measure.completion_form),
        deadline_words=measure.deadline,
        schedule=to_record(measure.schedule),
        doubtful=list(doubtful_fields(measure)),
    )
    resolved = [resolver.party(executor) for executor in measure.executors]
    parties = [
        Party(
            duty=duty,
            position=position,
            words=executor.code,
            structure_id=party.structure,
            group=party.group,
            role=role,
            by_agreement=executor.by_agreement,
        )
        for position, (executor, party, role) in enumerate(
            zip(measure.executors, resolved, roles(resolved), strict=True)
        )
    ]
    members = resolver.members_for(number)
    due = list(owed(measure.schedule, resolved, members, terms)) if measure.schedule else []
    return Made(duty, parties, due)


def store_owed(act: Act, due_by: Iterable[tuple[Duty, Owed]]) -> dict[str, int]:
    """Store the obligations, leads first so that contributions can hang under them."""
    pairs = list(due_by)
    leads = {
        key_of(duty, due.occurrence, due.debtor): row_of(act, duty, due)
        for duty, due in pairs
        if due.role == "lead"
    }
    Obligation.objects.bulk_create(leads.values(), batch_size=500)
    contributions = []
    for duty, due in pairs:
        if due.role == "contributor":
            row = row_of(act, duty, due)
            row.lead = leads[key_of(duty, due.occurrence, due.leader)]
            contributions.append(row)
    Obligation.objects.bulk_create(contributions, batch_size=500)
    return {"obligations": len(leads), "contributions": len(contributions)}


def key_of(
    duty: Duty, occurrence: Occurrence, debtor: int | None
) -> tuple[int, str, int, int | None]:
    """What tells one lead's obligation from every other."""
    return duty.pk, occurrence.period.code, occurrence.number, debtor


def row_of(act: Act, duty: Duty, due: Owed, *, version: int = 1) -> Obligation:
    """One occurrence for one debtor as a row, made by a version of its duty."""
    occurrence = due.occurrence
    void = Obligation.Outcome.VOID if due.void_reason else Obligation.Outcome.NONE
    return Obligation(
        act=act,
        duty=duty,
        debtor_id=due.debtor,
        role=due.role,
        by_agreement=due.by_agreement,
        shared=due.shared,
        period=occurrence.period.code,
        period_first=occurrence.period.first_on,
        period_last=occurrence.period.last_on,
        number=occurrence.number,
        nominal_on=occurrence.nominal_on,
        due_on=due.due_on,
        pace_on=occurrence.pace_on if occurrence.pace_on < occurrence.nominal_on else None,
        quantity=due.quantity,
        outcome=void,
        void_reason=due.void_reason,
        recorded=due.due_on >= act.controlled_from,
        version=version,
    )
