"""Two years of invented reporting, done through the same actions as real work."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import cache
from typing import Any

from birlik.base.obligations.actions import (
    EvidenceItem,
    accept_contributions,
    accept_report,
    ask_extension,
    attach_evidence,
    grant_extension,
    refuse_extension,
    release_obligation,
    return_report,
    submit_report,
    take_off_control,
)
from birlik.base.obligations.engine.sufficiency import Demanded
from birlik.base.obligations.models import Obligation, Party, Submission
from birlik.base.obligations.queries import demanded_of
from birlik.base.obligations.rules import last_submission
from birlik.base.records.actions import store_document
from birlik.base.records.models import Act, Document, Provision
from birlik.base.registry.models import Structure
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.wiring.demo.acts import written
from birlik.wiring.demo.fates import Lot, Step, Told, steps
from birlik.wiring.demo.people import Staff

PAPER = "Демонстрация: ойдан шығарылған құжат.\nДемонстрация: вымышленный документ.\n"
"""The one file that stands for every paper of the demonstration."""


@cache
def words() -> Mapping[str, Any]:
    """What the invented reports say."""
    said: Mapping[str, Any] = written("reports.yaml")
    return said


class Life:
    """What is still to happen, in order; `ground` is the point on which bodies are released."""

    def __init__(self, staff: Staff) -> None:
        self.staff = staff
        self.coming: list[tuple[Step, Obligation]] = []
        self.ground: Provision | None = None
        self.paper = store_document(
            Actor.system(),
            None,
            at=staff.at,
            name="demonstration.txt",
            media_type="text/plain",
            content=PAPER.encode(),
        )

    def begin(self, act: Act) -> None:
        """Draw what will happen to what an act makes people owe."""
        if act.kind == "protocol":
            self.ground = act.provisions.get(path="measure/1")
        void = set(Obligation.objects.filter(outcome="void").values_list("pk", flat=True))
        self.coming = [pair for pair in self.coming if pair[1].pk not in void]
        owed = act.obligations.filter(recorded=True, outcome="")
        self.staff.act_for(Structure.objects.filter(obligations__in=owed).distinct())
        for one in owed.select_related("debtor", "duty__provision", "lead"):
            self.coming += [(step, one) for step in steps(told_of(one))]
        self.coming.sort(key=lambda pair: (pair[0].at, pair[1].pk))

    def go_on(self, *, until: datetime) -> None:
        """Let happen what is due before an instant."""
        now = [pair for pair in self.coming if pair[0].at < until]
        self.coming = self.coming[len(now) :]
        for step, obligation in now:
            self.take(step, obligation)

    def leave_reported(self) -> None:
        """Forget what was to happen to obligations that were reported on otherwise meanwhile."""
        awaited = [one.pk for step, one in self.coming if step.verb in {"submit", "ask"}]
        reported = Submission.objects.filter(obligation__in=awaited)
        done = set(reported.values_list("obligation", flat=True))
        self.coming = [pair for pair in self.coming if pair[1].pk not in done]

    def take(self, step: Step, one: Obligation) -> None:
        """Do one step as the person whose turn it is."""
        debtor = self.staff.executors[one.debtor_id]
        match step.verb:
            case "submit":
                report(debtor, one, step, self.paper)
            case "again" if was_returned(one):
                report(debtor, one, step, self.paper)
            case "gather":
                gather(debtor, one, at=step.at)
            case "ask" if step.due_on:
                reason = chosen(words()["wanted"], step.draw)
                ask_extension(debtor, one, at=step.at, wanted_on=step.due_on, reason=reason)
            case "return" if one.lead:
                accept_or_return(self.staff.executors[one.lead.debtor_id], one, step)
            case _:
                self.decide(step, one)

    def decide(self, step: Step, one: Obligation) -> None:
        """Do what only the coordinator does."""
        by, at, said = self.staff.coordinator, step.at, words()
        match step.verb:
            case "return" | "accept":
                accept_or_return(by, one, step)
            case "grant":
                grant_extension(by, one, at=at, due_on=step.due_on)
            case "refuse":
                refuse_extension(by, one, at=at, ground=said["refused"]["kk"])
            case "take_off":
                take_off_control(by, one, at=at, ground=said["taken_off"]["kk"])
            case "release" if self.ground:
                reason = said["released"]["kk"]
                release_obligation(by, one, at=at, ground=self.ground, reason=reason)


def told_of(one: Obligation) -> Told:
    """What the fate of an obligation follows from."""
    debtor, number = one.debtor.name_ru, one.duty.provision.number
    leads = one.role == Party.Role.LEAD
    fate = words()["chosen"].get(f"{number}|{one.period}", "") if leads else ""
    seed = f"{number}|{debtor}|{one.period}|{one.number}"
    return Told(seed, debtor, one.period_first, one.due_on, leads, fate)


def accept_or_return(judge: Actor, one: Obligation, step: Step) -> None:
    """Judge the last report on an obligation."""
    last = last_submission(one)
    if last and hasattr(last, "review"):
        return
    if last and step.verb == "accept":
        accept_report(judge, one, at=step.at, submission=last.pk)
    elif last:
        reason = chosen(words()["returned"], step.draw)
        return_report(judge, one, at=step.at, submission=last.pk, reason=reason)


def was_returned(one: Obligation) -> bool:
    """Whether the last report was returned: a lead may have gathered it before."""
    last = last_submission(one)
    return last is not None and not last.review.accepted


def gather(lead: Actor, one: Obligation, *, at: datetime) -> None:
    """The lead accepts the contributions that have come in."""
    waiting = Submission.objects.filter(obligation__lead=one, obligation__stage="submitted")
    if numbers := list(waiting.values_list("pk", flat=True)):
        accept_contributions(lead, one, at=at, submissions=numbers)


def chosen(texts: list[dict[str, str]], draw: int) -> str:
    """One of the texts, mostly in Kazakh."""
    return texts[draw % len(texts)]["ru" if draw % 3 == 0 else "kk"]


def report(by: Actor, one: Obligation, step: Step, paper: Document) -> None:
    """Submit a report with its evidence; what was returned keeps the evidence it had."""
    lot = Lot(str(step.draw))
    if not one.evidence.filter(submission=None).exists():
        for item in brought(one, step, paper, lot):
            attach_evidence(by, one, at=step.at, item=item)
    form = one.duty.form if one.role == Party.Role.LEAD else "contribution"
    text = words()["words"].get(form) or words()["words"]["other"]
    n, m = lot.between(12, 180), lot.between(3, 11)
    tongues = {0: ("ru",), 1: ("kk",)}.get(lot.below(10), ("kk", "ru"))
    kk, ru = (text[code].format(n=n, m=m) if code in tongues else "" for code in ("kk", "ru"))
    submit_report(by, one, at=step.at, text_kk=kk, text_ru=ru)


def brought(one: Obligation, step: Step, paper: Document, lot: Lot) -> Iterator[EvidenceItem]:
    """The evidence of a report: what its form demands, and now and then a file more."""
    demanded = demanded_of(one, on=day_of(step.at))
    titles = {code: title["kk"] for code, title in words()["titles"].items()}
    if demanded.demand == "protocol":
        number = lot.between(1, 24)
        yield EvidenceItem(
            title=f"{titles['protocol']} № {number}",
            document=paper,
            number=str(number),
            dated_on=dated(demanded, step),
            issuer=one.debtor.short.kk,
        )
    if demanded.quantity:
        link = f"https://reports.birlik.example/{step.draw}"
        yield EvidenceItem(titles["list"], link=link, quantity=demanded.quantity + lot.below(4))
    elif demanded.demand == "any" or (one.role == Party.Role.LEAD and lot.below(4) == 0):
        yield EvidenceItem(titles["file"], document=paper)


def dated(demanded: Demanded, step: Step) -> Any:
    """The day of a protocol: in the period, and before it is reported."""
    return max(demanded.first_on, min(demanded.last_on, day_of(step.at)))
