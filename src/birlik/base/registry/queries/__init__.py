"""Every read of the registry."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from allauth.mfa.models import Authenticator
from django.db.models import Exists, F, OuterRef, Q, QuerySet

from birlik.base.charter.engine.wording import folded
from birlik.base.charter.models import Catalogue
from birlik.base.charter.queries import OfficeRights, items, rights_in, rights_of
from birlik.base.registry.engine.secret import secret_digest
from birlik.base.registry.models import (
    AccessKey,
    Account,
    Appointment,
    Digest,
    Notice,
    Office,
    Structure,
    Territory,
)
from birlik.base.registry.rules.reach import territory_line
from birlik.base.ui.language import known_language
from birlik.base.values.actor import Actor, Grant
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import Language


def existing_on(on: date) -> Q:
    """The condition that a structure exists on a day; a second entry of one is no other."""
    begun = Q(founded_on=None) | Q(founded_on__lte=on)
    return begun & (Q(closed_on=None) | Q(closed_on__gt=on)) & Q(duplicate_of=None)


def structures_of_kind(kind: str, *, on: date) -> QuerySet[Structure]:
    """The structures of a kind that exist on a day, in the order of their territories."""
    return Structure.objects.filter(existing_on(on), kind=kind).select_related("territory")


def named_structures() -> dict[str, Structure]:
    """Name or abbreviation, in Kazakh or Russian and folded → the structure that bears it; a name
    of a second entry means the one that was kept.

    Where two bear the same one, the later founded is meant, and an abbreviation before a name.
    """
    names: dict[str, Structure] = {}
    codes: dict[str, Structure] = {}
    rows = Structure.objects.select_related("duplicate_of")
    for one in rows.order_by(F("founded_on").asc(nulls_first=True)):
        meant = one.duplicate_of or one
        names |= {folded(name): meant for name in (one.name_kk, one.name_ru) if name}
        codes |= {folded(code): meant for code in (one.short_kk, one.short_ru) if code}
    return names | codes


def account_known(email: str) -> bool:
    """Whether an account has this address, whatever the case of its letters."""
    return Account.objects.filter(email__iexact=email).exists()


def account_with(email: str) -> Account | None:
    """The account of an address, whatever the case of its letters; None where there is none."""
    return Account.objects.filter(email__iexact=email).select_related("person").first()


def office_in(structure: Structure, kind: str) -> Office | None:
    """The first seat of a kind in a structure, or None where it has none yet."""
    return Office.objects.filter(structure=structure, kind=kind).order_by("pk").first()


def structures_known() -> bool:
    """Whether the registry knows any structure yet."""
    return Structure.objects.exists()


def regions() -> QuerySet[Territory]:
    """The territories of the first level: oblasts and cities of republican significance."""
    return Territory.objects.filter(parent=None, valid_until=None)


def in_office_on(on: date) -> Q:
    """The condition that an appointment holds on a day; an office ends with its structure, whoever
    forgot to end the appointment."""
    closed = Q(office__structure__closed_on__lte=on)
    return Q(valid_from__lte=on) & (Q(valid_until=None) | Q(valid_until__gt=on)) & ~closed


def absent_on(on: date) -> Q:
    """The condition that somebody else stands for the holder of an appointment on a day."""
    standing = Appointment.objects.filter(in_office_on(on), stands_for=OuterRef("pk"))
    return Q(Exists(standing))


def appointments_of(account: Account, *, on: date) -> QuerySet[Appointment]:
    """The appointments an account may act in on a day: those held in full before those in which
    the person only acts, the newest first."""
    held = Appointment.objects.filter(in_office_on(on), person=account.person_id)
    return held.select_related("person", "office__structure__territory").order_by(
        "acting", "-valid_from", "pk"
    )


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody in office on a day: the account's number, the actor, the number of the office's
    structure, and the account's language."""

    account: int
    actor: Actor
    structure: int
    language: Language


def seats(*, on: date) -> tuple[Seat, ...]:
    """Everybody who answers in an office on a day with its powers, in three queries.

    A substitute answers instead of the absent holder, who is told nothing for that office but can
    still sign in and act. Who lacks the second factor that the office demands has no power, as in
    `actor_in`.
    """
    rights = {one.code: rights_in(one) for one in items(Catalogue.OFFICE_KIND, on=on)}
    secured = set(
        Authenticator.objects.filter(type=Authenticator.Type.TOTP).values_list("user", flat=True)
    )
    answering_now = in_office_on(on) & ~absent_on(on)
    held = Appointment.objects.filter(answering_now, person__account__is_active=True)
    found = []
    for one in held.select_related("person__account", "office__structure__territory"):
        account, right = one.person.account, rights.get(one.office.kind, OfficeRights({}))
        awaits = right.second_factor and account.pk not in secured
        powers = frozenset() if awaits else grants_in(right, one.office.structure)
        actor = Actor(account.pk, one.pk, str(one.office), powers, awaits_second_factor=awaits)
        language = known_language(account.language)
        found.append(Seat(account.pk, actor, one.office.structure_id, language))
    return tuple(found)


