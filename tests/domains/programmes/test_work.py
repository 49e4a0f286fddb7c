"""What associations do and report: entered within reach, submitted for good, added up."""

from dataclasses import replace
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries as MaxQueries

from birlik.base.charter.actions import load_charter
from birlik.base.obligations.actions import return_report
from birlik.base.obligations.models import Obligation, Submission
from birlik.base.registry.models import Structure
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError
from birlik.domains.programmes import refusals
from birlik.domains.programmes.actions import (
    YearRow,
    correct_activity,
    enter_activity,
    return_yearly_report,
    save_yearly_report,
    submit_yearly_report,
    take_activities,
    take_years,
    withdraw_activity,
)
from birlik.domains.programmes.engine.fitting import ActivityRow, ReportRow
from birlik.domains.programmes.models import Activity, FrozenReport, YearlyReport
from birlik.domains.programmes.queries.work import state_of, totals_of
from birlik.domains.programmes.rules import may_return_report, may_see_work_of
from tests.base.registry import world as register
from tests.base.registry.world import ABAI, ABAI_DISTRICT, AT, SYSTEM, TODAY, World
from tests.domains.execution.plan_world import act_of, duty_of, owed, point

pytestmark = pytest.mark.django_db
FAIR = ActivityRow("event", "Жәрмеңке", "Ярмарка", date(2026, 5, 1), participants=120)
COURSE = ActivityRow(
    "course", "Курс", "Курс", date(2026, 2, 1), date(2026, 4, 30), participants=15,
    languages=("kk",), territory=ABAI_DISTRICT,
)  # fmt: skip
CHARTER = """
office_kind:
  association_head:
    - kk: ж
      ru: р
      en: h
      from: 2000-01-01
      ground: x
      powers: {structures.read: structure, structures.propose: structure}
"""
YEAR = ReportRow(members=340, branches=2, words="Рахмет.")


@pytest.fixture
def world() -> World:
    """Two regions, each with an ethnocultural association."""
    found = register.world()
    for one in (found.abai, found.akmola):
        Structure.objects.filter(pk=one.association.pk).update(kind="ethnocultural_association")
        one.association.refresh_from_db()
    return found


@pytest.fixture
def head(world: World) -> Actor:
    """The head of the association of Abai."""
    return world.actor("association_head", world.abai.association)


def refused(reason: LocalText) -> object:
    """The refusal with this reason."""
    return pytest.raises(RefusedError, match="^" + reason.en[:40].replace("?", "."))


def saved(by: Actor, body: Structure, row: ReportRow = YEAR) -> YearlyReport:
    """The report of 2026 as it is saved."""
    return save_yearly_report(by, body, at=AT, year=2026, row=row)


def owed_of(body: Structure) -> Obligation:
    """A report on 2026 that an act demands of a body."""
    duty = duty_of(point(act_of("7"), "1", "Есеп"), None, form="association_report")
    return owed(duty, body, date(2026, 12, 31))


def test_entered_corrected_withdrawn(world: World, head: Actor) -> None:
    """The head of an association enters what it did, mends it and takes it out of the count."""
    one = enter_activity(head, world.abai.association, at=AT, row=COURSE)
    assert (one.kind, one.last_on, one.languages) == ("course", date(2026, 4, 30), ("kk",))
    assert one.territory == world.abai.district
    correct_activity(head, one, at=AT, row=FAIR)
    one.refresh_from_db()
    assert (one.kind, one.last_on, one.territory) == ("event", date(2026, 5, 1), None)
    withdraw_activity(head, one, at=AT)
    with refused(refusals.WITHDRAWN):
        correct_activity(head, one, at=AT, row=FAIR)
    assert saved(head, world.abai.association)
    assert not totals_of(2026, seen=None, today=TODAY).total.counts["event"]


def test_reach(world: World, head: Actor) -> None:
    """A head enters for the own body alone, a secretary for the own territory; who only reads, and
    a body of a kind that makes no report, are refused."""
    for actor in (head, world.secretary(world.abai), world.actor("researcher")):
        with refused(refusals.NO_KEEPING):
            enter_activity(actor, world.akmola.association, at=AT, row=FAIR)
    secretary = world.secretary(world.akmola)
    assert enter_activity(secretary, world.akmola.association, at=AT, row=FAIR).pk
    with refused(refusals.NOT_REPORTING):
        enter_activity(secretary, world.akmola.assembly, at=AT, row=FAIR)
    assert may_see_work_of(head, world.akmola.association, AT).reason == refusals.NOT_YOURS
    assert may_see_work_of(world.actor("auditor"), None, AT).reason == refusals.NO_WORK


