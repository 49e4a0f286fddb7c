"""The opening balance, as whole requests: the template filled in, checked, confirmed; and what bad
files do."""

import html
from datetime import date
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import load_workbook

from birlik.base.obligations.models import Obligation, PastRecord
from birlik.base.records.models import Document
from tests.base.obligations.opening_world import Past, act_of, past
from tests.base.records.engine.content.files_made import with_part
from tests.base.records.engine.workbook.books import book_of, filled, saved, with_formatted_rows
from tests.domains.execution.plan_world import sign_in

pytestmark = pytest.mark.django_db
HEADS = ("Іс-шара №", "Кезең", "Орындаушы", "Орындалды", "Хат №", "Хат күні")
DONE = ("1", "2023-H1", None, "иә", "12-3/45", "03.07.2023")
NOT_DONE = ("1", "2023-H2", None, "жоқ", None, None)
STRANGE = ("99", "2023", None, "жоқ", None, None)


@pytest.fixture
def world() -> Past:
    """The plan that was controlled elsewhere."""
    return past()


@pytest.fixture
def coordinator(client: Client) -> Client:
    """Somebody who may import acts, in English."""
    sign_in(client, "acts.read", "acts.import", "plans.read")
    client.cookies["birlik_language"] = "en"
    return client


def place(world: Past) -> str:
    """The address of the opening balance."""
    return f"/plans/{world.act.pk}/balance/"


def text_of(client: Client, address: str, status: int = 200) -> str:
    """The page at an address, its entities resolved."""
    response = client.get(address)
    assert response.status_code == status
    return html.unescape(response.content.decode())


def sent(client: Client, world: Past, content: bytes, name: str = "control.xlsx") -> str:
    """Bring a file; the address one is led to, or the page with what is wrong."""
    response = client.post(place(world), {"file": SimpleUploadedFile(name, content)})
    if response.status_code == 302:
        return response.headers["Location"]
    assert response.status_code == 422
    return html.unescape(response.content.decode())


def workbook(client: Client, address: str) -> list[tuple[object, ...]]:
    """The rows of the first sheet of a workbook at an address."""
    response = client.get(address)
    assert "attachment" in response.headers["Content-Disposition"]
    book = load_workbook(BytesIO(response.content))
    assert book.worksheets[1].sheet_state == "veryHidden"
    return list(book.worksheets[0].iter_rows(values_only=True))


def test_the_plan_leads_to_its_opening_balance(coordinator: Client, world: Past) -> None:
    """Who imports acts finds it on the plan, with how many obligations of a year have no record."""
    assert place(world) in text_of(coordinator, f"/plans/{world.act.pk}/")
    page = text_of(coordinator, place(world))
    assert "2023" in page
    assert ">8<" in page
    world.act.controlled_from = world.act.in_force_from
    world.act.save()
    assert place(world) not in text_of(coordinator, f"/plans/{world.act.pk}/")


def test_an_act_without_a_past_says_so(coordinator: Client) -> None:
    """Where nothing fell due before control began, the page says that there is nothing to bring; of
    an act that is not there, there is no page."""
    act = act_of("2")
    assert "there is nothing to take over" in text_of(coordinator, f"/plans/{act.pk}/balance/")
    text_of(coordinator, "/plans/999/balance/", 404)


def test_the_template_comes_back_filled_in(coordinator: Client, world: Past) -> None:
    """The template names all that has no record; filled in two columns it is checked, confirmed,
    and known from then on; what was left empty stays without record."""
    response = coordinator.get(f"{place(world)}template.xlsx")
    book = load_workbook(BytesIO(response.content))
    sheet = book.worksheets[0]
    rows = list(sheet.iter_rows(min_row=2, values_only=True))
    assert [row[0] for row in rows][:2] == [world.first.pk, world.second.pk]
    assert len(rows) == 8
    assert rows[0][1:6:2] == ("1", "Министерство", sheet["F2"].value)
    assert sheet["F2"].value.date() == date(2023, 7, 3)
    sheet["G2"], sheet["H2"], sheet["I2"] = "иә / да", "5", date(2023, 7, 3)
    sheet["G3"] = "нет"
    address = sent(coordinator, world, saved(book))
    page = text_of(coordinator, address)
    assert "2 obligations will get a record" in page
    assert "cannot be taken" in page
    assert not PastRecord.objects.exists()
    assert coordinator.post(address).headers["Location"] == place(world)
    kept = PastRecord.objects.order_by("row").values_list("obligation", "done_on", "letter", "row")
    assert list(kept) == [
        (world.first.pk, date(2023, 7, 3), "5", 2),
        (world.second.pk, None, "", 3),
    ]
    assert "2 records were taken over" in text_of(coordinator, place(world))
    page = text_of(coordinator, f"/obligations/{world.first.pk}/")
    assert "done: letter No. 5 of 03.07.2023" in page
    assert "Past record taken over" in page
    page = text_of(coordinator, f"/obligations/{world.second.pk}/")
    assert "By the record of control" in page
    assert "not done" in page


