"""Executor cells in Kazakh and Russian."""

import pytest

from birlik.base.records.engine.draft import ExecutorDraft
from birlik.base.records.engine.executors import is_code, read_executors

LIST = {
    "АШМ": "Ауыл шаруашылығы министрлігі",
    "ҚБДМ": "Қалалық бақтар және даму мекемесі",
    "БҒК": "Бақ ғылым кеңесі",
    "БҒТ": "Бақ ғылым тобы",
    "ҚБ БҒК": "Қала бақтарының ғылым кеңесі",
    '"Жасыл белдеу" КММ': '"Жасыл белдеу" коммуналдық мемлекеттік мекемесі',
    '"Жас бағбан" ҚБ': '"Жас бағбан" қоғамдық бірлестігі',
}
AKIMATS = "Астана, Алматы, Шымкент қалаларының және облыстардың әкімдіктері"


def codes(text: str) -> list[str]:
    """The codes of a cell: ~ before one by agreement, + before a group."""
    return [
        f"{'~' if one.by_agreement else ''}{'+' if one.group else ''}{one.code}"
        for one in read_executors(text, LIST)[0]
    ]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("АШМ, ҚБДМ", ["АШМ", "ҚБДМ"]),
        ("АШМ; ҚБДМ (келісу\nбойынша),", ["АШМ", "~ҚБДМ"]),
        ('"\nЖас бағбан\n" ҚБ (\nкелісім бойынша)', ['~"Жас бағбан" ҚБ']),
        ("«Жас бағбан» ҚБ", ['"Жас бағбан" ҚБ']),
        ('"Жасыл белдеу" КММ', ['+"Жасыл белдеу" КММ']),
        ("ҚБ БҒК (келісу бойынша), БҒК", ["~ҚБ БҒК", "БҒК"]),
        ("АШМ ҚБДМ ҚБ БҒК (келісу бойынша)", ["АШМ", "ҚБДМ", "~ҚБ БҒК"]),
        (f"АШМ, {AKIMATS}, ҚБДМ", ["АШМ", f"+{AKIMATS}", "ҚБДМ"]),
        (
            "Астана, Алматы,\nШ ы м к е н т\nқалаларының және\nоблыстардың\nәкімдіктері",
            [f"+{AKIMATS}"],
        ),
        (
            "Астана, Алматы, І І Іымкент қалаларының және облыстардың әкімдіктері",
            [f"+{AKIMATS}"],
        ),
        (
            "Нұр-\nСүлтан, Алматы қалаларының әкімдіктері",
            ["+Нұр-Сұлтан, Алматы қалаларының әкімдіктері"],
        ),
        ("АШМ (жинақтау), ҚБДМ", ["АШМ", "ҚБДМ"]),
        ("ҚБДМ, АШМ (жинақтау)", ["АШМ", "ҚБДМ"]),
        (
            "акиматы городов Астаны, Алматы, Шымкента и областей (по согласованию), АШМ",
            ["~+акиматы городов Астаны, Алматы, Шымкента и областей", "АШМ"],
        ),
        ("МИО", ["+МИО"]),
    ],
)
def test_certain(cell: str, expected: list[str]) -> None:
    """A cell of known bodies and groups is read in printed order, whatever the line breaks did."""
    assert codes(cell) == expected
    assert read_executors(cell, LIST)[1]


@pytest.mark.parametrize("misread", ["КБДМ", "ҚБЦМ", "ҚБДН", "КБДМ"])
def test_misread_codes(misread: str) -> None:
    """A code that a scan misread is the one entry of the list that it can stand for."""
    assert read_executors(misread, LIST) == ((ExecutorDraft("ҚБДМ"),), True)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("ӘМ", ["ӘМ"]),
        ("БҒС", ["БҒС"]),
        ("АШМ, қалғандары", ["АШМ", "қалғандары"]),
        ("АШМ (келісу", ["АШМ (келісу"]),
        (
            "Караганда, Алматы қалаларының әкімдіктері",
            ["+Караганда, Алматы қалаларының әкімдіктері"],
        ),
        ("АШМ, АШМ", ["АШМ"]),
        ("АШМ (жинақтау), ҚБДМ (жинақтау)", ["АШМ", "ҚБДМ"]),
        ("Алматы, Астана", ["Алматы", "Астана"]),
        ('АШМ, "Бақ', ["АШМ", '"Бақ']),
    ],
)
def test_doubtful(cell: str, expected: list[str]) -> None:
    """An unknown code, an odd name or one named twice is kept as printed and not certain."""
    assert codes(cell) == expected
    assert not read_executors(cell, LIST)[1]


def test_full_names() -> None:
    """A body's full name is read as printed, and may hold codes of the list."""
    assert read_executors("Министерство садов (свод), комитет ҚБДМ", LIST)[1] is False
    name = "ҚБДМ бағбандар қауымдастығы"
    assert read_executors(f"{name} (келісу бойынша)", LIST) == (
        (ExecutorDraft(name, by_agreement=True),),
        True,
    )


def test_without_a_list() -> None:
    """Where the act prints no list a code is as good as its letters."""
    assert read_executors("МРО, КЛХ", {}) == ((ExecutorDraft("МРО"), ExecutorDraft("КЛХ")), True)


def test_empty() -> None:
    """An empty cell names no one."""
    assert read_executors(" ,\n", LIST) == ((), True)


def test_is_code() -> None:
    """Codes are known through a scan's slips; other words are none."""
    assert is_code("КБДМ", LIST)
    assert not is_code("бақ", LIST)
