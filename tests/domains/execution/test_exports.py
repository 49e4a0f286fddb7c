"""Plans, measures and obligations as files, and a plan as a calendar."""

import csv
from importlib import import_module
from io import BytesIO, StringIO

import icalendar
import openpyxl
import pytest
from django.test import Client

from tests.domains.execution.plan_world import AT, World, sign_in, small_plan

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(client: Client, monkeypatch: pytest.MonkeyPatch) -> World:
    """The small plan on 1 August 2024, and an English reader of plans."""
    for name in ("plan", "measure"):
        web = import_module(f"birlik.domains.execution.web.{name}")
        monkeypatch.setattr(web, "now", lambda: AT)
    sign_in(client, "plans.read")
    client.cookies["birlik_language"] = "en"
    return small_plan()


def rows_of(client: Client, address: str, query: str = "") -> list[dict[str, str]]:
    """The lines of a list as CSV, by their heads."""
    answer = client.get(f"{address}?format=csv&{query}")
    assert answer.status_code == 200
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text), delimiter=";"))


def test_the_plans_as_a_file(client: Client, world: World) -> None:
    """A line for each act with what is owed under it: 2 overdue and one void of 7."""
    (row,) = rows_of(client, "/plans/")
    assert (row["Number"], row["Adopted on"]) == ("1014", "2022-09-15")
    assert (row["Measures"], row["Sub-measures"]) == ("4", "1")
    assert (row["Owed"], row["Overdue"], row["Void"]) == ("6", "2", "1")


def test_the_measures_of_a_plan_as_a_file(client: Client, world: World) -> None:
    """A line for each measure, as the filters of the address choose them."""
    rows = rows_of(client, f"/plans/{world.act.pk}/")
    assert [row["№"] for row in rows] == ["1", "1.1", "2", "3", "4"]
    report = next(row for row in rows if row["№"] == "2")
    assert report["Measure"] == "Есеп жинау"
    assert report["Lead"] == "Министерство"
    assert report["Form of completion"] == "minutes"
    assert (report["Co-executors"], report["Next due"]) == ("1", "2024-12-31")
    assert [row["State"] for row in rows][3] == "to be clarified"
    chosen = rows_of(client, f"/plans/{world.act.pk}/", "year=all&state=overdue")
    assert [row["№"] for row in chosen] == ["1"]


def test_the_obligations_of_a_measure_as_a_file(client: Client, world: World) -> None:
    """A line for each obligation, whatever page is shown, with real days in the workbook and what
    was chosen on its last sheet."""
    address = f"/plans/{world.act.pk}/measures/1/"
    rows = rows_of(client, address, "page=2")
    assert [(row["Due"], row["State"]) for row in rows] == [
        ("2023-03-31", "Overdue"),
        ("2024-03-31", "Overdue"),
        ("2026-03-31", "Void"),
    ]
    assert rows[2]["Reason"] == "falls due after the act was repealed"
    answer = client.get(f"{address}?format=xlsx&year=2024&state=soon")
    book = openpyxl.load_workbook(BytesIO(b"".join(answer.streaming_content)))
    assert book.worksheets[0].max_row == 1
    told = {row[0].value: row[1].value for row in book.worksheets[1].iter_rows()}
    assert (told["Year"], told["State"], told["Rows"]) == (2024, "due in 30 days", 0)
    answer = client.get(f"{address}?format=xlsx&year=2024&executor={world.ministry.pk}")
    book = openpyxl.load_workbook(BytesIO(b"".join(answer.streaming_content)))
    assert book.worksheets[0]["F2"].value.isoformat() == "2024-03-31T00:00:00"
    told = {row[0].value: row[1].value for row in book.worksheets[1].iter_rows()}
    assert told["Executor"] == "Министерство"


def test_a_plan_as_a_calendar(client: Client, world: World) -> None:
    """What is still owed under the act is taken along as a file of a fixed name."""
    answer = client.get(f"/plans/{world.act.pk}/?format=ics")
    name = f'attachment; filename="birlik-plan-{world.act.pk}.ics"'
    assert answer["Content-Disposition"] == name
    entries = icalendar.Calendar.from_ical(answer.content).walk("vevent")
    assert len(entries) == 4


def test_pages_link_to_their_files(client: Client, world: World) -> None:
    """The links keep the filters of the address and leave the page out."""
    text = client.get(f"/plans/{world.act.pk}/?year=2024&page=2").content.decode()
    for kind in ("xlsx", "csv", "ics"):
        assert f'href="?year=2024&amp;format={kind}"' in text
    assert 'href="?format=csv"' in client.get("/plans/").content.decode()


@pytest.mark.parametrize("format", ["csv", "xlsx", "ics"])
def test_a_file_is_as_guarded_as_its_page(client: Client, format: str) -> None:
    """Who may not open the list gets no file of it either."""
    sign_in(client, "acts.read")
    made = small_plan()
    for address in ("/plans/", f"/plans/{made.act.pk}/", f"/plans/{made.act.pk}/measures/1/"):
        assert client.get(f"{address}?format={format}").status_code == 403
