"""What the API takes and gives."""

from datetime import date
from typing import Annotated

from ninja import Schema
from pydantic import AnyHttpUrl, Field, UrlConstraints

from birlik.base.obligations.engine.state import State
from birlik.base.values.local_text import LANGUAGES, LocalText

NO_NULL = r"^[^\x00]*$"
"""No database takes a null character as text."""

Short = Annotated[str, Field(max_length=300, pattern=NO_NULL)]
Text = Annotated[str, Field(max_length=20_000, pattern=NO_NULL)]
Address = Annotated[AnyHttpUrl, UrlConstraints(max_length=1000)]
Size = Annotated[int, Field(ge=1, le=200)]
Place = Annotated[int, Field(ge=0, le=1_000_000)]
Number = Annotated[int, Field(ge=1, le=2**63 - 1)]


class Words(Schema):
    """A text in three languages; '' where it is missing."""

    kk: str
    ru: str
    en: str


def said(text: LocalText) -> dict[str, str]:
    """A text in its three languages, as `Words` takes it."""
    return {code: getattr(text, code) for code in LANGUAGES}


class DueStep(Schema):
    """A step on the way to a due date: what happens to it, the day after it, and in words."""

    step: str
    on: date
    words: Words


class ObligationOut(Schema):
    """One obligation: whose, of which point, by when, and its state today."""

    id: int
    act: str
    provision: str
    title: Words
    debtor: Words
    role: str
    by_agreement: bool
    period: str
    number: int
    due_on: date
    why_due: list[DueStep]
    quantity: int | None
    first_submitted_on: date | None
    state: str


class ObligationsOut(Schema):
    """A part of a list, and how long the whole list is."""

    count: int
    items: list[ObligationOut]


class Wanted(Schema):
    """Which obligations are asked for, and which part of the list."""

    state: State | None = None
    act: Short = ""
    due_from: date | None = None
    due_until: date | None = None
    limit: Size = 50
    offset: Place = 0


class LinkIn(Schema):
    """A piece of evidence by its address; files are brought in the cabinet."""

    title: Annotated[str, Field(min_length=1, max_length=300, pattern=NO_NULL)]
    link: Address
    quantity: Annotated[int, Field(ge=0, le=1_000_000)] | None = None
    number: Annotated[str, Field(max_length=100, pattern=NO_NULL)] = ""
    dated_on: date | None = None
    issuer: Short = ""


class ReportIn(Schema):
    """A report in Kazakh or Russian, with its links; files attached in the cabinet go along."""

    text_kk: Text = ""
    text_ru: Text = ""
    evidence: Annotated[list[LinkIn], Field(max_length=100)] = []


class ReportOut(Schema):
    """A report that was submitted, and the state of the obligation now."""

    submission: int
    number: int
    state: str


class Refusal(Schema):
    """Why it was refused, in three languages."""

    reason: Words
