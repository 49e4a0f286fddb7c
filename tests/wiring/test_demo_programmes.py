"""The work of associations in the demonstration."""

import pytest

from birlik.base.registry.models import Structure
from birlik.domains.programmes.queries.work import totals_of
from birlik.wiring.demo.programmes import report_years
from tests.base.registry import world as register
from tests.base.registry.world import AT, TODAY

pytestmark = pytest.mark.django_db


def test_two_years() -> None:
    """Last year is reported on by most associations, this year by none yet, though much is done."""
    world = register.world()
    for n in range(20):
        register.body("ethnocultural_association", f"Бірлестік {n}", "О", world.abai.territory)
    report_years(at=AT)
    last, this = (totals_of(year, seen=None, today=TODAY) for year in (2025, 2026))
    assert 14 <= last.total.reports <= 20 == last.bodies
    assert sum(last.total.counts.values()) >= 2 * last.total.reports
    assert this.total.reports == 0
    assert Structure.objects.filter(activities__last_on__year=2026).exists()
