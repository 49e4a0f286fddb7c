"""The demonstration, loaded once for the whole module and compared with the acts it tells of."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.db import transaction
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoDbBlocker

from birlik.base.charter.engine.wording import folded
from birlik.base.journal.models import Entry
from birlik.base.journal.queries import first_wrong_entry, head
from birlik.base.mandate.queries import IndicatorCourse, indicator_courses
from birlik.base.obligations.models import Duty, Extension, Obligation, Party, Review, Submission
from birlik.base.obligations.queries import with_state, wrong_obligations
from birlik.base.records.engine.draft import ActDraft
from birlik.base.records.models import Act, Finding, Provision, Source, Wording
from birlik.base.registry.models import Structure
from birlik.base.registry.queries import named_structures
from birlik.base.values.clock import ZONE
from birlik.base.values.local_text import LANGUAGES
from birlik.base.values.schedule import MonthDay, Schedule, Window
from birlik.domains.execution.models import Round, Sheet
from birlik.wiring import demo
from birlik.wiring.demo.acts import DemoAct, SourceLanguage
from birlik.wiring.demo.fates import Told, steps
from birlik.wiring.demo.reporting import told_of

pytestmark = pytest.mark.django_db
TRUTH = Path(__file__).resolve().parents[1] / "truth"
CONCEPT, TO_2030, INVENTED, PROTOCOL = "1014", "1144", "Д-1", "Д-0"
TODAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 12, tzinfo=ZONE)
CUT, AFTER = Obligation.Reason.PERIOD_CUT_BY_REPEAL, Obligation.Reason.AFTER_REPEAL
BEFORE = Obligation.Reason.BEFORE_ADOPTION


@pytest.fixture(scope="module", autouse=True)
def demonstration(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
) -> Iterator[None]:
    """The demonstration in the test database, taken back when the module is through."""
    with django_db_blocker.unblock(), transaction.atomic():
        demo.load(now=NOW, share=0.01)
        yield
        transaction.set_rollback(True)


@cache
def draft(number: str, language: SourceLanguage = "kk") -> ActDraft:
    return next(one for one in DemoAct.all() if one.number == number).text(language).draft


def truth(name: str) -> Any:
    return yaml.safe_load((TRUTH / name).read_text(encoding="utf-8"))


def owed(number: str, measure: str = "") -> Any:
    found = Obligation.objects.filter(duty__provision__act__number=number)
    return found.filter(duty__provision__number=measure) if measure else found


PLAN = truth("plan_2022_2026.yaml")["measures"]


TOLD = frozenset(one.number for one in DemoAct.all())
"""The numbers of the acts that the demonstration tells; beside them it has what a head writes
inside a body and the protocols of commissions, in the languages of those who wrote them."""

INSIDE = "endorsement"
"""The kind of what a head writes inside a body."""


def test_every_act_has_a_title_in_three_languages() -> None:
    """The concepts and the invented plan are called something in kk, ru and en."""
    papers = Act.objects.filter(number__in=TOLD)
    titles = {one.number: (one.title_kk, one.title_ru, one.title_en) for one in papers}
    assert set(titles) == {CONCEPT, TO_2030, INVENTED, PROTOCOL}
    assert all(all(title) for title in titles.values())


def test_every_provision_is_worded_in_three_languages() -> None:
    """No section, direction, indicator or measure lacks its words in a language."""
    published = Provision.objects.filter(act__number__in=TOLD)
    for provision in published.prefetch_related("wordings"):
        worded = [one.language for one in provision.wordings.all() if one.title]
        assert sorted(worded) == sorted(LANGUAGES), provision


def test_words_are_traced_to_both_texts() -> None:
    """In the Kazakh and in the Russian text, the place of every measure holds its title: of the two
    plans, the protocol, and the two lines of a head's resolution."""
    texts = {(one.act_id, one.language): one.text for one in Source.objects.all()}
    duties = Wording.objects.filter(provision__duty__isnull=False)
    measures = duties.filter(provision__kind="measure", language__in=("kk", "ru"))
    assert measures.count() == 2 * (70 + 13 + 1 + 2)
    for one in measures.select_related("provision"):
        text = texts[one.provision.act_id, one.language]
        assert one.title in text[one.start : one.end]


