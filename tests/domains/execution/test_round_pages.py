"""The coordinator's pages of a reporting round."""

from dataclasses import dataclass
from importlib import import_module
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook
from pytest_django import DjangoAssertNumQueries

from birlik.base.charter.actions import load_charter
from birlik.base.letters.models import Mailing
from birlik.base.registry.models import Office, Structure, Territory
from birlik.base.values.local_text import LocalText
from birlik.domains.execution.actions.rounds.begin import AdHocRows, Asked, begin_round
from birlik.domains.execution.actions.rounds.open import open_round
from birlik.domains.execution.actions.rounds.send import send_sheet
from birlik.domains.execution.actions.rounds.take_up import take_up_contributions
from birlik.domains.execution.engine.rounds.columns import STANDARD, ColumnRow
from birlik.domains.execution.models import Round, Sheet, SheetRow
from birlik.domains.execution.queries.rounds.callers import calls
from birlik.domains.execution.queries.rounds.progress import Answered, progress_of
from birlik.domains.execution.web.rounds.one import RegionTile
from tests.base.obligations.reporting_world import AT, reporting
from tests.domains.execution.offices import OFFICES, settle
from tests.domains.execution.plan_world import SYSTEM
from tests.domains.execution.sheet_world import DUE, RUNNER, TITLE, Sheets, filled, row_of

pytestmark = pytest.mark.django_db
SECRETARY = """
  secretary:
    - {kk: х, ru: с, en: s, from: 2000-01-01, ground: x, powers: {plans.read: territory,
       obligations.report: territory}}
"""
RUNS = "rounds.run: all, letters.register: all"
"""What the coordinator's office may do beside what `OFFICES` gives it."""


@dataclass(frozen=True, slots=True)
class Desk:
    """An open round of the small plan with the coordinator signed in, and an executor's browser."""

    sheets: Sheets
    coordinator: Client
    executor: Client

    @property
    def page(self) -> str:
        """Where the round is."""
        return reverse("round", kwargs={"pk": self.sheets.round.pk})


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> Desk:
    """The round on 2 May 2024, the morning it was opened."""
    for name in ("begin", "calls", "letters", "listed", "one", "summary"):
        module = import_module(f"birlik.domains.execution.web.rounds.{name}")
        monkeypatch.setattr(module, "now", lambda: AT)
    plan = reporting()
    charter = OFFICES.replace(
        "reports.read: all}}\n  head", f"reports.read: all, {RUNS}}}}}\n  head"
    )
    load_charter(SYSTEM, None, at=AT, content=charter.encode())
    region = Territory.objects.create(
        code="100000000", kind="oblast", name_kk="Абай облысы", name_ru="Абай", name_en="Abai",
        short_kk="Абай", tile_row=1, tile_column=1,
    )  # fmt: skip
    Structure.objects.filter(pk=plan.contribution.debtor_id).update(territory=region)
    bodies = (plan.lead.debtor_id, plan.contribution.debtor_id)
    asked = Asked(TITLE, DUE, STANDARD, "2024")
    made = begin_round(RUNNER, plan.act, at=AT, asked=asked, bodies=bodies)
    open_round(RUNNER, made, at=AT)
    ministry, akimat = (made.sheets.get(structure=body) for body in bodies)
    committee = Structure.objects.create(kind="committee", name_kk="Комитет")
    return Desk(
        Sheets(plan, Round.objects.get(pk=made.pk), ministry, akimat),
        signed_in("coordinator", committee),
        signed_in("executor", plan.contribution.debtor),
    )


def signed_in(kind: str, structure: Structure) -> Client:
    """A browser in English of somebody in an office of this kind."""
    client = Client()
    client.cookies["birlik_language"] = "en"
    client.force_login(settle(kind, structure))
    return client


def text_of(client: Client, address: str, **more: str) -> str:
    """What a page says."""
    answer = client.get(address, more)
    assert answer.status_code == 200
    return answer.content.decode()


def answer_akimat(desk: Desk) -> None:
    """The akimat sends its sheet: four things done for the ministry's measure."""
    row = row_of(desk.sheets.akimat, desk.sheets.plan.contribution)
    filled(desk.sheets.plan.contributor, row, standing="under_way", text_ru="Форум", quantity="4")
    other = row_of(desk.sheets.akimat, desk.sheets.plan.agreed)
    filled(desk.sheets.plan.contributor, other, standing="not_begun")
    send_sheet(desk.sheets.plan.contributor, desk.sheets.akimat, at=AT)


