"""Pure computation of the registry: names as they are compared."""
