"""The pages of resolutions, visas and signatures, as their offices use them."""

from dataclasses import dataclass
from datetime import date
from importlib import import_module

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from birlik.base.charter.actions import load_charter
from birlik.base.obligations.actions import lay_way
from birlik.base.obligations.models import Obligation, PaperSignature, Resolution, Visa, VisaStep
from birlik.base.registry.models import Account, Appointment, Structure
from tests.base.obligations.reporting_world import AT, SYSTEM, again
from tests.domains.execution.obligation_desk import at, signed_in
from tests.domains.execution.offices import Staffed, staffed
from tests.domains.execution.tasks.test_desk_notices import HEADS

pytestmark = pytest.mark.django_db
CLOCKS = ("desk.resolution", "desk.round", "desk.way")


@dataclass(frozen=True, slots=True)
class House:
    """Browsers of the minister, the ministry's executor, and the executor of its department."""

    staff: Staffed
    part: Structure
    minister: Client
    executor: Client
    worker: Client

    @property
    def owed(self) -> Obligation:
        """The information that the ministry owes by 31 May 2024."""
        return self.staff.plan.agreed

    def address(self, name: str) -> str:
        """A page about it."""
        return reverse(name, kwargs={"pk": self.owed.pk})


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> House:
    """Everybody signed in on 2 May 2024."""
    at(monkeypatch, AT)
    for name in CLOCKS:
        module = import_module(f"birlik.domains.execution.web.{name}")
        monkeypatch.setattr(module, "now", lambda: AT)
    staff = staffed()
    load_charter(SYSTEM, None, at=AT, content=HEADS.encode())
    Obligation.objects.filter(pk=staff.plan.agreed.pk).update(debtor=staff.ministry)
    part = Structure.objects.create(
        kind="department", name_kk="Бөлім", name_ru="Отдел", parent=staff.ministry
    )
    return House(
        staff,
        part,
        signed_in("body_head", staff.ministry, "minister"),
        signed_in("executor", staff.ministry, "lead"),
        signed_in("executor", part, "worker"),
    )


def line(body: Structure, place: int = 1, **more: str) -> dict[str, str]:
    """A line of a resolution as it is sent."""
    given = {"executor": str(body.pk), "text_ru": "Подготовить", "due_on": "20.05.2024", **more}
    return {f"line{place}-{name}": value for name, value in given.items()}


def test_a_head_writes_a_resolution_and_sees_the_tree(world: House) -> None:
    """The minister's page offers it; a line is added without losing the first; afterwards the
    parent shows the child and the child the way up, without a link for who may not see it."""
    assert "Write a resolution" in world.minister.get(world.address("obligation")).content.decode()
    page = world.address("resolution")
    assert world.minister.get(page).status_code == 200
    more = world.minister.post(page, {"count": "1", "do": "add", **line(world.part)})
    assert (more.status_code, "Подготовить" in more.content.decode()) == (200, True)
    assert "line2-executor" in more.content.decode()
    sent = {"count": "2", **line(world.part), **line(world.staff.ministry, 2)}
    assert world.minister.post(page, sent).status_code == 302
    made = Resolution.objects.get()
    child = Obligation.objects.get(act=made.act, debtor=world.part)
    shown = world.minister.get(world.address("obligation")).content.decode()
    assert reverse("obligation", kwargs={"pk": child.pk}) in shown
    below = world.worker.get(reverse("obligation", kwargs={"pk": child.pk})).content.decode()
    assert "Given by a resolution" in below
    assert world.address("obligation") + '"' not in below


def test_what_is_refused_loses_nothing(world: House) -> None:
    """A later term is refused with the reason and the words stay; marked as meant, it is taken."""
    page = world.address("resolution")
    sent = {"count": "1", **line(world.part, due_on="10.06.2024")}
    refused = world.minister.post(page, sent)
    assert refused.status_code == 422
    assert "later than the obligation itself" in refused.content.decode()
    assert "Подготовить" in refused.content.decode()
    assert world.minister.post(page, {**sent, "beyond": "on"}).status_code == 302
    assert world.executor.get(page).status_code == 403


def test_a_parent_is_reported_over_the_heads_with_a_reason(world: House) -> None:
    """The executor is asked for it beside the report, and the reviewer reads it."""
    world.minister.post(world.address("resolution"), {"count": "1", **line(world.part)})
    page = world.executor.get(world.address("obligation")).content.decode()
    assert "1 obligation given by a resolution is still open." in page
    sent = {"text_kk": "Орындалды", "text_ru": "", "version": "0"}
    refused = world.executor.post(world.address("obligation_submit"), sent)
    assert "Say why the report does not wait" in refused.content.decode()
    sent |= {"over_heads": "Срок министерства сегодня", "version": "1"}
    assert world.executor.post(world.address("obligation_submit"), sent).status_code == 302
    told = world.executor.get(world.address("obligation")).content.decode()
    assert "Срок министерства сегодня" in told


def test_children_are_released_on_the_page(world: House) -> None:
    """The minister releases all with one reason."""
    world.minister.post(world.address("resolution"), {"count": "1", **line(world.part)})
    released = world.minister.post(world.address("children_release"), {"reason": "Отпало"})
    assert released.status_code == 302
    assert Obligation.objects.get(act__resolution__isnull=False).outcome == "released"
    assert world.minister.get(world.address("children_release")).status_code == 302


def office_of(name: str) -> int:
    """The number of the office of an account."""
    person = Account.objects.get(email=f"{name}@birlik.example").person
    return Appointment.objects.get(person=person).office_id


