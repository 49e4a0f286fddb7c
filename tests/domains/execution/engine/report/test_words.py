"""What a report says of each obligation, in both languages, against sentences written by hand."""

from dataclasses import replace
from datetime import date

import pytest

from birlik.base.values.local_text import LocalText
from birlik.domains.execution.engine.report.content import Contribution, Execution, Proof
from birlik.domains.execution.engine.report.words import (
    LONGEST,
    NAMED,
    Side,
    information,
    proof_in_words,
    said,
    side_of,
)

BODY = LocalText("Абай", "Абай")
PLAIN = Execution(BODY, "2024-Q1", 1, date(2024, 3, 31), "fulfilled")


def lines(*executions: Execution, side: Side = "ru") -> list[str]:
    """The sentences on some executions."""
    return [one.text for one in information(executions, side)]


@pytest.mark.parametrize(
    ("changes", "kk", "ru"),
    [
        (
            {"submitted_on": date(2024, 3, 29)},
            "2024 жылғы I тоқсан (мерзімі 31.03.2024): мерзімінде орындалды, 29.03.2024 ұсынылды",
            "I квартал 2024 года (срок 31.03.2024): исполнено в срок, представлено 29.03.2024",
        ),
        (
            {"state": "fulfilled_late", "number": 2},
            "2024 жылғы I тоқсан, № 2 (мерзімі 31.03.2024): мерзімінен кеш орындалды",
            "I квартал 2024 года, № 2 (срок 31.03.2024): исполнено с опозданием",
        ),
        (
            {"state": "overdue", "asked_on": date(2024, 3, 1), "by_agreement": True},
            "2024 жылғы I тоқсан (мерзімі 31.03.2024): мерзімі өткен, есеп жоқ, мерзімі 01.03.2024 "
            "күнінен ұзартылды, келісу бойынша",
            "I квартал 2024 года (срок 31.03.2024): просрочено, отчета нет, срок продлен с "
            "01.03.2024, по согласованию",
        ),
        (
            {"state": "released", "ground": LocalText("1-тармақ", "пункт 1")},
            "2024 жылғы I тоқсан (мерзімі 31.03.2024): орындаудан босатылды (1-тармақ)",
            "I квартал 2024 года (срок 31.03.2024): освобождено от исполнения (пункт 1)",
        ),
        (
            {"state": "void", "void_reason": "after_repeal"},
            "2024 жылғы I тоқсан (мерзімі 31.03.2024): қолданылмайды (мерзімі актінің күші "
            "жойылғаннан кейін)",
            "I квартал 2024 года (срок 31.03.2024): не применяется (срок наступает после утраты "
            "силы акта)",
        ),
        (
            {"state": "no_record"},
            "2024 жылғы I тоқсан (мерзімі 31.03.2024): мәлімет жоқ: мерзімі бақылау басталғанға "
            "дейін өткен",
            "I квартал 2024 года (срок 31.03.2024): нет данных: срок прошел до начала контроля",
        ),
    ],
)
def test_state_in_words(changes: dict[str, object], kk: str, ru: str) -> None:
    """An occurrence is named with its period, due date, state, day and ground."""
    one = replace(PLAIN, **changes)
    assert (lines(one, side="kk"), lines(one)) == ([kk], [ru])


def test_quantity_words_contributions_and_evidence() -> None:
    """Under the head stand the quantity, the lead's words, the contributors and the evidence."""
    paper = Proof("file", "Хаттама", "7", date(2024, 3, 29), "Совет", quantity=2)
    one = replace(
        PLAIN,
        owed=2,
        done=1,
        text=LocalText("", "Прошло заседание."),
        proofs=(paper,),
        contributors=(("fulfilled", 1), ("overdue", 1)),
        behind=(LocalText("Ұлытау", "Улытау"),),
        contributions=(Contribution(BODY, "submitted", LocalText("Өтті.", ""), (paper,)),),
        unlisted=3,
    )
    assert lines(one)[1:] == [
        "Выполнено: 1 (план: 2)",
        "Прошло заседание.",
        "Соисполнители: исполнено в срок – 1, просрочено, отчета нет – 1",
        "Просрочили: Улытау",
        "– Абай (рассматривается): Өтті. [перевод отсутствует] "
        "(Хаттама, № 7 от 29.03.2024, Совет, количество 2)",
        "еще отчетов: 3, на странице мероприятия",
        "Подтверждающие документы: Хаттама, № 7 от 29.03.2024, Совет, количество 2",
    ]


def test_several_debtors_are_counted_then_named() -> None:
    """What several owe at once is counted by state; only those that did not keep it are named, and
    a shared quantity is summed."""
    one = replace(PLAIN, owed=20, shared=True, done=12, text=LocalText("", "Открыто 12."))
    other = Execution(LocalText("Ұлытау", "Улытау"), "2024-Q1", 1, date(2024, 3, 31), "overdue")
    assert lines(one, other) == [
        "I квартал 2024 года (срок 31.03.2024): исполнено в срок – 1, просрочено, отчета нет – 1",
        "Выполнено: 12 (всего на всех: 20)",
        "Просрочено, отчета нет: Улытау",
        "Абай: Открыто 12.",
    ]


def test_many_names_end_in_a_number() -> None:
    """A list longer than `NAMED` says how many more there are."""
    rest = [replace(PLAIN, state="overdue") for _ in range(NAMED + 2)]
    named = lines(PLAIN, *rest)[1]
    assert named.endswith("Абай, + 2")


@pytest.mark.parametrize(
    ("paper", "words"),
    [
        (Proof("card", "Хат", kept_at="2-сейф"), "Хат, ограниченного доступа, хранится: 2-сейф"),
        (Proof("link", "Сюжет"), "Сюжет, ссылка"),
        (Proof("file", "Протокол", "5"), "Протокол, № 5"),
        (Proof("file", "Протокол № 5", "5", date(2024, 5, 2)), "Протокол № 5, 02.05.2024"),
    ],
)
def test_evidence_as_papers_cite_it(paper: Proof, words: str) -> None:
    """Of a card stands where the paper lies; a number that the title has is not repeated."""
    assert proof_in_words(paper, "ru") == words


def test_missing_translation_is_marked() -> None:
    """A text that is not there in a language shows the other one with the mark, or the mark."""
    assert said(LocalText("Иә", ""), "ru") == "Иә [перевод отсутствует]"
    assert said(LocalText("", "Да"), "kk") == "Да [аудармасы жоқ]"
    assert said(LocalText("Иә", ""), "ru", marked_only=True) == "[перевод отсутствует]"
    assert said(LocalText(), "kk") == ""


def test_long_words_are_cut_and_control_characters_left_out() -> None:
    """One person's words never fill the report, and carry nothing that Word cannot."""
    one = replace(PLAIN, text=LocalText("сөз\x07\x0b " * LONGEST, ""))
    words = lines(one, side="kk")[1]
    assert len(words) <= LONGEST + 2
    assert words.endswith(" …")
    assert "\x07" not in words


def test_paper_speaks_kazakh_or_russian() -> None:
    """A reader in English is shown the Russian paper."""
    assert [side_of(code) for code in ("kk", "ru", "en")] == ["kk", "ru", "ru"]
