"""Every write of the work of associations."""

from birlik.domains.programmes.actions.activities import (
    correct_activity,
    enter_activity,
    take_activities,
    withdraw_activity,
)
from birlik.domains.programmes.actions.reports import (
    return_yearly_report,
    save_yearly_report,
    submit_yearly_report,
)
from birlik.domains.programmes.actions.taking import YearRow, take_years

__all__ = [
    "YearRow",
    "correct_activity",
    "enter_activity",
    "return_yearly_report",
    "save_yearly_report",
    "submit_yearly_report",
    "take_activities",
    "take_years",
    "withdraw_activity",
]
