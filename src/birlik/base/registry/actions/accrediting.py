"""Terms of accreditation: every write has a point of a protocol as its ground."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from birlik.base.journal.action import action, note
from birlik.base.records.models import Provision
from birlik.base.registry.models import AccreditedTerm, Structure
from birlik.base.registry.refusals.accrediting import OUTSIDE_TERM, TERM_BACKWARDS
from birlik.base.registry.rules.accrediting import may_accredit, may_change_term, may_load_terms
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError

BATCH = 500
Kind = AccreditedTerm.Kind


@dataclass(frozen=True, slots=True)
class TermRow:
    """A term on `[valid_from, valid_until)` as a decision gives it: the number of the body, that
    of the certificate, and the point of the protocol."""

    structure: int
    number: str
    valid_from: date
    valid_until: date
    provision: Provision


@action(
    "term.granted",
    may=may_accredit,
    label=LocalText("Аккредиттеу мерзімі берілді", "Дан срок аккредитации", "Term granted"),
)
def grant_term(
    _by: Actor, structure: Structure, /, *, at: datetime, row: TermRow
) -> AccreditedTerm:
    """Write that a body is accredited. Raises `RefusedError` for a term that ends before it
    begins."""
    refuse_backwards([row])
    return AccreditedTerm.objects.create(
        structure=structure,
        valid_from=row.valid_from,
        valid_until=row.valid_until,
        number=row.number,
        provision=row.provision,
        ground=str(row.provision.act),
    )


@action(
    "terms.loaded",
    may=may_load_terms,
    label=LocalText(
        "Бұрынғы аккредиттеу мерзімдері енгізілді",
        "Внесены прежние сроки аккредитации",
        "Earlier terms loaded",
    ),
    withheld=("rows",),
)
def load_terms(
    _by: Actor, _subject: None, /, *, at: datetime, rows: Sequence[TermRow]
) -> list[AccreditedTerm]:
    """Write the terms of an earlier round at once, in the order of the rows. Raises `RefusedError`
    as `grant_term` does."""
    refuse_backwards(rows)
    made = AccreditedTerm.objects.bulk_create(
        (
            AccreditedTerm(
                structure_id=row.structure,
                valid_from=row.valid_from,
                valid_until=row.valid_until,
                number=row.number,
                provision=row.provision,
                ground=str(row.provision.act),
            )
            for row in rows
        ),
        batch_size=BATCH,
    )
    note(terms=len(made))
    return made


def refuse_backwards(rows: Sequence[TermRow]) -> None:
    """Raise `RefusedError` where a term ends before it begins."""
    if any(row.valid_until <= row.valid_from for row in rows):
        raise RefusedError(TERM_BACKWARDS)


@action(
    "term.suspended",
    may=may_change_term,
    label=LocalText("Аккредиттеу тоқтатыла тұрды", "Аккредитация приостановлена", "Term suspended"),
)
def suspend_term(
    _by: Actor,
    term: AccreditedTerm,
    /,
    *,
    at: datetime,
    on: date,
    provision: Provision,
    until: date | None = None,
) -> AccreditedTerm:
    """Suspend a body's term from a day, until another where that is known. Raises `RefusedError`
    for a day outside the term."""
    refuse_outside(term, on)
    if until and until <= on:
        raise RefusedError(TERM_BACKWARDS)
    return AccreditedTerm.objects.create(
        structure_id=term.structure_id,
        kind=Kind.SUSPENDED,
        valid_from=on,
        valid_until=until,
        number=term.number,
        provision=provision,
        ground=str(provision.act),
    )


@action(
    "term.resumed",
    may=may_change_term,
    label=LocalText("Аккредиттеу қайта басталды", "Аккредитация возобновлена", "Term resumed"),
)
def resume_term(
    _by: Actor, term: AccreditedTerm, /, *, at: datetime, on: date, provision: Provision
) -> int:
    """End the suspensions of a body's term on a day, one that began on it wholly; return how many
    they were."""
    note(provision=provision)
    return lift(term, on)


def lift(term: AccreditedTerm, on: date) -> int:
    """End what suspends a term on a day."""
    lasting = AccreditedTerm.objects.filter(
        structure=term.structure_id, number=term.number, kind=Kind.SUSPENDED
    ).exclude(valid_until__lte=on)
    same_day, _kinds = lasting.filter(valid_from__gte=on).delete()
    return same_day + lasting.update(valid_until=on)


@action(
    "term.withdrawn",
    may=may_change_term,
    label=LocalText("Аккредиттеу кері қайтарып алынды", "Аккредитация отозвана", "Term withdrawn"),
)
def withdraw_term(
    _by: Actor, term: AccreditedTerm, /, *, at: datetime, on: date, provision: Provision
) -> None:
    """End a body's term on a day, before its time, and what suspended it. Raises `RefusedError` for
    a day on which it does not last, or its first."""
    refuse_outside(term, on)
    if on == term.valid_from:
        raise RefusedError(OUTSIDE_TERM)
    lift(term, on)
    note(before=term.valid_until, provision=provision)
    term.valid_until = on
    term.save(update_fields=["valid_until"])


@action(
    "term.restored",
    may=may_change_term,
    label=LocalText("Аккредиттеу қалпына келтірілді", "Аккредитация восстановлена", "Restored"),
)
def restore_term(
    _by: Actor, term: AccreditedTerm, /, *, at: datetime, until: date, provision: Provision
) -> None:
    """Let a term that was withdrawn last to its end again. Raises `RefusedError` for an end before
    its beginning."""
    if until <= term.valid_from:
        raise RefusedError(TERM_BACKWARDS)
    note(before=term.valid_until, provision=provision)
    term.valid_until = until
    term.save(update_fields=["valid_until"])


def refuse_outside(term: AccreditedTerm, on: date) -> None:
    """Raise `RefusedError` when a term does not last on a day."""
    over = term.valid_until is not None and on >= term.valid_until
    if on < term.valid_from or over:
        raise RefusedError(OUTSIDE_TERM)
