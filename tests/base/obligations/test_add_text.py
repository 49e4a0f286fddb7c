"""The second text of an act under control."""

from dataclasses import replace

import pytest

from birlik.base.mandate.models import Indicator, Target
from birlik.base.obligations.actions import add_text
from birlik.base.obligations.models import Duty
from birlik.base.obligations.queries import counts_of
from birlik.base.records.engine.draft import (
    ActDraft,
    Paragraph,
    SourceText,
)
from birlik.base.records.models import ActReading, Provision
from birlik.base.registry.models import Structure
from birlik.base.values.refused import RefusedError
from tests.base.obligations.drafts import (
    AT,
    MINISTRY,
    STRANGER,
    SYSTEM,
    YEARLY,
    adopted,
    draft,
    measure,
    reading,
)

pytestmark = pytest.mark.django_db


def in_russian(one: ActDraft) -> tuple[ActReading, SourceText]:
    """A draft's reading in Russian, with a text of one paragraph."""
    russian = replace(one, language="ru", title="Концепция на 2022-2026 годы")
    return reading(russian), SourceText("акт", "text", "ru", (Paragraph(0, 3),))


def test_second_text_brings_what_the_first_lost(ministry: Structure) -> None:
    """A row of the table and a measure that only the second text carries are owed and planned
    for; what both carry is named in both languages and owed once."""
    first, second = measure("1", YEARLY, MINISTRY), measure("2", YEARLY, MINISTRY)
    row = draft().indicators[0]
    known = replace(row, number="2", title="Екінші")
    act = adopted(draft(second, indicators=(known,)))
    there = counts_of(act.pk)
    waiting, text = in_russian(draft(first, second, indicators=(row, known)))
    kazakh = SourceText("акт", "text", "kk", (Paragraph(0, 3),))
    add_text(SYSTEM, waiting, at=AT, act=act, text=text, other=kazakh)
    assert counts_of(act.pk)["obligations"] == 2 * there["obligations"]
    order = act.provisions.filter(kind__in=["indicator", "measure"]).order_by("position")
    paths = [one.path for one in order]
    assert paths == ["indicator/1", "indicator/2", "measure/1", "measure/2"]
    assert Target.objects.count() == 2
    assert Indicator.objects.get(title_kk="Екінші").title_ru == "Екінші"
    both = Provision.objects.get(path="measure/2").wordings.values_list("language", flat=True)
    assert set(both) == {"kk", "ru"}
    with pytest.raises(RefusedError):
        add_text(STRANGER, waiting, at=AT, act=act, text=text, other=kazakh)


def test_doubt_in_the_second_text_needs_acceptance(ministry: Structure) -> None:
    """A measure that only the second text carries is owed once somebody vouches for its cells;
    doubt about what the first text carries too changes nothing."""
    sure, doubtful = measure("1", YEARLY, MINISTRY), measure("2", YEARLY, MINISTRY)
    act = adopted(draft(sure, indicators=()))
    rows = (replace(sure, certain={}), replace(doubtful, certain={"title": False}))
    waiting, text = in_russian(draft(*rows, indicators=()))
    given = {"at": AT, "act": act, "text": text, "other": replace(text, language="kk")}
    with pytest.raises(RefusedError, match="clarified"):
        add_text(SYSTEM, waiting, **given)
    assert act.sources.count() == 1
    add_text(SYSTEM, waiting, **given, accept_doubtful=True)
    assert Duty.objects.count() == 2


def test_title_that_lost_its_beginning(ministry: Structure) -> None:
    """A row that is left with the end of its title is the one indicator that ends so; where two
    do, or the row is certain, it is an indicator of its own."""
    row = draft().indicators[0]
    adopted(draft(indicators=(replace(row, title="Этностың көңіл-күйі"),)))
    torn = replace(row, title="стың көңіл-күйі", certain=False)
    adopted(draft(number="2", indicators=(torn,)))
    assert Indicator.objects.count() == 1
    adopted(draft(number="3", indicators=(replace(row, title="Жастың көңіл-күйі"),)))
    adopted(draft(number="4", indicators=(torn,)))
    assert Indicator.objects.count() == 3
