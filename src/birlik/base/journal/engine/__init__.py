"""Pure computation of the journal: canonical text and the chain of hashes."""
