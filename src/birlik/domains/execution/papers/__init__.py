"""The files of a consolidated report, and the templates that they are made from."""

from pathlib import Path

FOLDER = Path(__file__).parent


def shipped_template(language: str) -> bytes:
    """The Word template that Birlik brings for the reports in a language: "kk", "ru", "both"."""
    return FOLDER.joinpath(f"report-{language}.docx").read_bytes()


def typst_source() -> str:
    """The source by which the PDF is set."""
    return FOLDER.joinpath("report.typ").read_text(encoding="utf-8")