def test_what_is_wrong_is_refused(world: World, head: Actor) -> None:
    """An activity that does not fit is not kept, alone or among many."""
    late = ActivityRow("event", "А", "", date(2026, 12, 1))
    with refused(refusals.STILL_TO_COME):
        enter_activity(head, world.abai.association, at=AT, row=late)
    with refused(refusals.STILL_TO_COME):
        take_activities(head, world.abai.association, at=AT, rows=(FAIR, late))
    assert not Activity.objects.exists()
    assert take_activities(head, world.abai.association, at=AT, rows=(FAIR, COURSE)) == 2


def test_saved_and_submitted(world: World, head: Actor) -> None:
    """A report is frozen with the totals of what was done; then neither it nor the year's
    activities change, until it is returned with a reason."""
    body = world.abai.association
    one = enter_activity(head, body, at=AT, row=FAIR)
    report = saved(head, body)
    frozen = submit_yearly_report(head, report, at=AT)
    assert frozen.content["counts"]["event"] == 1 and frozen.content["typed"]["members"] == 340
    report.refresh_from_db()
    assert state_of(report) == "submitted"
    for attempt in (
        lambda: saved(head, body),
        lambda: submit_yearly_report(head, report, at=AT),
        lambda: enter_activity(head, body, at=AT, row=COURSE),
        lambda: withdraw_activity(head, one, at=AT),
    ):
        with refused(refusals.SUBMITTED):
            attempt()
    secretary = world.secretary(world.abai)
    with refused(refusals.NO_RETURNING):
        return_yearly_report(head, report, at=AT, reason="Мүшелер саны")
    with refused(refusals.REASON_NEEDED):
        return_yearly_report(secretary, report, at=AT, reason=" ")
    return_yearly_report(secretary, report, at=AT, reason="Мүшелер саны")
    report.refresh_from_db()
    assert (state_of(report), report.returned) == ("returned", "Мүшелер саны")
    with refused(refusals.NOT_SUBMITTED):
        return_yearly_report(secretary, report, at=AT, reason="Тағы")
    again = submit_yearly_report(head, saved(head, body, ReportRow(members=350)), at=AT)
    assert (again.number, again.content["typed"]["members"]) == (2, 350)
    total = totals_of(2026, seen=None, today=TODAY).total
    assert (total.reports, total.typed["members"]) == (1, 350)


def test_saving_is_refused(world: World, head: Actor) -> None:
    """A year to come, a version that is no longer the last, and a report without members are
    refused."""
    body = world.abai.association
    with refused(refusals.YEAR_TO_COME):
        save_yearly_report(head, body, at=AT, year=2027, row=YEAR)
    report = saved(head, body, ReportRow())
    with refused(refusals.SAVED_ELSEWHERE):
        save_yearly_report(head, body, at=AT, year=2026, row=YEAR, version=0)
    with refused(refusals.MEMBERS_NEEDED):
        submit_yearly_report(head, report, at=AT)
    assert may_return_report(world.secretary(world.abai), None, AT)


def test_obligation_is_fulfilled(world: World, head: Actor) -> None:
    """Where an act demands the report, submitting it reports on the obligation, with the figures
    as text and the sheet as evidence; returned there, it can be mended and submitted again."""
    body = world.abai.association
    debt = owed_of(body)
    enter_activity(head, body, at=AT, row=FAIR)
    frozen = submit_yearly_report(head, saved(head, body), at=AT, sheet=b"PK sheet")
    sent = Submission.objects.get(obligation=debt)
    assert frozen.submission == sent and sent.evidence.count() == 1
    assert "Мероприятия: 1 (участников: 120)." in sent.text_ru and "Мүшелер: 340." in sent.text_kk
    report = frozen.report
    report.refresh_from_db()
    assert state_of(report) == "submitted"
    with refused(refusals.UNDER_CONTROL):
        return_yearly_report(world.secretary(world.abai), report, at=AT, reason="x")
    debt.refresh_from_db()
    return_report(SYSTEM, debt, at=AT, submission=sent.pk, reason="Нақтылаңыз")
    report = YearlyReport.objects.get(pk=report.pk)
    assert state_of(report) == "returned"
    submit_yearly_report(head, saved(head, body), at=AT)
    assert Submission.objects.filter(obligation=debt).count() == 2
    assert FrozenReport.objects.filter(report=report).count() == 2


