"""The certificate as a paper."""

from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from pypdf import PdfReader

from birlik.base.values.local_text import LocalText
from birlik.domains.accreditation.engine.paper import (
    PrintedCertificate,
    certificate_pdf,
    square,
)
from birlik.domains.accreditation.papers import certificate_source

ONE = PrintedCertificate(
    number="2026-10-001",
    name=LocalText("Әлем бірлестігі", "Объединение «Алем» #1 [*]"),
    region=LocalText("Абай облысы", "область Абай"),
    bin="990140000017",
    branches=(LocalText("Семей филиалы", "Семейский филиал"),),
    valid_from=date(2026, 11, 20),
    last_day=date(2029, 11, 19),
    protocol="№ 5, 20.11.2026",
    code="ABCD-EFGH-JKMN-PQRS",
    address="https://birlik.example/verify/ABCD-EFGH-JKMN-PQRS/",
    invented=True,
)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("kk", ("КУӘЛІК", "Әлем бірлестігі", "Абай облысы", "Семей филиалы", "Демонстрация")),
        ("ru", ("СВИДЕТЕЛЬСТВО", "Объединение «Алем» #1 [*]", "Семейский филиал", "область Абай")),
    ],
)
def test_a_certificate_says_all_in_its_language(language: str, words: tuple[str, ...]) -> None:
    """One page with the association, its term, the ground, the code and the public address; marks
    in a name are words, not commands."""
    at = datetime(2026, 11, 20, tzinfo=UTC)
    pages = PdfReader(
        BytesIO(certificate_pdf(certificate_source(), ONE, language=language, at=at))
    ).pages
    text = pages[0].extract_text()
    assert len(pages) == 1
    for word in (*words, ONE.number, ONE.code, ONE.address, "20.11.2026 – 19.11.2029", ONE.bin):
        assert word in text


def test_the_square_is_a_picture() -> None:
    """The public address is drawn as SVG."""
    assert square(ONE.address).startswith("<?xml") or "<svg" in square(ONE.address)
