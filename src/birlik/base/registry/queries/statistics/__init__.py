"""Counts of the register as it was on a day."""
