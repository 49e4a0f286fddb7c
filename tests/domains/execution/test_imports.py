"""The import wizard, as whole requests."""

import html
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from birlik.base.obligations.models import Duty
from birlik.base.records.actions import amend_row, fail_reading, show_progress
from birlik.base.records.engine.amendment import (
    MeasureWords,
    doubtful_count,
    head_version,
    measure_of,
    version_of,
)
from birlik.base.records.engine.draft_record import to_record
from birlik.base.records.models import Act, ActReading
from birlik.base.records.queries.readings import draft_of
from birlik.base.records.tasks import read_document
from birlik.base.values.local_text import LocalText
from tests.base.records.readings_world import (
    AT,
    COORDINATOR,
    KK,
    RU,
    SYSTEM,
    draft,
    finding,
    read,
    waiting,
)
from tests.domains.execution.plan_world import sign_in

pytestmark = pytest.mark.django_db
PART = {"HX-Request": "true"}


@pytest.fixture
def coordinator(client: Client) -> Client:
    """Somebody who may import acts, in English."""
    sign_in(client, "acts.read", "acts.import", "plans.read")
    client.cookies["birlik_language"] = "en"
    return client


def text_of(client: Client, address: str, status: int = 200, **headers: str) -> str:
    """The page at an address, its entities resolved."""
    response = client.get(address, headers=headers or None)
    assert response.status_code == status
    return html.unescape(response.content.decode())


def bring(client: Client, text: str = KK) -> str:
    """Bring a file; the address one is led to, or the page with what is wrong."""
    file = SimpleUploadedFile("act.txt", text.encode(), "text/plain")
    response = client.post("/imports/", {"file": file})
    return response.headers.get("Location") or html.unescape(response.content.decode())


def row_form(reading: ActReading, **changes: str) -> dict[str, str]:
    """What the form of the first row sends, but for the changes."""
    measure = measure_of(draft_of(reading), "1")
    lines: dict[str, str] = {
        "form-TOTAL_FORMS": "4",
        "form-INITIAL_FORMS": "2",
        "form-0-code": "АҚДМ",
        "form-1-code": "ҚХА",
        "form-1-by_agreement": "on",
        "form-2-code": "",
        "form-3-code": "",
    }
    return {
        "version": version_of(measure),
        "title": measure.title,
        "completion_form": measure.completion_form,
        "deadline": measure.deadline,
        **lines,
        **changes,
    }


def confirm_form(**changes: str) -> dict[str, str]:
    """What the last form sends."""
    return {"repealed_on": "", "controlled_from": "", **changes}


def test_file_is_read_in_the_background(coordinator: Client) -> None:
    """A file that was brought waits for the worker, and its page shows how far it is."""
    address = bring(coordinator)
    assert "The file waits to be read" in text_of(coordinator, address)
    reading = ActReading.objects.get()
    show_progress(reading.pk, 40)
    part = text_of(coordinator, f"{address}progress/", **PART)
    assert "The act is being read" in part
    assert 'value="40"' in part
    read_document.call(reading.pk)
    done = coordinator.get(f"{address}progress/", headers=PART)
    assert done.headers["HX-Refresh"] == "true"
    assert "Check what was read" in text_of(coordinator, address)
    assert "act.txt" in text_of(coordinator, "/imports/")


def test_same_file_leads_to_its_reading(coordinator: Client) -> None:
    """The same bytes again lead to what was read, and say so."""
    reading = read()
    assert bring(coordinator) == f"/imports/{reading.pk}/"
    assert "This very file was uploaded before" in text_of(coordinator, f"/imports/{reading.pk}/")


def test_readings_are_found_by_the_name_of_the_file(coordinator: Client) -> None:
    """Search finds a file by its name whatever the case, and says so when nothing is found."""
    waiting(KK, "Жоспар.txt")
    waiting(RU, "other.txt")
    found = text_of(coordinator, "/imports/?q=ЖОСПАР")
    assert "Жоспар.txt" in found
    assert "other.txt" not in found
    assert "Nothing found" in text_of(coordinator, "/imports/?q=жоқ")


def test_failed_file_is_read_anew_when_brought_again(coordinator: Client) -> None:
    """A file that could not be read says why, and begins anew when it is brought again."""
    reading = waiting()
    reason = LocalText("Мәтін жоқ", "Нет текста", "No text")
    fail_reading(SYSTEM, reading, at=AT, reason=reason)
    assert "No text" in text_of(coordinator, f"/imports/{reading.pk}/")
    bring(coordinator)
    reading.refresh_from_db()
    assert reading.state == ActReading.State.WAITING


