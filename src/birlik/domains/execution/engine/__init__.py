"""Pure computation of plans: occurrences, their states and the choice a reader makes."""
