"""Pure computation of obligations: who owes what by when, and what is void."""
