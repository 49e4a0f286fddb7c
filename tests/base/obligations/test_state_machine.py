"""Any sequence of actions, by anybody, at any time, keeps what the domain page promises.

After every step, whatever was done or refused, for every obligation:

 1. a refusal says why in three languages and has changed nothing;
 2. what was accepted or released stays so for good, what is void is owed again only when another
    day of repeal says so;
 3. a submitted report and its evidence never change (but a lead's report takes it up, and after a
    return the next one);
 4. the day of the first report, once there is one, never changes, and is that of report number 1;
 5. the due date only grows, by granted requests alone, each of which keeps the date before it;
 6. reports are numbered in order; all but the last were returned, and their number is that of the
    returns, and one more where the last waits or was accepted;
 7. nobody judged the own report, and every return has a reason;
 8. at most one request waits for a decision, and none on what was accepted or released;
 9. fulfilled is what was accepted and first reported by the due date as it stands, and nothing
    else; only what was accepted is off control, and that changes neither state nor rate;
10. void and released obligations, those without a record and those not yet due are in no rate, all
    others are, once; the engine and the database count alike;
11. the state in SQL is that of the engine, today and on days around it;
12. `wrong_obligations` finds nothing and the journal's chain is whole;
13. a report of the department, whose reports go round, has all visas for its very words;
14. a report says why it goes over the heads of those to whom a resolution gave it, where they still
    owe it, and says nothing otherwise;
15. a reorganisation passes on what was chosen and open, and changes nothing but who owes it.

The sixth obligation is what the ministry's head gave a department of the twenty publications; the
akimat's information may pass to another body.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    rule,
    run_state_machine_as_test,
)

from birlik.base.journal.models import Entry
from birlik.base.journal.queries import first_wrong_entry
from birlik.base.obligations.actions import (
    EvidenceItem,
    accept_report,
    ask_extension,
    attach_evidence,
    consolidate_contributions,
    detach_evidence,
    end_act,
    give_visa,
    grant_extension,
    lay_way,
    make_remark,
    refuse_extension,
    release_obligation,
    return_report,
    save_draft,
    send_round,
    submit_report,
    take_off_control,
)
from birlik.base.obligations.actions.reorganise import reorganise
from birlik.base.obligations.engine.rates import Debt, Score, scores
from birlik.base.obligations.models import (
    Draft,
    Evidence,
    Extension,
    FormerDebtor,
    Obligation,
    Release,
    Remark,
    Review,
    Submission,
    TakenOff,
    Visa,
)
from birlik.base.obligations.queries import (
    scores_by,
    standing_of,
    with_state,
    wrong_obligations,
)
from birlik.base.obligations.queries.desk import visas_of
from birlik.base.obligations.queries.rates import bodies_that_change
from birlik.base.obligations.rules import open_children
from birlik.base.records.models import Act
from birlik.base.registry.models import Reorganisation, Structure
from birlik.base.values.actor import Actor, Grant
from birlik.base.values.clock import day_of
from birlik.base.values.refused import RefusedError
from tests.base.obligations.desk_world import House, directed, house, seated
from tests.base.obligations.reorganisation_world import plan
from tests.base.obligations.reporting_world import AT, PROTOCOL, SYSTEM, again, person

pytestmark = pytest.mark.django_db

WRITTEN = (
    Obligation, Draft, Evidence, Submission, Review, Extension, Release, TakenOff, Remark, Act,
    Visa, FormerDebtor, Reorganisation,
)  # fmt: skip
VERBS = {
    "time_passes": 4, "write": 3, "submit": 7, "judge": 6, "ask": 3, "decide": 3, "take_off": 2,
    "release": 1, "repeal": 1, "go_round": 6, "pass_on": 1,
}  # fmt: skip
"""How often each is tried: what leads further, more often."""
REPEALS = (
    date(2025, 12, 31), date(2025, 6, 30), date(2024, 6, 30), date(2024, 5, 30), date(2024, 1, 9),
)  # fmt: skip
ITEMS = (
    PROTOCOL,
    EvidenceItem(title="Тізім", link="https://example.kz/", quantity=20),
    EvidenceItem(title="Фото", link="https://example.kz/photo"),
)
ENDED = ("accepted", "released")


@dataclass(frozen=True, slots=True)
class Choice:
    """What a step does it with: the obligation, the actor, words or blanks, days, a place in a
    list, and whether it goes the usual way."""

    which: int
    who: str
    words: str
    days: int
    place: int
    usual: bool
    positive: bool


CHOICES = st.builds(
    Choice,
    which=st.integers(0, 5),
    who=st.sampled_from((*("right",) * 7, "executor", "coordinator", "both", "both")),
    words=st.sampled_from((*("Орындалды",) * 7, " ")),
    days=st.sampled_from((-20, 1, 20, 28, 29, 30, 60, 125, 230)),
    place=st.integers(0, 5),
    usual=st.sampled_from((True, True, True, False)),
    positive=st.booleans(),
)


def rows(model: type) -> list[dict[str, object]]:
    """All that is stored of a model, in order."""
    return list(model._default_manager.order_by("pk").values())


def written() -> dict[type, list[dict[str, object]]]:
    """All that an action may write, and how long the journal is."""
    return {model: rows(model) for model in WRITTEN} | {Entry: [{"n": Entry.objects.count()}]}


class Reports(RuleBasedStateMachine):
    """Five obligations and one that a resolution gave, three executors, a head, who gives
    visas and who signs, two coordinators, and one who reports and reviews."""

    house: House
    child: Obligation

    def __init__(self) -> None:
        super().__init__()
        self.held = transaction.atomic()
        self.held.__enter__()
        self.at = AT
        self.world = self.house.plan
        self.heir = Structure.objects.create(kind="akimat", name_kk="Мұрагер")
        akimat = self.world.agreed.debtor_id
        bodies = (akimat, self.heir.pk)
        self.theirs = person(2, *(Grant("obligations.report", one) for one in bodies))
        lawyer, self.lawyer = seated(self.house.first, "lawyer", 31)
        deputy, self.deputy = seated(self.house.first, "deputy", 32)
        lay_way(SYSTEM, self.house.first, at=AT, offices=[lawyer.pk, deputy.pk])
        self.subjects = {
            name: getattr(self.world, name) for name in ("lead", "contribution", "counted")
        }
        self.subjects["agreed"] = self.world.agreed
        self.subjects |= {"next": self.next_year(), "child": self.child}
        debtor = self.world.lead.debtor_id
        self.both = person(
            6, Grant("obligations.report", debtor), Grant("obligations.review"), Grant("plans.read")
        )
        self.began = {one.pk: one.due_on for one in Obligation.objects.all()}
        self.seen = {one.pk: one for one in Obligation.objects.all()}
        self.every: list[Obligation] = []
        self.reports: dict[int, dict[str, object]] = {}
        self.proofs: dict[int, dict[str, object]] = {}
        self.repealed = False
        self.stored = written()

    def next_year(self) -> Obligation:
        """An information of the ministry's that is owed for 2025, by 31 May."""
        return Obligation.objects.create(
            act=self.world.act,
            duty=self.world.agreed.duty,
            debtor=self.world.lead.debtor,
            role="lead",
            period="2025",
            period_first=date(2025, 1, 1),
            period_last=date(2025, 12, 31),
            nominal_on=date(2025, 5, 31),
            due_on=date(2025, 5, 31),
            pace_on=date(2025, 3, 31),
        )

    def teardown(self) -> None:
        """Forget everything that the example wrote."""
        transaction.set_rollback(True)
        self.held.__exit__(None, None, None)

    def actor(self, who: str, name: str, *, reviews: bool = False) -> Actor:
        """The one whose part it is, or whoever was chosen."""
        ours = {"contribution": self.theirs, "agreed": self.theirs}
        right = (ours | {"child": self.house.first_executor}).get(name, self.world.executor)
        if reviews:
            judges = {"contribution": self.world.executor, "child": self.house.head}
            right = judges.get(name, self.world.coordinator)
        chosen = {"executor": self.world.executor, "both": self.both}
        chosen["coordinator"] = self.world.other_coordinator
        return chosen.get(who, right)

    def coordinator(self, who: str, name: str) -> Actor:
        """A coordinator, or whoever was chosen."""
        return (
            self.actor(who, name, reviews=name == "child")
            if who != "right"
            else (self.house.head if name == "child" else self.world.coordinator)
        )

    def attempt(self, act: Callable[[], object]) -> None:
        """Do something; where it is refused, nothing has changed and three languages say why."""
        before, refused = self.stored, False
        try:
            act()
        except RefusedError as refusal:
            refused = refusal.reason.missing() == ()
            assert refused
        self.stored = written()
        assert not refused or self.stored == before

    def owed(self) -> dict[str, object]:
        """The condition that a report or a request is awaited."""
        begun = {"period_first__lte": day_of(self.at)}
        return {"outcome": "", "stage__in": ("", "returned"), **begun}

    def moved(self, owed: Obligation, days: int) -> date:
        """The due date of an obligation as it stands, moved by so many days."""
        return again(owed).due_on + timedelta(days=days)

    def fitting(self, which: int, **condition: object) -> str:
        """The `which`-th obligation that meets a condition, so that much is allowed; any of them
        where none does, so that much is refused."""
        fit = set(Obligation.objects.filter(**condition).values_list("pk", flat=True))
        known = list(self.subjects)
        names = [name for name in known if self.subjects[name].pk in fit] or known
        return names[which % len(names)]

    def any_name(self, which: int) -> str:
        """The `which`-th obligation."""
        return list(self.subjects)[which % len(self.subjects)]

    def last(self, name: str) -> int:
        """The number of the last report on an obligation, 0 for none."""
        found = Submission.objects.filter(obligation=self.subjects[name]).order_by("number").last()
        return found.pk if found else 0

    @rule(
        verb=st.sampled_from([one for one, many in VERBS.items() for _ in range(many)]), by=CHOICES
    )
    def step(self, verb: str, by: Choice) -> None:
        """Somebody does something."""
        getattr(self, verb)(by)

    def time_passes(self, one: Choice) -> None:
        """Days go by, often until something is due or the day after."""
        due = [owed.due_on for owed in Obligation.objects.order_by("pk")]
        ahead = (due[one.which % len(due)] - day_of(self.at)).days + one.positive
        self.at += timedelta(days=ahead if 0 < ahead < 200 else abs(one.days))

    def write(self, one: Choice) -> None:
        """Something is added to a draft, taken out of it or of a report, or said."""
        name = self.any_name(one.which)
        by, owed = self.actor(one.who, name), self.subjects[name]
        proof = owed.evidence.first()
        draft = {"text_kk": one.words, "text_ru": "", "version": (None, 0, 1)[one.days % 3]}
        verbs: tuple[Callable[[], object], ...] = (
            lambda: save_draft(by, owed, at=self.at, **draft),
            lambda: attach_evidence(by, owed, at=self.at, item=ITEMS[one.days % 3]),
            lambda: detach_evidence(by, owed, at=self.at, evidence=proof.pk if proof else 0),
            lambda: make_remark(by, owed, at=self.at, text=one.words),
            lambda: consolidate_contributions(by, owed, at=self.at),
            lambda: consolidate_contributions(self.world.executor, self.world.lead, at=self.at),
        )
        self.attempt(verbs[one.place])

    def submit(self, one: Choice) -> None:
        """A report is submitted, with all evidence that any form demands or as it is, and often on
        the very day it is due."""
        name = self.fitting(one.which, **self.owed())
        by, owed = self.actor(one.who, name), self.subjects[name]
        if one.place < 2:
            self.at += timedelta(days=max((again(owed).due_on - day_of(self.at)).days, 0))

        if name == "child" and one.who == "right":
            by = self.deputy

        def act() -> None:
            with transaction.atomic():
                for item in ITEMS if one.usual and name != "child" else ():
                    attach_evidence(by, owed, at=self.at, item=item)
                waited_for = open_children(owed).exists()
                said = "Мерзімі бүгін" if one.positive else ""
                made = submit_report(by, owed, at=self.at, text_kk=one.words, over_heads=said)
                assert made.over_heads == ("Мерзімі бүгін" if waited_for else "")

        self.attempt(act)

    def go_round(self, one: Choice) -> None:
        """The department's draft is written, sent round, agreed on or sent back."""
        owed = self.subjects["child"]
        by = self.actor(one.who, "child")
        visa = (
            Visa.objects.filter(obligation=owed, decision="").order_by("turn", "position").first()
        )
        office = self.lawyer if one.usual else self.deputy
        draft = Draft.objects.filter(obligation=owed).first()
        if visa and visa.signs and draft and one.usual:
            self.attempt(
                lambda: submit_report(self.deputy, owed, at=self.at, text_kk=draft.text_kk)
            )
        elif visa:
            said = {"approves": one.place > 0, "remark": one.words.strip()}
            self.attempt(lambda: give_visa(office, visa, at=self.at, **said))
        elif draft and one.place:
            self.attempt(lambda: send_round(by, owed, at=self.at))
        else:
            self.attempt(lambda: save_draft(by, owed, at=self.at, text_kk=one.words, text_ru=""))

    def pass_on(self, one: Choice) -> None:
        """The akimat's information passes to another body, once; nothing else of it changes."""
        if Reorganisation.objects.exists():
            return
        owed = self.subjects["agreed"]
        before = again(owed)
        by = SYSTEM if one.usual else self.actor(one.who, "agreed")
        passed = plan(
            "separate", day_of(self.at), self.world.contribution.debtor,
            successors=(self.heir.pk,), measures=((owed.duty_id, 0),),
        )  # fmt: skip
        self.attempt(lambda: reorganise(by, None, at=self.at, plan=passed))
        moves = before.outcome == "" and Reorganisation.objects.exists()
        now = again(owed)
        assert now.debtor_id == (self.heir.pk if moves else before.debtor_id)
        now.debtor_id = before.debtor_id
        kept = [vars(each) for each in (before, now)]
        assert all(kept[0][field] == kept[1][field] for field in kept[0] if field != "_state")

    def judge(self, one: Choice) -> None:
        """The last report, or one that is not the last, is accepted or returned."""
        name = self.fitting(one.which, outcome="", stage="submitted")
        by, owed = self.actor(one.who, name, reviews=True), self.subjects[name]
        given = {"at": self.at, "submission": self.last(name) - (not one.usual)}
        if one.positive:
            self.attempt(lambda: accept_report(by, owed, **given))
        else:
            self.attempt(lambda: return_report(by, owed, reason=one.words, **given))

    def ask(self, one: Choice) -> None:
        """A later date is asked for."""
        name = self.fitting(one.which, **self.owed())
        by, owed = self.actor(one.who, name), self.subjects[name]
        given = {"wanted_on": self.moved(owed, one.days), "reason": one.words}
        self.attempt(lambda: ask_extension(by, owed, at=self.at, **given))

    def decide(self, one: Choice) -> None:
        """A later date is granted, as asked or another, or refused."""
        name = self.fitting(
            one.which, outcome="", extensions__granted=None, extensions__isnull=False
        )
        by, owed = self.coordinator(one.who, name), self.subjects[name]
        due_on = None if one.usual else self.moved(owed, one.days)
        if one.positive:
            self.attempt(lambda: grant_extension(by, owed, at=self.at, due_on=due_on))
        else:
            self.attempt(lambda: refuse_extension(by, owed, at=self.at, ground=one.words))

    def take_off(self, one: Choice) -> None:
        """An obligation is taken off control; no rate and no state changes."""
        name = self.fitting(one.which, outcome="accepted")
        by, owed = self.coordinator(one.who, name), self.subjects[name]
        before = self.scores(), self.states()
        self.attempt(lambda: take_off_control(by, owed, at=self.at, ground=one.words))
        assert before == (self.scores(), self.states())

    def release(self, one: Choice) -> None:
        """An obligation is released from."""
        name = self.any_name(one.which)
        by, owed = self.coordinator(one.who, name), self.subjects[name]
        given = {"ground": self.world.ground, "reason": one.words}
        self.attempt(lambda: release_obligation(by, owed, at=self.at, **given))

    def repeal(self, one: Choice) -> None:
        """The act is repealed, or the day of its repeal is corrected."""
        self.repealed = True
        on = REPEALS[one.which % len(REPEALS)]
        self.attempt(lambda: end_act(SYSTEM, self.world.act, at=self.at, repealed_on=on))

    def states(self) -> dict[int, str]:
        """Every obligation's state today, from the database."""
        return self.states_on(day_of(self.at))

    def states_on(self, on: date) -> dict[int, str]:
        """Every obligation's state on a day, from the database."""
        return {one.pk: one.state for one in with_state(Obligation.objects.all(), on=on)}

    def scores(self) -> dict[tuple[object, ...], Score]:
        """Everybody's scores today, from the database."""
        return scores_by(Obligation.objects.all(), "debtor", on=day_of(self.at))

    @invariant()
    def all_promises_hold(self) -> None:
        """Each of the promises, on what is stored after the step."""
        related = ("submissions__review", "extensions", "former_debtors__reorganisation")
        reported = Obligation.objects.prefetch_related(*related)
        self.every = list(reported.select_related("taken_off"))
        for one in self.every:
            self.began.setdefault(one.pk, one.due_on)
            self.seen.setdefault(one.pk, one)
        self.what_is_settled_stays()
        self.reports_never_change()
        self.reports_are_in_order()
        self.due_dates_are_kept()
        self.states_agree()
        self.rates_count_what_fell_due()
        self.nothing_is_wrong()
        self.visas_were_given()

    def visas_were_given(self) -> None:
        """13: whatever the department submitted, all had agreed on."""
        visas = list(Visa.objects.filter(obligation=self.child))
        for made in Submission.objects.filter(obligation=self.child):
            assert visas_of(made, visas).is_agreed

    def what_is_settled_stays(self) -> None:
        """2, 4 and 5: outcomes, first days and due dates go one way only."""
        for one in self.every:
            before = self.seen[one.pk]
            if before.outcome in ENDED:
                assert one.outcome == before.outcome
            assert one.outcome != "void" or self.repealed
            assert (one.outcome == "void") == (one.void_reason != "")
            assert one.outcome not in ENDED or before.outcome != "void"
            assert before.first_submitted_on in {None, one.first_submitted_on}
            assert one.due_on >= before.due_on
            assert not (one.outcome == "accepted" and one.stage)
            self.seen[one.pk] = one

    def reports_never_change(self) -> None:
        """3: what was submitted stands as it was."""
        for known, model in ((self.reports, Submission), (self.proofs, Evidence)):
            found = {
                row["id"]: row
                for row in self.stored[model]
                if row.get("submission_id", True) is not None
            }
            for number, row in known.items():
                now, before = dict(found[number]), dict(row)
                taken_up = now.pop("consolidated_in_id", None), before.pop("consolidated_in_id", 0)
                assert now == before
                assert not taken_up[1] or taken_up[0] >= taken_up[1]
            known.update(found)

    def reports_are_in_order(self) -> None:
        """4, 6 and 7: numbers, judgements and first days."""
        for one in self.every:
            told = list(one.submissions.all())
            verdicts = [one.review.accepted if hasattr(one, "review") else None for one in told]
            assert [one.number for one in told] == list(range(1, len(told) + 1))
            assert all(verdict is False for verdict in verdicts[:-1])
            returns = verdicts.count(False)
            ahead = one.stage == "submitted" or one.outcome == "accepted"
            assert len(told) == returns + ahead
            assert one.first_submitted_on == (day_of(told[0].at) if told else None)
            assert all(one.review.account != one.account for one in told if hasattr(one, "review"))
        assert not Review.objects.filter(accepted=False, reason="").exists()

    def due_dates_are_kept(self) -> None:
        """5 and 8: granted requests form one line from the first due date to the present one."""
        for one in self.every:
            due_on, asked = self.began[one.pk], list(one.extensions.all())
            for granted in (request for request in asked if request.granted):
                assert granted.old_due_on == due_on < granted.due_on
                due_on = granted.due_on
            assert one.due_on == due_on
            waiting = sum(request.granted is None for request in asked)
            assert waiting <= (one.outcome not in ENDED)

    def states_agree(self) -> None:
        """9 and 11: SQL and engine tell the same state, and what it means."""
        today = day_of(self.at)
        for on in (today + timedelta(days=200), today):
            told = self.states_on(on)
            assert told == {one.pk: standing_of(one).state(on) for one in self.every}
        for one in self.every:
            days = [day_of(report.at) for report in one.submissions.all()]
            fulfilled = one.outcome == "accepted" and days[0] <= one.due_on
            assert (told[one.pk] == "fulfilled") == fulfilled
            assert one.outcome == "accepted" or not hasattr(one, "taken_off")

    def rates_count_what_fell_due(self) -> None:
        """10: the denominators together are what fell due, and engine and database agree."""
        on = day_of(self.at)
        returns = Counter(
            Review.objects.filter(accepted=False).values_list("submission__obligation", flat=True)
        )
        debts = [
            Debt(one.debtor_id, standing_of(one), one.by_agreement, returns[one.pk], owed_by(one))
            for one in self.every
        ]
        found = self.scores()
        assert {
            (number,): score for number, score in scores(debts, bodies_that_change(), on).items()
        } == found
        fallen = [
            one
            for one in self.every
            if one.due_on < on and one.recorded and one.outcome not in {"void", "released"}
        ]
        counted = sum(one.bound.fallen_due for one in found.values())
        assert counted == sum(not one.by_agreement for one in fallen)
        apart = sum(one.agreed.fallen_due for one in found.values())
        assert apart == sum(one.by_agreement for one in fallen)

    def nothing_is_wrong(self) -> None:
        """12: nothing stored is wrong, no entry is missing."""
        assert list(wrong_obligations()) == []
        assert first_wrong_entry() is None


def owed_by(one: Obligation) -> int | None:
    """Who owed on its due date what has passed since; None for what has not."""
    former = [each for each in one.former_debtors.all() if each.reorganisation.on > one.due_on]
    return former[0].structure_id if former else None


def test_any_sequence_of_actions_keeps_the_invariants() -> None:
    """Whatever is done, in whatever order, by whomever and whenever, the promises hold."""
    Reports.house = house()
    [Reports.child] = directed(
        Reports.house, Reports.house.first, parent=Reports.house.plan.counted
    )[1]
    run_state_machine_as_test(
        Reports,
        settings=settings(
            max_examples=16,
            stateful_step_count=40,
            derandomize=True,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
