"""What is to be clarified in a draft."""

from dataclasses import replace

import pytest

from birlik.base.values.local_text import LANGUAGES, LocalText
from birlik.domains.drafting.engine.check import Finding, check
from birlik.domains.drafting.engine.content import (
    DraftContent,
    IndicatorRow,
    MeasureRow,
    TaskRow,
)
from tests.domains.drafting.drafts import twenty

GOOD = MeasureRow(
    key=7,
    number="1",
    direction="1",
    title=LocalText("Кеңес отырыстарын өткізу", "Проведение заседаний совета"),
    form=LocalText("хаттама", "протокол"),
    deadline=LocalText("тоқсан сайын", "ежеквартально"),
    executors=LocalText("МАМ, СІМ", "МКИ, МИД"),
    tasks=("1.1",),
    indicators=(3,),
)
DRAFT = DraftContent(
    title=LocalText("Жоспар", "План"),
    first_year=2026,
    last_year=2030,
    tasks=(
        TaskRow("1", LocalText("Бағыт", "Направление")),
        TaskRow("1.1", LocalText("Міндет", "Задача"), "1"),
    ),
    measures=(GOOD,),
    indicators=(IndicatorRow(3, LocalText("Келісім", "Согласие")),),
)


def found(**changed: object) -> list[Finding]:
    """What is found when the good measure is changed."""
    return list(check(replace(DRAFT, measures=(replace(GOOD, **changed),))))


def test_a_good_measure_raises_no_question() -> None:
    """A measure with all cells in both languages, that serves a task and an indicator, is left in
    peace."""
    assert found() == []


@pytest.mark.parametrize(
    ("changed", "kind"),
    [
        ({"title": LocalText("Отырыс", "")}, "no_title"),
        ({"form": LocalText()}, "no_form"),
        ({"deadline": LocalText()}, "no_deadline"),
        ({"executors": LocalText("МАМ", "")}, "no_executor"),
        ({"deadline": LocalText("көп ұзамай", "вскоре")}, "deadline_unread"),
        ({"deadline": LocalText("2031 жыл", "2031 год")}, "deadline_outside"),
        ({"deadline": LocalText("жыл сайын", "ежеквартально")}, "deadlines_differ"),
        ({"executors": LocalText("МАМ, СІМ", "МКИ")}, "executors_differ"),
        ({"unknown": ("АБВГ",)}, "executor_unknown"),
        ({"form_known": False}, "uncountable"),
        ({"tasks": ()}, "task_bare"),
        ({"indicators": ()}, "indicator_bare"),
    ],
)
def test_each_fault_is_found_alone(changed: dict[str, object], kind: str) -> None:
    """Each fault is found once, with the words it concerns, said in three languages."""
    (one,) = found(**changed)
    assert one.kind == kind
    assert one.severity in {"error", "warning", "question"}
    assert all(one.message.get(code) for code in LANGUAGES)
    assert one.message.missing() == ()
    assert one.measure == (None if kind.endswith("bare") else 7)


def test_a_number_of_things_can_be_counted() -> None:
    """A form that the charter does not know is no question where the deadline says how many things
    are to be brought."""
    counted = LocalText("жылына кемінде 20 жарияланым", "не менее 20 публикаций в год")
    kinds = {one.kind for one in found(form_known=False, deadline=counted)}
    assert "uncountable" not in kinds


def test_a_missing_cell_is_named_with_its_language() -> None:
    """What lacks one language says which; what lacks both is missing altogether."""
    (one,) = found(title=LocalText("", "Заседание"))
    assert "қазақ" in one.message.kk
    (one,) = found(form=LocalText())
    assert one.message.ru == "Форма завершения: не указано."


def test_near_titles_are_duplicates() -> None:
    """Two measures that differ by endings alone are one question, asked of the first; others are
    not."""
    twin = replace(GOOD, key=8, number="2", title=LocalText("Кеңестің отырысын өткізу", "Иное"))
    other = replace(GOOD, key=9, number="3", title=LocalText("Тілдер фестивалі", "Фестиваль"))
    draft = replace(DRAFT, measures=(GOOD, twin, other))
    (one,) = check(draft)
    assert (one.kind, one.measure, one.other) == ("duplicate", 7, 8)


def test_the_demonstration_has_one_pair_of_deadlines_that_differ() -> None:
    """Of the twenty measures of the demonstration only the seventh says two deadlines: twice a year
    in Kazakh, quarterly in Russian; 36 of the 48 tasks have a measure (7, 6, 10, 3, 6 and 4
    by direction), 12 have none."""
    kinds = [(one.kind, one.measure) for one in check(twenty()) if one.kind != "task_bare"]
    assert kinds == [("deadlines_differ", 7)]
    covered = {task for one in twenty().measures for task in one.tasks}
    assert len(covered) == 36
    assert sum(one.kind == "task_bare" for one in check(twenty())) == 12
