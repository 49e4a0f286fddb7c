"""A brought file is checked by the worker, its good rows are taken, the others come back."""

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

import pytest
from openpyxl import Workbook

from birlik.base.registry.actions.cards import change_card
from birlik.base.registry.actions.importing import clear_files, order_taking, take_file
from birlik.base.registry.models import (
    Appointment,
    BroughtFile,
    BroughtRow,
    Structure,
    Territory,
)
from birlik.base.registry.queries.cards import card_of, row_of
from birlik.base.registry.queries.importing import file_numbered, weighing_of
from birlik.base.registry.refusals.importing import (
    CLEARED,
    EMPTY_HANDED,
    NO_IMPORT,
    NOT_READ_YET,
    NOT_YOUR_FILE,
    ONLY_WORKER,
)
from birlik.base.registry.seals import seal
from birlik.base.registry.tasks import importing
from birlik.base.registry.tasks.importing import (
    check_rows,
    clear_brought,
    give_up_file,
    have_taken,
    order_check,
    take_rows_of,
)
from birlik.base.values.actor import Actor, Grant
from birlik.base.values.refused import RefusedError
from tests.base.registry.world import ABAI, AKMOLA, AT, TODAY, World, world

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
        sheet.append(list(row))
    file = BytesIO()
    made.save(file)
    return file.getvalue()


def brought(
    by: Actor,
    content: bytes,
    place: Territory | None = None,
    kind: str = KIND,
    name: str = "a.xlsx",
) -> BroughtFile:
    """A file that was brought and checked."""
    file = order_check(by, place, at=AT, kind=kind, name=name, content=content)
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


def unfit_reasons(file: BroughtFile) -> str:
    """All that is said of the rows that cannot be taken, as it lies opened."""
    return " ".join(seal().opened(one.said_sealed) for one in BroughtRow.objects.filter(file=file))


def test_a_change_is_shown_before_it_is_made_and_corrects_the_earlier_cards(known: World) -> None:
    """A row that differs shows what was and what becomes; taken, it is a correction, so that what
    the card said of earlier days is corrected with it."""
    by = known.secretary(known.akmola)
    row = ("«Көктем» бірлестігі", "Объединение «Весна»", None, None, "03.05.2001")
    taken(by, brought(by, book(row), known.akmola.territory))
    body = Structure.objects.get(kind="ethnocultural_association")
    changed = replace(row_of(body), email="a@b.kz")
    change_card(by, body, at=AT, row=changed, on=date(2026, 1, 1))
    file = brought(by, book((body.pk, "«Көктем» бірлестігі", "Объединение «Рассвет»"),
                            heads=("№ в реестре", *HEADS[:2])), known.akmola.territory)  # fmt: skip
    assert (file.report["changed"], file.report["new"]) == (1, 0)
    assert "Объединение «Весна»" in unfit_reasons(file)
    taken(by, file)
    body.refresh_from_db()
    assert (body.name_ru, body.email) == ("Объединение «Рассвет»", "a@b.kz")
    assert card_of(body, date(2025, 1, 1)).name_ru == "Объединение «Рассвет»"
    assert card_of(body, date(2025, 1, 1)).email == ""


def test_rows_of_a_file_lie_in_one_another(known: World) -> None:
    """A body may lie in one that stands in the same file, above it or below; where that cannot be
    taken, neither can the body in it."""
    heads = (*HEADS[:2], "Вышестоящая структура", "Дата создания")
    content = book(
        ("«Жас» қанаты", "Крыло «Жас»", "Объединение «Весна»", None),
        ("«Көктем» бірлестігі", "Объединение «Весна»", None, None),
        ("«Күз» қанаты", "Крыло «Күз»", "Объединение «Осень»", None),
        ("«Күз» бірлестігі", "Объединение «Осень»", None, "осенью"),
        ("«А» бірлестігі", "Объединение «А»", "Объединение «Б»", None),
        ("«Б» бірлестігі", "Объединение «Б»", "Объединение «А»", None),
        ("«В» бірлестігі", "Объединение «В»", "Ассамблея Акмола", None),
        ("«Г» бірлестігі", "Объединение «Г»", "Нет такого", None),
        heads=heads,
    )
    by = known.secretary(known.akmola)
    file = taken(by, brought(by, content, known.akmola.territory))
    made = {one.name_ru: one for one in Structure.objects.filter(kind=KIND.partition("/")[2])}
    above = {name: one.parent and one.parent.name_ru for name, one in made.items()}
    assert above == {
        "Крыло «Жас»": "Объединение «Весна»",
        "Объединение «Весна»": None,
        "Объединение «В»": "Ассамблея Ақмола",
    }
    assert file.report["unfit"] == 5


