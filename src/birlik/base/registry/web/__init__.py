"""The registry's part of a request: who acts."""
