"""The versions of a duty: which one holds, and since when."""

from datetime import date

from birlik.base.obligations.models import Duty


def version_of(duty: Duty) -> int:
    """The number of the version that stands; the first is 1."""
    return 1 + len(duty.former.all())


def began_on(duty: Duty) -> date | None:
    """The day of the last amendment of a duty; None for one that was never amended."""
    return max((one.effective_on for one in duty.former.all() if one.ground_id), default=None)