def test_a_row_that_could_be_two_is_not_taken(known: World) -> None:
    """Numbers and names that point at two bodies, a name of two, a number of another's, and a row
    that repeats one before it, stay out with the reason."""
    by = known.secretary(known.akmola)
    place = known.akmola.territory
    kind = KIND.partition("/")[2]
    for name, number in (("А", "990340001234"), ("Б", ""), ("В", ""), ("В", "")):
        Structure.objects.create(
            kind=kind, name_kk=f"«{name}» бірлестігі", name_ru=f"Объединение «{name}»",
            territory=place, bin=number,
        )  # fmt: skip
    foreign = Structure.objects.create(
        kind=kind, name_kk="«Ж» бірлестігі", name_ru="Объединение «Ж»", bin="010640000239",
        territory=known.abai.territory,
    )  # fmt: skip
    heads = ("№ в реестре", *HEADS)
    file = brought(
        by,
        book(
            (None, "«Б» бірлестігі", "Объединение «Б»", None, "990340001234"),
            (None, "«В» бірлестігі", "Объединение «В»", None, None),
            (foreign.pk, "«Ж» бірлестігі", "Объединение «Ж»", None, None),
            (999_999, "«З» бірлестігі", "Объединение «З»", None, None),
            (None, "«И» бірлестігі", "Объединение «И»", None, "010640000239"),
            (None, "«Қ» бірлестігі", "Объединение «Қ»", None, None),
            (None, "«Қ» бірлестігі", "Объединение «Қ»", None, None),
            (None, "«А» бірлестігі", "Объединение «А»", None, "010640000240"),
            ("жаңа", "«В» бірлестігі", "Объединение «В»", None, None),
            heads=heads,
        ),
        place,
    )
    said = {one.number: seal().opened(one.said_sealed) for one in BroughtRow.objects.all()}
    assert "а название к другой" in said[2]
    assert "нескольким записям" in said[3]
    assert f"Записи №{foreign.pk} в реестре нет" in said[4]
    assert "Записи №999999 в реестре нет" in said[5]
    assert "С этим номером уже есть" in said[6]
    assert "что и строка 7" in said[8]
    assert set(said) == {2, 3, 4, 5, 6, 8, 9}
    assert (file.report["new"], file.report["unfit"]) == (2, 7)


def test_a_file_that_cannot_be_read_leaves_nothing_but_the_reason(known: World) -> None:
    """A refused file keeps why, in three languages, and none of its bytes."""
    by = known.secretary(known.akmola)
    file = brought(by, book(("a", "b"), heads=("Должность", "Оклад")))
    assert (file.state, file.content_sealed) == ("failed", None)
    assert "«Название на русском»" in file.error_ru
    assert file.error_kk
    assert not BroughtRow.objects.exists()


