"""Files that people brought: what kinds there are, whose they are, and their rows to be seen."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from birlik.base.charter.engine.kinds import KindCard, RegisterCard
from birlik.base.charter.queries import kind_card, kind_cards, register_card, register_cards
from birlik.base.registry.engine.importing.columns import (
    PEOPLE as PEOPLE_COLUMNS,
)
from birlik.base.registry.engine.importing.columns import (
    Column,
    enrolment_columns,
    structure_columns,
)
from birlik.base.registry.models import Account, Appointment, BroughtFile, BroughtRow
from birlik.base.registry.queries import actor_in, in_office_on
from birlik.base.registry.rules.importing import OF_BODIES
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText

PEOPLE, OF_REGISTER = "people", "register/"
"""The kind of a file of people, and with what that of a register begins."""

PEOPLE_NAME = LocalText("Адамдар мен лауазымдар", "Лица и должности", "People and offices")


def kinds_for(by: Actor, *, on: date) -> dict[str, LocalText]:
    """The kinds of files that somebody may bring, with their names; bodies that only the keeper
    makes are for the keeper."""
    found: dict[str, LocalText] = {}
    if by.holds("people.keep"):
        found[PEOPLE] = PEOPLE_NAME
        found |= {f"{OF_REGISTER}{code}": one.name for code, one in register_cards(on=on).items()}
    if by.holds("structures.keep"):
        found |= {
            f"{OF_BODIES}{code}": one.name
            for code, one in kind_cards(on=on).items()
            if one.side != "outside" or by.holds("registry.keep")
        }
    return found


def body_kind(kind: str, *, on: date) -> KindCard | None:
    """The kind of bodies that the rows of a file are, or None for people."""
    return kind_card(kind.removeprefix(OF_BODIES), on=on) if kind.startswith(OF_BODIES) else None


def register_of(kind: str, *, on: date) -> RegisterCard | None:
    """The register that the rows of a file are of, or None."""
    if not kind.startswith(OF_REGISTER):
        return None
    return register_card(kind.removeprefix(OF_REGISTER), on=on)


def columns_for(kind: str, *, on: date) -> tuple[Column, ...]:
    """The columns of a kind of files; none for a kind that there is not."""
    if kind == PEOPLE:
        return PEOPLE_COLUMNS
    if body := body_kind(kind, on=on):
        return structure_columns(body)
    register = register_of(kind, on=on)
    return enrolment_columns(register) if register else ()


def brought() -> QuerySet[BroughtFile]:
    """Files whose rows are bodies, people or places in registers, newest first."""
    ours = Q(kind=PEOPLE) | Q(kind__startswith=OF_BODIES) | Q(kind__startswith=OF_REGISTER)
    return BroughtFile.objects.filter(ours).defer("content_sealed")


def files_of(by: Actor) -> QuerySet[BroughtFile]:
    """The files that somebody brought, in whatever office, newest first."""
    own = Account.objects.filter(pk=by.account_id or 0).values("person")
    return brought().filter(brought_by__person__in=own).select_related("territory")


def file_numbered(number: int, *, by: Actor) -> BroughtFile | None:
    """The file of a number where it is the actor's, or None."""
    return files_of(by).filter(pk=number).first()


def rows_of(file: BroughtFile, verdict: str) -> QuerySet[BroughtRow]:
    """The rows of a file with a verdict, in its order."""
    return BroughtRow.objects.filter(file=file, verdict=verdict).order_by("number")


def rows_to_see(file: BroughtFile) -> dict[str, int]:
    """Verdict → how many rows of a file are kept to be looked at."""
    found = BroughtRow.objects.filter(file=file).order_by().values_list("verdict", flat=True)
    counted: dict[str, int] = {}
    for verdict in found.iterator():
        counted[verdict] = counted.get(verdict, 0) + 1
    return counted


def actor_of(file: BroughtFile, *, on: date) -> Actor | None:
    """Who brought a file, acting in the office in which it was brought; None where the person no
    longer holds that, or can no longer sign in."""
    held = Appointment.objects.filter(in_office_on(on), pk=file.brought_by_id or 0)
    one = held.select_related("person", "office__structure__territory").first()
    account = Account.objects.filter(person=one.person_id, is_active=True).first() if one else None
    return actor_in(one, account, on=on) if one and account else None


def stale_files(at: datetime, *, days: int) -> Sequence[BroughtFile]:
    """The files brought more than some days ago of which something is still kept."""
    kept = Q(content_sealed__isnull=False) | Exists(BroughtRow.objects.filter(file=OuterRef("pk")))
    return list(brought().filter(kept, brought_at__lt=at - timedelta(days=days)))