def test_slow_file_can_be_begun_anew(coordinator: Client) -> None:
    """When nothing moves for minutes the page offers to begin anew; only a form does so."""
    reading = waiting()
    page = f"/imports/{reading.pk}/"
    assert "longer than usual" in text_of(coordinator, page)
    ActReading.objects.update(begun_at=timezone.now() - timedelta(seconds=5))
    assert "longer than usual" not in text_of(coordinator, page)
    assert coordinator.get(f"{page}again/").headers["Location"] == page
    show_progress(reading.pk, 50)
    coordinator.post(f"{page}again/")
    reading.refresh_from_db()
    assert (reading.state, reading.progress) == (ActReading.State.WAITING, 0)


def test_wrong_file_is_told_in_words(coordinator: Client, settings: object) -> None:
    """No file, an empty file and a file that is too large are each refused with what to do."""
    missing = coordinator.post("/imports/", {})
    assert missing.status_code == 422
    assert "Choose a file." in missing.content.decode()
    assert "The file is empty." in bring(coordinator, "")
    settings.ACT_FILE_LIMIT = 2**20
    assert "at most 1 MB" in bring(coordinator, "a" * (2**20 + 1))


def test_flood_is_not_taken_in(client: Client, settings: object) -> None:
    """A request far beyond any act is refused before it is stored, also from who has not signed
    in."""
    settings.ACT_FILE_LIMIT = settings.EVIDENCE_FILE_LIMIT = 1000
    flood = SimpleUploadedFile("flood.txt", b"a" * 3000)
    assert client.post("/imports/", {"file": flood}).status_code == 302
    guarded = Client(enforce_csrf_checks=True)
    guarded.cookies["csrftoken"] = "a" * 32
    flood.seek(0)
    assert guarded.post("/imports/", {"file": flood}).status_code == 400


def test_check_shows_what_was_read(coordinator: Client) -> None:
    """The check screen has head, findings with words, losses, indicators and every row."""
    reading = read(doubtful=["title", "schedule"])
    page = text_of(coordinator, f"/imports/{reading.pk}/")
    for words in (
        "1014",
        "Two counts",
        "17 кеңес",
        "row 3 of the table of target indicators",
        "Келісім",
        "Кеңестердің отырыстары",
        "taken from the row above",
        "2 measures become duties",
    ):
        assert words in page
    assert '<b id="doubts">2</b>' in page


def test_only_doubtful_rows(coordinator: Client) -> None:
    """The filter leaves the rows with a doubtful cell; search leaves those with the words."""
    reading = read(doubtful=["title"])
    page = f"/imports/{reading.pk}/"
    assert 'id="m2"' not in text_of(coordinator, f"{page}?doubtful=1")
    assert 'id="m1"' in text_of(coordinator, f"{page}?doubtful=1")
    assert "No row is left here" in text_of(coordinator, f"{page}?q=жоқ")


def test_act_without_plan_can_be_kept(coordinator: Client) -> None:
    """An act without measures says that no duty will come from it, and becomes an act."""
    reading = read()
    ActReading.objects.update(draft=reading.draft | {"measures": [], "indicators": []}, findings=[])
    assert "No action plan was read" in text_of(coordinator, f"/imports/{reading.pk}/")
    answer = coordinator.post(f"/imports/{reading.pk}/confirm/", confirm_form())
    assert answer.headers["Location"] == f"/acts/{Act.objects.get().pk}/"


def test_row_is_mended_in_place(coordinator: Client) -> None:
    """The row's form comes in its place, and goes again with the new count of doubts."""
    reading = read(doubtful=["title", "deadline", "schedule"])
    address = f"/imports/{reading.pk}/measures/1/"
    form = text_of(coordinator, address, **PART)
    assert '<article class="card measure editing"' in form
    assert "<html" not in form
    sent = row_form(reading, title="Отырыстар", deadline="жартыжылдықта 1 рет")
    answer = coordinator.post(address, sent, headers=PART).content.decode()
    assert "Отырыстар" in answer
    assert 'id="doubts" hx-swap-oob="true">0<' in answer
    reading.refresh_from_db()
    row = measure_of(draft_of(reading), "1")
    assert row.schedule is not None
    assert row.schedule.per == "half"
    assert [(one.code, one.by_agreement) for one in row.executors] == [
        ("АҚДМ", False),
        ("ҚХА", True),
    ]
    assert '<article class="card measure"' in text_of(coordinator, f"{address}?closed=1", **PART)


