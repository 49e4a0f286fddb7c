"""The pages on which points of an act are corrected or amended, as whole requests."""

import html
from dataclasses import replace
from datetime import date

import pytest
from django.test import Client

from birlik.base.obligations.actions import adopt_act, save_draft, submit_report
from birlik.base.obligations.models import Draft, Duty, FormerDuty, Obligation
from birlik.base.records.actions import begin_reading, finish_reading, store_document
from birlik.base.records.engine.draft import ActDraft, MeasureDraft
from birlik.base.records.engine.draft_record import to_record
from birlik.base.records.models import Act, ActReading, Provision, Wording
from birlik.base.registry.models import Structure
from tests.base.obligations.drafts import MINISTRY, YEARLY, draft, measure
from tests.domains.execution.plan_world import AT, SYSTEM, sign_in

pytestmark = pytest.mark.django_db


def read(one: ActDraft, name: str) -> ActReading:
    """The draft as a reading that waits to be confirmed."""
    document = store_document(
        SYSTEM, None, at=AT, name=name, media_type="text/plain", content=name.encode()
    )
    found = begin_reading(SYSTEM, document, at=AT)
    finish_reading(SYSTEM, found, at=AT, text=name, draft=to_record(one), findings=[])
    found.refresh_from_db()
    return found


@pytest.fixture
def coordinator(client: Client) -> Client:
    """Somebody who may import acts, in English."""
    sign_in(client, "acts.read", "acts.import", "plans.read")
    client.cookies["birlik_language"] = "en"
    return client


@pytest.fixture
def act(coordinator: Client) -> Act:
    """A decree for 2022-2026 with two yearly reports of the ministry; that of the first measure for
    2023 was submitted, and that for 2024 is being written."""
    Structure.objects.create(kind="ministry", name_kk="Министрлік", short_kk="МИН", short_ru="МИН")
    one, two = measure("1", YEARLY, MINISTRY), measure("2", YEARLY, MINISTRY)
    made = adopt_act(
        SYSTEM, read(draft(one, two), "a.txt"), at=AT, controlled_from=date(2022, 9, 15)
    )
    submit_report(SYSTEM, owed("1", 2023), at=AT, text_kk="Есеп", text_ru="")
    save_draft(SYSTEM, owed("1", 2024), at=AT, text_kk="Жоба", text_ru="", version=0)
    return made


def owed(number: str, year: int) -> Obligation:
    """The obligation of a measure that stands in a year."""
    found = Obligation.objects.filter(duty__provision__number=number, period=str(year))
    return found.exclude(void_reason="corrected").get()


def entered(**changes: object) -> dict[str, object]:
    """The form of the first point, due by 30 June instead of yearly."""
    return {
        "nature": "misread",
        "point": ["0"],
        "p0-number": "1",
        "p0-title_kk": "Іс-шара 1",
        "p0-title_ru": "",
        "p0-completion_form": "талдамалық есеп",
        "p0-deadline": "жыл сайын 30 маусымнан кешіктірмей",
        "p0-line": ["0"],
        "p0-e0-words": "МИН",
        "do": "preview",
    } | changes


def send(client: Client, address: str, status: int = 200, **changes: object) -> str:
    """The page after the form was sent."""
    response = client.post(address, entered(**changes))
    assert response.status_code == status, html.unescape(response.content.decode())[:3000]
    return html.unescape(response.content.decode())


def seen_in(page: str) -> str:
    """The digest of the plan that a page shows."""
    return page.partition('name="seen" value="')[2].partition('"')[0]


def address(act: Act, number: str = "1") -> str:
    """Where a point is corrected."""
    return f"/acts/{act.pk}/points/{number}/correct/"


def test_form_shows_the_present_terms(coordinator: Client, act: Act) -> None:
    """A point is corrected in a form that holds its words, its deadline and its executors; the
    pages of the measure and of the act lead there."""
    page = html.unescape(coordinator.get(address(act)).content.decode())
    assert "Іс-шара 1</textarea>" in page
    assert 'value="жыл сайын"' in page
    assert 'value="МИН"' in page
    assert address(act) in coordinator.get(f"/plans/{act.pk}/measures/1/").content.decode()
    assert address(act) in coordinator.get(f"/acts/{act.pk}/?view=measures").content.decode()


def test_preview_shows_old_and_new_and_what_becomes_of_the_obligations(
    coordinator: Client, act: Act
) -> None:
    """Before anything changes the page shows both deadlines, that four obligations are void and
    made anew, that the reported one stays, and that the draft goes along."""
    page = send(coordinator, address(act))
    assert "<del>жыл сайын</del>" in page
    assert "<ins>жыл сайын 30 маусымнан кешіктірмей</ins>" in page
    assert "void and made anew</span> <b>4</b>" in page
    assert "stay as they are</span> <b>1</b>" in page
    assert "31.12.2024</span> → " in page
    assert "the draft of its report goes along" in page
    assert not FormerDuty.objects.exists()


