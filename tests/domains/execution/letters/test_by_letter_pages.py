"""What a letter reports, and what is decided on its ground."""

from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from birlik.base.letters.models import Letter
from birlik.base.obligations.models import (
    Extension,
    Obligation,
    Release,
    Resolution,
    Submission,
)
from birlik.base.obligations.queries import wrong_obligations, wrong_reports
from birlik.base.records.models import Act
from tests.base.obligations.reporting_world import AT, again, duty, owe, reported
from tests.domains.execution.letters.letter_desk import LetterDesk, letter_desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> LetterDesk:
    """Everybody at work."""
    return letter_desk(monkeypatch)


@pytest.fixture
def page(desk: LetterDesk) -> str:
    """Where it is recorded what a letter of the ministry reports."""
    return f"/letters/{desk.came().pk}/answers/"


def both(desk: LetterDesk) -> dict[str, object]:
    """Both points of the ministry with what the letter says of them."""
    lead, counted = desk.staff.plan.lead.pk, desk.staff.plan.counted.pk
    return {
        "pick": [lead, counted],
        "all_kk": "Орындалды",
        f"{lead}-number": "7",
        f"{lead}-dated_on": "20.04.2024",
        f"{lead}-issuer": "Кеңес",
        f"{counted}-text_ru": "Опубликовано",
        f"{counted}-quantity": "12",
        "record": "1",
    }


def test_the_page_lists_what_the_body_owes(desk: LetterDesk, page: str) -> None:
    """What can be reported on comes first with a tick, what is under review cannot be ticked."""
    plan = desk.staff.plan
    Obligation.objects.filter(pk=plan.counted.pk).update(stage="submitted")
    answer = desk.registrar.get(page)
    assert [one.obligation.pk for one in answer.context["others"]] == [
        plan.lead.pk,
        plan.counted.pk,
    ]
    text = answer.content.decode()
    assert "under review. Wait" in text
    assert "count on 26.04.2024" in text
    found = desk.registrar.post(page, {"q": "2"})
    assert [one.obligation.pk for one in found.context["others"]] == [plan.counted.pk]
    assert "Change the query" in desk.registrar.get(f"{page}?q=зз").content.decode()


def test_ticked_points_are_written_to_and_keep_what_was_typed(desk: LetterDesk, page: str) -> None:
    """A search in between loses neither ticks nor words, and records nothing."""
    typed = both(desk) | {"q": "zzz"}
    del typed["record"]
    answer = desk.registrar.post(page, typed)
    text = answer.content.decode()
    assert answer.status_code == 200
    for words in ("Орындалды", "Опубликовано", 'value="12"', 'value="20.04.2024"', "Кеңес"):
        assert words in text
    assert len(answer.context["chosen"]) == 2
    assert "nothing else" not in text
    assert not Submission.objects.exists()


def test_one_letter_reports_on_many_points(desk: LetterDesk, page: str) -> None:
    """Both reports are recorded at once: one with the words for all, one with its own."""
    answer = desk.registrar.post(page, both(desk))
    assert answer.status_code == 302
    told = {one.obligation_id: one for one in Submission.objects.all()}
    lead, counted = desk.staff.plan.lead, desk.staff.plan.counted
    assert (told[lead.pk].text_kk, told[lead.pk].text_ru) == ("Орындалды", "")
    assert (told[counted.pk].text_kk, told[counted.pk].text_ru) == ("", "Опубликовано")
    assert told[counted.pk].quantity == 12
    shown = desk.registrar.get(answer.headers["Location"]).content.decode()
    assert "2 reports recorded." in shown
    assert shown.count("under review") == 2
    obligation = desk.registrar.get(f"/obligations/{counted.pk}/").content.decode()
    assert "by letter No. 5-1/22 of 26.04.2024" in obligation
    assert f"/letters/{told[lead.pk].letter_id}/" in obligation
    assert [*wrong_obligations(), *wrong_reports()] == []


