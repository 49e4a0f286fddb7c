"""What the worker does for execution."""
