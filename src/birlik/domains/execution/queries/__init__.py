"""Every read of plans and measures."""
