"""A report from its choice to a paper that never changes: actions, the worker, pages."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from io import BytesIO

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import Settings

from birlik.base.journal.models import Entry
from birlik.base.obligations.models import Obligation
from birlik.base.records.models import Act
from birlik.base.registry.models import Appointment
from birlik.base.values.actor import Actor, Grant
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError
from birlik.domains.execution.actions import (
    begin_report,
    fail_report,
    finish_report,
    replace_template,
    reset_template,
    send_report,
)
from birlik.domains.execution.models import Report, ReportFile, ReportTemplate
from birlik.domains.execution.papers import shipped_template
from birlik.domains.execution.papers.template import template_content
from birlik.domains.execution.queries.reports import (
    content_of,
    sent_before,
)
from birlik.domains.execution.rules import NO_MAKING, REPORT_MADE, REPORT_NOT_MADE, REPORT_SENT
from birlik.domains.execution.tasks import report as tasks
from tests.domains.execution.plan_world import sign_in
from tests.domains.execution.report_world import World, half_year

pytestmark = pytest.mark.django_db
AT = datetime(2024, 8, 1, 6, tzinfo=UTC)
SYSTEM = Actor.system()
READER = Actor(1, None, "head", frozenset({Grant("reports.read")}))
HALF = {"period": "2024-H1", "language": "ru"}


@pytest.fixture(autouse=True)
def _settings(settings: Settings) -> None:
    """The worker's tasks run where they are asked for."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}


@pytest.fixture
def world() -> World:
    """The plan worked out by hand."""
    return half_year()


@pytest.fixture
def coordinator(client: Client, world: World) -> Client:
    """Somebody who makes reports and reads everything, in English."""
    sign_in(client, "reports.read", "reports.make", "plans.read", "acts.import")
    client.cookies["birlik_language"] = "en"
    return client


def begun(act: Act, **changes: str) -> Report:
    """A report that waits for the worker."""
    return begin_report(SYSTEM, act, at=AT, **(HALF | changes))


def made(act: Act, **changes: str) -> Report:
    """A report with its files."""
    report = begun(act, **changes)
    tasks.make_report.enqueue(report.pk)
    report.refresh_from_db()
    assert report.state == Report.State.MADE
    return report


def sent(report: Report) -> Report:
    """The report, marked as sent."""
    send_report(SYSTEM, report, at=AT, seen=report.digest)
    report.refresh_from_db()
    return report


def test_worker_makes_content_and_files(world: World) -> None:
    """The worker keeps the facts with their digest and three files, and shows how far it is."""
    report = made(world.act)
    assert report.digest == sha256(report.content.encode()).hexdigest()
    assert (report.progress, report.version) == (100, 1)
    assert sorted(report.files.values_list("kind", flat=True)) == ["docx", "pdf", "xlsx"]
    content = content_of(report)
    assert content and content.total.count() == 10
    assert report.stated_on == content.stated_on == day_of(report.made_at or AT)


def test_report_not_sent_is_made_anew_in_its_place(world: World) -> None:
    """Before it is sent there is one report of an act, period and language."""
    first = made(world.act)
    Obligation.objects.filter(duty__provision__number="4").delete()
    again = made(world.act)
    assert again.pk == first.pk
    assert again.digest != first.digest
    assert ReportFile.objects.count() == 3
    assert made(world.act, language="kk").pk != first.pk


def test_worker_leaves_what_is_made_alone(world: World) -> None:
    """A task that runs twice, or for a number that nothing bears, changes nothing."""
    report = made(world.act)
    before = Report.objects.values().get(pk=report.pk)
    tasks.make_report.enqueue(report.pk)
    tasks.make_report.enqueue(9999)
    assert Report.objects.values().get(pk=report.pk) == before