def posted(**more: object) -> dict[str, object]:
    """What the form of a round sends: one column of numbers, a term on 3 May at 17:00."""
    return {
        "title_ru": "Сведения",
        "due_on": "03.05.2024",
        "due_time": "17:00",
        "column-TOTAL_FORMS": "2",
        "column-INITIAL_FORMS": "2",
        "column-0-wanted": "on",
        "column-0-title_ru": "Количество",
        "column-0-kind": "number",
        "column-0-summed": "on",
        "column-1-kind": "text",
        **more,
    }


def test_the_list_tells_how_many_have_answered(desk: Desk) -> None:
    """The round stands in the list with nought of two; filtered by "closed" nothing is found."""
    page = reverse("rounds")
    assert "0 / 2" in text_of(desk.coordinator, page)
    assert "Nothing found" in text_of(desk.coordinator, page, state="closed")


def test_an_empty_list_says_how_to_begin(desk: Desk) -> None:
    """Without any round the list leads to the first one."""
    SheetRow.objects.all().delete()
    Sheet.objects.all().delete()
    desk.sheets.round.columns.all().delete()
    desk.sheets.round.delete()
    assert "No round was held yet" in text_of(desk.coordinator, reverse("rounds"))


def test_a_round_of_an_act_offers_those_who_owe_in_the_period(desk: Desk) -> None:
    """For 2024 the ministry and the akimat are ticked; for 2025, when nobody owes anything, the
    page says so."""
    page, act = reverse("round_new"), str(desk.sheets.plan.act.pk)
    said = text_of(desk.coordinator, page, act=act, period="2024")
    ministry = desk.sheets.plan.lead.debtor_id
    assert f'name="bodies" value="{ministry}" checked' in said
    assert said.count('name="bodies"') == 2
    assert "Nobody owes anything" in text_of(desk.coordinator, page, act=act, period="2025")
    assert 'value="Количество"' in said


def test_nothing_is_asked_before_act_and_period_are_chosen(desk: Desk) -> None:
    """The page begins with the choice alone; an act without a period is refused beside the
    field."""
    page = reverse("round_new")
    assert 'name="bodies"' not in text_of(desk.coordinator, page)
    answer = desk.coordinator.get(page, {"act": str(desk.sheets.plan.act.pk), "period": ""})
    assert answer.status_code == 422


