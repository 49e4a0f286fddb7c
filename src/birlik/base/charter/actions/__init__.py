"""Every write of the charter."""

from birlik.base.charter.actions.calendar import move_days, restore_day
from birlik.base.charter.actions.load import load_charter

__all__ = ["load_charter", "move_days", "restore_day"]
