"""Every write of reporting rounds."""
