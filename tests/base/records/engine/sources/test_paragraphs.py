"""Logical paragraphs of printed pages."""

from pathlib import Path

import pytest

from birlik.base.records.engine.sources import paragraph_text, paragraphs, read_source


def words(text: str) -> list[str]:
    """The paragraphs of a text as a reader sees them."""
    return [paragraph_text(text, one.start, one.end) for one in paragraphs(text)]


LINE = "Бау-бақша бағдарламасының мақсаты - әр аулада ағаш өсіру және оны күтіп"


def test_indent_opens_a_paragraph() -> None:
    """In an indented print a line belongs to the paragraph whose indent opened it."""
    text = "\n".join(f"      {LINE} \nбаптау үшін жағдай жасау." for _ in range(6))
    assert words(text) == [f"{LINE} баптау үшін жағдай жасау."] * 6


def test_a_page_end_does_not_part_a_sentence() -> None:
    """A sentence cut by the blank lines of a page's end is one paragraph."""
    page = "\n".join(f"      {LINE}\nбаптау." for _ in range(5))
    text = f"{page}\n      {LINE}\n\n\n\nбаптау үшін.\n      Келесі абзац."
    assert words(text)[-2:] == [f"{LINE} баптау үшін.", "Келесі абзац."]


def test_a_name_goes_on_after_a_page_end() -> None:
    """After a page's end a line without indent goes on with the sentence, also in a capital."""
    page = "\n".join(f"      {LINE}\nбаптау." for _ in range(5))
    text = f"{page}\n      {LINE}\n\n\n\nҚазақстан үшін."
    assert words(text)[-1] == f"{LINE} Қазақстан үшін."


def test_a_torn_off_sign_goes_back() -> None:
    """A line of one sign belongs to the words before it."""
    page = "\n".join(f"      {LINE}\nбаптау." for _ in range(5))
    assert words(f"{page}\n      тәуекелдер\n;")[-1] == "тәуекелдер ;"


def test_items_of_a_wrapped_print() -> None:
    """Numbers and bullets open paragraphs, and wrapped lines below them do not."""
    text = f"1) {LINE}\nбаптау;\n2) ағаш егу.\n- {LINE}\nбаптау.\nЖаңа сөйлем басталды."
    assert words(text) == [
        f"1) {LINE} баптау;",
        "2) ағаш егу.",
        f"{LINE} баптау.",
        "Жаңа сөйлем басталды.",
    ]


def test_a_paragraph_to_a_line() -> None:
    """Where every paragraph is one long line, lines are paragraphs and hard breaks join."""
    long = " ".join([LINE] * 3)
    text = f"{long}.\n{long}.\nПрезидент  \nРеспублики Казахстан\n\n{long}"
    assert words(text) == [f"{long}.", f"{long}.", "Президент Республики Казахстан", long]


def test_markdown_headings() -> None:
    """Markdown headings keep their level, a bold line is the lowest, rules are no paragraphs."""
    text = "## **5.1. Сады**\nРастут яблони.\n\n**В сфере садов:**\n\n---\n\n\\* \\* \\*\n\nКонец."
    found = paragraphs(text)
    assert [one.level for one in found] == [2, 0, 6, 0]
    assert words(text) == ["5.1. Сады", "Растут яблони.", "В сфере садов:", "Конец."]


def test_sections_open_paragraphs() -> None:
    """A section's heading opens a paragraph even in the midst of lines."""
    assert words("алма\n2-бөлім. Талдау\nРаздел 3. Обзор") == [
        "алма",
        "2-бөлім. Талдау",
        "Раздел 3. Обзор",
    ]


@pytest.mark.parametrize(
    ("file", "paragraph"),
    [
        (
            "concept-2022-2026-with-plan.kk.txt",
            "Қоғамдық келісім мен жалпыұлттық бірліктің қазақстандық моделінің бірегей "
            "элементтері қалыптастырылды.",
        ),
        (
            "concept-2030.ru.txt",
            "В городах Астане, Алматы, Шымкенте и областях действуют региональные ассамблеи, "
            "возглавляемые акимами.",
        ),
        ("concept-2030.kk.txt", "4) барлық этностардың елдің қоғамдық-саяси өміріне қатысуы;"),
        ("concept-2020.ru.txt", "формирование нового казахстанского патриотизма;"),
    ],
)
def test_paragraphs_of_the_acts(acts: Path, file: str, paragraph: str) -> None:
    """A paragraph of each act is found whole, with offsets into the file's own text."""
    source = read_source((acts / file).read_bytes(), file)
    found = [paragraph_text(source.text, one.start, one.end) for one in source.paragraphs]
    assert source.text == (acts / file).read_text("utf-8")
    assert paragraph in [one.removeprefix("- ") for one in found]
