"""The pages on which an act is entered by hand, as whole requests."""

import html
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from birlik.base.obligations.models import Obligation
from birlik.base.records.models import Act
from birlik.base.registry.models import Structure
from birlik.base.values.deadline import read_deadline
from birlik.domains.execution.web.acts_by_hand.deadline import EXAMPLES
from tests.domains.execution.plan_world import sign_in

pytestmark = pytest.mark.django_db
ADDRESS = "/acts/new/"
HEAD = {
    "kind": "decree",
    "number": "7",
    "adopted_on": "20.09.2026",
    "issuer": "Кеңес",
    "title_kk": "Хаттама",
    "title_ru": "",
}
POINT = {
    "point": ["0"],
    "p0-number": "1.",
    "p0-title_kk": "Есеп  дайындау",
    "p0-title_ru": "Подготовить отчет",
    "p0-completion_form": "есеп",
    "p0-deadline": "2027 жылғы 30 маусымнан кешіктірмей",
    "p0-line": ["0", "1"],
    "p0-e0-words": "МИН",
    "p0-e1-words": "Ұлытау",
    "p0-e1-by_agreement": "on",
}


PAPER = "Кеңес отырысының хаттамасы, бір данада сақталады.".encode()


@pytest.fixture
def coordinator(client: Client) -> Client:
    """Somebody who may import acts, in English, beside a ministry and an akimat."""
    sign_in(client, "acts.read", "acts.import", "plans.read")
    client.cookies["birlik_language"] = "en"
    for kind, name in (("ministry", "МИН"), ("akimat", "Ұлытау")):
        Structure.objects.create(kind=kind, name_kk=name, name_ru=name, short_kk=name)
    return client


def send(client: Client, wish: str, status: int = 200, **changes: object) -> str:
    """The page after the form was sent with this button."""
    response = client.post(ADDRESS, HEAD | POINT | {"do": wish} | changes)
    assert response.status_code == status
    return html.unescape(response.content.decode())


def test_empty_form_offers_bodies_and_one_point(coordinator: Client) -> None:
    """The form begins with a point of two executors, and suggests the bodies by short name."""
    page = html.unescape(coordinator.get(ADDRESS).content.decode())
    assert page.count('name="point"') == 1
    assert page.count('name="p0-line"') == 2
    assert '<option value="МИН">' in page


def test_preview_tells_what_the_act_makes_and_keeps_nothing(coordinator: Client) -> None:
    """Before anything is kept the page shows the duty, its day, who leads and who contributes."""
    page = send(coordinator, "preview")
    assert "30.06.2027" in page
    assert "leads and consolidates" in page
    assert "1 contribution" in page
    assert 'name="p0-title_kk" value="Есеп  дайындау"' in page
    assert not Act.objects.exists()


def test_confirmed_act_leads_to_its_plan(coordinator: Client) -> None:
    """After the confirmation the act stands with its obligations, and its plan opens."""
    response = coordinator.post(ADDRESS, HEAD | POINT | {"do": "keep"})
    act = Act.objects.get()
    assert response.headers["Location"] == f"/plans/{act.pk}/"
    found = Obligation.objects.get(role="lead")
    assert (found.duty.provision.number, found.due_on) == ("1", date(2027, 6, 30))
    assert Obligation.objects.get(role="contributor").by_agreement
    assert act.provisions.get().wordings.filter(title="Есеп дайындау").exists()


