"""Workbooks that the registry gives out."""