def test_row_is_mended_without_scripts(coordinator: Client) -> None:
    """Without scripts the form has a page of its own and leads back to the row."""
    reading = read()
    address = f"/imports/{reading.pk}/measures/1/"
    assert "<html" in text_of(coordinator, address)
    answer = coordinator.post(address, row_form(reading, deadline=""))
    assert answer.headers["Location"] == f"/imports/{reading.pk}/?page=1#m1"
    reading.refresh_from_db()
    assert measure_of(draft_of(reading), "1").schedule is None
    assert doubtful_count(draft_of(reading)) == 1


def test_wrong_row_is_told(coordinator: Client) -> None:
    """A row without a title is not kept, and the form says what is missing."""
    reading = read()
    answer = coordinator.post(
        f"/imports/{reading.pk}/measures/1/", row_form(reading, title=""), headers=PART
    )
    assert answer.status_code == 422
    assert "Fill in this field." in answer.content.decode()


def test_two_people_at_one_row_lose_nothing(coordinator: Client) -> None:
    """Who comes second sees what the other kept beside their own words, and may save again."""
    reading = read()
    sent = row_form(reading, title="Менікі")
    words = MeasureWords("Басқа", "", "", (), None, schedule_certain=False)
    amend_row(COORDINATOR, reading, at=AT, number="1", version=sent["version"], words=words)
    address = f"/imports/{reading.pk}/measures/1/"
    answer = coordinator.post(address, sent, headers=PART)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Someone else changed this row" in page
    assert "Басқа" in page
    assert "Менікі" in page
    reading.refresh_from_db()
    again = sent | {"version": version_of(measure_of(draft_of(reading), "1"))}
    assert again["version"] in page
    coordinator.post(address, again, headers=PART)
    reading.refresh_from_db()
    assert measure_of(draft_of(reading), "1").title == "Менікі"


def test_right_row_is_certain(coordinator: Client) -> None:
    """One press vouches for a row; only a form does so, and not for a row that has changed."""
    reading = read(doubtful=["title", "executors"])
    address = f"/imports/{reading.pk}/measures/1/right/"
    version = version_of(measure_of(draft_of(reading), "1"))
    coordinator.get(address)
    assert doubtful_count(draft_of(ActReading.objects.get())) == 2
    assert coordinator.post(address, {"version": "older"}, headers=PART).status_code == 403
    answer = coordinator.post(address, {"version": version}, headers=PART).content.decode()
    assert "certain" in answer
    assert doubtful_count(draft_of(ActReading.objects.get())) == 0


def test_head_is_mended(coordinator: Client) -> None:
    """The head's form keeps what was entered, and says what is wrong with a date."""
    reading = read()
    address = f"/imports/{reading.pk}/head/"
    assert 'value="15.09.2022"' in text_of(coordinator, address)
    sent = {
        "version": head_version(draft_of(reading)),
        "kind": "decree",
        "number": "7",
        "adopted_on": "2022-09-15",
        "issuer": "Президент",
        "title": "Жарлық",
    }
    wrong = coordinator.post(address, sent)
    assert wrong.status_code == 422
    assert "DD.MM.YYYY" in wrong.content.decode()
    coordinator.post(address, sent | {"adopted_on": "01.02.2023"})
    reading.refresh_from_db()
    assert draft_of(reading).adopted_on == date(2023, 2, 1)


def test_deadline_is_told_in_plain_words_while_typed(coordinator: Client) -> None:
    """A deadline is told as it was understood, or that it was not."""
    kk = text_of(coordinator, "/imports/deadline/?deadline=жыл сайын&language=kk")
    assert "→" in kk
    ru = text_of(coordinator, "/imports/deadline/?deadline=ежегодно&language=ru")
    assert "→" in ru
    odd = text_of(coordinator, "/imports/deadline/?deadline=после принятия закона&language=ru")
    assert "nothing will fall due" in odd
    assert text_of(coordinator, "/imports/deadline/").strip() == ""


def test_doubt_must_be_settled_or_accepted(coordinator: Client) -> None:
    """With doubtful cells nothing is confirmed until they are accepted as read."""
    reading = read(doubtful=["title"])
    address = f"/imports/{reading.pk}/confirm/"
    refused = coordinator.post(address, confirm_form())
    assert refused.status_code == 422
    assert "Check the doubtful cells" in refused.content.decode()
    assert Act.objects.count() == 0
    accepted = coordinator.post(address, confirm_form(accept_doubtful="on"))
    act = Act.objects.get()
    assert accepted.headers["Location"] == f"/plans/{act.pk}/"
    assert Duty.objects.count() == 2
    assert coordinator.get(f"/imports/{reading.pk}/").headers["Location"] == f"/acts/{act.pk}/"
    assert coordinator.post(address, confirm_form()).status_code == 404