def test_rows_come_and_go_without_losing_a_word(coordinator: Client) -> None:
    """A point or a line is added or taken away, and everything typed stays; nothing is blamed
    before its time."""
    more = send(coordinator, "add-point", **{"p0-title_kk": "", "p0-title_ru": "", "number": ""})
    assert more.count('name="point"') == 2
    assert 'value="2"' in more
    assert "МИН" in more
    assert 'class="wrong"' not in more
    lines = send(coordinator, "add-line-0")
    assert lines.count('name="p0-line"') == 3
    none = send(coordinator, "drop-point-0")
    assert 'name="point"' not in none
    assert "add a point" in none
    assert send(coordinator, "edit").count('name="point"') == 1


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"number": ""}, "Fill in this field."),
        ({"title_kk": ""}, "Write the title"),
        ({"in_force_from": "01.01.2020"}, "before the adoption"),
        ({"first_year": "2027", "last_year": "2026"}, "before the first one"),
        ({"last_year": "2028", "open_ended": "on"}, "names no last year"),
        ({"first_year": "27"}, "four digits"),
        ({"p0-title_kk": "", "p0-title_ru": ""}, "Write what is to be done"),
        ({"p0-number": "1/2"}, "digits, letters"),
        ({"point": ["0", "0", "x"], "p0-number": ""}, "Fill in this field."),
        ({"point": []}, "Add a point"),
        ({"point": ["0", "1"], "p1-number": "1", "p1-title_kk": "х"}, "Another point"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_lost(
    coordinator: Client, changes: dict[str, object], words: str
) -> None:
    """Each error stands in the page in the reader's language, with what was typed."""
    page = send(coordinator, "preview", 422, **changes)
    assert words in page
    assert "Кеңес" in page
    assert not Act.objects.exists()


def test_act_that_is_here_is_not_entered_twice(coordinator: Client) -> None:
    """The number of an act that is here already is an error beside the number."""
    send(coordinator, "keep", 302)
    assert "already here" in send(coordinator, "preview", 422)
    assert Act.objects.count() == 1


def test_paper_is_kept_and_saved_but_never_shown(coordinator: Client) -> None:
    """A scan that was brought with the form is kept with the act and comes back as a download."""
    file = SimpleUploadedFile("скан.txt", PAPER, "text/html")
    page = send(coordinator, "preview", paper=file)
    digest = page.partition('name="digest" value="')[2].partition('"')[0]
    assert len(digest) == 64
    assert digest in send(coordinator, "edit", digest=digest)
    send(coordinator, "keep", 302, digest=digest)
    act = Act.objects.get()
    response = coordinator.get(f"/acts/{act.pk}/paper/")
    assert b"".join(response.streaming_content) == PAPER
    assert response.headers["Content-Disposition"].startswith("attachment; ")
    assert response.headers["Content-Type"] == "application/octet-stream"
    assert f"/acts/{act.pk}/paper/" in coordinator.get(f"/acts/{act.pk}/").content.decode()


def test_paper_that_may_not_be_kept_is_refused(coordinator: Client, settings: Any) -> None:
    """A file of no known kind, one that bears a mark of limited access, and one too large are
    refused beside the field."""
    strange = SimpleUploadedFile("a.pdf", b"MZ\x90\x00program")
    assert "PDF" in send(coordinator, "preview", 422, paper=strange)
    marked = SimpleUploadedFile("a.txt", "Для служебного пользования. Протокол.".encode())
    assert "mark of limited access" in send(coordinator, "preview", 422, paper=marked)
    settings.ACT_FILE_LIMIT = 3
    page = send(coordinator, "preview", 422, paper=SimpleUploadedFile("a.txt", PAPER))
    assert "too large" in page


def test_act_without_a_paper_has_none_to_save(coordinator: Client) -> None:
    """Where no paper was brought, its address is not found."""
    send(coordinator, "keep", 302)
    assert coordinator.get(f"/acts/{Act.objects.get().pk}/paper/").status_code == 404
    assert coordinator.get("/acts/9999/paper/").status_code == 404


def meaning(client: Client, deadline: str, **head: str) -> str:
    """What the page says of a deadline while it is typed."""
    asked = {"p3-deadline": deadline} | head
    return html.unescape(client.get("/acts/new/deadline/", asked).content.decode())


def test_deadline_is_told_in_words_and_days(coordinator: Client) -> None:
    """ "Quarterly" in an act for 2027-2028 is told with six due days and two more."""
    page = meaning(
        coordinator,
        "тоқсан сайын",
        adopted_on="20.12.2026",
        first_year="2027",
        last_year="2028",
    )
    assert page.count("unbroken") == 6
    assert "31.03.2027" in page
    assert "and 2 more" in page


def test_deadline_that_is_not_understood_is_told_with_examples(coordinator: Client) -> None:
    """Words that say no time are told as not understood, with examples of what is."""
    page = meaning(coordinator, "когда получится", adopted_on="99.99.2026")
    assert "not understood" in page
    assert EXAMPLES[0].en in page
    assert "as you type" in meaning(coordinator, " ")


def test_force_and_open_end_are_taken_from_the_head(coordinator: Client) -> None:
    """The last year alone bounds a yearly deadline; an act without an end goes on into the year
    after this one."""
    head = {"adopted_on": "20.09.2026", "in_force_from": "01.01.2027"}
    assert meaning(coordinator, "жыл сайын", **head, last_year="2027").count("unbroken") == 2
    assert meaning(coordinator, "жыл сайын", **head, open_ended="on").count("unbroken") >= 2


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_examples_are_understood(language: str) -> None:
    """Every example of a deadline is read with certainty in its language."""
    for example in EXAMPLES:
        assert read_deadline(getattr(example, language), language).certain, example


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_pages_speak_the_readers_language(coordinator: Client, language: str) -> None:
    """The form and the preview are written in the language of the reader."""
    coordinator.cookies["birlik_language"] = language
    words = {"kk": "Актіні қолмен енгізу", "ru": "Внести акт вручную", "en": "Enter an act by hand"}
    assert words[language] in coordinator.get(ADDRESS).content.decode()
    send(coordinator, "preview")
