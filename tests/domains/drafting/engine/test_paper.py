"""The plan as a paper: every cell comes back when the reader of acts reads it."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import docx
import pytest

from birlik.base.records.engine.act import read_act
from birlik.base.records.engine.draft import MEASURE_FIELDS
from birlik.base.records.engine.executors import read_executors
from birlik.base.records.engine.sources import read_source
from birlik.base.values.local_text import LocalText
from birlik.domains.drafting.engine.content import PLAN_LANGUAGES, PlanLanguage
from birlik.domains.drafting.engine.paper import DifferenceLine, Stamp, plan_paper
from tests.domains.drafting.drafts import twenty

STAMPS: dict[PlanLanguage, Stamp] = {
    "kk": Stamp("Қазақстан Республикасы Үкіметінің", "қаулысымен", "211", date(2026, 3, 25)),
    "ru": Stamp("Правительства Республики Казахстан", "постановлением", "211", date(2026, 3, 25)),
}
ISSUERS = {
    "kk": "Қазақстан Республикасының Үкіметі",
    "ru": "Правительство Республики Казахстан",
}


@pytest.mark.parametrize("language", PLAN_LANGUAGES)
def test_every_cell_comes_back_certain(language: PlanLanguage) -> None:
    """A draft of twenty measures, exported and read as an act, gives every number, title, form,
    deadline and executor as it was written, all certain, with its direction."""
    draft = twenty()
    paper = plan_paper(draft, language, stamp=STAMPS[language])
    read = read_act(read_source(paper, f"plan.{language}.docx"))
    rows = []
    for one in draft.measures:
        rows.append(
            (
                *(one.number, one.direction),
                *(getattr(cell, language) for cell in (one.title, one.form, one.deadline)),
                read_executors(getattr(one.executors, language), draft.codes(language))[0],
            )
        )
    found = [
        (
            *(one.number, one.direction, one.title, one.completion_form),
            *(one.deadline, one.executors),
        )
        for one in read.measures
    ]
    assert found == rows
    doubtful = [
        (one.number, field, one)
        for one in read.measures
        for field in MEASURE_FIELDS
        if not one.certain.get(field)
    ]
    assert doubtful == []
    assert [one.schedule is not None for one in read.measures] == [True] * 20


@pytest.mark.parametrize("language", PLAN_LANGUAGES)
def test_the_head_comes_back(language: PlanLanguage) -> None:
    """The stamp of approval is read as the number, the day, the kind and the issuer of the act, and
    the directions with their titles."""
    paper = plan_paper(twenty(), language, stamp=STAMPS[language])
    read = read_act(read_source(paper, f"plan.{language}.docx"))
    assert (read.number, read.adopted_on, read.kind) == ("211", date(2026, 3, 25), "resolution")
    assert (read.issuer, read.language) == (ISSUERS[language], language)
    assert list(read.directions) == ["1", "2", "3", "4", "5", "6"]
    assert read.title == getattr(twenty().title, language)


def test_whatever_was_pasted_is_words_and_nothing_more() -> None:
    """Signs that a Word file cannot hold, marks of templates and of XML, and a title longer than
    its properties take: the paper is made, and all that can be read stands in it as typed."""
    words = "Ашық\x0b{{ 7*7 }}{% if x %}<w:p/>\x01\ufffe"
    same = LocalText(words, words)
    draft = twenty()
    first = replace(draft.measures[0], title=same, form=same, deadline=same, executors=same)
    draft = replace(
        draft,
        title=LocalText(words * 20, words * 20),
        measures=(first, *draft.measures[1:]),
        abbreviations=((same, same),),
    )
    remark = DifferenceLine("1", words, words, words, words, True, words)
    paper = plan_paper(draft, "kk", stamp=Stamp(words, words, words), differences=[remark])
    made = docx.Document(BytesIO(paper))
    told = {cell.text for table in made.tables for row in table.rows for cell in row.cells}
    assert "Ашық {{ 7*7 }}{% if x %}<w:p/>  " in told
    assert len(made.core_properties.title) == 255