def holders(numbers: Iterable[int]) -> dict[int, Appointment]:
    """Number → the appointment with its person and office: who acted in it."""
    return Appointment.objects.select_related("person", "office").in_bulk(numbers)


def appointments_known() -> QuerySet[Appointment]:
    """Every appointment there ever was, by the name of the person."""
    found = Appointment.objects.select_related("person", "office")
    return found.order_by("person__full_name", "pk")


def actor_in(appointment: Appointment, account: Account, *, on: date) -> Actor:
    """The account acting in an appointment, with the powers that the charter gives the office.

    It is labelled by the office alone: the journal cannot forget, so it holds no person's name.
    Where the office demands a second factor that the account lacks, it has no power at all.
    """
    rights = rights_of(appointment.office.kind, on=on)
    awaits = rights.second_factor and not has_second_factor(account)
    return Actor(
        account_id=account.pk,
        appointment_id=appointment.pk,
        label=str(appointment.office),
        powers=frozenset() if awaits else grants_in(rights, appointment.office.structure),
        awaits_second_factor=awaits,
    )


def has_second_factor(account: Account) -> bool:
    """Whether the account signs in with one-time codes beside its password."""
    return Authenticator.objects.filter(user=account, type=Authenticator.Type.TOTP).exists()


@dataclass(frozen=True, slots=True)
class SecondFactor:
    """The one-time codes of an account: since when, when last used, and how many of the codes for
    the loss of the device are left."""

    since: datetime
    used_at: datetime | None
    codes_left: int


def second_factor_of(account: Account) -> SecondFactor | None:
    """The second factor of an account, or None when it signs in with its password alone."""
    found = {one.type: one for one in Authenticator.objects.filter(user=account)}
    codes = found.get(Authenticator.Type.RECOVERY_CODES)
    totp = found.get(Authenticator.Type.TOTP)
    left = len(codes.wrap().get_unused_codes()) if codes else 0
    return SecondFactor(totp.created_at, totp.last_used_at, left) if totp else None


def demands_second_factor(account: Account, *, on: date) -> bool:
    """Whether an office that the account may act in on a day demands a second factor."""
    kinds = {one.office.kind for one in appointments_of(account, on=on)}
    return any(rights_of(kind, on=on).second_factor for kind in kinds)


def grants_in(rights: OfficeRights, structure: Structure) -> frozenset[Grant]:
    """The powers of an office in a structure, each with its reach."""
    return frozenset(granted(power, reach, structure) for power, reach in rights.powers.items())


def granted(power: str, reach: str, structure: Structure) -> Grant:
    """A power with its reach: "all" is everywhere, "territory" the structure's territory, and
    everything else, also a territory that the structure lacks, the structure alone."""
    if reach == "all":
        return Grant(power)
    if reach == "territory" and structure.territory:
        return Grant(power, territory_code=structure.territory.code)
    return Grant(power, structure_id=structure.pk)


def answering(structure: Structure, *, on: date) -> tuple[int, ...]:
    """The numbers of a structure and, from the day on which it no longer exists, of those that took
    over from it."""
    found = [structure.pk]
    heir: Structure | None = structure
    while heir and heir.closed_on and heir.closed_on <= on and heir.successor_id not in found:
        heir = heir.successor
        if heir:
            found.append(heir.pk)
    return tuple(found)


def answering_places(structure: Structure, *, on: date) -> tuple[str, ...]:
    """The codes of the territories in which a structure and, from its end on, those that took over
    from it lie."""
    found = list(territory_line(structure.territory))
    heirs = answering(structure, on=on)[1:]
    for heir in Structure.objects.filter(pk__in=heirs).select_related("territory") if heirs else ():
        found += territory_line(heir.territory)
    return tuple(found)


HEIRS = 3
"""How many bodies one after another may have taken over for a territory to reach what the first of
them owed: none is known that changed its region at all."""


