"""Pure computation of the registry."""
