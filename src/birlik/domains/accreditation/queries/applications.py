"""Applications: the list within reach, one with everything, what may still be begun."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Prefetch, QuerySet

from birlik.base.registry.models import Structure
from birlik.base.registry.queries import existing_on
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.domains.accreditation.engine.checklist import missing_of
from birlik.domains.accreditation.engine.standing import Tally, hearing_number
from birlik.domains.accreditation.models import (
    Application,
    AttachedPaper,
    Certificate,
    Round,
    Step,
    Vote,
)
from birlik.domains.accreditation.queries.rounds import asked_in
from birlik.domains.accreditation.queries.within import checked, heard, reached, within
from birlik.domains.accreditation.rules.applications import kinds_of, state_of
from birlik.domains.accreditation.rules.norms import codes
from birlik.domains.accreditation.rules.reach import APPLY, applies, checks, electors

PLACE = "structure__territory__parent__parent__parent"
Choice = Vote.Choice


@dataclass(frozen=True, slots=True)
class ApplicationCard:
    """An application in a list, with where it stands and since when."""

    application: Application
    state: str
    since: datetime


@dataclass(frozen=True, slots=True)
class CheckedItem:
    """An item of the checklist: what is asked, what was brought, whether it was named when the
    application was returned, and since when a paper for it counts."""

    code: str
    name: LocalText
    papers: tuple[AttachedPaper, ...]
    named: bool
    sent_at: datetime | None = None
    counts_from: datetime | None = None

    @property
    def fresh(self) -> tuple[AttachedPaper, ...]:
        """The papers that were not submitted yet, and can be taken out again."""
        since = self.sent_at
        return tuple(one for one in self.papers if since is None or one.attached_at > since)

    @property
    def missing(self) -> bool:
        """Whether nothing that counts was brought for it."""
        since = self.counts_from
        return not any(since is None or one.attached_at > since for one in self.papers)


def stepped(found: QuerySet[Application]) -> QuerySet[Application]:
    """Applications with what their state and their place are read from."""
    steps = Prefetch("steps", Step.objects.select_related("by__office", "provision__act"))
    return found.select_related("round", PLACE).prefetch_related(steps)


def applications(
    *, by: Actor, round_: Round | None = None, state: str = ""
) -> list[ApplicationCard]:
    """The applications within the reach of an actor, the newest first; drafts only of those who
    write or check them. Four queries."""
    found = stepped(Application.objects.filter(within(by)))
    if round_ is not None:
        found = found.filter(round=round_)
    cards = [card_of(one) for one in found]
    return [
        one
        for one in cards
        if state in ("", one.state) and (one.state != "draft" or writes(by, one.application))
    ]


def writes(actor: Actor, application: Application) -> bool:
    """Whether the actor is the applicant, or checks its application."""
    return applies(actor, application.structure) or checks(actor, application.structure)


def card_of(one: Application) -> ApplicationCard:
    """An application as a list shows it."""
    steps = list(one.steps.all())
    return ApplicationCard(one, state_of(one), steps[-1].at if steps else one.begun_at)


def application_known(pk: int) -> Application | None:
    """An application with its branches, papers and votes, or None."""
    papers = Prefetch("papers", AttachedPaper.objects.select_related("document"))
    votes = Prefetch("votes", Vote.objects.select_related("member__person", "member__office"))
    found = stepped(Application.objects.filter(pk=pk)).select_related("renews")
    return found.prefetch_related("branches", "certificates", papers, votes).first()


def checklist_of(application: Application) -> tuple[CheckedItem, ...]:
    """The checklist of an application with what was brought."""
    named = named_at_return(application)
    sent = [one.at for one in application.steps.all() if one.kind == "submitted"]
    last = sent[-1] if sent else None
    brought = list(application.papers.all())
    return tuple(
        CheckedItem(
            code,
            name,
            tuple(one for one in brought if one.item == code),
            code in named,
            last,
            named.get(code),
        )
        for code, name in asked_in(application.round).papers.items()
    )


def named_at_return(application: Application) -> dict[str, datetime]:
    """The items named when the application was last returned, each with the instant of that: of
    what was brought for them before, nothing counts any more."""
    returns = [one for one in application.steps.all() if one.kind == "returned"]
    return dict.fromkeys(returns[-1].missing, returns[-1].at) if returns else {}


def missing_papers(application: Application) -> tuple[str, ...]:
    """The items of the checklist for which nothing that counts was brought."""
    named = named_at_return(application)
    papers = application.papers.values_list("item", "attached_at")
    brought = frozenset(item for item, at in papers if item not in named or at > named[item])
    return missing_of(codes("checklist", application.round.opened_on), brought)


def tally_of(application: Application, *, on: date) -> Tally:
    """The votes of the hearing that an application has now, of how many who may vote on a day."""
    votes = votes_now(application)
    return Tally(
        sum(one.choice == Choice.FOR for one in votes),
        sum(one.choice == Choice.AGAINST for one in votes),
        sum(one.choice == Choice.ABSTAINED for one in votes),
        max(len(votes), electors(application, on=on).values("person").distinct().count()),
    )


def votes_now(application: Application) -> list[Vote]:
    """The votes of the hearing that an application has now."""
    hearing = hearing_number(kinds_of(application))
    return [one for one in application.votes.all() if one.hearing == hearing]


def cases(*, by: Actor) -> list[Application]:
    """The applications that wait for a commission which the actor sits in, or whose protocol the
    actor keeps; the longest waiting first."""
    found = stepped(
        Application.objects.filter(heard(by, "structure__") | checked(by, "structure__"))
    )
    waiting = [
        one for one in found.prefetch_related("branches", "votes") if state_of(one) == "hearing"
    ]
    return sorted(waiting, key=lambda one: max(step.at for step in one.steps.all()))


def own_bodies(actor: Actor, *, on: date) -> list[Structure]:
    """The associations that the actor heads."""
    found = Structure.objects.filter(reached(actor, APPLY, ""), existing_on(on))
    return list(found.select_related("territory__parent__parent__parent").order_by("pk"))


def bodies_to_apply(actor: Actor, found: Round, *, on: date) -> list[Structure]:
    """The associations for which the actor may begin an application in a round: those without one
    that was not withdrawn."""
    bodies = Structure.objects.filter(
        reached(actor, APPLY, "") | checked(actor, ""),
        existing_on(on),
        kind__in=codes("bodies", on),
        duplicate_of=None,
    )
    taken = applied_in(found)
    free = bodies.exclude(pk__in=taken).select_related("territory__parent__parent__parent")
    return list(free.order_by("sort_key", "name_kk", "pk"))


def applied_in(found: Round) -> set[int]:
    """The bodies that have an application in a round which was not withdrawn, by number."""
    made = Application.objects.filter(round=found).prefetch_related("steps")
    return {one.structure_id for one in made if state_of(one) != "withdrawn"}


def branches_of(structure: Structure, *, on: date) -> list[Structure]:
    """The branches of an association on a day."""
    return list(Structure.objects.filter(existing_on(on), parent=structure, duplicate_of=None))


def last_certificate(structures: Iterable[int]) -> dict[int, Certificate]:
    """Body → its last certificate."""
    found: dict[int, Certificate] = {}
    for one in Certificate.objects.filter(structure__in=structures).prefetch_related("steps"):
        found.setdefault(one.structure_id, one)
    return found


def paper_known(application: Application, pk: int) -> AttachedPaper | None:
    """A paper of an application by its number, or None."""
    return (
        AttachedPaper.objects.select_related("document")
        .filter(application=application, pk=pk)
        .first()
    )
