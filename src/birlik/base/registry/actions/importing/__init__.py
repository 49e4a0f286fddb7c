"""Taking rows into the register: a call or a file at once, all of it or nothing."""

from birlik.base.registry.actions.importing.take import take_rows

__all__ = ["take_rows"]
