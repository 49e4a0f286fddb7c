"""Pure computation of accreditation."""
