"""The ministry's desk of the demonstration."""

from types import SimpleNamespace
from typing import cast

import pytest

from birlik.base.charter.actions import load_charter
from birlik.base.obligations.models import Obligation, Resolution, Visa
from birlik.wiring import foundations
from birlik.wiring.demo.desk import sit_down
from birlik.wiring.demo.people import Staff
from tests.base.obligations.reporting_world import AT, SYSTEM, reporting

pytestmark = pytest.mark.django_db


def test_a_ministry_gives_on_and_a_report_goes_round() -> None:
    """Of two obligations of a ministry one is given to two departments, of which one has reported;
    the draft on the other has its visa with a remark and waits for the signature."""
    plan = reporting()
    content = foundations.charter_content()
    load_charter(SYSTEM, None, at=AT, content=content)
    executors = {plan.lead.debtor_id: plan.executor}
    staff = cast("Staff", SimpleNamespace(secret="!", executors=executors))
    sit_down(staff, at=AT)
    made = Resolution.objects.get()
    given = Obligation.objects.filter(act=made.act).order_by("duty__provision__position")
    assert [one.stage for one in given] == ["submitted", ""]
    assert [one.decision for one in Visa.objects.all()] == ["remarked", ""]
    sit_down(cast("Staff", SimpleNamespace(secret="!", executors={})), at=AT.replace(year=2030))
    assert Resolution.objects.count() == 1
