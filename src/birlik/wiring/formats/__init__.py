"""How dates and numbers are written: Django has no Kazakh formats, and its others differ from
official usage (20.11.2026, weeks from Monday)."""
