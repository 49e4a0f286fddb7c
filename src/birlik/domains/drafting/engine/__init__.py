"""Pure computation on the draft of a plan."""
