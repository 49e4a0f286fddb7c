"""Speed figures, printed and never tested: a slow machine is no fault."""
