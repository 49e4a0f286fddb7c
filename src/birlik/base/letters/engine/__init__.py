"""Pure computation of letters: texts, fields and numbers."""
