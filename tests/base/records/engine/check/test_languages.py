"""The two languages of one act."""

from collections.abc import Callable, Sequence
from datetime import date

import pytest

from birlik.base.records.engine.check.finding import Finding
from birlik.base.records.engine.check.languages import between_languages
from birlik.base.records.engine.check.reading import CheckedAct

MakeAct = Callable[..., CheckedAct]

KAZAKH = [
    "Кеңес туралы ережені бекіту туралы 2031 жылғы 3 наурыздағы № 417 бұйрық",
    "1. Ереже 2031 жылғы 15 мамырға дейін 12 облыста іске асырылсын.",
    "Орталықтарда 400-ден астам меценат пен 42 кафедра жұмыс істейді.",
    "Кеңеске төрт ұйымның өкілдері кіреді, олар Астана қаласында жиналады.",
    "2. Бұйрықтың орындалуын бақылау аппарат басшысына жүктелсін.",
]
RUSSIAN = [
    "Приказ от 3 марта 2031 года № 417 об утверждении положения о совете",
    "1. Реализовать положение в 12 областях до 15 мая 2031 года.",
    "В центрах работают более 400 меценатов и 42 кафедры.",
    "В совет входят представители четырех организаций, они собираются в городе Астане.",
    "2. Контроль за исполнением приказа возложить на руководителя аппарата.",
]
IDENTITY = {"number": "417", "adopted_on": date(2031, 3, 3)}


@pytest.fixture
def findings(act: MakeAct) -> Callable[..., list[Finding]]:
    """What is found between the Kazakh text and a Russian one."""

    def found(russian: Sequence[str], kazakh: Sequence[str] = KAZAKH) -> list[Finding]:
        kk = act("\n\n".join(kazakh) + "\n", "kk.txt", **IDENTITY)
        ru = act("\n\n".join(russian) + "\n", "ru.txt", **IDENTITY)
        return list(between_languages([kk, ru]))

    return found


def test_a_true_translation_is_left_alone(findings: Callable[..., list[Finding]]) -> None:
    """The same numbers, in digits or in words, dates and bounds are no findings."""
    assert findings(RUSSIAN) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("12 областях", "14 областях"),
        ("15 мая", "15 июня"),
        ("№ 417", "№ 471"),
        ("42 кафедры", "кафедры"),
        ("четырех организаций", "пяти организаций"),
        ("более 400", "около 400"),
    ],
    ids=["count", "month", "reference", "left out", "in words", "bound"],
)
def test_a_changed_number_is_found(
    findings: Callable[..., list[Finding]], old: str, new: str
) -> None:
    """A number, month or bound that one language has otherwise is found, and nothing else."""
    (finding,) = findings([line.replace(old, new) for line in RUSSIAN])
    assert finding.kind == "quantity_languages"
    assert {place.file for place in finding.places} == {"kk.txt", "ru.txt"}


def test_a_word_left_out_is_no_contradiction(findings: Callable[..., list[Finding]]) -> None:
    """A number in words that the other language leaves out may be style."""
    assert findings([line.replace("четырех ", "") for line in RUSSIAN]) == []


def test_a_long_passage_of_one_language_is_found(
    findings: Callable[..., list[Finding]],
) -> None:
    """A paragraph without a pair is a question to whoever translated."""
    extra = (
        "Расходы на содержание общественных приемных несут местные бюджеты в пределах средств, "
        "выделенных на соответствующий год."
    )
    (finding,) = findings([*RUSSIAN[:4], extra, RUSSIAN[4]])
    assert (finding.kind, finding.places[0].file) == ("missing_section", "ru.txt")
