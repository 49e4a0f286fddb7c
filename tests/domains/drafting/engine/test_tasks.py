"""The directions and tasks of a concept."""

from pathlib import Path

import pytest

from birlik.base.records.engine.act import read_act
from birlik.base.records.engine.draft import OutlineNode
from birlik.base.records.engine.sources import read_source
from birlik.domains.drafting.engine.content import PLAN_LANGUAGES, PlanLanguage
from birlik.domains.drafting.engine.tasks import DirectionRead, read_directions, task_rows


def read(path: Path) -> tuple[DirectionRead, ...]:
    """The directions of a file."""
    source = read_source(path.read_bytes(), path.name)
    return read_directions(read_act(source).outline, source.text)


@pytest.mark.acts
@pytest.mark.parametrize("language", PLAN_LANGUAGES)
def test_the_concept_has_six_directions_and_48_tasks(acts: Path, language: PlanLanguage) -> None:
    """The concept to 2030 gives 6 directions with 11, 8, 13, 5, 7 and 4 tasks, in each language."""
    found = read(acts / f"concept-2030.{language}.txt")
    assert [len(one.tasks) for one in found] == [11, 8, 13, 5, 7, 4]


@pytest.mark.acts
def test_the_languages_stand_side_by_side(acts: Path) -> None:
    """The tasks are numbered within their direction, each in both languages: 3.8 is that of the
    languages of the ethnic groups, 5.7 the training of their political scientists."""
    rows = task_rows(*(read(acts / f"concept-2030.{code}.txt") for code in PLAN_LANGUAGES))
    by_number = {one.number: one for one in rows}
    assert len(rows) == 54
    assert all(one.title.kk and one.title.ru for one in rows)
    assert by_number["3.8"].direction == "3"
    assert "тілдерінің" in by_number["3.8"].title.kk and "языков" in by_number["3.8"].title.ru
    assert "этносаясаттанушы" in by_number["5.7"].title.kk
    assert "этнополитологов" in by_number["5.7"].title.ru


def node(number: str, text: str, words: str, *children: OutlineNode) -> OutlineNode:
    """A node whose words stand in the text."""
    start = text.index(words)
    return OutlineNode(number, 2, words, start, start + len(words), children)


TEXT = """1. Бірінші бағытты дамыту:

алғашқы міндет
екі жолда;

екінші міндет.

2. Екінші бағыт: бірінші міндеті жолдың өзінде;

соңғысы.
Бұл сөйлем міндет емес.
"""


def test_a_heading_may_hold_the_first_task() -> None:
    """Tasks are parted by semicolons at the ends of lines; the first may stand in the heading's own
    paragraph, lines are joined, and what follows the full stop is no task."""
    first, second = TEXT.split("2. ")
    nodes = [node("1", TEXT, first.strip()), node("2", TEXT, f"2. {second}".strip())]
    assert read_directions(nodes, TEXT) == (
        DirectionRead("Бірінші бағытты дамыту", ("алғашқы міндет екі жолда", "екінші міндет")),
        DirectionRead("Екінші бағыт", ("бірінші міндеті жолдың өзінде", "соңғысы")),
    )


def test_numbered_sentences_are_no_directions() -> None:
    """A numbered list without colons and tasks, as principles are, gives nothing."""
    text = "1. еркіндік;\n2. теңдік;\n"
    nodes = [node("1", text, "1. еркіндік;"), node("2", text, "2. теңдік;")]
    assert read_directions(nodes, text) == ()
    assert read_directions([], "") == ()


def test_a_second_list_begins_anew_and_the_longer_wins() -> None:
    """Where a text has two lists numbered from 1, the one with more tasks is meant, also when it
    stands inside a section."""
    text = "1. Бір нәрсе:\nа;\nб.\n1. Көбірек нәрсе:\nа;\nб;\nв.\n"
    short, long = "1. Бір нәрсе:\nа;\nб.", "1. Көбірек нәрсе:\nа;\nб;\nв."
    section = node("5", text, text.strip(), node("1", text, short), node("1", text, long))
    assert [one.title for one in read_directions([section], text)] == ["Көбірек нәрсе"]


def test_what_one_language_lacks_is_empty() -> None:
    """A task or direction that only one text has stands with an empty title in the other."""
    rows = task_rows(
        [DirectionRead("Бағыт", ("а", "ә"))],
        [DirectionRead("Направление", ("а",)), DirectionRead("Второе", ("б",))],
    )
    assert [(one.number, one.title.kk, one.title.ru, one.direction) for one in rows] == [
        ("1", "Бағыт", "Направление", ""),
        ("1.1", "а", "а", "1"),
        ("1.2", "ә", "", "1"),
        ("2", "", "Второе", ""),
        ("2.1", "", "б", "2"),
    ]