def test_over_heads_of_a_resolution_the_page_asks_why(desk: LetterDesk, page: str) -> None:
    """Where a head's resolution gave a point to others who still owe it, a field beside it asks why
    the report does not wait; the other point has none, and without words nothing is recorded."""
    lead, counted = desk.staff.plan.lead, desk.staff.plan.counted
    act = Act.objects.create(
        kind="endorsement", number="1", adopted_on=AT.date(), in_force_from=AT.date(),
        first_year=2024, last_year=2024, confirmed_at=AT, controlled_from=AT.date(),
    )  # fmt: skip
    Resolution.objects.create(act=act, obligation=lead, number=1, at=AT)
    owe(duty(act, 1, "information"), desk.staff.ministry, date(2024, 5, 20))
    answer = desk.registrar.post(page, both(desk))
    assert answer.status_code == 422
    text = answer.content.decode()
    assert f'name="{lead.pk}-over_heads"' in text
    assert f'name="{counted.pk}-over_heads"' not in text
    assert "Say why the report does not wait" in text
    assert not Submission.objects.exists()
    said = both(desk) | {f"{lead.pk}-over_heads": "Срок сегодня"}
    assert desk.registrar.post(page, said).status_code == 302
    assert Submission.objects.get(obligation=lead).over_heads == "Срок сегодня"


def test_a_point_that_lacks_something_keeps_all_back(desk: LetterDesk, page: str) -> None:
    """Why a point cannot be recorded stands beside it, and nothing is recorded."""
    lead = desk.staff.plan.lead.pk
    answer = desk.registrar.post(page, both(desk) | {f"{lead}-issuer": ""})
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "Attach the signed minutes" in text
    assert "nothing was changed" in text
    assert "Опубликовано" in text
    assert not Submission.objects.exists()


def test_what_cannot_be_read_is_said_at_its_field(desk: LetterDesk, page: str) -> None:
    """A quantity in words and a day that is none are asked for again."""
    lead, counted = desk.staff.plan.lead.pk, desk.staff.plan.counted.pk
    wrong = {f"{counted}-quantity": "он екі", f"{lead}-dated_on": "кеше"}
    answer = desk.registrar.post(page, both(desk) | wrong)
    text = answer.content.decode()
    assert "Enter a whole number." in text
    assert "Enter the date as DD.MM.YYYY." in text
    assert answer.status_code == 422


def test_recording_without_a_tick_is_refused(desk: LetterDesk, page: str) -> None:
    """At least one point has to be ticked."""
    answer = desk.registrar.post(page, {"record": "1"})
    assert "Choose at least one point." in answer.content.decode()


def test_a_letter_without_scan_says_what_it_cannot_do(desk: LetterDesk) -> None:
    """The page warns that nothing that demands evidence can be recorded."""
    letter = desk.came(scanned=False)
    text = desk.registrar.get(f"/letters/{letter.pk}/answers/").content.decode()
    assert "The letter has no scan" in text