def test_titles_are_our_own_short_words() -> None:
    """A title has at most nine words in each language, and is not the one the plan prints."""
    printed = {row["number"]: folded(row["title"].rstrip(":")) for row in PLAN}
    worded = Wording.objects.filter(provision__act__number=CONCEPT, provision__kind="measure")
    assert worded.count() == 3 * 70
    for one in worded.select_related("provision"):
        assert len(one.title.split()) <= 9
        assert folded(one.title) != printed[one.provision.number]


def parties_of(rows: list[Any]) -> list[tuple[str, bool, bool]]:
    """Code, by agreement, group of each executor of a row of the truth."""
    return [
        (folded(row), False, False)
        if isinstance(row, str)
        else (
            folded(row.get("group") or row["code"]),
            row.get("by_agreement", False),
            "group" in row,
        )
        for row in rows
    ]


@pytest.mark.parametrize("row", PLAN, ids=lambda row: row["number"])
def test_measures_have_the_facts_of_the_plan(row: Mapping[str, Any]) -> None:
    """Parent, direction, executors and schedule of each measure are those the plan prints."""
    drafts = {one.number: one for one in draft(CONCEPT).measures}
    assert list(drafts) == [one["number"] for one in PLAN]
    one = drafts[row["number"]]
    assert one.parent == row.get("parent", "")
    assert one.direction == row["direction"]
    named = [(folded(it.code), it.by_agreement, it.group) for it in one.executors]
    assert named == parties_of(row["executors"])
    assert without_unit(one.schedule) == without_unit(schedule_of(row["schedule"]))


def schedule_of(row: Mapping[str, Any] | None) -> Schedule | None:
    """A schedule as the truth writes it."""
    if row is None:
        return None
    given = dict(row) | {"years": tuple(row.get("years", ()))}
    if window := row.get("window"):
        given["window"] = window_of(**window)
    return Schedule(**given)


def window_of(kind: Any, value: int | str, inclusive: bool = True) -> Window:
    if isinstance(value, int):
        return Window(kind, number=value)
    month, day = map(int, value.split("-"))
    return Window(kind, days=(MonthDay(month, day),), inclusive=inclusive)


def without_unit(schedule: Schedule | None) -> Schedule | None:
    return schedule and replace(schedule, unit="")


@pytest.mark.parametrize("number", [CONCEPT, TO_2030, INVENTED])
def test_both_texts_say_the_same(number: str) -> None:
    """The Russian text names the same executors, and its deadlines mean the same."""
    kk, ru = draft(number, "kk"), draft(number, "ru")
    assert len(kk.measures) == len(ru.measures)
    for one, other in zip(kk.measures, ru.measures, strict=True):
        assert without_unit(one.schedule) == without_unit(other.schedule)
        assert all(one.certain.values())
        assert all(other.certain.values())
        assert [structure_of(it.code) for it in one.executors if not it.group] == [
            structure_of(it.code) for it in other.executors if not it.group
        ]


def structure_of(code: str) -> Structure:
    return named_structures()[folded(code)]


def test_deadlines_are_certain() -> None:
    """No duty waits for a person; only measure 15, whose cells are empty, has no schedule, and it
    and what a head asks for have no form."""
    assert not [one for one in Duty.objects.all() if one.doubtful]
    without = Duty.objects.filter(schedule__isnull=True).values_list("provision__number", flat=True)
    assert list(without) == ["15"]
    of_papers = Duty.objects.exclude(provision__act__kind=INSIDE)
    forms = of_papers.filter(form="").values_list("provision__number", flat=True)
    assert list(forms) == ["15"]


def test_every_executor_is_known() -> None:
    """Every executor is a structure of the registry or a group of the charter; none was added."""
    assert not Party.objects.filter(structure__kind="outside_body").exists()
    groups = Party.objects.exclude(group="").values_list("group", flat=True)
    assert set(groups) == {"regional_akimats", "accord_institutions"}