def test_the_way_is_laid_on_its_page(world: House) -> None:
    """The minister chooses who reads and who signs; an office named twice is refused."""
    page = reverse("way", kwargs={"pk": world.staff.ministry.pk})
    assert "Министерство" in world.minister.get(reverse("ways")).content.decode()
    assert world.minister.get(page).status_code == 200
    twice = {"step_1": office_of("worker"), "step_2": office_of("worker")}
    assert world.minister.post(page, twice).status_code == 422
    chosen = {"step_1": office_of("worker"), "step_3": office_of("minister")}
    assert world.minister.post(page, chosen).status_code == 302
    assert [one.signs for one in VisaStep.objects.all()] == [False, True]
    assert "signs" in world.minister.get(reverse("ways")).content.decode()
    for foreign in (world.part.pk, 999_999):
        assert world.minister.get(reverse("way", kwargs={"pk": foreign})).status_code == 403
    assert world.executor.get(page).status_code == 403


def test_a_draft_goes_round_and_is_signed(world: House) -> None:
    """Sent by the executor, sent back, sent again, given its visa by the department, signed by the
    minister, who reports on nothing; the report names them."""
    offices = [office_of("worker"), office_of("minister")]
    lay_way(SYSTEM, world.staff.ministry, at=AT, offices=offices)
    draft = {"text_kk": "Орындалды", "text_ru": "", "version": "0"}
    world.executor.post(world.address("obligation_draft"), draft)
    page = world.executor.get(world.address("obligation")).content.decode()
    assert "Send round for visas" in page
    assert "Submit the report</button>" not in page
    send = world.address("obligation_round")
    assert world.executor.post(send).status_code == 302
    visa = reverse("visa", kwargs={"pk": Visa.objects.get(turn=1, position=1).pk})
    asked = world.worker.get(world.address("obligation")).content.decode()
    assert "Your visa is awaited." in asked
    assert "Waiting for my visa" in world.worker.get(reverse("today")).content.decode()
    assert world.worker.post(visa, {"do": "send_back", "remark": ""}).status_code == 422
    assert world.worker.post(visa, {"do": "send_back", "remark": "Мало"}).status_code == 302
    late = world.worker.post(visa, {"do": "approve", "remark": "Опоздал"})
    assert (late.status_code, "Опоздал" in late.content.decode()) == (422, True)
    world.executor.post(send)
    visa = reverse("visa", kwargs={"pk": Visa.objects.get(turn=2, position=1).pk})
    assert world.worker.get(visa).status_code == 302
    assert world.worker.post(visa, {"do": "approve", "remark": ""}).status_code == 302
    sign = world.address("obligation_sign")
    assert (
        "Your signature is awaited."
        in world.minister.get(world.address("obligation")).content.decode()
    )
    assert world.executor.post(sign).status_code == 422
    assert world.minister.get(sign).status_code == 302
    assert world.minister.post(sign).status_code == 302
    assert again(world.owed).stage == "submitted"
    assert "signed" in world.executor.get(world.address("obligation")).content.decode()
    assert world.minister.get(reverse("visa", kwargs={"pk": 999_999})).status_code == 403


def test_a_signature_on_paper_is_recorded_with_its_scan(world: House) -> None:
    """Without a way the executor submits with the scan; a file that is none is refused and nothing
    typed is lost; the scan is fetched by who sees the obligation alone."""
    draft = {"text_kk": "Орындалды", "text_ru": "", "version": "0"}
    world.executor.post(world.address("obligation_draft"), draft)
    page = world.address("obligation_paper")
    given = {"signatory": "Министр А. Б.", "signed_on": "30.04.2024"}
    bad = SimpleUploadedFile("scan.exe", b"MZ" + bytes(100))
    refused = world.executor.post(page, {**given, "scan": bad})
    assert (refused.status_code, "Министр А. Б." in refused.content.decode()) == (422, True)
    late = SimpleUploadedFile("scan.txt", b"signed")
    ahead = world.executor.post(page, {**given, "signed_on": "30.05.2024", "scan": late})
    assert ahead.status_code == 422
    good = SimpleUploadedFile("scan.txt", "Қол қойылған".encode())
    assert world.executor.post(page, {**given, "scan": good}).status_code == 302
    kept = PaperSignature.objects.get()
    assert kept.signed_on == date(2024, 4, 30)
    shown = world.executor.get(world.address("obligation")).content.decode()
    assert "signed on paper" in shown
    scan = reverse("signature_file", kwargs={"pk": kept.pk})
    assert world.executor.get(scan).status_code == 200
    assert world.worker.get(scan).status_code == 404
    assert world.executor.get(page).status_code == 302


def test_a_resolution_sent_twice_is_written_once(world: House) -> None:
    """The second of two windows, or of two clicks, is told that there is a resolution already and
    loses nothing; sent again, it is one more."""
    page = world.address("resolution")
    sent = {"count": "1", "known": "0", **line(world.part)}
    assert 'name="known" value="0"' in world.minister.get(page).content.decode()
    assert world.minister.post(page, sent).status_code == 302
    again = world.minister.post(page, sent)
    text = again.content.decode()
    assert (again.status_code, "has just been written" in text) == (422, True)
    assert ("Подготовить" in text, 'name="known" value="1"' in text) == (True, True)
    assert Resolution.objects.count() == 1
    assert world.minister.post(page, {**sent, "known": "1"}).status_code == 302
    assert world.minister.post(page, {**sent, "known": "2", "count": "9" * 5000}).status_code == 302
    assert Resolution.objects.count() == 3