def test_totals_by_region(world: World, head: Actor) -> None:
    """Totals count submitted reports alone, by region within sight and in the republic."""
    enter_activity(head, world.abai.association, at=AT, row=FAIR)
    submit_yearly_report(head, saved(head, world.abai.association), at=AT)
    saved(world.secretary(world.akmola), world.akmola.association)
    found = totals_of(2026, seen=(ABAI,), today=TODAY)
    assert [(one.region and one.region.code, one.bodies) for one in found.rows] == [(ABAI, 1)]
    assert (found.bodies, found.total.reports, found.total.people["event"]) == (2, 1, 120)
    assert len(totals_of(2026, seen=None, today=TODAY).rows) == 2


def test_years_taken_over(world: World, head: Actor) -> None:
    """The keeper takes over what associations did and reported in a year, all or nothing."""
    body, other = world.abai.association, world.akmola.association
    rows = (YearRow(body.pk, (FAIR, COURSE), YEAR), YearRow(other.pk, (FAIR,)))
    with refused(refusals.NO_TAKING):
        take_years(world.secretary(world.abai), None, at=AT, year=2026, rows=rows)
    for wrong, reason in (
        (YearRow(world.council.pk, ()), refusals.NOT_REPORTING),
        (YearRow(body.pk, (replace(FAIR, kind="x"),)), refusals.KIND_UNKNOWN),
        (YearRow(body.pk, (replace(FAIR, first_on=date(2025, 5, 1)),)), refusals.OTHER_YEAR),
    ):
        with refused(reason):
            take_years(SYSTEM, None, at=AT, year=2026, rows=(wrong,))
    assert take_years(SYSTEM, None, at=AT, year=2026, rows=rows) == 1
    found = totals_of(2026, seen=None, today=TODAY)
    assert (found.total.reports, found.total.people["event"]) == (1, 120)
    assert Activity.objects.count() == 3
    with refused(refusals.SUBMITTED):
        take_years(SYSTEM, None, at=AT, year=2026, rows=rows)


@pytest.fixture
def client_of(client: Client, world: World) -> Client:
    """The head of the association of Abai at the page."""
    client.force_login(world.account("association_head", world.abai.association))
    client.cookies["birlik_language"] = "en"
    return client


def address(name: str, body: Structure, **more: int) -> str:
    """The page of a body in 2026."""
    return reverse(name, kwargs={"pk": body.pk, **more}) + "?year=2026"


def test_year_of_an_association(client_of: Client, world: World) -> None:
    """A head enters an activity, mends a mistake beside its field, saves and submits the report."""
    body = world.abai.association
    new = address("activity_new", body)
    given = {"kind": "event", "title_kk": "Жәрмеңке", "first_on": "01.05.2026", "participants": "5"}
    wrong = client_of.post(new, {**given, "last_on": "01.04.2026"})
    assert wrong.status_code == 422 and "does not come before the first" in wrong.content.decode()
    assert "Жәрмеңке" in wrong.content.decode()
    assert client_of.post(new, {**given, "languages": ["kk"]}).status_code == 302
    one = Activity.objects.get()
    mend = address("activity", body, number=one.pk)
    assert "Жәрмеңке" in client_of.get(mend).content.decode()
    assert client_of.post(mend, {**given, "title_ru": "Ярмарка"}).status_code == 302
    page = address("work_of", body)
    assert client_of.post(page, {"members": "many", "version": 0}).status_code == 422
    assert client_of.post(page, {"members": "340", "version": 0}).status_code == 302
    late = client_of.post(page, {"members": "341", "version": 0})
    assert late.status_code == 422 and "saved the report meanwhile" in late.content.decode()
    submit = address("work_submit", body)
    assert client_of.get(submit).status_code == 302
    assert client_of.post(submit, {"members": "x", "version": 1}).status_code == 422
    assert client_of.post(submit, {"members": "340", "version": 0}).status_code == 422
    assert client_of.post(submit, {"members": "", "version": 1}).status_code == 422
    assert client_of.post(submit, {"members": "340", "version": 2}).status_code == 302
    text = client_of.get(page).content.decode()
    assert "report submitted" in text and "Submit the yearly report" not in text
    refused_now = client_of.post(new, given)
    assert refused_now.status_code == 422 and "no longer changes" in refused_now.content.decode()
    assert "no longer changes" in client_of.get(mend).content.decode()
    assert client_of.get(page + "&format=csv").status_code == 200


