"""The consolidated report of an act for a period: its facts, its words, its fields in templates."""
