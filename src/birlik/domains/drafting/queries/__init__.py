"""Every read of drafts of plans."""