def test_nothing_of_the_concept_is_owed_outside_its_force() -> None:
    """What is owed falls due from 15.09.2022 to 29.12.2025, of what all five years would bring;
    only what was accepted or released before the repeal stays as it was."""
    due = owed(CONCEPT).filter(outcome="").values_list("nominal_on", flat=True)
    assert date(2022, 9, 15) <= min(due)
    assert max(due) <= date(2025, 12, 29)
    assert {one.year for one in owed(CONCEPT).values_list("nominal_on", flat=True)} == set(
        range(2022, 2027)
    )


def test_concept_to_2030_ends_the_earlier_one() -> None:
    """Decree No. 1144 repeals No. 1014 on the day of its adoption; what was to come is void."""
    ended = Act.objects.get(number=CONCEPT)
    assert (ended.repealed_on, ended.repealed_by) == (
        date(2025, 12, 29),
        Act.objects.get(number=TO_2030),
    )
    late = owed(CONCEPT).filter(nominal_on__gt=date(2025, 12, 29))
    assert {(one.outcome, one.void_reason) for one in late} == {
        ("void", CUT), ("void", AFTER), ("accepted", ""), ("released", "")
    }  # fmt: skip
    settled = Review.objects.filter(submission__obligation__in=late, accepted=True)
    assert max(settled.values_list("at", flat=True)) < datetime(2026, 1, 5, 9, tzinfo=ZONE)
    assert not owed(TO_2030).exists()


@pytest.mark.parametrize(
    ("number", "years"),
    [(CONCEPT, (2022, 2026)), (TO_2030, (2025, 2030)), (INVENTED, (2026, 2027))],
)
def test_years_come_from_the_title(number: str, years: tuple[int, int]) -> None:
    """An act plans for the years its title names, the concept to 2030 from its adoption on."""
    found = Act.objects.get(number=number)
    assert (found.first_year, found.last_year) == years


def test_leads_of_the_concept_are_as_counted_by_hand() -> None:
    """1,230 obligations of leads, 746 of them owed.

    Counted from the plan. Named leads: 84 a year, 16 of them before the year's end; within the
    force lie 3 of 2022's sixteen, 3 x 16 of the years 2023-2025, 3 x 68 at the ends of 2022-2024:
    255 of 420. Single years: 11 of 13. Akimats alone: 8 a year x 20 over five years, but only 17
    on 1 May 2022, before three oblasts were founded: 797, of which 3 x 6 x 20 + 3 x 2 x 20 = 480.
    """
    leads = owed(CONCEPT).filter(role="lead")
    assert leads.count() == 420 + 13 + 797
    in_force = leads.filter(nominal_on__range=(date(2022, 9, 15), date(2025, 12, 29)))
    assert in_force.exclude(outcome="void").count() == in_force.count() == 255 + 11 + 480


def test_houses_of_friendship_owe_twenty_a_half_year() -> None:
    """Measure 4.8 gives one obligation for each of 20 akimats in every half-year."""
    settled = owed(CONCEPT, "4.8").filter(period="2025-H2", outcome__in=("accepted", "released"))
    rest = owed(CONCEPT, "4.8").exclude(pk__in=settled.values("pk"))
    found = Counter(rest.values_list("period", "role", "void_reason"))
    reasons = {"2022-H1": BEFORE, "2025-H2": CUT, "2026-H1": AFTER, "2026-H2": AFTER}
    halves = [f"{year}-H{half}" for year in range(2022, 2027) for half in (1, 2)]
    expected = {(half, "lead", reasons.get(half, "")): 20 for half in halves}
    expected["2025-H2", "lead", CUT] -= settled.count()
    assert found == expected


def test_council_sits_three_times_a_year() -> None:
    """Measure 3 gives three a year, due on 31.12, with pace dates 30.04, 31.08 and 31.12."""
    found = owed(CONCEPT, "3").filter(role="lead", period="2023").order_by("number")
    assert [(one.number, one.due_on, one.pace_on or one.due_on) for one in found] == [
        (1, date(2023, 12, 31), date(2023, 4, 30)),
        (2, date(2023, 12, 31), date(2023, 8, 31)),
        (3, date(2023, 12, 31), date(2023, 12, 31)),
    ]


