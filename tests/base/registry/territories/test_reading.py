"""The classifier of territories: what its codes mean, what a file says, what it changes."""

import pytest

from birlik.base.records.engine.content.refusal import UnfitFileError
from birlik.base.records.engine.workbook import read_workbook
from birlik.base.registry.engine.territories import (
    Classifier,
    Known,
    PlaceRow,
    above,
    classifier_of,
    difference,
    kind_of,
    level_of,
    places_of,
    records_of,
)
from birlik.base.registry.engine.territory_words import (
    CODE_TWICE,
    NO_CLASSIFIER,
    NO_NAME,
    NO_PLACES,
    NO_REGION,
    NOT_A_CODE,
    OTHER_PARTS,
)
from tests.base.registry.territories import classifier as made
from tests.base.registry.territories.classifier import ABAI, HEAD, PLACES, workbook


def read(content: bytes) -> Classifier:
    """What a file says."""
    return classifier_of(read_workbook(content))


def known(code: str, kk: str, ru: str, over: str = "", *, lasts: bool = True) -> Known:
    """A place of the register."""
    return Known(code, kk, ru, over, lasts)


@pytest.mark.parametrize(
    ("code", "level", "kind"),
    [
        ("100000000", 1, "oblast"),
        ("710000000", 1, "city of republican significance"),
        ("101000000", 2, "city"),
        ("103200000", 2, "district"),
        ("101010000", 3, "city"),
        ("103230000", 3, "rural district"),
        ("751110000", 3, "district"),
        ("103230100", 4, "settlement"),
    ],
)
def test_a_code_tells_level_and_kind(code: str, level: int, kind: str) -> None:
    """Noughts stand for the parts that a place has not; from 71 on a region is a city."""
    assert (level_of(code), kind_of(code)) == (level, kind)


def test_a_place_lies_in_the_nearest_that_is_listed() -> None:
    """The classifier leaves levels out: a district of Almaty lies in the city at once."""
    codes = dict.fromkeys(code for code, _kk, _ru in PLACES)
    assert above("103230100", codes) == "103230000"
    assert above("751110000", codes) == "750000000"
    assert above("100000000", codes) == ""


def test_the_published_file_is_read() -> None:
    """Every row is a place with its code and its names in both languages."""
    found = read(made.classifier())
    assert found.wrong == ()
    assert [(one.code, one.kk, one.ru) for one in found.places] == list(PLACES)


def test_another_layout_is_read() -> None:
    """The head may stand lower and in words, in any order; codes may be numbers, without parts; a
    Macedonian letter is a Kazakh one; a column may say the earlier code."""
    content = workbook(
        [
            ("Жіктеуіш",),
            (),
            ("Наименование на русском языке", "Код КАТО", "Қазақша атауы", "Прежний код"),
            ("область  Абай", 100000000, "Абай облысы", None),
            ("город Семей", "101000000", "Семей ќаласы", 630000000),
            (None, None, None, None),
        ]
    )
    assert read(content).places == (
        PlaceRow("100000000", "Абай облысы", "область Абай"),
        PlaceRow("101000000", "Семей қаласы", "город Семей", "630000000"),
    )


def test_rows_that_cannot_be_right_are_told() -> None:
    """A code that is none, twice, or not its parts; no name; a place of no region; a formula."""
    content = workbook(
        [
            HEAD,
            *made.rows_of([ABAI, ("10", "а", "б"), ABAI, ("330000000", "", "")]),
            ("101000000", "11", "10", "00", "000", "2", "а", "б", None),
            *made.rows_of([("191000000", "а", "б")]),
            ("=1+1", None, None, None, None, None, "а", "б", None),
        ]
    )
    assert list(read(content).wrong) == [
        (3, NOT_A_CODE),
        (4, CODE_TWICE),
        (5, NO_NAME),
        (6, OTHER_PARTS),
        (7, NO_REGION),
        (8, NOT_A_CODE),
    ]


