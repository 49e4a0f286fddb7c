"""Versions side by side, and the draft beside what was adopted."""

from dataclasses import replace

from birlik.base.values.local_text import LocalText
from birlik.domains.drafting.engine.comparing import CellChange, compare
from birlik.domains.drafting.engine.matching import AdoptedRow, fates
from birlik.domains.drafting.engine.nearness import nearness
from tests.domains.drafting.engine.test_check import DRAFT, GOOD

OTHER = replace(GOOD, key=8, number="2", title=LocalText("Фестиваль өткізу", "Фестиваль"))


def test_the_same_version_has_no_changes() -> None:
    """A draft compared with itself says nothing, also when a number moved by one."""
    assert compare(DRAFT, DRAFT) == ()
    moved = replace(DRAFT, measures=(replace(GOOD, number="2"),))
    assert compare(DRAFT, moved) == ()


def test_what_was_added_removed_and_changed_is_told_apart() -> None:
    """An added measure, a removed one, and one whose Russian deadline and tasks changed and that
    went to another direction."""
    before = replace(DRAFT, measures=(GOOD, OTHER))
    later = replace(
        GOOD, deadline=LocalText("тоқсан сайын", "ежегодно"), tasks=("1.2",), direction="2"
    )
    new = replace(GOOD, key=9, number="2")
    changed, added, removed = compare(before, replace(DRAFT, measures=(later, new)))
    assert changed.cells == (CellChange("deadline", "ru", "ежеквартально", "ежегодно"),)
    assert (changed.change, changed.moved, changed.tasks) == ("changed", True, (("1.1",), ("1.2",)))
    assert (added.change, added.number, added.title) == ("added", "2", GOOD.title)
    assert (removed.change, removed.number, removed.title) == ("removed", "2", OTHER.title)


def adopted(point: int, number: str, title: str, **cells: str) -> AdoptedRow:
    """A measure of an act, as the good one unless said."""
    usual = {"form": "хаттама", "deadline": "тоқсан сайын", "executors": "МАМ, СІМ"}
    return AdoptedRow(point=point, number=number, title=title, **(usual | cells))


def test_the_adopted_measure_is_found_by_its_words() -> None:
    """A measure that got another number is found by its title; what the adoption changed is told;
    what it left out and put in stands apart."""
    found = fates(
        (GOOD, OTHER),
        (
            adopted(1, "1", "Мүлде жаңа тақырыптағы конкурс"),
            adopted(2, "2", "Кеңестің отырыстарын өткізу", deadline="жыл сайын"),
        ),
        "kk",
    )
    kept, left_out, put_in = found
    assert kept.adopted is not None and kept.adopted.point == 2
    assert [(one.column, one.before, one.after) for one in kept.cells] == [
        ("title", "Кеңес отырыстарын өткізу", "Кеңестің отырыстарын өткізу"),
        ("deadline", "тоқсан сайын", "жыл сайын"),
    ]
    assert (left_out.drafted, left_out.adopted, left_out.cells) == (OTHER, None, ())
    assert put_in.drafted is None and put_in.adopted is not None and put_in.adopted.point == 1


def test_the_number_decides_between_equals() -> None:
    """Of two measures with the same title each goes to the one with its number, and quotes of
    another kind are no change."""
    twin = replace(GOOD, key=8, number="2")
    title = GOOD.title.kk
    found = fates((GOOD, twin), (adopted(1, "2", title), adopted(2, "1", f"«{title}»")), "kk")
    assert [one.adopted.point for one in found if one.adopted] == [2, 1]
    assert [one.cells for one in found] == [(), ()]


def test_nothing_is_near_nothing() -> None:
    """An empty title is near no other; the same words with other endings are the same."""
    assert nearness("", "Фестиваль", "ru") == 0.0
    assert nearness("Кеңес отырысы", "Кеңестің отырысын", "kk") == 1.0
