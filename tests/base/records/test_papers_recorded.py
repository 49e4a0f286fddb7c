"""A paper that is kept as an act and makes nobody owe anything."""

from datetime import UTC, date, datetime

import pytest

from birlik.base.obligations.models import Duty
from birlik.base.records.actions import record_paper
from birlik.base.records.actions.by_hand import KNOWN, NO_POINTS
from birlik.base.records.engine.by_hand import HandAct, HandPoint
from birlik.base.records.models import ActReading
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError

pytestmark = pytest.mark.django_db
SYSTEM = Actor.system()
AT = datetime(2026, 11, 20, 9, tzinfo=UTC)


def paper(*titles: LocalText) -> HandAct:
    """A protocol with points of these words."""
    return HandAct(
        kind="protocol",
        kind_name=LocalText("хаттама", "протокол", "protocol"),
        number="5",
        adopted_on=date(2026, 11, 20),
        issuer=LocalText("Комиссия", "Комиссия"),
        title=LocalText("Шешім", "Решение"),
        points=tuple(
            HandPoint(str(place), title, "", "", ()) for place, title in enumerate(titles, start=1)
        ),
    )


def test_a_paper_has_its_points_in_both_languages_and_no_duty() -> None:
    """Its points can be a ground; its readings count as confirmed."""
    act = record_paper(SYSTEM, None, at=AT, entered=paper(LocalText("Бір", "Один")))
    point = act.provisions.get()
    assert {one.title for one in point.wordings.all()} == {"Бір", "Один"}
    assert not Duty.objects.exists()
    assert set(ActReading.objects.values_list("state", flat=True)) == {"confirmed"}


def test_a_paper_without_points_or_known_is_refused() -> None:
    """Nothing is kept of it."""
    with pytest.raises(RefusedError) as caught:
        record_paper(SYSTEM, None, at=AT, entered=paper())
    assert caught.value.reason == NO_POINTS
    record_paper(SYSTEM, None, at=AT, entered=paper(LocalText("Бір")))
    with pytest.raises(RefusedError) as caught:
        record_paper(SYSTEM, None, at=AT, entered=paper(LocalText("Екі")))
    assert caught.value.reason == KNOWN
