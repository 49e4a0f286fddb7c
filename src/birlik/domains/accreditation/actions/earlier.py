"""Earlier rounds, as papers and spreadsheets have them, taken over with their protocols."""

from collections.abc import Sequence
from datetime import date, datetime
from secrets import choice

from birlik.base.journal.action import action, note
from birlik.base.records.actions import record_paper
from birlik.base.records.models import Provision
from birlik.base.registry.actions.accrediting import TermRow, load_terms
from birlik.base.registry.models import Structure
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.domains.accreditation.engine.code import new_code
from birlik.domains.accreditation.engine.earlier import EarlierRow
from birlik.domains.accreditation.engine.protocol import (
    Decided,
    ProtocolHead,
    commission_name,
    protocol,
)
from birlik.domains.accreditation.engine.terms import years_after
from birlik.domains.accreditation.models import Certificate, Round
from birlik.domains.accreditation.queries.earlier import names_by_number, regions_by_code
from birlik.domains.accreditation.rules.norms import whole
from birlik.domains.accreditation.rules.reach import may_run

SYSTEM = Actor.system()
BATCH = 500
Sitting = tuple[str, str, date]
"""What a protocol is known by: the region, its number, its day."""


@action(
    "accreditation.loaded",
    may=may_run,
    label=LocalText(
        "Бұрынғы аккредиттеу енгізілді", "Внесена прежняя аккредитация", "Earlier round loaded"
    ),
    withheld=("rows",),
)
def load_earlier(
    by: Actor,
    found: Round,
    /,
    *,
    at: datetime,
    rows: Sequence[EarlierRow],
    told: str = "",
) -> int:
    """Take over the certificates of an earlier round: a protocol with its points for each sitting,
    the terms of the register, the certificates with a code each; return how many they are.

    `told` marks protocols that only the demonstration has. Raises `RefusedError` for a protocol
    that is known already.
    """
    bodies = names_by_number({one.body for one in rows})
    points = sittings(at, rows, bodies, told=told)
    years = whole("term_years", found.opened_on)
    terms = [
        TermRow(
            one.body,
            one.certificate,
            one.valid_from,
            one.valid_until or years_after(one.valid_from, years),
            points[one.row],
        )
        for one in rows
    ]
    made = load_terms(by, None, at=at, rows=terms)
    certificates = Certificate.objects.bulk_create(
        (
            Certificate(
                round=found,
                structure_id=term.structure,
                number=term.number,
                code=new_code(choice),
                valid_from=term.valid_from,
                valid_until=term.valid_until,
                provision=term.provision,
            )
            for term in terms
        ),
        batch_size=BATCH,
    )
    Certificate.terms.through.objects.bulk_create(
        (
            Certificate.terms.through(certificate=one, accreditedterm=term)
            for one, term in zip(certificates, made, strict=True)
        ),
        batch_size=BATCH,
    )
    note(certificates=len(certificates))
    return len(certificates)


def sittings(
    at: datetime, rows: Sequence[EarlierRow], bodies: dict[int, Structure], *, told: str
) -> dict[int, Provision]:
    """Row → the point of its protocol; each protocol is recorded once, in Kazakh alone, as its text
    is not here."""
    gathered: dict[Sitting, list[EarlierRow]] = {}
    for one in rows:
        gathered.setdefault((one.region, one.protocol, one.held_on), []).append(one)
    regions = regions_by_code(frozenset(region for region, _number, _day in gathered))
    found: dict[int, Provision] = {}
    for (code, number, held_on), lines in gathered.items():
        region = regions.get(code)
        entered = protocol(
            ProtocolHead(number, held_on),
            commission_name(region.name if region else None),
            [Decided("granted", bodies[one.body].name) for one in lines],
            languages="kk",
        )
        act = record_paper(SYSTEM, None, at=at, entered=entered, told=told)
        points = {one.number: one for one in act.provisions.select_related("act")}
        found |= {one.row: points[str(place)] for place, one in enumerate(lines, start=1)}
    return found
