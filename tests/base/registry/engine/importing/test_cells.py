"""Cells say what they say however they were typed; what nobody can tell is asked for anew."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from birlik.base.records.engine.workbook import Fault, Formula, Value
from birlik.base.registry.engine.importing import refusal
from birlik.base.registry.engine.importing.cells import (
    Choices,
    EitherError,
    NotFoundError,
    Reader,
    Said,
    worded,
)
from birlik.base.registry.engine.importing.columns import Column
from birlik.base.registry.engine.importing.refusal import told
from birlik.base.registry.engine.importing.scripts import (
    MixedScriptsError,
    in_one_script,
    name_key,
)
from birlik.base.registry.engine.importing.table import Line
from birlik.base.values.identity import WRONG_CHECK
from birlik.base.values.local_text import LocalText

NINE = datetime(2026, 11, 20, 9, tzinfo=UTC).replace(tzinfo=None)
HEAD = LocalText("a", "b", "c")
COLUMNS = (
    Column("number", HEAD),
    Column("name_kk", HEAD, longest=20),
    Column("name_en", HEAD),
    Column("address_ru", HEAD),
    Column("founded_on", HEAD, "day"),
    Column("rooms", HEAD, "number"),
    Column("accessible", HEAD, "flag"),
    Column("culture", HEAD, "code", choice="culture"),
    Column("languages", HEAD, "codes", choice="language"),
    Column("territory", HEAD, "territory"),
    Column("bin", HEAD, "bin"),
    Column("iin", HEAD, "iin"),
    Column("email", HEAD, "email"),
    Column("website", HEAD, "website"),
    Column("parent", HEAD, "body"),
)
LISTS = {
    "culture": Choices({"korean": ("корей", "корейская", "Korean")}),
    "language": Choices(
        {
            "kk": ("қазақ тілі", "казахский язык", "Kazakh"),
            "ru": ("орыс тілі", "русский язык", "Russian"),
            "arts": ("мәдениет, өнер", "культура, искусство", "arts"),
        }
    ),
    "territory": Choices(
        {
            "110000000": ("Ақмола облысы", "Акмолинская область"),
            "117000001": ("Абай ауданы", "Абайский район"),
            "351600001": ("Абай ауданы", "Абайский район"),
        },
        frozenset({"117000001", "110000000"}),
    ),
}


def said(column: str, value: Value, merged: str = "") -> Said:
    """What one cell says."""
    line = Line(7, {column: value}, {column: merged} if merged else {})
    return Reader(COLUMNS, LISTS).read(line)


@pytest.mark.parametrize(
    ("column", "value", "meant"),
    [
        ("founded_on", "20.11.2026", date(2026, 11, 20)),
        ("founded_on", "3/5/2001", date(2001, 5, 3)),
        ("founded_on", "20.11.2026 г.", date(2026, 11, 20)),
        ("founded_on", "2026-11-20", date(2026, 11, 20)),
        ("founded_on", date(2026, 11, 20), date(2026, 11, 20)),
        ("founded_on", NINE, date(2026, 11, 20)),
        ("rooms", 12, 12),
        ("rooms", " 1 200 ", 1200),
        ("rooms", "12", 12),
        ("accessible", "ИӘ", True),
        ("accessible", "да", True),
        ("accessible", True, True),
        ("accessible", "-", False),
        ("accessible", "Жoқ", False),
        ("culture", "korean", "korean"),
        ("culture", "KOPEЙ", "korean"),
        ("languages", "казахский язык; русский", None),
        ("languages", "қазақ тілі, Russian", ("kk", "ru")),
        ("languages", "культура, искусство; kk", ("arts", "kk")),
        ("territory", "акмолинская ОБЛАСТЬ", "110000000"),
        ("territory", 110000000, "110000000"),
        ("territory", "Абайский район", "117000001"),
        ("bin", "990340001234", "990340001234"),
        ("bin", 990340001234, "990340001234"),
        ("bin", "9903 4000-1234", "990340001234"),
        ("email", "ent@example.kz", "ent@example.kz"),
        ("website", "example.kz", "https://example.kz"),
        ("website", "http://example.kz/a", "http://example.kz/a"),
        ("parent", 12, "12"),
        ("parent", " Ассамблея  Абай ", "Ассамблея Абай"),
        ("address_ru", "ул. Aбaя, 1", "ул. Aбaя, 1"),
        ("name_kk", "Көктем", "Көктем"),
    ],
)
def test_a_cell_says_what_it_says(column: str, value: Value, meant: object) -> None:
    """Days, numbers, answers, codes and names are read as people leave them in sheets."""
    assert said(column, value).values.get(column) == meant


@pytest.mark.parametrize(
    ("column", "value", "reason"),
    [
        ("founded_on", 45000, told(refusal.NO_DAY, 45000)),
        ("founded_on", "31.02.2026", told(refusal.NO_DAY, "31.02.2026")),
        ("founded_on", "20.11.26", told(refusal.NO_DAY, "20.11.26")),
        ("founded_on", "1995", told(refusal.NO_DAY, "1995")),
        ("rooms", Decimal("1.5"), told(refusal.NO_NUMBER, "1.5")),
        ("rooms", "көп", told(refusal.NO_NUMBER, "көп")),
        ("accessible", "мүмкін", told(refusal.NO_FLAG, "мүмкін")),
        ("culture", "марсиандық", told(refusal.UNKNOWN, "марсиандық")),
        ("bin", 340001234, told(refusal.LOST_ZEROS, 9)),
        ("iin", "50515301234", told(refusal.LOST_ZEROS, 11)),
        ("iin", "810515301042", WRONG_CHECK),
        ("email", "ent.example.kz", told(refusal.NOT_EMAIL, "ent.example.kz")),
        ("website", "сайта нет", told(refusal.NOT_WEBSITE, "сайта нет")),
        ("name_kk", "Q" * 21, told(refusal.TOO_LONG, 20)),
        ("name_kk", "Qазақ", told(refusal.MIXED, "Qазақ")),
        ("name_kk", Formula("=A1"), refusal.FORMULA),
        ("name_kk", Fault("#REF!"), told(refusal.FAULT, "#REF!")),
        ("number", "алтыншы", told(refusal.NO_SUCH_ENTRY, "алтыншы")),
    ],
)
def test_what_nobody_can_tell_is_an_objection(column: str, value: Value, reason: LocalText) -> None:
    """A cell that cannot be read is told in words, and gives no value; never is it guessed."""
    found = said(column, value)
    assert found.values == {}
    assert found.objections == [(column, reason)]
    assert reason.missing() == ()


def test_a_merged_cell_is_an_objection_and_gives_no_value() -> None:
    """Of a merged cell nobody can tell whose row it is of."""
    found = said("name_kk", "Көктем", merged="A7:A9")
    assert (found.values, found.objections) == ({}, [("name_kk", told(refusal.MERGED, "A7:A9"))])


def test_a_number_of_the_register_or_another_entry() -> None:
    """The column of the number names an entry, with a sign or without, or says: another one."""
    assert said("number", 12).entry == 12
    assert said("number", "№ 12").entry == 12
    assert [said("number", one).is_other for one in ("жаңа", "Новый", "new", "12")] == [
        True,
        True,
        True,
        False,
    ]


def test_a_mended_name_says_so() -> None:
    """Letters of the other alphabet that look the same are put right, and that is told."""
    found = said("name_kk", "Бірлecтік")
    assert found.values["name_kk"] == "Бірлестік"
    assert found.mended == [("name_kk", told(refusal.MENDED, "Бірлестік"))]
    assert said("name_en", "Сlub").values["name_en"] == "Club"


def test_words_of_one_alphabet_stay_and_mixed_ones_follow_their_column() -> None:
    """A word that may be either is taken for the script of its column; a Latin word in a Russian
    name stays Latin; a word that is neither raises."""
    assert in_one_script("AOо Birlik", script="cyrillic") == "АОо Birlik"
    assert in_one_script("AOо", script="latin") == "AOo"
    with pytest.raises(MixedScriptsError):
        in_one_script("Qазақ", script="cyrillic")


def test_names_meet_whatever_the_keyboard() -> None:
    """Case, quotes, hyphens, doubled spaces, Kazakh letters and look-alikes do not part names."""
    assert name_key("«Көктем»  бірлестігі") == name_key("КОКТЕМ бiрлестiгi")
    assert name_key("Этно-мәдени") == name_key("этно мадени")


def test_a_name_of_several_is_none() -> None:
    """Of two places of one name the nearer counts; where both are near or far, nobody can tell."""
    far = Choices({"1": ("Абай",), "2": ("Абай",)})
    with pytest.raises(EitherError):
        far.find("абай")
    with pytest.raises(NotFoundError):
        far.find("Семей")
    line = Line(2, {"culture": "a"}, {})
    lists = {**LISTS, "culture": Choices({"x": ("a",), "y": ("a",)})}
    assert Reader(COLUMNS, lists).read(line).objections == [("culture", told(refusal.EITHER, "a"))]


def test_cells_in_words() -> None:
    """What is given back stands as it was read."""
    cells: list[tuple[Value, str]] = [
        (None, ""),
        (Decimal("1.50"), "1.5"),
        (date(2026, 11, 20), "20.11.2026"),
        (NINE, "20.11.2026 09:00"),
        (Formula("=1"), "=1"),
        (Fault("#N/A"), "#N/A"),
        (True, "True"),
    ]
    assert [worded(value) for value, _words in cells] == [words for _value, words in cells]
