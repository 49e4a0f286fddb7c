"""Which days are worked in Kazakhstan: weekends, public holidays, and what acts move."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from holidays.countries.kazakhstan import Kazakhstan

_DAY = timedelta(days=1)


@dataclass(frozen=True)
class WorkingDays:
    """The working-day calendar of Kazakhstan (Law "On holidays", five-day week).

    `days_off` are further days off that an act sets, `worked` are weekend days or holidays that
    an act makes working days; both win over the general calendar, and `worked` over `days_off`.
    """

    days_off: frozenset[date] = frozenset()
    worked: frozenset[date] = frozenset()
    _holidays: Kazakhstan = field(default_factory=Kazakhstan, init=False, repr=False, compare=False)

    def is_working(self, day: date) -> bool:
        """Whether offices work on `day`."""
        if day in self.worked:
            return True
        return day not in self.days_off and self._holidays.is_working_day(day)

    def on_or_after(self, day: date) -> date:
        """`day` itself when it is worked, else the next working day.

        Whether a limit moves so is for the installation's norm `shift_to_working_day` to say.
        """
        while not self.is_working(day):
            day += _DAY
        return day
