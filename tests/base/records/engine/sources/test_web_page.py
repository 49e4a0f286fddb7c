"""HTML pages: the act among navigation, headings, tables, layout."""

import pytest

from birlik.base.records.engine.draft import SourceText
from birlik.base.records.engine.sources import read_source

PAGE = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html><html lang="ru"><head><meta charset="utf-8"><title>О садах</title>
<style>p { color: red }</style><script>var tracked = "Указ";</script></head>
<body>
<header><a href="/">Законы</a><form><input value="поиск"><button>Найти</button></form></header>
<nav><ul><li><a href="/a">Главная</a></li><li><a href="/b">Новости</a></li></ul></nav>
<div class="menu"><a href="/1">Текст</a> <a href="/2">Ссылки</a> <a href="/3">История</a></div>
<div class="wrap"><div class="requisites"><h1>О развитии садов</h1>
<p>Действует с 5 февраля 2027 года.</p></div><div class="text"><article>
<p id="z1"><a name="z1"></a>Указ Президента Республики Казахстан<br>от 5 февраля 2027 года № 12</p>
<h3>Раздел 1. Сады</h3>
<p>&nbsp;&nbsp;В соответствии с <a href="/docs/U1">Законом</a> о садах
ПОСТАНОВЛЯЮ:</p>
Слова без абзаца <b>тоже</b> читаются.
<ul><li>яблони;</li><li>груши.</li></ul>
<span><p>Абзац внутри строки.</p></span>
<table border="1"><thead><tr><th rowspan="2">№</th><th colspan="2">Сады</th></tr>
<tr><th>яблони</th><th>груши</th></tr></thead>
<tbody><tr><td>1</td><td rowspan="0x">5</td><td><p>6</p><p>7</p></td></tr></tbody></table>
<p hidden>тайное</p><p style="display: none">тайное</p><p role="search">тайное</p>
<!-- скрытое примечание -->
</article></div></div>
<aside>Похожие документы</aside>
<div id="site-footer">Свидетельство о регистрации базы <b>данных</b></div>
<footer>© 2027 <a href="/x">О базе</a> Права защищены</footer>
</body></html>"""


def words(source: SourceText) -> list[str]:
    """The paragraphs of the source."""
    return [source.text[one.start : one.end] for one in source.paragraphs]


def test_page_of_a_legal_database() -> None:
    """The act is found among navigation, scripts, hidden words and the footer."""
    source = read_source(PAGE.encode(), "act.html")
    assert words(source) == [
        "О развитии садов",
        "Действует с 5 февраля 2027 года.",
        "Указ Президента Республики Казахстан\nот 5 февраля 2027 года № 12",
        "Раздел 1. Сады",
        "В соответствии с Законом о садах ПОСТАНОВЛЯЮ:",
        "Слова без абзаца тоже читаются.",
        "яблони;",
        "груши.",
        "Абзац внутри строки.",
    ]
    assert [one.level for one in source.paragraphs] == [1, 0, 0, 3, 0, 0, 0, 0, 0]
    assert (source.format, source.language) == ("html", "ru")


def test_merged_cells() -> None:
    """Every cell stands in its column, one merged downwards once."""
    source = read_source(PAGE.encode(), "act.html")
    [table] = source.tables
    cells = [
        (cell.row, cell.column, cell.row_span, cell.column_span, source.text[cell.start : cell.end])
        for cell in table.cells
    ]
    assert cells == [
        (0, 0, 2, 1, "№"),
        (0, 1, 1, 2, "Сады"),
        (1, 1, 1, 1, "яблони"),
        (1, 2, 1, 1, "груши"),
        (2, 0, 1, 1, "1"),
        (2, 1, 1, 1, "5"),
        (2, 2, 1, 1, "6\n7"),
    ]


@pytest.mark.parametrize(
    "body",
    [
        "<table><tr><td><p>Бау өсіру.</p><p>Ағаш егу.</p></td></tr></table>",
        "<table><tr><td>мәзір</td><td><table><tr><td>а</td></tr></table><p>Ағаш егу.</p></td></tr>"
        "</table>",
    ],
)
def test_layout_tables(body: str) -> None:
    """A table that only places the parts of a page is looked through."""
    source = read_source(f"<html><body>{body}</body></html>".encode(), "a.html")
    assert source.tables == ()
    assert "Ағаш егу." in words(source)


def test_declared_encoding() -> None:
    """The encoding that a page declares is used; where it lies the bytes decide."""
    page = "<html><head><meta charset={}></head><body><p>Сады и парки Казахстана</p></body></html>"
    for declared, actual in (("windows-1251", "cp1251"), ("utf-8", "cp1251"), ("none", "utf-8")):
        source = read_source(page.format(declared).encode(actual), "a.htm")
        assert words(source) == ["Сады и парки Казахстана"]


def test_hostile_depth() -> None:
    """Elements nested without end neither hang nor break the reader."""
    source = read_source(b"<html><body>" + b"<div><span>a " * 3_000, "a.html")
    assert source.text.startswith("a")


def test_table_as_body() -> None:
    """A page that is one table is that table."""
    source = read_source(
        "<html><body><table><tr><td>1</td><td>сад</td></tr></table></body></html>".encode(), ""
    )
    assert len(source.tables) == 1


def test_words_after_furniture() -> None:
    """Words that stand right behind a dropped element are kept."""
    page = "<html><body><p>Сад</p><script>x</script> растет <p><i>в</i><script>x</script> поле</p>"
    assert words(read_source(page.encode(), "a.html")) == ["Сад", "растет", "в поле"]


def test_head_beside_the_body() -> None:
    """The title above a long body is kept, and so is what stands around a long table."""
    rows = "".join(f"<tr><td>{n}</td><td>Посадить яблони</td></tr>" for n in range(200))
    page = f"<html><body><h1>Сады</h1><table>{rows}</table><p>Примечание.</p></body></html>"
    source = read_source(page.encode(), "a.html")
    assert words(source) == ["Сады", "Примечание."]
    assert len(source.tables) == 1


def test_body_called_furniture() -> None:
    """A page's main part is read even where it is called a menu."""
    page = "<html><body><div class='menu'><p>Растут яблони.</p></div></body></html>"
    assert words(read_source(page.encode(), "a.html")) == ["Растут яблони."]


def test_title_in_a_short_head() -> None:
    """A title that stands alone in a small element above the body is kept."""
    page = (
        "<html><body><div><h1>О садах</h1></div><div><div>Слева</div>"
        "<p>В садах растут яблони и груши.</p></div></body></html>"
    )
    assert words(read_source(page.encode(), "a.html"))[0] == "О садах"


def test_page_within_a_form() -> None:
    """A page that stands in a form as a whole is read, and the head of an article is its own."""
    page = (
        "<html><body><form><article><header><h1>О садах</h1></header><p>Растут яблони.</p>"
        "</article></form></body></html>"
    )
    assert words(read_source(page.encode(), "a.html")) == ["О садах", "Растут яблони."]


def test_ordered_list() -> None:
    """The numbers that a page prints before the items of a list are part of the text."""
    page = (
        "<html><body><p>В садах:</p><ol start='3'><li>яблони;</li><li><p>груши;</p></li></ol>"
        "<ol start='x'><li>сливы.</li></ol></body></html>"
    )
    found = words(read_source(page.encode(), "a.html"))
    assert " ".join(found) == "В садах: 3. яблони; 4. груши; 1. сливы."