def bodies_within(code: str, *, on: date) -> QuerySet[Structure]:
    """The structures in a territory and everything that lies in it, and those from which bodies
    there took over by a day."""
    places = places_within(code).values("pk")
    found, ended, heir = Q(territory__in=places), Q(successor__isnull=False), ""
    for _further in range(HEIRS):
        ended &= Q(**{f"{heir}closed_on__lte": on})
        heir += "successor__"
        passed = Structure.objects.filter(ended, **{f"{heir}territory__in": places})
        found |= Q(pk__in=passed.order_by().values("pk"))
    return Structure.objects.filter(found)


def answered_for(structure: int, *, on: date) -> frozenset[int]:
    """The numbers of a structure and of all whom it had succeeded by a day."""
    found = {structure}
    closed = Structure.objects.filter(successor__isnull=False, closed_on__lte=on)
    successors = dict(closed.values_list("pk", "successor"))
    while grown := {one for one, heir in successors.items() if heir in found} - found:
        found |= grown
    return frozenset(found)


DEPTH = 3
"""How many levels of the classifier lie below a region."""


def places_within(code: str) -> QuerySet[Territory]:
    """A territory and everything that lies in it: the classifier is four levels deep, from the
    oblast to the village.

    Level by level, so that indexes find the places: asked of 16,000 at once it takes 8 times as
    long.
    """
    within = Territory.objects.filter(code=code).order_by().values("pk")
    found = Q(pk__in=within)
    for _deeper in range(DEPTH):
        within = Territory.objects.filter(parent__in=within).order_by().values("pk")
        found |= Q(pk__in=within)
    return Territory.objects.filter(found)


def territories_within(code: str) -> frozenset[int]:
    """The numbers of a territory and of everything that lies in it, in one query."""
    return frozenset(places_within(code).values_list("pk", flat=True))


def notices_of(account: int) -> QuerySet[Notice]:
    """What an account was told, newest first."""
    return Notice.objects.filter(account=account)


def unseen_count(account: int) -> int:
    """How many notices an account has not seen yet."""
    return Notice.objects.filter(account=account, seen_at=None).count()


def unseen_notices(accounts: Iterable[int]) -> dict[int, list[Notice]]:
    """Account → the notices it has not seen yet, newest first."""
    found: dict[int, list[Notice]] = {}
    for one in Notice.objects.filter(account__in=list(accounts), seen_at=None):
        found.setdefault(one.account_id, []).append(one)
    return found


def digests_of(account: int) -> QuerySet[Digest]:
    """The digests of an account, newest first."""
    return Digest.objects.filter(account=account)


def unsent_digests(*, on: date) -> QuerySet[Digest]:
    """The digests of a day that nobody has given to the mail yet; those of closed accounts stay."""
    waiting = Digest.objects.filter(on=on, sent_at=None, sending_at=None)
    return waiting.filter(account__is_active=True).select_related("account")


def doubtful_digests(*, before: datetime) -> QuerySet[Digest]:
    """The digests given to the mail before an instant of which nobody knows whether they left."""
    return Digest.objects.filter(sent_at=None, sending_at__lt=before).select_related("account")


def keys_of(actor: Actor, kind: str) -> QuerySet[AccessKey]:
    """The keys of a kind that open something in the office in which a person acts, also those made
    in the appointment that it continues."""
    return AccessKey.objects.filter(
        kind=kind,
        account=actor.account_id,
        appointment__in=continued_by(actor.appointment_id),
        revoked_at=None,
    )


def continued_by(number: int | None) -> list[int]:
    """An appointment and those that it continues after reorganisations, by number."""
    found: list[int] = []
    while number is not None:
        found.append(number)
        number = Appointment.objects.filter(pk=number).values_list("continues", flat=True).first()
    return found


def going_on(appointment: int, *, on: date) -> Appointment | None:
    """The appointment that holds on a day: itself, or the one that continues it; None after its
    end."""
    line = [appointment]
    for number in line:
        line += Appointment.objects.filter(continues=number).values_list("pk", flat=True)
    held = Appointment.objects.filter(in_office_on(on), pk__in=line)
    return held.select_related("person", "office__structure__territory").first()


def key_of(secret: str, kind: str, at: datetime) -> tuple[AccessKey, Actor] | None:
    """The key of a kind that a secret is, with the actor in whose name it opens; None for no key.

    It opens nothing once it is revoked, the account closed or the appointment over.
    """
    key = (
        AccessKey.objects.select_related("account")
        .filter(digest=secret_digest(secret), kind=kind, revoked_at=None, account__is_active=True)
        .first()
    )
    if key is None:
        return None
    on = day_of(at)
    held = going_on(key.appointment_id, on=on)
    return (key, actor_in(held, key.account, on=on)) if held else None