def test_confirmed_correction_is_what_was_shown(coordinator: Client, act: Act) -> None:
    """After the confirmation the reported year has its old day, the others the new one; the measure
    tells its versions."""
    seen = seen_in(send(coordinator, address(act)))
    response = coordinator.post(address(act), entered(do="keep", seen=seen))
    assert response.headers["Location"] == f"/plans/{act.pk}/measures/1/"
    assert owed("1", 2023).nominal_on == date(2023, 12, 31)
    assert owed("1", 2025).nominal_on == date(2025, 6, 30)
    assert Draft.objects.get().obligation == owed("1", 2024)
    history = html.unescape(
        coordinator.get(f"/plans/{act.pk}/measures/1/history/").content.decode()
    )
    assert "Version 2" in history
    assert "a misreading was put right" in history
    assert "МИН (leads and consolidates)" in history


def test_changed_meanwhile_is_told_with_what_it_does_now(coordinator: Client, act: Act) -> None:
    """When a report came after the plan was shown, nothing is applied; the page shows it anew."""
    seen = seen_in(send(coordinator, address(act)))
    submit_report(SYSTEM, owed("1", 2024), at=AT, text_kk="Есеп", text_ru="")
    page = send(coordinator, address(act), 409, do="keep", seen=seen)
    assert "Things changed" in page
    assert seen_in(page) != seen
    assert not FormerDuty.objects.exists()


def test_nothing_is_lost_between_the_steps(coordinator: Client, act: Act) -> None:
    """Lines are added, and one goes back from the preview, with everything that was typed."""
    page = send(coordinator, address(act), do="add-line-0", **{"p0-title_kk": "Жаңа сөз"})
    assert page.count('name="p0-line"') == 2
    assert "Жаңа сөз" in page
    back = send(coordinator, address(act), do="edit", nature="amended", since="01.01.2025")
    assert 'value="01.01.2025"' in back


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"nature": "amended"}, "Name the act that amended it."),
        ({"nature": "amended", "ground_act": "ACT", "ground_point": "77"}, "no such point"),
        ({"nature": ""}, "Fill in this field."),
        ({"p0-number": "8"}, "keeps the number"),
        ({"p0-title_kk": ""}, "Write what is to be done"),
    ],
)
def test_what_is_wrong_is_said(
    coordinator: Client, act: Act, changes: dict[str, object], words: str
) -> None:
    """Each error stands in the page, and nothing changes."""
    given = {name: str(act.pk) if one == "ACT" else one for name, one in changes.items()}
    assert words in send(coordinator, address(act), 422, **given)


def test_amendment_names_its_point_and_begins_on_its_day(coordinator: Client, act: Act) -> None:
    """Amended from 01.01.2025 by a point of another act: earlier years stay, the measure tells
    since when and by what."""
    other = adopt_act(
        SYSTEM, read(draft(measure("5", None), number="9", title="Өзгеріс"), "c.txt"), at=AT
    )
    given = {
        "nature": "amended",
        "since": "01.01.2025",
        "ground_act": str(other.pk),
        "ground_point": "5.",
    }
    page = send(coordinator, address(act), **given)
    assert "Amended from 01.01.2025 by point 5" in page
    assert "fall due before that day" in page
    send(coordinator, address(act), 302, **given, do="keep", seen=seen_in(page))
    assert owed("1", 2024).nominal_on == date(2024, 12, 31)
    history = coordinator.get(f"/plans/{act.pk}/measures/1/history/").content.decode()
    assert "in force since 01.01.2025" in html.unescape(history)
    early = {**given, "since": "01.01.2024"}
    page = send(coordinator, address(act), **early, **{"p0-title_kk": "Басқа"})
    refused = send(
        coordinator,
        address(act),
        422,
        **early,
        **{"p0-title_kk": "Басқа"},
        do="keep",
        seen=seen_in(page),
    )
    assert "begins before" in refused


def test_point_is_dropped(coordinator: Client, act: Act) -> None:
    """A point that the act has no more owes nothing but what was reported on; its page still tells
    what it was."""
    page = send(coordinator, address(act), dropped="on", **{"p0-title_kk": ""})
    assert "<del>Іс-шара 1</del>" in page
    send(coordinator, address(act), 302, dropped="on", do="keep", seen=seen_in(page))
    standing = Obligation.objects.filter(duty__provision__number="1").exclude(outcome="void")
    assert standing.get().period == "2023"
    measure_page = html.unescape(coordinator.get(f"/plans/{act.pk}/measures/1/").content.decode())
    assert "has this point no more" in measure_page
    assert "1. Іс-шара 1" in measure_page
    assert coordinator.get(f"/plans/{act.pk}/").status_code == 200


def test_same_terms_change_nothing(coordinator: Client, act: Act) -> None:
    """Where everything is so already, the page says so; confirming does nothing."""
    page = send(coordinator, address(act), **{"p0-deadline": "жыл сайын"})
    assert "changes nothing" in page
    assert 'value="keep"' not in page
    send(coordinator, address(act), 302, **{"p0-deadline": "жыл сайын"}, do="keep", seen="")
    assert not FormerDuty.objects.exists()