def test_withdrawn_on_the_page(client_of: Client, world: World, head: Actor) -> None:
    """What was entered wrongly is withdrawn by a button; looking alone changes nothing."""
    one = enter_activity(head, world.abai.association, at=AT, row=FAIR)
    there = address("activity_withdraw", world.abai.association, number=one.pk)
    assert client_of.get(there).status_code == 302 and Activity.objects.get().withdrawn_at is None
    assert client_of.post(there).status_code == 302
    assert Activity.objects.get().withdrawn_at is not None
    missing = address("activity", world.abai.association, number=9999)
    assert client_of.get(missing).status_code == 404


def test_foreign_and_absent_answer_alike(client_of: Client, world: World) -> None:
    """Another association and one that is not there are refused in the same words."""
    names = ("work_of", "work_submit", "work_return", "activity_new")
    for name in names[:2] + names[3:]:
        foreign = client_of.get(address(name, world.akmola.association))
        absent = client_of.get(reverse(name, kwargs={"pk": 99999}))
        assert (foreign.status_code, absent.status_code) == (403, 403)
        assert refusals.NOT_YOURS.en in foreign.content.decode()
        assert refusals.NOT_YOURS.en in absent.content.decode()
    assert client_of.get(address("work_return", world.abai.association)).status_code == 403


def test_returned_by_the_secretary(client: Client, world: World, head: Actor) -> None:
    """A secretary returns a submitted report with a reason, which its head reads."""
    body = world.abai.association
    client.force_login(world.account("secretary", world.abai.assembly))
    there = address("work_return", body)
    assert client.get(there).status_code == 302
    assert client.post(there, {"reason": "x"}).status_code == 422
    submit_yearly_report(head, saved(head, body), at=AT)
    assert client.post(there, {"reason": ""}).status_code == 422
    assert client.post(there, {"reason": "Мүшелер саны"}).status_code == 302
    assert "Мүшелер саны" in client.get(address("work_of", body)).content.decode()


@pytest.mark.parametrize("office", ["researcher", "secretary", "association_head"])
def test_lists_and_totals(
    client: Client,
    world: World,
    head: Actor,
    django_assert_max_num_queries: MaxQueries,
    office: str,
) -> None:
    """The list and the totals are asked for in at most fifteen queries, narrowed to the reach."""
    body = world.council
    if office != "researcher":
        body = world.abai.assembly if office == "secretary" else world.abai.association
    client.force_login(world.account(office, body))
    submit_yearly_report(head, saved(head, world.abai.association), at=AT)
    for name in ("work", "work_totals"):
        client.get(reverse(name))
        with django_assert_max_num_queries(15):
            text = client.get(reverse(name) + "?year=2026").content.decode()
        assert ("Ақмола" in text) == (office == "researcher")
    with django_assert_max_num_queries(15):
        client.get(address("work_of", world.abai.association))
    link = f'href="/registry/activity/{world.abai.association.pk}/'
    for state in ("submitted", "none", "draft", "returned"):
        text = client.get(reverse("work") + f"?year=2026&state={state}").content.decode()
        assert (link in text) == (state == "submitted")
    assert link in client.get(reverse("work") + "?q=АБАЙ").content.decode()
    assert link not in client.get(reverse("work") + "?q=жоқ").content.decode()
    assert client.get(reverse("work") + "?format=csv").status_code == 200
    assert client.get(reverse("work_totals") + "?format=xlsx").status_code == 200


def test_without_languages(client_of: Client, world: World) -> None:
    """Where the charter knows no language, none is asked for."""
    page = address("activity_new", world.abai.association)
    assert ">Languages</legend>" in client_of.get(page).content.decode()
    load_charter(SYSTEM, None, at=AT, content=CHARTER.encode())
    assert ">Languages</legend>" not in client_of.get(page).content.decode()
