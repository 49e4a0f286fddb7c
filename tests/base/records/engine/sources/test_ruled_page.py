"""Tables that a PDF draws: lines of every kind, merged cells, the words between them."""

import io

import pytest
import vl_convert
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, StreamObject

from birlik.base.records.engine.draft import SourceText
from birlik.base.records.engine.sources import paragraph_text, read_source

# Two columns and three rows; the first column's two last rows are one cell.
ACROSS, DOWN = (40, 160, 300), (60, 90, 120, 150)
LEVEL = [(40, 300, 60), (40, 300, 90), (160, 300, 120), (40, 300, 150)]
WORDS = [(45, 80, "Іс-шара"), (165, 80, "Мерзімі"), (45, 110, "Бау-бақшаны")]
WORDS += [(45, 122, "күту"), (165, 110, "жыл сайын"), (165, 140, "ай сайын")]


def line(*ends: float) -> str:
    """A stroke from (x, y) to (x, y)."""
    x, y, right, below = ends
    return f'<line x1="{x}" y1="{y}" x2="{right}" y2="{below}" stroke="black"/>'


def bar(*ends: float) -> str:
    """The same as a thin box, filled."""
    x, y, right, below = ends
    wide, high = max(right - x, 0.7), max(below - y, 0.7)
    return f'<rect x="{x}" y="{y}" width="{wide}" height="{high}" fill="black"/>'


def drawn(*pieces: str, words: list[tuple[int, int, str]]) -> SourceText:
    """A page with these strokes and words."""
    text = "".join(
        f'<text x="{x}" y="{y}" font-size="10" font-family="sans-serif">{one}</text>'
        for x, y, one in words
    )
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="800">'
    return read_source(vl_convert.svg_to_pdf(f"{svg}{''.join(pieces)}{text}</svg>"), "plan.pdf")


@pytest.mark.parametrize("rule", [line, bar])
def test_lines_and_bars(rule: object) -> None:
    """Strokes and thin filled boxes make the same cells; a missing line merges two places."""
    assert callable(rule)
    strokes = [rule(x, y, right, y) for x, right, y in LEVEL]
    strokes += [rule(x, 60, x, 150) for x in ACROSS]
    source = drawn(*strokes, words=[(40, 40, "Жоспар"), *WORDS, (40, 200, "Ескертпе")])
    [table] = source.tables
    cells = [
        (one.row, one.column, one.row_span, source.text[one.start : one.end]) for one in table.cells
    ]
    assert cells == [
        (0, 0, 1, "Іс-шара"),
        (0, 1, 1, "Мерзімі"),
        (1, 0, 2, "Бау-бақшаны\nкүту"),
        (1, 1, 1, "жыл сайын"),
        (2, 1, 1, "ай сайын"),
    ]
    around = [source.text[one.start : one.end] for one in source.paragraphs]
    assert around == ["Жоспар", "Ескертпе"]


def test_no_table() -> None:
    """A frame, an underline and a painted ground make no table."""
    ground = '<rect x="30" y="50" width="400" height="200" fill="#eee"/>'
    frame = '<rect x="30" y="50" width="400" height="200" fill="none" stroke="black"/>'
    source = drawn(ground, frame, line(40, 90, 200, 90), words=WORDS)
    assert source.tables == ()
    assert "жыл сайын" in source.text


def test_indents_and_gaps() -> None:
    """A first line set in and a gap between lines open a paragraph."""
    lines = []
    for at in range(5):
        top = 40 + 42 * at
        lines += [
            (60, top, f"{at} Бау-бақша өсіру және құстарға ұя жасау үшін"),
            (40, top + 14, "жоспар бекітілсін, ол осы жылдан бастап және"),
            (40, top + 28, "барлық ауылдарға жіберілсін, орындалсын."),
        ]
    lines.append((40, 300, "Бақылау кеңеске жүктелсін."))
    source = drawn(words=lines)
    read = [paragraph_text(source.text, one.start, one.end) for one in source.paragraphs]
    assert [words.split()[0] for words in read] == [*"01234", "Бақылау"]


def written(stream: str) -> SourceText:
    """A page with this stream of drawing operators and Latin letters in Helvetica."""
    writer = PdfWriter()
    page = writer.add_blank_page(400, 400)
    font = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
    named = DictionaryObject({NameObject(key): NameObject(name) for key, name in font.items()})
    fonts = DictionaryObject({NameObject("/F"): named})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    content = StreamObject()
    content.set_data(stream.encode("ascii"))
    page[NameObject("/Contents")] = writer._add_object(content)
    output = io.BytesIO()
    writer.write(output)
    return read_source(output.getvalue(), "plan.pdf")


def set_words(x: int, y: int, words: str) -> str:
    """The operators that set words at a point."""
    return f"BT /F 10 Tf 1 0 0 1 {x} {y} Tm ({words}) Tj ET "


BOXES = "40 300 100 30 re 140 300 100 30 re 40 270 100 30 re 140 270 100 30 re "
IN_BOXES = [(45, 310, "oak"), (145, 310, "elm"), (45, 280, "ash"), (145, 280, "fir")]


@pytest.mark.parametrize(
    ("stream", "count"),
    [
        (f"{BOXES} S ", 1),
        (f"{BOXES} f ", 0),
        (f"{BOXES} W n ", 0),
        ("40 300 200 1 re 40 330 200 1 re 40 300 1 30 re 140 300 1 30 re 240 300 1 30 re f ", 1),
        ("40 300 m 140 300 l 140 330 l 40 330 l s 140 300 m 240 300 l 240 330 l 140 330 l s ", 1),
    ],
    ids=["boxes", "grounds", "clips", "bars", "closed paths"],
)
def test_boxes(stream: str, count: int) -> None:
    """Boxes that are stroked are cells; what is only filled or only clips is none."""
    source = written(stream + "".join(set_words(*one) for one in IN_BOXES))
    assert len(source.tables) == count
    for table in source.tables:
        cells = [source.text[one.start : one.end] for one in table.cells]
        assert cells[:2] == ["oak", "elm"]