def test_doubt_stays_where_the_deadline_does(coordinator: Client, act: Act) -> None:
    """A deadline that nobody vouched for, and nobody changed, keeps its doubt and its meaning."""
    Duty.objects.filter(provision__number="1").update(doubtful=["schedule", "title"])
    given = {"p0-deadline": "жыл сайын", "p0-title_ru": "Мера 1"}
    page = send(coordinator, address(act), **given)
    send(coordinator, address(act), 302, **given, do="keep", seen=seen_in(page))
    assert Duty.objects.get(provision__number="1").doubtful == ["schedule"]
    assert Wording.objects.get(title="Мера 1").language == "ru"


def test_point_is_added(coordinator: Client, act: Act) -> None:
    """A point that the reading had not is added with its duty; a taken number is refused."""
    add = f"/acts/{act.pk}/points/add/"
    assert coordinator.get(add).status_code == 200
    assert "Another point" in send(coordinator, add, 422)
    page = send(coordinator, add, **{"p0-number": "3"})
    assert "5</b>" in page
    send(coordinator, add, 302, **{"p0-number": "3"}, do="keep", seen=seen_in(page))
    assert Provision.objects.filter(act=act, number="3").exists()
    assert owed("3", 2025).nominal_on == date(2025, 6, 30)


def test_new_bodies_and_agreement_are_told(coordinator: Client, act: Act) -> None:
    """An executor by agreement that the registry does not know is told as such; of more than a
    hundred contributions the others are counted."""
    given: dict[str, object] = {
        "p0-line": ["0", "1"],
        "p0-e1-words": "ЖАҢА",
        "p0-e1-by_agreement": "on",
        "p0-deadline": "апта сайын",
    }
    page = send(coordinator, address(act), **given)
    assert "ЖАҢА (co-executor, by agreement, new in the registry)" in page
    assert "more</li>" in page


def test_what_is_not_there_is_not_found(coordinator: Client, act: Act) -> None:
    """An act, a point or a reading that is not there is not found; nor a form without a point."""
    for one in ("/acts/999/points/add/", address(act, "77"), "/imports/999/corrected/"):
        assert coordinator.get(one).status_code == 404
    send(coordinator, address(act), 404, point=[], do="edit")
    waiting = read(draft(number="77"), "z.txt")
    response = coordinator.get(f"/imports/{waiting.pk}/corrected/")
    assert response.headers["Location"] == f"/imports/{waiting.pk}/"


def corrected_text(*measures: MeasureDraft) -> ActReading:
    """The corrected text of the act, read."""
    return read(draft(*measures), "b.txt")


def test_corrected_text_shows_what_differs_and_applies_what_is_chosen(
    coordinator: Client, act: Act
) -> None:
    """Of a text with a changed title, a new measure and one lost, the two are ticked and the lost
    one is not; applied, the title changes, the measure is added, the lost one stays."""
    changed = replace(measure("1", YEARLY, MINISTRY), title="Дұрыс атау", certain={"title": False})
    found = corrected_text(changed, measure("7", YEARLY, MINISTRY))
    check = html.unescape(coordinator.get(f"/imports/{found.pk}/").content.decode())
    where = f"/imports/{found.pk}/corrected/"
    assert where in check
    page = html.unescape(coordinator.get(where).content.decode())
    assert 'value="1" checked' in page
    assert 'value="7" checked' in page
    assert 'value="2">' in page
    assert "read with doubt" in page
    shown = html.unescape(
        coordinator.post(
            where, {"do": "preview", "nature": "misread", "chosen": ["1", "7"]}
        ).content.decode()
    )
    assert "<ins>Дұрыс атау</ins>" in shown
    assert "pass on as they are</span> <b>4</b>" in shown
    response = coordinator.post(
        where,
        {"do": "keep", "nature": "misread", "chosen": ["1", "7"], "seen": seen_in(shown)},
    )
    assert response.headers["Location"] == f"/plans/{act.pk}/"
    assert Wording.objects.filter(title="Дұрыс атау").exists()
    assert owed("7", 2025).version == 1
    assert owed("2", 2025).outcome == ""
    found.refresh_from_db()
    assert (found.state, found.act) == ("confirmed", act)


def test_nothing_chosen_is_said(coordinator: Client, act: Act) -> None:
    """Without a tick nothing is shown but what is missing; going back keeps the ticks."""
    found = corrected_text(measure("1", YEARLY, MINISTRY))
    where = f"/imports/{found.pk}/corrected/"
    response = coordinator.post(where, {"do": "preview", "nature": "misread"})
    assert response.status_code == 422
    assert "Tick at least one point" in html.unescape(response.content.decode())
    back = coordinator.post(where, {"do": "edit", "nature": "misread", "chosen": ["2"]})
    assert 'value="2" checked' in back.content.decode()


def test_same_text_differs_in_nothing(coordinator: Client, act: Act) -> None:
    """A text that says what the act says has nothing to be chosen."""
    found = corrected_text(measure("1", YEARLY, MINISTRY), measure("2", YEARLY, MINISTRY))
    page = coordinator.get(f"/imports/{found.pk}/corrected/").content.decode()
    assert "Nothing differs" in html.unescape(page)