def test_what_breaks_while_it_is_worked_on_says_so(
    known: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A failure nobody foresaw is told, kept out of the register, and raised for the log."""
    by = known.secretary(known.akmola)

    def broken(*_given: object) -> None:
        raise ValueError("broken")

    monkeypatch.setattr(importing, "check", broken)
    file = order_check(by, None, at=AT, kind=KIND, name="a.xlsx", content=book(("a", "b")))
    with pytest.raises(ValueError, match="broken"):
        check_rows.call(file.pk)
    file.refresh_from_db()
    assert (file.state, file.error_en) == ("failed", importing.BROKEN.en)


def test_whoever_lost_the_office_takes_nothing(known: World) -> None:
    """A file is worked on in the name of its bringer: without the office it is refused."""
    by = known.secretary(known.akmola)
    file = brought(by, book(("«К» б.", "Об. «К»", None, None, None)), known.akmola.territory)
    have_taken(by, file, at=AT)
    held = Appointment.objects.get(pk=by.appointment_id or 0)
    Appointment.objects.filter(pk=held.pk).update(valid_until=held.valid_from + timedelta(days=1))
    take_rows_of.call(file.pk)
    file.refresh_from_db()
    assert (file.state, file.error_ru) == ("failed", NO_IMPORT.ru)
    assert not Structure.objects.filter(name_ru="Об. «К»").exists()


def test_tasks_may_run_twice_and_are_given_up_once(known: World) -> None:
    """What was done already stays; a file that is worked on is given up, one that is done is
    not."""
    by = known.secretary(known.akmola)
    file = brought(by, book(("«К» б.", "Об. «К»", None, None, None)), known.akmola.territory)
    check_rows.call(file.pk)
    take_rows_of.call(file.pk)
    give_up_file(file.pk, at=AT)
    file.refresh_from_db()
    assert file.state == "read"
    have_taken(by, file, at=AT)
    give_up_file(file.pk, at=AT)
    file.refresh_from_db()
    assert (file.state, file.content_sealed) == ("failed", None)


def test_files_are_forgotten_after_the_days_of_the_norm(known: World) -> None:
    """Two weeks after it was brought nothing more of a file is kept, and a taking finds nothing."""
    by = known.secretary(known.akmola)
    file = brought(by, book(("«К» б.", None, None, None, None)), known.akmola.territory)
    assert clear_brought(at=AT + timedelta(days=13)) == 0
    assert clear_brought(at=AT + timedelta(days=15)) == 1
    file.refresh_from_db()
    assert (file.content_sealed, BroughtRow.objects.count()) == (None, 0)
    assert clear_brought(at=AT + timedelta(days=15)) == 0
    file.report = {"new": 1}
    file.save()
    with pytest.raises(RefusedError) as refused:
        have_taken(by, file, at=AT)
    assert refused.value.reason == CLEARED


def test_a_file_is_its_bringers_alone(known: World) -> None:
    """Another secretary, even of the same region, neither finds the file nor takes it; who keeps
    nothing is refused at the door; rows are taken once they were ordered."""
    by, other = known.secretary(known.akmola), known.secretary(known.akmola)
    file = brought(by, book(("«К» б.", "Об. «К»", None, None, None)), known.akmola.territory)
    assert file_numbered(file.pk, by=by) == file
    assert file_numbered(file.pk, by=other) is None
    with pytest.raises(RefusedError) as refused:
        have_taken(other, file, at=AT)
    assert refused.value.reason == NOT_YOUR_FILE
    with pytest.raises(RefusedError) as refused:
        order_check(known.actor("auditor"), None, at=AT, kind=KIND, name="a", content=b"a")
    assert refused.value.reason == NO_IMPORT
    weighing = weighing_of(by, KIND, AKMOLA, on=TODAY)
    with pytest.raises(RefusedError) as refused:
        take_file(by, file, at=AT, said=[], weighing=weighing, letters={})
    assert refused.value.reason == NOT_READ_YET
    with pytest.raises(RefusedError) as refused:
        clear_files(by, None, at=AT, days=1)
    assert refused.value.reason == ONLY_WORKER
    have_taken(by, file, at=AT)
    with pytest.raises(RefusedError) as refused:
        order_taking(by, file, at=AT)
    assert refused.value.reason == NOT_READ_YET


def test_who_keeps_people_alone_takes_no_bodies(known: World) -> None:
    """The office of the bringer may give other powers by the time a file is taken: what it no
    longer gives is neither ordered nor done."""
    by = known.secretary(known.akmola)
    file = brought(by, book(("«К» б.", "Об. «К»", None, None, None)), known.akmola.territory)
    of_people = replace(by, powers=frozenset({Grant("people.keep", territory_code=AKMOLA)}))
    with pytest.raises(RefusedError) as refused:
        order_taking(of_people, file, at=AT)
    assert refused.value.reason == NO_IMPORT
    have_taken(by, file, at=AT)
    weighing = weighing_of(of_people, KIND, AKMOLA, on=TODAY)
    with pytest.raises(RefusedError) as refused:
        take_file(of_people, file, at=AT, said=[], weighing=weighing, letters={})
    assert refused.value.reason == NO_IMPORT


def test_a_file_that_nobody_brought_is_nobodys(known: World) -> None:
    """What the installation itself brought is no secretary's to take."""
    by = known.secretary(known.akmola)
    file = brought(by, book(("«К» б.", "Об. «К»", None, None, None)), known.akmola.territory)
    BroughtFile.objects.filter(pk=file.pk).update(brought_by=None)
    with pytest.raises(RefusedError) as refused:
        order_taking(by, file, at=AT)
    assert refused.value.reason == NOT_YOUR_FILE
