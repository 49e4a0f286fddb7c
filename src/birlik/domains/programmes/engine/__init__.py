"""Pure computation of this module."""
