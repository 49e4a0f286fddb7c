"""The Word template by which a report is made."""

from birlik.domains.execution.papers import shipped_template
from birlik.domains.execution.queries.reports import template_in_use


def template_content(language: str) -> bytes:
    """The Word template for the reports in a language: an office's own, or the one we bring."""
    found = template_in_use(language)
    if found is None:
        return shipped_template(language)
    with found.document.file.open("rb") as file:
        return bytes(file.read())
