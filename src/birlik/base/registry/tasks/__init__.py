"""What the worker does for the registry."""
