"""Who writes terms of accreditation into the registry."""

from datetime import datetime

from birlik.base.registry.models import AccreditedTerm, Structure
from birlik.base.registry.refusals.accrediting import NO_ACCREDITING
from birlik.base.registry.rules.reach import reaches_structure
from birlik.base.values.actor import Actor
from birlik.base.values.verdict import Verdict

CHECK, RUN = "accreditation.check", "accreditation.run"


def may_accredit(actor: Actor, structure: Structure | None, _at: datetime) -> Verdict:
    """Who checks applications in the body's territory, or runs accreditation, writes what was
    decided of it."""
    writes = any(reaches_structure(actor, power, structure) for power in (CHECK, RUN))
    return Verdict.yes() if writes else Verdict.no(NO_ACCREDITING)


def may_change_term(actor: Actor, term: AccreditedTerm | None, at: datetime) -> Verdict:
    """Who may write a body's term may suspend, resume, end and restore it."""
    return may_accredit(actor, term.structure if term else None, at)


def may_load_terms(actor: Actor, _subject: object, _at: datetime) -> Verdict:
    """Who runs accreditation everywhere loads the terms of earlier rounds."""
    return Verdict.yes() if actor.reaches(RUN) else Verdict.no(NO_ACCREDITING)