def test_repeal_is_entered_and_not_before_adoption(coordinator: Client) -> None:
    """The day of repeal is kept with the act; one before the adoption is refused."""
    reading = read()
    address = f"/imports/{reading.pk}/confirm/"
    early = coordinator.post(address, confirm_form(repealed_on="01.01.2020"))
    assert "cannot be repealed before" in early.content.decode()
    dates = confirm_form(repealed_on="29.12.2025", controlled_from="15.09.2022")
    coordinator.post(address, dates)
    act = Act.objects.get()
    assert (act.repealed_on, act.controlled_from) == (date(2025, 12, 29), date(2022, 9, 15))


def test_act_without_a_number_is_not_kept(coordinator: Client) -> None:
    """Without its number and day the act cannot be kept; the form says so and leads to its head."""
    reading = read()
    ActReading.objects.update(draft=reading.draft | {"number": "", "adopted_on": None})
    answer = coordinator.post(f"/imports/{reading.pk}/confirm/", confirm_form())
    assert answer.status_code == 422
    page = html.unescape(answer.content.decode())
    assert "The act's number and date of adoption are unknown" in page
    assert f'href="/imports/{reading.pk}/head/"' in page
    assert Act.objects.count() == 0


def test_page_after_a_wrong_confirmation_keeps_its_links(coordinator: Client) -> None:
    """The links of the check screen work from the address of its last form too."""
    reading = read()
    answer = coordinator.get(f"/imports/{reading.pk}/confirm/?doubtful=1")
    assert answer.headers["Location"] == f"/imports/{reading.pk}/?doubtful=1"


def adopted(client: Client) -> Act:
    """The act of the Kazakh text, confirmed."""
    client.post(f"/imports/{read().pk}/confirm/", confirm_form())
    return Act.objects.get()


def test_other_language_becomes_the_second_text(coordinator: Client) -> None:
    """The same act in the other language is offered as its second text, and becomes that."""
    act = adopted(coordinator)
    reading = waiting(RU, "act.ru.txt")
    record = to_record(draft()) | {"language": "ru", "title": "Концепция", "measures": []}
    ActReading.objects.filter(pk=reading.pk).update(
        state=ActReading.State.READ,
        text=RU,
        draft=record,
        findings=[finding(act.sources.get().document.digest)],
    )
    page = text_of(coordinator, f"/imports/{reading.pk}/")
    assert "its text in the other language (Русский)" in page
    assert str(act) in page
    assert "Confirm and put under control" not in page
    address = f"/imports/{reading.pk}/second-text/"
    assert coordinator.get(address).headers["Location"] == f"/imports/{reading.pk}/"
    assert coordinator.post(address).headers["Location"] == f"/acts/{act.pk}/"
    assert act.sources.count() == 2


def test_same_act_from_another_file_is_recognised(coordinator: Client) -> None:
    """The same act in the same language is recognised and not taken twice."""
    act = adopted(coordinator)
    reading = waiting(KK + " ", "copy.txt")
    ActReading.objects.filter(pk=reading.pk).update(
        state=ActReading.State.READ, text=KK, draft=to_record(draft())
    )
    page = text_of(coordinator, f"/imports/{reading.pk}/")
    assert "It is not taken twice" in page
    assert f'href="/acts/{act.pk}/"' in page


def test_second_text_of_an_unknown_act_is_not_added(coordinator: Client) -> None:
    """Without the act there is nothing to add a second text to."""
    reading = read()
    answer = coordinator.post(f"/imports/{reading.pk}/second-text/")
    assert answer.headers["Location"] == f"/imports/{reading.pk}/"


@pytest.mark.parametrize(
    "address",
    ["", "progress/", "again/", "head/", "measures/1/", "measures/1/right/", "confirm/"],
)
def test_unknown_reading_is_not_found(coordinator: Client, address: str) -> None:
    """A number that no reading bears is not found, nor is a row that the plan does not have."""
    assert coordinator.get(f"/imports/999/{address}").status_code == 404
    assert coordinator.get(f"/imports/{read().pk}/measures/77/").status_code == 404


def test_row_of_a_number_told_apart_is_mended_in_place(coordinator: Client) -> None:
    """Where numbers begin anew, a row's name in the page is still a plain word, as scripts need."""
    reading = read()
    whole = draft()
    odd = replace(whole.measures[0], number="2:3 (2)")
    reading.draft = to_record(replace(whole, measures=(odd,)))
    reading.save()
    text = text_of(coordinator, f"/imports/{reading.pk}/measures/2:3 (2)/", **PART)
    assert 'id="m2-3--2-"' in text
    assert 'hx-target="#m2-3--2-"' in text
