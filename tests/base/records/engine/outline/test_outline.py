"""Outlines: sections, numbered items, bullets."""

from pathlib import Path

import pytest

from birlik.base.records.engine.draft import OutlineNode
from birlik.base.records.engine.outline import Outline, read_outline
from birlik.base.records.engine.sources import read_source

Shape = list[tuple[str, str, "Shape"]]


def outline(text: str) -> Outline:
    """The outline of a plain text."""
    return read_outline(read_source(text.encode(), "act.md"))


def shape(nodes: tuple[OutlineNode, ...]) -> Shape:
    """Numbers and titles of a tree."""
    return [(node.number, node.title, shape(node.children)) for node in nodes]


TEXT = """ҚАУЛЫ ЕТЕМІН:

1. Мыналар бекітілсін:

1) жоспар;

2) кесте.

2. Жарлық қолданысқа енгізіледі.

Президент

1-бөлім. Бақтар

Мақсаты мыналар болып табылады:

ағаш егу;

"Көктем" жобасын бастау;

ұя жасау.

Бұл жұмыс жалғасады.

2-бөлім. Күтім

- суару;
- қырқу.
"""


def test_tree() -> None:
    """Points hold their items, sections their bullets, with or without a mark."""
    assert shape(outline(TEXT).nodes) == [
        ("1", "Мыналар бекітілсін:", [("1", "жоспар;", []), ("2", "кесте.", [])]),
        ("2", "Жарлық қолданысқа енгізіледі.", []),
        (
            "1",
            "Бақтар",
            [("", "ағаш егу;", []), ("", '"Көктем" жобасын бастау;', []), ("", "ұя жасау.", [])],
        ),
        ("2", "Күтім", [("", "суару;", []), ("", "қырқу.", [])]),
    ]


def test_offsets() -> None:
    """A node covers what stands below it, and a decree's point not the signature."""
    nodes = outline(TEXT).nodes
    assert TEXT[nodes[1].start : nodes[1].end] == "2. Жарлық қолданысқа енгізіледі."
    assert TEXT[nodes[2].start : nodes[2].end].endswith("Бұл жұмыс жалғасады.")
    assert [node.level for node in nodes] == [1] * 4
    assert nodes[0].children[0].level == 2


def test_markdown_headings() -> None:
    """A numbered heading ranks by its number, another by its level; a masthead is none."""
    text = (
        "**УКАЗ**\n\n## 5. Сады\n\n## **5.1. Яблони**\n\n**В сфере полива:**\n\nрыть каналы;\n\n"
        "#### **В сфере тени:**\n\nсажать липы.\n\n### **5.2. Груши**\n\n# Итог"
    )
    assert shape(outline(text).nodes) == [
        (
            "5",
            "Сады",
            [
                (
                    "5.1",
                    "Яблони",
                    [
                        ("", "В сфере полива:", [("", "рыть каналы;", [])]),
                        ("", "В сфере тени:", [("", "сажать липы.", [])]),
                    ],
                ),
                ("5.2", "Груши", []),
            ],
        ),
        ("", "Итог", []),
    ]


@pytest.mark.parametrize(
    ("contents", "lost"),
    [
        ("1-бөлім. Бақ\n\n2-бөлім.\n\nКүтім\n\n3-бөлім. Жеміс", ["3-бөлім"]),
        ("1-бөлім. Бақ", ["contents"]),
        ("1-бөлім. Бақ\n\n2-бөлім. Күтім", []),
        ("1. Бақ\n\n2. Күтім", []),
    ],
)
def test_contents(contents: str, lost: list[str]) -> None:
    """The contents are no sections; what they promise or fail to name is listed as lost."""
    text = f"Мазмұны\n\n{contents}\n\n1-бөлім. Бақ\n\nАғаш.\n\n2-бөлім. Күтім\n\nСуару."
    read = outline(text)
    assert [loss.what for loss in read.lost] == lost
    assert shape(read.nodes) == [("1", "Бақ", []), ("2", "Күтім", [])]


def test_contents_to_the_end() -> None:
    """Contents without any text after them leave an empty outline and every section lost."""
    read = outline("Содержание\n\nРаздел 1. Сады\n\nРаздел 2. Парки")
    assert read.nodes == ()
    assert [loss.what for loss in read.lost] == ["Раздел 1", "Раздел 2"]


def test_lead_in_after_a_colon() -> None:
    """A sentence after a colon that itself ends with one leads in, it is no bullet."""
    read = outline("Раздел 1. Сады\n\nИтоги:\n\nСады дадут:\n\nтень;\n\nплоды.")
    assert [node.title for node in read.nodes[0].children] == ["тень;", "плоды."]


def test_outside() -> None:
    """Spans of flattened tables have no part in the outline."""
    text = "1. Егу.\n\n2. Суару."
    read = read_outline(read_source(text.encode(), "a.txt"), [(9, len(text))])
    assert shape(read.nodes) == [("1", "Егу.", [])]


# Counted by hand in the texts: sections, and points and items below the fifth section.
SECTIONS = {
    "concept-2030.ru.txt": (6, 9),
    "concept-2030.kk.txt": (5, None),
    "concept-2022-2026-with-plan.kk.txt": (6, None),
    "concept-2020.ru.txt": (7, None),
}


@pytest.mark.parametrize("file", SECTIONS)
def test_sections_of_the_acts(acts: Path, file: str) -> None:
    """Every section that an act still carries is a node, in order, and covers its text."""
    source = read_source((acts / file).read_bytes(), file)
    nodes = read_outline(source).nodes
    sections = [node for node in nodes if node.children or len(node.title) < 200]
    numbers = [node.number for node in sections]
    count, points = SECTIONS[file]
    wanted = [str(number) for number in range(1, count + 1)]
    assert any(numbers[at : at + count] == wanted for at in range(len(numbers)))
    for node in nodes:
        for child in node.children:
            assert node.start < child.start < child.end <= node.end
    if points:
        fifth = next(node for node in nodes if node.title.startswith("Основные принципы"))
        # 3 principles, 6 directions
        assert sum(bool(child.number) for child in fifth.children) == points


def test_annex_closes_the_sections() -> None:
    """What follows the heading of an annex is no part of the last section."""
    [section] = outline("1-бөлім. Бақ\n\nАғаш.\n\nТұжырымдамаға\nҚОСЫМША\n\nЖоспар").nodes
    assert section.end == len("1-бөлім. Бақ\n\nАғаш.")
