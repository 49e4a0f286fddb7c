"""A brought file is checked by the worker, its good rows are taken at once, the others come back."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from openpyxl import Workbook

from birlik.base.journal.models import Entry
from birlik.base.registry.actions.importing import order_taking, take_file
from birlik.base.registry.models import BroughtFile, BroughtRow, Structure
from birlik.base.registry.queries.importing import file_numbered
from birlik.base.registry.refusals.importing import EMPTY_HANDED, NO_IMPORT, NOT_READ_YET
from birlik.base.registry.tasks import importing
from birlik.base.registry.tasks.importing import (
    check_rows,
    clear_brought,
    give_up_file,
    have_taken,
    order_check,
    take_rows_of,
)
from birlik.base.values.actor import Actor
from birlik.base.values.refused import RefusedError
from tests.base.registry.world import ABAI, AKMOLA, AT, World, world

pytestmark = pytest.mark.django_db
KIND = "structures/ethnocultural_association"
HEADS = ("Название на казахском", "название  НA русском", "Территория", "БИН", "Дата создания")


@pytest.fixture
def known() -> World:
    """The small register."""
    return world()


def book(*rows: tuple[object, ...], heads: tuple[str, ...] = HEADS) -> bytes:
    """A workbook of some rows under headings."""
    made = Workbook()
    sheet = made.worksheets[0]
    sheet.append(heads)
    for row in rows:
        sheet.append(row)
    file = BytesIO()
    made.save(file)
    return file.getvalue()


def brought(
    by: Actor, content: bytes, place: object = None, kind: str = KIND, name: str = "a.xlsx"
) -> BroughtFile:
    """A file that was brought and checked."""
    file = order_check(by, place, at=AT, kind=kind, name=name, content=content)  # type: ignore[arg-type]
    check_rows.call(file.pk)
    file.refresh_from_db()
    return file


def taken(by: Actor, file: BroughtFile) -> BroughtFile:
    """The file after its good rows were taken."""
    have_taken(by, file, at=AT)
    take_rows_of.call(file.pk)
    file.refresh_from_db()
    return file


def test_good_rows_are_taken_and_the_same_file_changes_nothing_more(known: World) -> None:
    """New bodies come in, those beyond reach stay out, and the same file again is all known."""
    by = known.secretary(known.akmola)
    content = book(
        ("«Көктем» бірлестігі", "Объединение «Весна»", "Ақмола облысы", None, date(2001, 5, 3)),
        ("«Жаз» бірлестігі", "Объединение «Лето»", None, None, "03.05.2001"),
        ("«Күз» бірлестігі", "Объединение «Осень»", ABAI, None, None),
    )
    file = brought(by, content, known.akmola.territory)
    assert (file.state, file.report["new"], file.report["unfit"]) == ("read", 2, 1)
    assert not Structure.objects.filter(kind="ethnocultural_association").exists()
    file = taken(by, file)
    assert (file.state, file.content_sealed) == ("taken", None)
    made = Structure.objects.filter(kind="ethnocultural_association").order_by("sort_key")
    assert [one.territory.code for one in made if one.territory] == [AKMOLA, AKMOLA]
    assert {one.founded_on for one in made} == {date(2001, 5, 3)}
    assert BroughtRow.objects.get(file=file).number == 4
    again = brought(by, content, known.akmola.territory)
    assert (again.report["new"], again.report["changed"], again.report["same"]) == (0, 0, 2)
    with pytest.raises(RefusedError) as refused:
        have_taken(by, again, at=AT)
    assert refused.value.reason == EMPTY_HANDED