def test_a_round_is_begun_opened_and_dropped_on_its_pages(desk: Desk) -> None:
    """The form makes a draft, which is opened with its rows; another draft is dropped."""
    page = reverse("round_new") + f"?act={desk.sheets.plan.act.pk}&period=2024"
    ministry = desk.sheets.plan.lead.debtor_id
    answer = desk.coordinator.post(page, posted(bodies=[str(ministry)]))
    made = Round.objects.get(title_ru="Сведения")
    assert answer.headers["Location"] == reverse("round", kwargs={"pk": made.pk})
    column = made.columns.get()
    assert (column.code, column.title_kk, column.kind, column.summed) == (
        "c1", "Количество", "number", True,
    )  # fmt: skip
    here = {"pk": made.pk}
    assert "This is a draft" in text_of(desk.coordinator, reverse("round", kwargs=here))
    desk.coordinator.post(reverse("round_open", kwargs=here))
    made.refresh_from_db()
    assert made.state == "open"
    assert SheetRow.objects.filter(sheet__round=made).count() == 2
    desk.coordinator.post(page, posted(title_ru="Другое", bodies=[str(ministry)]))
    other = {"pk": Round.objects.get(title_ru="Другое").pk}
    assert desk.coordinator.get(reverse("round_drop", kwargs=other)).status_code == 302
    desk.coordinator.post(reverse("round_drop", kwargs=other))
    assert not Round.objects.filter(title_ru="Другое").exists()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"title_ru": ""}, "Say what is asked for"),
        ({"due_on": "01.05.2024"}, "This term has passed"),
        ({"due_time": "25:00"}, "HH:MM"),
        ({"column-0-wanted": ""}, "Ask for one column at least"),
        ({"column-0-title_ru": ""}, "Give the column a head"),
        ({"column-0-kind": "text"}, "Only numbers"),
        ({"column-0-kind": "choice", "column-0-summed": ""}, "at least two values"),
        ({"bodies": []}, "Choose at least one body"),
        ({"rows": "lines", "lines": " "}, "Name at least one row"),
        ({"rows": "lines", "lines": "а\n" * 201}, "At most 200 rows"),
        ({"rows": "lines", "lines": "а" * 301}, "at most 300 characters"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_lost(
    desk: Desk, wrong: dict[str, object], said: str
) -> None:
    """Each fault of an ad hoc round is told where it is, and what was typed stays."""
    page = reverse("round_new") + "?act=&period="
    ministry = str(desk.sheets.plan.lead.debtor_id)
    sent = posted(bodies=[ministry], rows="free", number="12-3/45") | wrong
    answer = desk.coordinator.post(page, sent)
    text = answer.content.decode()
    assert answer.status_code == 422
    assert said in text
    assert "12-3/45" in text
    assert Round.objects.count() == 1


def test_an_ad_hoc_round_takes_pasted_rows(desk: Desk) -> None:
    """Two pasted lines, the second with a bar, become rows of each body."""
    page = reverse("round_new") + "?act=&period="
    ministry = str(desk.sheets.plan.lead.debtor_id)
    sent = posted(bodies=[ministry], rows="lines", lines="Мектеп\nҮй | Дом\n")
    desk.coordinator.post(page, sent)
    made = Round.objects.get(title_ru="Сведения")
    rows = SheetRow.objects.filter(sheet__round=made).values_list("title_kk", "title_ru")
    assert list(rows) == [("Мектеп", "Мектеп"), ("Үй", "Дом")]
    assert (made.act, made.free_rows) == (None, False)


def test_a_round_like_another_begins_with_its_columns_and_bodies(desk: Desk) -> None:
    """The title and the five columns of the former round are there, and its bodies ticked."""
    page = reverse("round_new")
    said = text_of(
        desk.coordinator, page,
        act=str(desk.sheets.plan.act.pk), period="2024", like=str(desk.sheets.round.pk),
    )  # fmt: skip
    assert TITLE.ru in said
    assert said.count(" checked") >= 7


def test_the_round_shows_who_has_answered_and_filters_them(desk: Desk) -> None:
    """One of two has answered; the filters leave the right one, in a region, of a kind, by name."""
    answer_akimat(desk)
    said = text_of(desk.coordinator, desk.page)
    assert "1 of 2 have answered" in said
    assert 'class="place"' not in said
    awaited = text_of(desk.coordinator, desk.page, state="awaited")
    assert "Министерство" in awaited
    assert "Акимат" not in awaited
    assert "Акимат" in text_of(desk.coordinator, desk.page, region="100000000")
    assert "Акимат" not in text_of(desk.coordinator, desk.page, kind="ministry")
    assert "Nothing found" in text_of(desk.coordinator, desk.page, q="жоқ мұндай")


def test_a_sheet_is_returned_on_its_page(desk: Desk) -> None:
    """Without a reason nothing happens; with one the sheet is returned, and the round shows it."""
    answer_akimat(desk)
    page = reverse(
        "sheet_return", kwargs={"pk": desk.sheets.round.pk, "number": desk.sheets.akimat.pk}
    )
    assert "What the body should correct" in text_of(desk.coordinator, page)
    assert desk.coordinator.post(page, {"reason": ""}).status_code == 422
    desk.coordinator.post(page, {"reason": "Санын нақтылаңыз"})
    assert "Санын нақтылаңыз" in text_of(desk.coordinator, desk.page)
    assert "nothing to return" in text_of(desk.coordinator, page)


def test_a_round_is_closed_and_reopened_on_its_pages(desk: Desk) -> None:
    """A wrong day is refused with the reason; a day gives the new term at the former hour."""
    here = {"pk": desk.sheets.round.pk}
    desk.coordinator.post(reverse("round_close", kwargs=here))
    assert "Reopen the round" in text_of(desk.coordinator, desk.page)
    answer = desk.coordinator.post(
        reverse("round_reopen", kwargs=here), {"due_on": "x"}, follow=True
    )
    assert "DD.MM.YYYY" in answer.content.decode()
    desk.coordinator.post(reverse("round_reopen", kwargs=here), {"due_on": "27.05.2024"})
    again = Round.objects.get(pk=desk.sheets.round.pk)
    assert (again.state, again.due_at.isoformat()) == ("open", "2024-05-27T13:00:00+00:00")


def test_the_call_list_names_office_person_and_telephone(desk: Desk) -> None:
    """The akimat's executor is to be called at the office's number; of the ministry nobody is
    known; as a workbook the same."""
    Office.objects.filter(structure=desk.sheets.akimat.structure).update(phone="8 (7222) 11-22-33")
    page = reverse("round_calls", kwargs={"pk": desk.sheets.round.pk})
    said = text_of(desk.coordinator, page)
    assert "8 (7222) 11-22-33" in said
    assert "executor" in said
    assert "Nobody of this body is known here" in said
    file = b"".join(desk.coordinator.get(page, {"format": "xlsx"}).streaming_content)
    rows = list(load_workbook(BytesIO(file)).worksheets[0].iter_rows(values_only=True))
    head, *phones = [row[4] for row in rows]
    assert (head, {*phones}) == ("Telephone", {None, "8 (7222) 11-22-33"})


def test_nobody_is_left_to_call_when_all_have_answered(desk: Desk) -> None:
    """The call list and the reminder say that everybody has answered."""
    Sheet.objects.update(state="sent", sent_at=AT)
    here = {"pk": desk.sheets.round.pk}
    assert "nobody to call" in text_of(desk.coordinator, reverse("round_calls", kwargs=here))
    letters = reverse("round_letter", kwargs={**here, "kind": "reminder"})
    assert "nobody to remind" in text_of(desk.coordinator, letters)


def test_the_letters_of_a_round_are_made_for_its_bodies(desk: Desk) -> None:
    """The request goes to both bodies and stays with the round; the reminder only to who has not
    answered, naming its points."""
    answer_akimat(desk)
    sent = {
        "subject_ru": "О сведениях",
        "text_ru": "Акт: {{act}}. Пункты: {{points}}. Срок: {{term}}.",
        "signatory": "Председатель",
        "executor": "Исполнитель",
    }
    here = {"pk": desk.sheets.round.pk}
    request = reverse("round_letter", kwargs={**here, "kind": "request"})
    assert desk.coordinator.post(request, sent | {"text_ru": ""}).status_code == 422
    desk.coordinator.post(request, sent)
    mailing = Mailing.objects.get(kind="request")
    assert mailing.letters.count() == 2
    assert Round.objects.get(pk=desk.sheets.round.pk).request == mailing
    assert "already" in text_of(desk.coordinator, request)
    desk.coordinator.post(reverse("round_letter", kwargs={**here, "kind": "reminder"}), sent)
    letter = Mailing.objects.get(kind="reminder").letters.get()
    assert letter.correspondent == desk.sheets.plan.lead.debtor
    assert letter.fields["points"] == ["1, 2", "1, 2"]
    assert letter.fields["term"] == ["20.05.2024, сағат 18:00", "20.05.2024, 18:00"]


def test_an_ad_hoc_round_words_its_letters_by_its_subject(desk: Desk) -> None:
    """There is no act to name: the letter says what is asked for."""
    made = begin_round(
        RUNNER, None, at=AT, asked=Asked(TITLE, DUE, STANDARD),
        bodies=[desk.sheets.plan.lead.debtor_id],
    )  # fmt: skip
    page = reverse("round_letter", kwargs={"pk": made.pk, "kind": "request"})
    assert "{{subject}}" in text_of(desk.coordinator, page)
    desk.coordinator.post(
        page, {"text_ru": "О чем: {{subject}}.", "signatory": "П", "executor": "И"}
    )
    letter = Mailing.objects.get().letters.get()
    assert letter.fields["subject"] == [TITLE.kk, TITLE.ru]


def test_the_answers_stand_by_measure_and_what_was_taken_up_counts_once(desk: Desk) -> None:
    """The ministry's 3 with the akimat's 4 taken up make 7, and the total is 7, not 11; the
    measure's own page shows the akimat's words; the workbook has them all."""
    answer_akimat(desk)
    plan, world = desk.sheets.plan, desk.sheets
    filled(plan.executor, row_of(world.ministry, plan.lead), standing="under_way", quantity="3")
    filled(plan.executor, row_of(world.ministry, plan.counted), standing="not_begun")
    take_up_contributions(plan.executor, world.ministry, at=AT)
    world.ministry.refresh_from_db()
    send_sheet(plan.executor, world.ministry, at=AT)
    page = reverse("round_summary", kwargs={"pk": world.round.pk})
    said = text_of(desk.coordinator, page)
    assert "<b>7</b>" in said
    assert "co-executors answered: 1 of 1" in said
    number = plan.lead.duty.provision.number
    assert "Форум" in text_of(desk.coordinator, page, point=number)
    file = b"".join(desk.coordinator.get(page, {"format": "xlsx"}).streaming_content)
    book = load_workbook(BytesIO(file))
    assert book.sheetnames == ["Answers", "By body", "By region", "About the file"]
    totals = list(book["By body"].iter_rows(values_only=True))
    assert totals[-1][-1] == 7
    rows = list(book["Answers"].iter_rows(min_row=2, values_only=True))
    assert len(rows) == 4


def test_who_has_not_answered_is_named_under_the_measure(desk: Desk) -> None:
    """Before anybody answers, each measure says whose answer is missing."""
    page = reverse("round_summary", kwargs={"pk": desk.sheets.round.pk})
    assert "Not answered:" in text_of(desk.coordinator, page)


def test_an_ad_hoc_round_adds_up_by_region_and_body(desk: Desk) -> None:
    """5 from the ministry and 2,5 from Abai make 7,5; a day and a link are shown as such."""
    columns = (
        ColumnRow("c1", "number", LocalText("Саны", "Количество"), summed=True),
        ColumnRow("c2", "date", LocalText("Күні", "Дата")),
        ColumnRow("c3", "link", LocalText("Сілтеме", "Ссылка")),
    )
    bodies = [desk.sheets.plan.lead.debtor_id, desk.sheets.plan.contribution.debtor_id]
    made = begin_round(
        RUNNER, None, at=AT, asked=Asked(TITLE, DUE, columns), bodies=bodies,
        rows=AdHocRows(lines=(LocalText("Жол", "Строка"),)),
    )  # fmt: skip
    open_round(RUNNER, made, at=AT)
    for sheet, by, number in zip(
        (made.sheets.get(structure=body) for body in bodies),
        (desk.sheets.plan.executor, desk.sheets.plan.contributor),
        ("5", "2,5"),
        strict=True,
    ):
        filled(by, sheet.rows.get(), c1=number, c2="01.05.2024", c3="https://birlik.example/1")
        send_sheet(by, sheet, at=AT)
    page = reverse("round_summary", kwargs={"pk": made.pk})
    said = text_of(desk.coordinator, page)
    assert "<b>7.5</b>" in said
    assert "Abai" in said
    assert "The whole country" in said
    assert "01.05.2024" in said
    assert 'href="https://birlik.example/1"' in said
    file = b"".join(desk.coordinator.get(page, {"format": "xlsx"}).streaming_content)
    regions = list(load_workbook(BytesIO(file))["By region"].iter_rows(values_only=True))
    assert [row[2] for row in regions[1:]] == [5, 2.5, 7.5]


def test_a_number_that_no_round_has_is_not_found(desk: Desk) -> None:
    """An unknown round and a sheet of another round answer as not found."""
    assert desk.coordinator.get(reverse("round", kwargs={"pk": 999})).status_code == 404
    foreign = reverse("sheet_return", kwargs={"pk": 999, "number": desk.sheets.akimat.pk})
    assert desk.coordinator.get(foreign).status_code == 404
    endless = reverse("sheet_return", kwargs={"pk": 10**30, "number": desk.sheets.akimat.pk})
    assert desk.coordinator.get(endless).status_code == 404


def test_verbs_are_only_done_by_post(desk: Desk) -> None:
    """Following a link to a verb changes nothing."""
    here = {"pk": desk.sheets.round.pk}
    for name in ("round_open", "round_close", "round_reopen"):
        assert desk.coordinator.get(reverse(name, kwargs=here)).status_code == 302
    assert Round.objects.get(pk=desk.sheets.round.pk).state == "open"


def test_the_first_screen_lists_the_sheets_to_fill(desk: Desk) -> None:
    """The akimat's executor sees the sheet until it is sent; the coordinator sees none."""
    page = reverse("today")
    assert "<h2>Sheets to fill " in text_of(desk.executor, page)
    assert "<h2>Sheets to fill " not in text_of(desk.coordinator, page)
    answer_akimat(desk)
    assert "<h2>Sheets to fill " not in text_of(desk.executor, page)


@pytest.mark.parametrize("name", ["rounds", "round_new", "round", "round_calls", "round_summary"])
def test_no_page_of_a_round_asks_too_often(
    desk: Desk, django_assert_max_num_queries: DjangoAssertNumQueries, name: str
) -> None:
    """Every page takes at most 15 queries."""
    answer_akimat(desk)
    kwargs = {} if name in {"rounds", "round_new"} else {"pk": desk.sheets.round.pk}
    address = reverse(name, kwargs=kwargs)
    if name == "round_new":
        address += f"?act={desk.sheets.plan.act.pk}&period=2024"
    desk.coordinator.get(address)
    with django_assert_max_num_queries(15, info=name):
        assert desk.coordinator.get(address).status_code == 200


@pytest.mark.parametrize(("sent", "tone"), [(0, "late"), (1, "warn"), (2, "ok")])
def test_a_region_is_toned_by_how_many_of_its_bodies_answered(sent: int, tone: str) -> None:
    """Of two bodies none, one or both have answered."""
    region = Territory(code="100000000", short_kk="Абай", short_ru="Абай")
    tile = RegionTile(region, Answered(2, sent), "?")
    assert (tile.tone, tile.short.kk) == (tone, "Абай")


def test_opening_warns_of_sheets_without_rows(desk: Desk) -> None:
    """A body that was asked and owes nothing has an empty sheet: the page says so."""
    idle = Structure.objects.create(kind="akimat", name_kk="Бос", name_ru="Пустой")
    asked = Asked(TITLE, DUE, STANDARD, "2024")
    made = begin_round(RUNNER, desk.sheets.plan.act, at=AT, asked=asked, bodies=[idle.pk])
    answer = desk.coordinator.post(reverse("round_open", kwargs={"pk": made.pk}), follow=True)
    assert "Sheets without rows: 1." in answer.content.decode()


def test_the_regions_secretary_is_called_for_a_body_without_offices(desk: Desk) -> None:
    """A body of Abai in which nobody sits is called through the secretary of the region."""
    charter = OFFICES + SECRETARY
    load_charter(SYSTEM, None, at=AT, content=charter.encode())
    region = Territory.objects.get(code="100000000")
    assembly = Structure.objects.create(kind="assembly", name_kk="ӨА", territory=region)
    settle("secretary", assembly, name="secretary")
    vacant = Structure.objects.create(kind="akimat", name_kk="Бос", territory=region)
    asked = Asked(TITLE, DUE, STANDARD)
    made = begin_round(RUNNER, None, at=AT, asked=asked, bodies=[vacant.pk])
    open_round(RUNNER, made, at=AT)
    (call,) = calls(progress_of(made).lines, on=AT.date())
    assert call.person is not None
    assert call.person.name == "secretary"


def test_a_standard_column_made_another_kind_is_no_longer_that_column(desk: Desk) -> None:
    """ "quantity" made a text gets a code of its own; "standing" with other values keeps its own,
    and the values get new codes."""
    page = reverse("round_new") + f"?act={desk.sheets.plan.act.pk}&period=2024"
    sent = posted(
        bodies=[str(desk.sheets.plan.lead.debtor_id)],
        **{
            "column-0-code": "quantity", "column-0-kind": "text", "column-0-summed": "",
            "column-1-wanted": "on", "column-1-code": "standing", "column-1-kind": "choice",
            "column-1-title_kk": "Күйі", "column-1-options": "иә | да\nжоқ | нет",
        },
    )  # fmt: skip
    desk.coordinator.post(page, sent)
    made = Round.objects.get(title_ru="Сведения")
    assert list(made.columns.values_list("code", "kind")) == [
        ("c1", "text"),
        ("standing", "choice"),
    ]
    assert made.columns.get(code="standing").options == [["o1", "иә", "да"], ["o2", "жоқ", "нет"]]
