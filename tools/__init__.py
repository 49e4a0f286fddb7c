"""What the Makefile runs: checks, catalogues, a throwaway PostgreSQL."""
