"""Every read of accreditation."""
