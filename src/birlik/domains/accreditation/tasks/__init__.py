"""What the worker does in accreditation."""
