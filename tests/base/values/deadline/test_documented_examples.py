"""The examples of docs/values.md."""

import re
from pathlib import Path

import pytest

from birlik.base.values.deadline import read_deadline
from birlik.base.values.local_text import LANGUAGES, Language
from birlik.base.values.schedule_words import in_words

PAGE = Path(__file__).parents[4] / "docs" / "values.md"
ROW = re.compile(r"^\| (.+) \| (.+) \| (.+) \| (.+) \|$", re.MULTILINE)
ROWS = [row for row in ROW.findall(PAGE.read_text(encoding="utf-8")) if row[0] != "Kazakh"]
EXAMPLES = [
    (phrase, language, meaning)
    for *phrases, meaning in ROWS
    for phrase, language in zip(phrases, LANGUAGES, strict=True)
]


def test_the_page_has_examples() -> None:
    """The page shows examples in three languages."""
    assert len(ROWS) > 10


@pytest.mark.parametrize(("phrase", "language", "meaning"), EXAMPLES)
def test_documented_example(phrase: str, language: Language, meaning: str) -> None:
    """An example of the page is read for certain as the page says."""
    reading = read_deadline(phrase, language)
    assert reading.certain
    assert reading.schedule
    assert in_words(reading.schedule).en == meaning
