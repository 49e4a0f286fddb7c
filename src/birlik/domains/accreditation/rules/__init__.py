"""Who may do what in accreditation."""
