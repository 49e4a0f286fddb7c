"""The act's own list of abbreviations."""

import pytest

from birlik.base.records.engine.abbreviations import read_abbreviations
from birlik.base.records.engine.sources import read_source


def listed(text: str) -> dict[str, str]:
    """Codes and their meanings."""
    return {one.code: one.meaning for one in read_abbreviations(text)}


@pytest.mark.parametrize(
    "heading",
    [
        "Ескертпе: аббревиатуралардың толық жазылуы:",
        "      :Бскертпе: аббревиатуралардың толық жазылуы",
        "Примечание: расшифровка аббревиатур:",
        "Список сокращений",
        "Қысқартылған сөздер тізімі",
    ],
)
def test_list(heading: str) -> None:
    """Entries parted by dashes are read below any of the usual headings."""
    text = (
        f'Жоспар\n\n{heading}\n\nАШМ -\nАуыл шаруашылығы \nминистрлігі\n\n"Жасыл \nбелдеу" КММ - '
        '"Жасыл белдеу\n" мекемесі;\n\nҚБ БҒК – ғылыми-сарапшылық кеңес.\n\n© 2027'
    )
    assert listed(text) == {
        "АШМ": "Ауыл шаруашылығы министрлігі",
        '"Жасыл белдеу" КММ': '"Жасыл белдеу" мекемесі',
        "ҚБ БҒК": "ғылыми-сарапшылық кеңес",
    }
    first = read_abbreviations(text)[0]
    assert text[first.start : first.end].split() == [
        *("АШМ", "-", "Ауыл", "шаруашылығы", "министрлігі")
    ]


def test_no_list() -> None:
    """An act without a list has no abbreviations."""
    assert listed("АШМ - министрлік") == {}


def test_list_in_a_table() -> None:
    """A list in two columns of a real table needs no dashes."""
    page = (
        "<html><body><p>Примечание: расшифровка аббревиатур</p><table><tr><td>МРО</td>"
        "<td>Министерство рек</td></tr><tr><td>прочее</td><td>нет</td></tr>"
        "<tr><td>КЛХ</td></tr></table></body></html>"
    )
    source = read_source(page.encode(), "a.html")
    found = read_abbreviations(source.text, source.tables)
    assert [(one.code, one.meaning) for one in found] == [("МРО", "Министерство рек")]
    assert source.text[found[0].start : found[0].end] == "МРО\tМинистерство рек"


def test_name_at_an_entrys_end() -> None:
    """A name or a short word that ends an entry is not a part of the next code."""
    text = (
        'Примечание: расшифровка аббревиатур:\nРГУ "Үй" - учреждение "Үй"\n\nАНК - Ассамблея\n'
        'АП РК - Администрация Президента РК\nМКИ - министерство\nНАО\n"Центр" - общество'
    )
    codes = [entry.code for entry in read_abbreviations(text)]
    assert codes == ['РГУ "Үй"', "АНК", "АП РК", "МКИ", 'НАО "Центр"']


def test_list_in_the_line_of_its_heading() -> None:
    """Entries may follow the heading in its own line, and a bare note may head them."""
    for heading in ("Ескертпе: аббревиатуралардың толық жазылуы:", "Ескертпе:", "Аббревиатуралар:"):
        codes = [one.code for one in read_abbreviations(f"{heading} АШМ - министрлік; БҚ - қор")]
        assert codes == ["АШМ", "БҚ"], heading
