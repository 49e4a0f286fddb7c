"""Outgoing letters as one PDF."""

from datetime import UTC, datetime
from io import BytesIO

from pypdf import PdfReader

from birlik.base.letters.engine.typeset import PrintedLetter, typeset
from birlik.base.letters.papers import letters_source
from birlik.base.values.local_text import LocalText

AT = datetime(2026, 7, 6, 5, tzinfo=UTC)
KAZAKH = "әғқңөұүһі ӘҒҚҢӨҰҮҺІ"


def letter(**more: object) -> PrintedLetter:
    """A letter that has not been numbered."""
    usual: dict[str, object] = {
        "number": "",
        "day": "",
        "addressee": LocalText("Министрлік", "Министерство"),
        "subject": LocalText("Тақырып", "Тема"),
        "text": LocalText("Қазақша мәтін.", "Русский текст."),
        "signatory": "Төраға\nА. Әбдіқадырұлы",
        "executor": "Ғ. Өмірһанқызы",
        "phone": "74-00-00",
    }
    return PrintedLetter(**(usual | more))


def pages(*letters: PrintedLetter) -> list[str]:
    """The words of each page."""
    pdf = typeset(letters_source(), letters, at=AT)
    return [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]


def test_a_letter_has_its_parts_in_order() -> None:
    """Space for number and date, the addressee, Kazakh before Russian, who signs, who may be
    called."""
    (words,) = pages(letter())
    order = [
        *("№", "ж./г.", "Министрлік", "Тақырып", "Қазақша мәтін.", "Тема", "Русский текст."),
        *("Төраға", "Орынд. / Исп.: Ғ. Өмірһанқызы, тел. 74-00-00"),
    ]
    places = [words.index(part) for part in order]
    assert places == sorted(places)


def test_a_numbered_letter_bears_number_and_day() -> None:
    """What was numbered needs no space to be written in."""
    (words,) = pages(letter(number="07-12/1", day="06.07.2026"))
    assert "№ 07-12/1" in words
    assert "06.07.2026" in words
    assert "ж./г." not in words


def test_the_letters_of_kazakh_are_there() -> None:
    """Each Kazakh letter, small and capital, has a glyph in the fonts that travel along."""
    (words,) = pages(letter(text=LocalText(KAZAKH, "")))
    assert all(one in words for one in KAZAKH.replace(" ", ""))


def test_each_letter_begins_on_a_page_of_its_own() -> None:
    """A long letter takes several pages, the next one begins on a new one."""
    long = letter(text=LocalText("\n\n".join(["Ұзақ мәтін. " * 30] * 12), ""))
    found = pages(long, letter(executor="Екінші", phone=""))
    assert len(found) > 2
    assert "Министрлік" in found[-1]
    assert "Исп.: Екінші" in found[-1]
    assert "тел." not in found[-1]


def test_marks_in_a_text_are_words() -> None:
    """What a person types is never taken for a command of the typesetter."""
    (words,) = pages(letter(text=LocalText("#panic[x] $a$ *b* \\ @c", "")))
    assert "#panic[x] $a$ *b*" in words