def test_bad_rows_come_back_as_a_file(coordinator: Client, world: Past) -> None:
    """Good rows are taken; bad ones stay on the page and in a file with a column of reasons, which
    can be corrected and brought again."""
    address = sent(coordinator, world, filled(HEADS, STRANGE, DONE))
    page = text_of(coordinator, address)
    assert "A2" in page
    assert "This act has no measure of the number “99”" in page
    assert coordinator.post(address).headers["Location"] == address
    page = text_of(coordinator, address)
    assert "Nothing of the file can be taken over" in page
    _heads, row = workbook(coordinator, f"{address}rows.xlsx")
    assert row[1] == "99"
    assert row[6] == "жоқ"
    assert "A2: This act has no measure" in str(row[10])
    book = load_workbook(BytesIO(coordinator.get(f"{address}rows.xlsx").content))
    book.worksheets[0]["B2"], book.worksheets[0]["E2"] = "1", "2023-H2"
    again = sent(coordinator, world, saved(book))
    assert "1 obligation will get a record" in text_of(coordinator, again)


def test_the_same_file_twice_changes_nothing(coordinator: Client, world: Past) -> None:
    """Brought again, the page says that all is known already and offers nothing to confirm."""
    content = filled(HEADS, DONE, NOT_DONE)
    coordinator.post(sent(coordinator, world, content))
    before = list(PastRecord.objects.order_by("pk").values())
    page = text_of(coordinator, sent(coordinator, world, content))
    assert "all that the file says is known already" in page.lower()
    assert "Take over" not in page
    assert list(PastRecord.objects.order_by("pk").values()) == before


def test_a_file_that_nobody_filled_in_says_so(coordinator: Client, world: Past) -> None:
    """The template brought back as it was changes nothing."""
    content = coordinator.get(f"{place(world)}template.xlsx").content
    page = text_of(coordinator, sent(coordinator, world, content))
    assert "Nobody has filled anything in" in page


def another_acts(world: Past) -> bytes:
    """The template of another act."""
    book = book_of(HEADS, DONE)
    book.create_sheet("birlik").append([f"birlik:opening-balance:{world.act.pk + 1}"])
    return saved(book)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (lambda _world: b"", "The file is empty"),
        (lambda _world: b"1;2", "Only an XLSX workbook is taken"),
        (
            lambda _world: with_part(filled(HEADS, DONE), "xl/vbaProject.bin", b"x"),
            "The workbook holds macros",
        ),
        (lambda _world: filled(HEADS[1:], DONE[1:]), "No sheet has the headings"),
        (another_acts, "This file was made for another act"),
        (lambda _world: filled(HEADS, DONE, ("Для служебного пользования",)), "limited access"),
    ],
)
def test_bad_files_are_refused_and_not_kept(
    coordinator: Client, world: Past, content: object, reason: str
) -> None:
    """A file that is no record of this act is refused on the page with what to do; nothing of it is
    kept and nothing changes."""
    before = list(Obligation.objects.order_by("pk").values())
    assert reason in sent(coordinator, world, content(world))
    assert not Document.objects.exists()
    assert list(Obligation.objects.order_by("pk").values()) == before


def test_a_file_that_is_too_large_is_refused(
    coordinator: Client, world: Past, settings: object
) -> None:
    """What is larger than the installation takes is refused."""
    settings.ACT_FILE_LIMIT = 2**20
    assert "at most 1 MB" in sent(coordinator, world, b"x" * (2**20 + 1))


def test_moved_columns_and_deleted_rows_do_no_harm(coordinator: Client, world: Past) -> None:
    """Columns in another order and rows that are gone: what is there is read, the rest is left."""
    order = (5, 3, 0, 4, 1, 2)
    moved = filled([HEADS[at] for at in order], [DONE[at] for at in order])
    coordinator.post(sent(coordinator, world, moved))
    assert PastRecord.objects.get().obligation_id == world.first.pk


def test_formulas_are_told_by_cell(coordinator: Client, world: Past) -> None:
    """A formula is not taken for its value: the row comes back with the cell."""
    page = text_of(coordinator, sent(coordinator, world, filled(HEADS, (*DONE[:5], "=TODAY()"))))
    assert "F2" in page
    assert "The cell holds a formula" in page
    address = sent(coordinator, world, filled(HEADS, (*DONE[:5], "=TODAY()")))
    assert workbook(coordinator, f"{address}rows.xlsx")[1][8] == "=TODAY()"


def test_two_hundred_thousand_empty_rows_are_nothing(coordinator: Client, world: Past) -> None:
    """A sheet that is formatted down to row 200,000 is read like any other."""
    content = with_formatted_rows([HEADS, DONE], count=200_000, width=7)
    assert "1 obligation will get a record" in text_of(
        coordinator, sent(coordinator, world, content)
    )


def test_an_address_that_was_made_up_leads_nowhere(coordinator: Client, world: Past) -> None:
    """A seal of another act, a changed one and one of a file that is gone find nothing."""
    address = sent(coordinator, world, filled(HEADS, DONE))
    other = act_of("2")
    text_of(coordinator, address.replace(f"/{world.act.pk}/", f"/{other.pk}/"), 404)
    text_of(coordinator, f"{address[:-3]}/", 404)
    Document.objects.all().delete()
    text_of(coordinator, address, 404)


def test_others_are_refused(client: Client, world: Past) -> None:
    """Who does not import acts is refused with the reason, and finds no way there."""
    sign_in(client, "acts.read", "plans.read")
    client.cookies["birlik_language"] = "en"
    assert "Only a coordinator who imports acts" in text_of(client, place(world), 403)
    assert place(world) not in text_of(client, f"/plans/{world.act.pk}/")