def test_clubs_are_a_shared_total() -> None:
    """Measure 10.4, twenty clubs a year, is owed by every akimat, the twenty as a shared sum."""
    found = owed(CONCEPT, "10.4").filter(period="2024")
    assert Counter((one.quantity, one.shared) for one in found) == {(20, True): 20}


def test_successors_answer_for_what_falls_due_later() -> None:
    """The yearly session was owed by АҚДМ in spring 2023 and is owed by МАМ in spring 2024."""
    found = owed(CONCEPT, "2").filter(role="lead").select_related("debtor")
    debtors = {one.period: one.debtor.short_kk for one in found}
    assert (debtors["2023"], debtors["2024"]) == ("АҚДМ", "МАМ")


def course(title: str) -> IndicatorCourse:
    return next(one for one in indicator_courses() if one.indicator.title_kk.startswith(title))


def test_indicators_of_both_concepts_meet() -> None:
    """The three indicators of the first concept go on in the second, which adds two."""
    papers = sorted(tuple(act.number for act in one.acts.values()) for one in indicator_courses())
    assert papers == [(CONCEPT, TO_2030)] * 3 + [(TO_2030,)] * 2
    for one in indicator_courses():
        assert not one.indicator.title.missing()


@pytest.mark.parametrize(
    ("file", "number"),
    [("concept-2022-2026-with-plan.kk.txt", CONCEPT), ("concept-2030.ru.txt", TO_2030)],
)
def test_values_are_those_of_the_tables(file: str, number: str) -> None:
    """Facts, estimates and plans of every indicator stand as the concept prints them."""
    drafts = {one.number: one for one in draft(number).indicators}
    for row in truth("indicators.yaml")[file]["rows"]:
        values = {one.year: [float(one.value), one.kind] for one in drafts[row["number"]].values}
        assert values == row["values"]


def test_contradictions_of_the_concepts_show() -> None:
    """The fact of 2024 for accord (88.3) lies beyond the plan for 2030 (81.8), and that is said."""
    reached = [
        one for one in course("Қоғамдық келісім").contradictions if one.kind == "target_reached"
    ]
    assert [(one.seen and one.seen.value, one.planned[0].year) for one in reached] == [
        (Decimal("88.3"), 2030)
    ]


def test_check_found_what_is_to_be_clarified() -> None:
    """Measure 9 promises 6 and has 5, measure 10 promises 5 and has 6: both findings are kept."""
    kinds = Finding.objects.filter(act__number=CONCEPT).values_list("kind", flat=True)
    assert Counter(kinds)["promised_count"] == 2


def test_there_is_no_record_of_what_was_before() -> None:
    """Of 2022 and 2023 nothing is known: the demonstration controls the concept from 2024 on."""
    found = with_state(owed(CONCEPT).filter(due_on__year__lt=2024), on=TODAY)
    assert set(found.values_list("state", flat=True)) == {"void", "no_record"}


def test_two_years_of_reporting_show_everything_that_happens() -> None:
    """In 2024 and 2025 reports came in time, late, never, were returned, released, cut by the
    repeal; and what is stored follows from what happened."""
    reported = with_state(owed(CONCEPT).filter(period_first__year__in=(2024, 2025)), on=TODAY)
    assert set(reported.values_list("state", flat=True)) == {
        *("fulfilled", "fulfilled_late", "overdue", "released", "submitted", "void")
    }
    assert Review.objects.filter(accepted=False).exists()
    assert set(Extension.objects.values_list("granted", flat=True)) == {True, False, None}
    assert Submission.objects.filter(consolidated_in__isnull=False).exists()
    assert list(wrong_obligations()) == []
    assert first_wrong_entry() is None


def test_what_happens_is_the_same_on_every_installation() -> None:
    """A fate follows from what is owed alone: the October report of measure 1.2 is always late."""
    told = Told("8.1|body|2024-H1|1", "body", date(2024, 1, 1), date(2024, 6, 30), leads=True)
    assert steps(told) == steps(told)
    october = owed(INVENTED, "1.2").get(period="2026-10")
    assert steps(told_of(october)) == []


