"""An act is known by its kind, number and day, and by who issued it."""

from dataclasses import replace
from datetime import date

import pytest

from birlik.base.records.models import Act
from birlik.base.records.queries.readings import act_read_before, document_of
from tests.base.obligations.drafts import adopted, charter, draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept() -> Act:
    """A decree of a council that the charter does not know, in Kazakh."""
    charter()
    return adopted(draft(issuer="«Бірлік»  кеңесі"))


def test_other_issuer_is_another_act(kept: Act) -> None:
    """Two bodies may each have a number 1 of one day; spelling does not make another body."""
    assert act_read_before(draft(issuer="Басқа кеңес")) is None
    assert act_read_before(draft(issuer="Бірлік кеңесі")) == kept


def test_unknown_issuer_is_recognised_by_the_rest(kept: Act) -> None:
    """Where the issuer of a text is missing or doubtful, or is in the other language, kind, number
    and day decide; without a day nothing does."""
    assert act_read_before(draft(issuer="")) == kept
    assert act_read_before(draft(issuer="Басқа", certain={"issuer": False})) == kept
    assert act_read_before(draft(issuer="Совет «Единство»", language="ru")) == kept
    assert act_read_before(draft(adopted_on=None)) is None


def test_issuer_of_the_charter_is_one_under_all_wordings() -> None:
    """The President is the President in whatever case a text names him."""
    charter()
    kept = adopted(draft(issuer="Республика Президенті"))
    assert act_read_before(replace(draft(), issuer="Республика Президентінің")) == kept
    assert act_read_before(replace(draft(), issuer="Басқа кеңес")) is None
    assert kept.adopted_on == date(2022, 9, 15)


def test_file_is_found_by_its_digest(kept: Act) -> None:
    """A stored file is found by its digest, and none by an empty or unknown one."""
    document = kept.sources.get().document
    assert document_of(document.digest) == document
    assert document_of("") is None
    assert document_of("0") is None