@pytest.mark.parametrize(
    ("content", "reason"),
    [(workbook([("a", "b")]), NO_CLASSIFIER), (workbook([HEAD]), NO_PLACES)],
)
def test_what_is_no_classifier_is_refused(content: bytes, reason: object) -> None:
    """A workbook without the columns, or without a place, is refused with what is missing."""
    with pytest.raises(UnfitFileError) as refused:
        read(content)
    assert refused.value.reason == reason


def test_a_name_in_one_language_does_for_both() -> None:
    """Where the file lacks one name the other stands for it."""
    found = read(made.classifier([("100000000", "", "область Абай")]))
    assert found.places[0].kk == "область Абай"


def test_abbreviations_are_no_new_names() -> None:
    """«г.Алматы» and «Алматы қ.» are «город Алматы» and «Алматы қаласы»."""
    register = {"750000000": known("750000000", "Алматы қаласы", "город Алматы")}
    found = difference([PlaceRow("750000000", "Алматы қ.", "г.Алматы")], register)
    assert (found.changes, found.same) == (False, 1)


def test_a_difference_says_what_changes() -> None:
    """New, renamed, moved, given up and in force again are told apart; the rest stays."""
    register = {
        "100000000": known("100000000", "Абай облысы", "область Абай"),
        "103200000": known("103200000", "Ескі ауданы", "Старый район", "100000000"),
        "103230000": known("103230000", "Арқат а.о.", "Аркатский с.о.", "100000000"),
        "103230100": known("103230100", "Арқат а.", "с.Аркат", "103230000", lasts=False),
        "190000000": known("190000000", "Алматы облысы", "Алматинская область"),
        "199999999": known("199999999", "Бұрынғы", "Бывшее", "190000000", lasts=False),
    }
    found = difference([PlaceRow(*one) for one in PLACES], register)
    assert {one.code for one in found.new} == {
        "101000000", "101010000", "750000000", "751110000",
    }  # fmt: skip
    assert [one.row.code for one in found.renamed] == ["103200000"]
    assert [one.row.code for one in found.moved] == ["103230000"]
    assert [one.code for one in found.gone] == ["190000000"]
    assert [one.code for one in found.back] == ["103230100"]
    assert (found.same, found.changes) == (1, True)


def test_equal_names_propose_what_continues() -> None:
    """A village that moved with its district is known by its name and the district's, even where
    another of the name exists; else by its name alone; what the file says goes before; of twins
    nothing is said."""
    register = {
        one.code: one
        for one in (
            known("630000000", "Шығыс", "Восток"),
            known("631000000", "Абай ауданы", "Абайский район", "630000000"),
            known("631010000", "Арқат", "Аркат", "631000000"),
            known("632000000", "Басқа ауданы", "Другой район", "630000000"),
            known("632010000", "Арқат", "Аркат", "632000000"),
            known("633000000", "Жалғыз ауданы", "Один район", "630000000"),
            known("634000000", "Егіз", "Двойник", "630000000"),
            known("635000000", "Егіз", "Двойник", "630000000"),
        )
    }
    places = [
        PlaceRow("630000000", "Шығыс", "Восток"),
        PlaceRow("100000000", "Абай", "Абай"),
        PlaceRow("101000000", "Абай ауданы", "Абайский район"),
        PlaceRow("101010000", "Арқат", "Аркат"),
        PlaceRow("102000000", "Жаңа аты", "Новое", "633000000"),
        PlaceRow("104000000", "Егіз", "Двойник"),
    ]
    assert difference(places, register).continued == {
        "101000000": "631000000",
        "101010000": "631010000",
        "102000000": "633000000",
    }


def test_places_are_kept_as_json() -> None:
    """What is kept between the check and the taking is what was read."""
    places = [PlaceRow("100000000", "а", "б", "630000000")]
    assert list(places_of(records_of(places))) == places
