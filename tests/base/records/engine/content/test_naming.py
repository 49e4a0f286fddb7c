"""Names that people give their files, made fit to be shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from birlik.base.records.engine.content import shown_name
from birlik.base.records.engine.content.naming import LONGEST, RESERVED, is_unshown, titled


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Есеп 2024.pdf", "Есеп 2024.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\a\\есеп.docx", "есеп.docx"),
        ("есеп\u202efdp.exe", "есепfdp.exe"),
        ("a\r\nSet-Cookie: x.pdf", "a Set-Cookie_ x.pdf"),
        ('"><script>.pdf', "___script_.pdf"),
        ("\x00\x07", "file"),
        ("...", "file"),
        ("", "file"),
        ("й".replace("й", "и\u0306") + ".pdf", "й.pdf"),
        ("ұ" * 300 + ".pdf", "ұ" * (LONGEST - 4) + ".pdf"),
        ("ұ" * 300, "ұ" * LONGEST),
    ],
)
def test_names_are_cleaned(name: str, shown: str) -> None:
    """Folders, control characters and what turns the direction of reading are gone."""
    assert shown_name(name) == shown


@given(st.text(max_size=400))
def test_every_name_becomes_one_that_can_be_shown(name: str) -> None:
    """Whatever it was, it is short, visible, no path, and stays so when cleaned again."""
    shown = shown_name(name)
    assert 0 < len(shown) <= LONGEST
    assert not RESERVED.search(shown)
    assert not any(is_unshown(one) or one in "\r\n\t" for one in shown)
    assert shown_name(shown) == shown


@pytest.mark.parametrize(
    ("name", "ending", "title"),
    [
        ("есеп.PDF", "pdf", "есеп.pdf"),
        ("есеп.exe", "pdf", "есеп.exe.pdf"),
        ("фото.jpeg", "jpg", "фото.jpg"),
        (".pdf", "pdf", "pdf.pdf"),
    ],
)
def test_a_title_ends_as_its_content_does(name: str, ending: str, title: str) -> None:
    """The ending that belongs to the content stands last, once."""
    assert titled(name, ending) == title