def test_entries_follow_each_other_in_time() -> None:
    """The invented course of things is entered in its order: no entry is older than the one
    before."""
    days = list(Entry.objects.order_by("number").values_list("at", flat=True))
    assert days == sorted(days)


def test_a_round_of_autumn_is_half_answered() -> None:
    """All 44 bodies that owe something under the invented plan are asked; of each five two have
    sent their sheets, one of which went back: of 18 sent are 17 left."""
    states = Counter(Sheet.objects.values_list("state", flat=True))
    assert states == {"sent": 17, "returned": 1, "open": 26}
    assert Round.objects.get().state == "open"


def test_invented_plan_says_so() -> None:
    """The plan that nobody adopted is marked as invented, the acts as retold."""
    controlled = Act.objects.filter(number__in=(*TOLD, "Д-1/1-р1"))
    told = dict(controlled.values_list("number", "told"))
    assert told == {
        "1014": "retold",
        "1144": "retold",
        "Д-1": "invented",
        "Д-0": "invented",
        "Д-1/1-р1": "invented",
    }


def states(**chosen: object) -> Counter[str]:
    found = with_state(owed(INVENTED), on=TODAY).filter(**chosen)
    return Counter(found.values_list("state", flat=True))


def test_today_has_everything_there_is_to_do() -> None:
    """On 20.11.2026 everybody finds work: the October report of measure 1.2 is overdue, that of
    September was returned, the reference book waits for review, the conference for more time."""
    assert set(states()) >= {"scheduled", "open", "behind", "submitted", "returned", "void"}
    assert {
        state: sorted(
            with_state(owed(INVENTED), on=TODAY)
            .filter(state=state, role="lead")
            .values_list("duty__provision__number", "period")
        )
        for state in ("overdue", "returned", "submitted")
    } == {
        "overdue": [("1.2", "2026-10")],
        "returned": [("1.2", "2026-09")],
        "submitted": [("10", "2026")],
    }
    waiting = Extension.objects.get(granted=None)
    assert waiting.obligation.duty.provision.number == "11"


def test_invented_plan_is_as_counted_by_hand() -> None:
    """171 obligations of leads and 102 contributions, of which 30 and 3 lie before the adoption.

    Leads 8 + 6 + 24 + 1 + 40 + 80 + 1 + 0 + 2 + 2 + 4 + 1 + 2; contributions 8 + 6 + 20 + 20 + 42
    + 4 + 2. Void: two quarters (and as many contributions), seven months, 20 half-years, one
    half-year of the survey (and its contribution).
    """
    assert states(role="lead").total() == 171
    assert states(role="contributor").total() == 102
    assert (states(role="lead")["void"], states(role="contributor")["void"]) == (30, 3)


def test_something_falls_due_within_thirty_days() -> None:
    """By 20.12.2026 the leads of measures 1.2 and 2 have to be done; that of 10 has reported."""
    soon = with_state(owed(INVENTED), on=TODAY).filter(
        state="open", due_on__lte=TODAY + timedelta(days=30), role="lead"
    )
    assert set(soon.values_list("duty__provision__number", "due_on")) == {
        ("1.2", date(2026, 12, 10)),
        ("2", date(2026, 12, 14)),
    }


@pytest.mark.parametrize("email", [row[1] for row in demo.accounts("en")])
def test_demonstration_accounts_sign_in(email: str) -> None:
    """Everyone on the list of accounts signs in with the password printed beside the address."""
    client = Client()
    answer = client.post(
        reverse("account_login"), {"login": email, "password": demo.accounts("en")[0][2]}
    )
    assert answer.status_code == 302
    assert "_auth_user_id" in client.session


def test_loading_again_changes_nothing() -> None:
    """A second start adds nothing to the journal, and the chain of its entries holds."""
    before = head()
    demo.load(share=0.01)
    assert head() == before
    assert first_wrong_entry() is None