def test_the_page_of_answers_asks_few_queries(
    desk: LetterDesk, page: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """The list stays within fifteen queries."""
    with django_assert_max_num_queries(15):
        desk.registrar.get(page)


def test_only_what_came_in_reports(desk: LetterDesk) -> None:
    """There is no such page for what went out."""
    letter = Letter.objects.create(direction="out", correspondent=desk.staff.akimat, at=AT)
    assert desk.registrar.get(f"/letters/{letter.pk}/answers/").status_code == 404


def settling(letter: Letter, **more: object) -> dict[str, object]:
    """What the form of a decision takes."""
    return {
        "verb": "extend",
        "letter": letter.pk,
        "due_on": "01.03.2025",
        "words": "Хат бойынша",
    } | more


def test_ticks_of_the_list_lead_to_the_decision(desk: LetterDesk) -> None:
    """A coordinator ticks obligations in the list, or takes all that it finds."""
    letter = desk.came()
    text = desk.coordinator.get(f"/obligations/?state=any&letter={letter.pk}").content.decode()
    assert 'name="pick"' in text
    assert f"/letters/settle/?state=any&amp;all=1&amp;letter={letter.pk}" in text
    assert 'name="pick"' not in desk.registrar.get("/obligations/?state=any").content.decode()
    every = desk.coordinator.get(f"/letters/settle/?state=any&all=1&letter={letter.pk}")
    assert len(every.context["free"]) == 4
    assert f'<option value="{letter.pk}" selected>' in every.content.decode()
    assert "Choose obligations first" in desk.coordinator.get("/letters/settle/").content.decode()


def test_what_a_letter_does_is_looked_over_and_then_done(desk: LetterDesk) -> None:
    """Those that cannot are shown with the reason and left; the others are extended at once."""
    plan, letter = desk.staff.plan, desk.came()
    reported(plan, plan.agreed)
    pick = {"pick": [plan.lead.pk, plan.counted.pk, plan.agreed.pk]}
    seen = desk.coordinator.post("/letters/settle/", settling(letter, **pick, check="1"))
    assert [row.obligation.pk for row in seen.context["refused"]] == [plan.agreed.pk]
    assert "under review" in seen.content.decode()
    assert not Extension.objects.exists()
    done = desk.coordinator.post(
        "/letters/settle/",
        settling(
            letter,
            **pick,
            free=[plan.lead.pk, plan.counted.pk],
            previewed=seen.context["checked"],
            settle="1",
        ),
    )
    assert done.headers["Location"] == f"/letters/{letter.pk}/"
    assert again(plan.lead).due_on == again(plan.counted).due_on == date(2025, 3, 1)
    shown = desk.coordinator.get(done.headers["Location"]).content.decode()
    assert "2 obligations settled." in shown
    assert "31.12.2024 → 01.03.2025" in shown
    page = desk.coordinator.get(f"/obligations/{plan.lead.pk}/").content.decode()
    assert "by letter No. 5-1/22" in page
    assert list(wrong_obligations()) == []


def test_another_decision_than_the_one_looked_over_is_not_done(desk: LetterDesk) -> None:
    """Who changes the verb after the preview looks it over first."""
    plan, letter = desk.staff.plan, desk.came()
    sent = settling(letter, pick=[plan.lead.pk], check="1")
    seen = desk.coordinator.post("/letters/settle/", sent).context["checked"]
    changed = settling(
        letter, verb="release", pick=[plan.lead.pk], free=[plan.lead.pk], previewed=seen, settle="1"
    )
    answer = desk.coordinator.post("/letters/settle/", changed)
    assert answer.status_code == 200
    assert not Release.objects.exists()
    desk.coordinator.post("/letters/settle/", changed | {"previewed": answer.context["checked"]})
    assert Release.objects.get().letter == letter
    page = desk.coordinator.get(f"/letters/{letter.pk}/").content.decode()
    assert "Released by it" in page
    assert (
        "letter No. 5-1/22"
        in desk.coordinator.get(f"/obligations/{plan.lead.pk}/").content.decode()
    )


def test_what_changed_meanwhile_keeps_all_back(desk: LetterDesk) -> None:
    """When an obligation of the preview can no longer be settled, none is, and it says so."""
    plan, letter = desk.staff.plan, desk.came()
    pick = [plan.agreed.pk, plan.lead.pk]
    seen = desk.coordinator.post("/letters/settle/", settling(letter, pick=pick, check="1"))
    reported(plan, plan.agreed)
    answer = desk.coordinator.post(
        "/letters/settle/",
        settling(letter, pick=pick, free=pick, previewed=seen.context["checked"], settle="1"),
    )
    assert answer.status_code == 422
    assert "nothing was changed" in answer.content.decode()
    assert not Extension.objects.exists()


def test_a_decision_needs_its_letter_day_and_words(desk: LetterDesk) -> None:
    """Without letter, without words, or to extend without a day, nothing is looked over."""
    plan = desk.staff.plan
    answer = desk.coordinator.post(
        "/letters/settle/", {"verb": "extend", "pick": [plan.lead.pk], "settle": "1"}
    )
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {"letter", "due_on", "words"}


def test_more_than_the_norm_are_not_taken(
    desk: LetterDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the filters find more than the norm allows, the page asks to narrow the list."""
    monkeypatch.setattr("birlik.domains.execution.web.letters.settle.most_at_once", lambda _at: 2)
    text = desk.coordinator.get("/letters/settle/?state=any&all=1").content.decode()
    assert "More than 2 were found" in text
    assert 'name="settle"' not in text
