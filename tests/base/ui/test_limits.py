"""How often something may be asked for."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.cache import cache

from birlik.base.ui.limits import is_spent, within_limit

pytestmark = pytest.mark.django_db
AT = datetime(2026, 1, 1, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _nothing_counted() -> None:
    """No count of another test is met."""
    cache.clear()


def test_steady_asking_below_the_limit_is_never_stopped() -> None:
    """Two a minute, where three are allowed, are answered for an hour: each minute begins anew."""
    instants = [AT + timedelta(seconds=30 * step) for step in range(120)]
    assert all(within_limit("a", most=3, seconds=60, at=at) for at in instants)


def test_more_than_the_limit_is_stopped_until_the_span_ends() -> None:
    """Of five in an hour three are answered, also with long pauses; the next hour begins anew."""
    instants = [AT + timedelta(minutes=10 * step) for step in range(7)]
    answered = [within_limit("b", most=3, seconds=3600, at=at) for at in instants]
    assert answered == [True, True, True, False, False, False, True]


def test_what_is_spent_is_known_without_counting() -> None:
    """After the last that is answered nothing more is, and other names have counts of their own."""
    assert within_limit("c", most=1, seconds=60, at=AT)
    assert is_spent("c", most=1, seconds=60, at=AT)
    assert not is_spent("d", most=1, seconds=60, at=AT)
    assert not is_spent("c", most=1, seconds=60, at=AT + timedelta(minutes=1))
