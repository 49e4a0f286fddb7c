"""The sources of the papers of accreditation."""

from pathlib import Path


def certificate_source() -> str:
    """The typst source of the certificate."""
    return Path(__file__).parent.joinpath("certificate.typ").read_text(encoding="utf-8")
