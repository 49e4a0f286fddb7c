"""What the worker does about drafts of plans."""
