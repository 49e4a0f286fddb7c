"""Classifiers for tests, as the Bureau of National Statistics lays them out."""

from collections.abc import Iterable, Sequence
from io import BytesIO

from openpyxl import Workbook

HEAD = ("te", "ab", "cd", "ef", "hij", "k", "kaz_name", "rus_name", "nn")
Place = tuple[str, str, str]
ABAI = ("100000000", "Абай облысы", "область Абай")
SEMEI_AREA = ("101000000", "Семей қ.ә.", "Семей г.а.")
SEMEI = ("101010000", "Семей қ.", "г.Семей")
DISTRICT = ("103200000", "Абай ауданы", "Абайский район")
RURAL = ("103230000", "Арқат а.о.", "Аркатский с.о.")
VILLAGE = ("103230100", "Арқат а.", "с.Аркат")
ALMATY = ("750000000", "Алматы қ.", "г.Алматы")
ALMATY_DISTRICT = ("751110000", "Алмалы ауданы", "Алмалинский район")
PLACES = (ABAI, SEMEI_AREA, SEMEI, DISTRICT, RURAL, VILLAGE, ALMATY, ALMATY_DISTRICT)


def rows_of(places: Iterable[Place]) -> list[Sequence[object]]:
    """The rows of places, the code in its parts beside it."""
    return [
        (code, code[:2], code[2:4], code[4:6], code[6:], "2", kk, ru, None)
        for code, kk, ru in places
    ]


def workbook(rows: Iterable[Sequence[object]]) -> bytes:
    """A workbook with these rows."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("katonew1")
    for row in rows:
        sheet.append(row)
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()


def classifier(places: Iterable[Place] = PLACES) -> bytes:
    """A published classifier."""
    return workbook([HEAD, *rows_of(places)])