def test_failure_is_kept_and_can_be_tried_again(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A report that fails says so to its reader; the next attempt begins anew."""

    def broken(*_given: object, **_named: object) -> None:
        raise RuntimeError("broken")

    with monkeypatch.context() as patched:
        patched.setattr(tasks, "files_of", broken)
        report = begun(world.act)
        tasks.make_report.enqueue(report.pk)
    report.refresh_from_db()
    assert report.state == Report.State.FAILED
    assert report.error.missing() == ()
    assert made(world.act).pk == report.pk


def test_sent_report_is_frozen(world: World) -> None:
    """What was sent keeps content and files whatever happens later; a later one is a new version
    that shows in what it differs."""
    first = sent(made(world.act))
    before = Report.objects.values().get(pk=first.pk)
    documents = sorted(first.files.values_list("document__digest", flat=True))
    overdue = Obligation.objects.get(duty__provision__number="1.1", outcome="")
    overdue.outcome, overdue.first_submitted_on = "accepted", AT.date()
    overdue.save()
    second = made(world.act)
    assert (second.pk != first.pk, second.version) == (True, 2)
    assert Report.objects.values().get(pk=first.pk) == before
    assert sorted(first.files.values_list("document__digest", flat=True)) == documents
    assert sent_before(second) == first
    assert sent_before(first) is None


def test_journal_has_the_digests_and_no_words(world: World) -> None:
    """The entry of a report that was sent holds the digests of its content and files alone."""
    report = sent(made(world.act))
    text = Entry.objects.get(action="report.sent").text
    digests = [report.digest, *report.files.values_list("document__digest", flat=True)]
    assert [digest for digest in digests if digest not in text] == []
    entries = Entry.objects.filter(action__startswith="report.")
    assert all("Прошло два заседания" not in one.text for one in entries)


def test_who_may_not_make_is_told_so(world: World) -> None:
    """A reader of reports neither begins, records nor sends one, nor replaces a template."""
    report = made(world.act)
    attempts = (
        lambda: begin_report(READER, world.act, at=AT, period="2024-H1", language="ru"),
        lambda: send_report(READER, report, at=AT, seen=report.digest),
        lambda: reset_template(READER, None, at=AT, language="kk"),
        lambda: replace_template(
            READER, None, at=AT, language="kk", name="x", content=shipped_template("kk")
        ),
    )
    for attempt in attempts:
        with pytest.raises(RefusedError) as refused:
            attempt()
        assert refused.value.reason == NO_MAKING


def test_report_is_sent_once_and_only_when_made(world: World) -> None:
    """What is not made, was sent, or was made anew since it was seen, is not sent."""
    report = begun(world.act)
    with pytest.raises(RefusedError) as refused:
        send_report(SYSTEM, report, at=AT, seen="")
    assert refused.value.reason == REPORT_NOT_MADE
    report = made(world.act)
    with pytest.raises(RefusedError) as refused:
        send_report(SYSTEM, report, at=AT, seen="another")
    assert "made anew" in refused.value.reason.en
    sent(report)
    with pytest.raises(RefusedError) as refused:
        send_report(SYSTEM, report, at=AT, seen=report.digest)
    assert refused.value.reason == REPORT_SENT


def test_late_worker_records_nothing(world: World) -> None:
    """Another worker that ends later changes neither what is made nor what was sent."""
    report = made(world.act)

    def late() -> Iterator[LocalText]:
        with pytest.raises(RefusedError) as refused:
            fail_report(SYSTEM, report, at=AT, reason=LocalText("a", "b", "c"))
        yield refused.value.reason
        with pytest.raises(RefusedError) as refused:
            finish_report(SYSTEM, report, at=AT, content="{}", stated_on=AT.date(), files={})
        yield refused.value.reason

    assert set(late()) == {REPORT_MADE}
    sent(report)
    assert set(late()) == {REPORT_SENT}


def test_template_of_an_office_is_used_until_reset(world: World) -> None:
    """The reports of a language come from the office's template; one with faults is refused."""
    own = docx.Document()
    own.add_paragraph("Отчет по форме: {{ act.number }}")
    file = BytesIO()
    own.save(file)
    given = {"at": AT, "language": "ru", "name": "form.docx"}
    with pytest.raises(RefusedError):
        replace_template(SYSTEM, None, content=b"x", **given)
    replace_template(SYSTEM, None, content=file.getvalue(), **given)
    report = made(world.act)
    with report.files.get(kind="docx").document.file.open("rb") as opened:
        assert docx.Document(opened).paragraphs[0].text == "Отчет по форме: 1014"
    assert template_content("kk") == shipped_template("kk")
    replace_template(SYSTEM, None, content=shipped_template("ru"), **given)
    assert ReportTemplate.objects.filter(until=None).count() == 1
    reset_template(SYSTEM, None, at=AT, language="ru")
    assert template_content("ru") == shipped_template("ru")


def test_choice_preview_making_and_download(coordinator: Client, world: World) -> None:
    """A coordinator chooses, sees what the report would say, has it made, and takes the file."""
    text = coordinator.get("/reports/").content.decode()
    assert "No report was made yet. Choose an act" in text
    query = {"act": str(world.act.pk), "period": "2024-H1", "language": "ru"}
    preview = coordinator.get("/reports/new/", query).content.decode()
    assert "Прошло два заседания." in preview
    assert "(4 / 7)" in preview
    assert not Report.objects.exists()
    answer = coordinator.post("/reports/new/", query)
    report = Report.objects.get()
    assert answer.headers["Location"] == f"/reports/{report.pk}/"
    assert report.by == Appointment.objects.get()
    page = coordinator.get(f"/reports/{report.pk}/").content.decode()
    assert f"/reports/{report.pk}/files/docx/" in page
    file = coordinator.get(f"/reports/{report.pk}/files/docx/")
    assert file.headers["X-Content-Type-Options"] == "nosniff"
    assert file.headers["Content-Disposition"] == (
        'attachment; filename="birlik-1014-2024-h1-ru-v1.docx"'
    )
    assert docx.Document(BytesIO(b"".join(file.streaming_content))).tables
    assert "/files/xlsx/" in coordinator.get("/reports/").content.decode()


@pytest.mark.parametrize(
    "address", [f"/reports/{2**63}/files/docx/", f"/reports/{10**30}/files/docx/"]
)
def test_file_of_a_number_too_long_is_not_there(coordinator: Client, address: str) -> None:
    """A number that no database can hold is answered as any other that nothing bears."""
    assert coordinator.get(address).status_code == 404


def test_list_of_an_act_too_long_is_the_whole_list(coordinator: Client, world: World) -> None:
    """An act's number that no database can hold narrows nothing."""
    made(world.act)
    for digits in (19, 5000):
        assert len(coordinator.get(f"/reports/?act={'9' * digits}").context["rows"]) == 1
    assert coordinator.get(f"/reports/?act={'9' * 18}").context["rows"] == []


def test_days_of_ones_own(coordinator: Client, world: World) -> None:
    """Days that make a quarter are that quarter; wrong days are told, and nothing typed is lost."""
    query = {"act": str(world.act.pk), "period": "2024-H1", "language": "kk"}
    days = {"first_on": "01.01.2024", "last_on": "31.03.2024"}
    coordinator.post("/reports/new/", query | days)
    coordinator.post("/reports/new/", query | {"first_on": "05.02.2024", "last_on": "20.04.2024"})
    codes = set(Report.objects.values_list("period", flat=True))
    assert codes == {"2024-Q1", "2024-02-05/2024-04-20"}
    turned = coordinator.get("/reports/new/", query | {**days, "last_on": "31.12.2023"})
    assert turned.status_code == 422
    assert "The last day cannot come before the first." in turned.content.decode()
    alone = coordinator.get("/reports/new/", query | {"first_on": "01.01.2024"})
    assert 'value="01.01.2024"' in alone.content.decode()
    assert "Give both days, or none." in alone.content.decode()


def test_sending_and_a_new_version_on_the_page(coordinator: Client, world: World) -> None:
    """The page freezes a report with its digests, and shows what a later one tells otherwise."""
    first = made(world.act)
    assert coordinator.get(f"/reports/{first.pk}/send/").status_code == 302
    answer = coordinator.post(f"/reports/{first.pk}/send/", {"seen": first.digest}, follow=True)
    text = answer.content.decode()
    assert "The report is frozen as it was sent." in text
    assert first.digest in text
    Obligation.objects.filter(duty__provision__number="1.1", outcome="").update(stage="submitted")
    again = coordinator.post(f"/reports/{first.pk}/again/", follow=True).content.decode()
    assert "version 2" in again
    assert "what is said of its execution changed" in again
    assert coordinator.get(f"/reports/{first.pk}/again/").status_code == 302
    stale = coordinator.post(f"/reports/{Report.objects.first().pk}/send/", {"seen": "x"})
    assert stale.status_code == 403


def test_same_again_says_so(coordinator: Client, world: World) -> None:
    """A further version in which nothing changed says that nothing did."""
    first = sent(made(world.act))
    page = coordinator.post(f"/reports/{first.pk}/again/", follow=True).content.decode()
    assert "Every measure is told as in the report that was sent." in page


def test_progress_and_patience(coordinator: Client, world: World) -> None:
    """While the worker is at it the page shows how far; after two minutes it offers to begin anew;
    when it is done, the whole page is asked for."""
    report = begun(world.act)
    assert "The report waits for the worker." in str(
        coordinator.get(f"/reports/{report.pk}/").content.decode()
    )
    part = coordinator.get(f"/reports/{report.pk}/progress/").content.decode()
    assert "Make anew" in part
    Report.objects.update(state="making", progress=40, begun_at=datetime.now(UTC) + timedelta(1))
    part = coordinator.get(f"/reports/{report.pk}/progress/").content.decode()
    assert 'value="40"' in part
    assert "Make anew" not in part
    Report.objects.update(state="failed", error_kk="қате", error_ru="ошибка", error_en="It failed.")
    answer = coordinator.get(f"/reports/{report.pk}/progress/")
    assert answer.headers["HX-Refresh"] == "true"
    assert "It failed." in coordinator.get(f"/reports/{report.pk}/").content.decode()
    assert coordinator.get(f"/reports/{report.pk}/files/docx/").status_code == 404


def test_templates_page(coordinator: Client) -> None:
    """The page lists the fields, checks what is brought, uses it, and takes ours again."""
    page = coordinator.get("/reports/templates/").content.decode()
    assert '<code lang="zxx">measure.executors</code>' in page
    ours = coordinator.get("/reports/templates/ru/")
    assert ours.content == shipped_template("ru")
    assert coordinator.get("/reports/templates/xx/").status_code == 404
    assert coordinator.post("/reports/templates/xx/reset/").status_code == 404

    def bring(content: bytes) -> str:
        file = SimpleUploadedFile("form.docx", content)
        answer = coordinator.post(
            "/reports/templates/", {"language": "ru", "file": file}, follow=True
        )
        return str(answer.content.decode())

    faulty = docx.Document()
    faulty.add_paragraph("{{ perriod }}")
    file = BytesIO()
    faulty.save(file)
    told = bring(file.getvalue())
    assert "Paragraph 1" in told
    assert "Perhaps: period." in told
    assert not ReportTemplate.objects.exists()
    assert "form.docx" in bring(ours.content)
    assert coordinator.get("/reports/templates/ru/reset/").status_code == 302
    assert ReportTemplate.objects.filter(until=None).exists()
    coordinator.post("/reports/templates/ru/reset/")
    assert not ReportTemplate.objects.filter(until=None).exists()


def test_template_too_large_is_refused(coordinator: Client, settings: Settings) -> None:
    """A file beyond the limit of the installation is refused in words."""
    settings.ACT_FILE_LIMIT = 2**20
    file = SimpleUploadedFile("form.docx", b"x" * (2**20 + 1))
    answer = coordinator.post("/reports/templates/", {"language": "ru", "file": file})
    assert answer.status_code == 422
    assert "at most 1 MB" in answer.content.decode()


@pytest.mark.parametrize("address", ["", "progress/", "again/", "send/", "files/docx/"])
def test_unknown_report_is_not_found(coordinator: Client, address: str) -> None:
    """A number that no report bears is not found."""
    assert coordinator.get(f"/reports/999/{address}").status_code == 404


def test_list_narrowed_to_an_act(coordinator: Client, world: World) -> None:
    """The list can be narrowed to an act; one without reports says so."""
    made(world.act)
    assert (
        "first half of 2024"
        in coordinator.get("/reports/", {"act": world.act.pk}).content.decode().lower()
    )
    assert "Nothing found" in coordinator.get("/reports/", {"act": 999}).content.decode()
    assert "made, not sent" in coordinator.get("/reports/", {"act": "x"}).content.decode()


def test_reader_sees_reports_but_makes_none(client: Client, world: World) -> None:
    """Who may only read sees the list and the report without any button to make or send."""
    sign_in(client, "reports.read")
    client.cookies["birlik_language"] = "en"
    assert "that the coordinator makes" in client.get("/reports/").content.decode()
    report = made(world.act)
    page = client.get(f"/reports/{report.pk}/").content.decode()
    assert "Mark as sent" not in page
    assert "/files/pdf/" in page
    assert client.get("/reports/new/").status_code == 403


def test_nothing_to_report_on(client: Client) -> None:
    """Without an act under control there is nothing to choose."""
    sign_in(client, "reports.make")
    client.cookies["birlik_language"] = "en"
    assert "No act is under control yet" in client.get("/reports/new/").content.decode()


def test_period_without_obligations(coordinator: Client, world: World) -> None:
    """A period to which nothing belongs says so in the preview."""
    query = {"act": str(world.act.pk), "period": "2025-H1", "language": "both"}
    text = coordinator.get("/reports/new/", query).content.decode()
    assert "Nothing of this act belongs to this period." in text


def test_report_leads_to_the_plan_of_its_period(coordinator: Client, world: World) -> None:
    """From a report one comes to the Plan page with the same obligations."""
    report = made(world.act)
    address = f"/plans/{world.act.pk}/?period=2024-H1"
    assert address in coordinator.get(f"/reports/{report.pk}/").content.decode()
    page = coordinator.get(address).content.decode()
    assert "first half of 2024" in page
    assert 'name="period" value="2024-H1"' in page
