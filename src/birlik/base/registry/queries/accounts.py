"""Every read of the accounts that their keeper needs."""

from collections.abc import Iterable
from datetime import date

from allauth.mfa.models import Authenticator
from django.contrib.auth.tokens import default_token_generator
from django.db.models import Exists, OuterRef, Q, QuerySet

from birlik.base.registry.models import Account, Appointment, Office, Person
from birlik.base.registry.queries import in_office_on, seats
from birlik.base.registry.rules.offices import CENTRAL

OPEN, CLOSED = "open", "closed"


def accounts_wanted(*, words: str = "", state: str = "") -> QuerySet[Account]:
    """The accounts whose address or person has these words in it, by address; each says as
    `has_factor` whether codes stand beside its password."""
    totp = Authenticator.objects.filter(user=OuterRef("pk"), type=Authenticator.Type.TOTP)
    found = Account.objects.annotate(has_factor=Exists(totp)).select_related("person")
    for word in words.split():
        said = Q(email__icontains=word)
        for form in (word, word.capitalize(), word.lower()):
            said |= Q(person__full_name__icontains=form)
        found = found.filter(said)
    if state in {OPEN, CLOSED}:
        found = found.filter(is_active=state == OPEN)
    return found.order_by("email")


def account_numbered(number: int) -> Account | None:
    """The account of a number; None where there is none."""
    return accounts_wanted().filter(pk=number).first()


def offices_held(accounts: Iterable[Account], *, on: date) -> dict[int, list[Appointment]]:
    """Number of a person → the offices held on a day, the newest first; one query."""
    people = [one.person_id for one in accounts]
    held = Appointment.objects.filter(in_office_on(on), person__in=people)
    found: dict[int, list[Appointment]] = {}
    for one in held.select_related("office__structure").order_by("-valid_from", "pk"):
        found.setdefault(one.person_id, []).append(one)
    return found


def other_keepers(account: Account, *, on: date) -> bool:
    """Whether anybody else who can sign in keeps the registry on a day."""
    return any(one.actor.holds(CENTRAL) for one in seats(on=on) if one.account != account.pk)


def keeps_registry(account: Account, *, on: date) -> bool:
    """Whether an account keeps the registry on a day."""
    return any(one.actor.holds(CENTRAL) for one in seats(on=on) if one.account == account.pk)


def person_numbered(number: int) -> Person | None:
    """A person who can be given an account; None for one who has one, was erased or merged."""
    fit = Person.objects.filter(pk=number, account=None, erased_at=None, duplicate_of=None)
    return fit.first()


def held_office(account: Account, office: int, *, on: date) -> Office | None:
    """An office that the account's person holds on a day, by its number; None for any other."""
    held = Appointment.objects.filter(in_office_on(on), person=account.person_id, office=office)
    found = held.select_related("office").first()
    return found.office if found else None


def account_of_link(link: str, *, locked: bool = False) -> Account | None:
    """The account that a link opens, by what `link_of` made; None for a link that is none, was
    used, is too old, or is of a closed account. With `locked` its row is locked before the link is
    judged, so that of two who come with it at once only one is let in."""
    number, _point, token = link.partition(".")
    if not number.isdecimal() or len(number) > len(str(2**63)) - 1:
        return None
    rows = Account.objects.select_for_update() if locked else Account.objects
    account = rows.filter(pk=int(number), is_active=True).first()
    return account if account and default_token_generator.check_token(account, token) else None


def link_of(account: Account) -> str:
    """The part of an address by which the person of an account sets the password, once.

    It is good for `PASSWORD_RESET_TIMEOUT` seconds, and until a password is set or a further link
    is given; nothing of it is kept.
    """
    return f"{account.pk}.{default_token_generator.make_token(account)}"
