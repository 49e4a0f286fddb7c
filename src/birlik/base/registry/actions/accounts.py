"""Accounts as their keeper opens, closes and mends them, and the beginning with a link."""

from datetime import datetime

from allauth.mfa.models import Authenticator
from django.contrib.auth.hashers import make_password
from django.contrib.sessions.models import Session

from birlik.base.journal.action import action, note
from birlik.base.registry.actions.people import enter_person
from birlik.base.registry.actions.second_factor import is_of
from birlik.base.registry.engine.people import PersonRow
from birlik.base.registry.models import Account, Office, Person
from birlik.base.registry.queries import account_known
from birlik.base.registry.queries.accounts import (
    account_of_link,
    keeps_registry,
    link_of,
    other_keepers,
)
from birlik.base.registry.refusals import accounts as refusals
from birlik.base.registry.rules import may_keep_registry
from birlik.base.registry.rules.accounts import may_begin, may_keep_others_account
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import Language, LocalText
from birlik.base.values.refused import RefusedError


@action(
    "account.given",
    may=may_keep_registry,
    label=LocalText(
        "Адамға есептік жазба ашылды", "Лицу открыта учетная запись", "Account given to a person"
    ),
    withheld=("email", "full_name"),
)
def give_account(
    by: Actor,
    person: Person | None,
    /,
    *,
    at: datetime,
    email: str,
    full_name: str = "",
    language: Language = "kk",
) -> Account:
    """Open an account for a person of the registry, or for one who is entered anew by name.

    It has no password yet: `give_link` makes the way to set one. Raises `RefusedError` for an
    address that is taken, and a person who has an account, was erased or merged.
    """
    if account_known(email):
        raise RefusedError(refusals.ADDRESS_TAKEN)
    if person is None:
        person = enter_person(by, None, at=at, row=PersonRow(full_name))
    if person.erased_at or person.duplicate_of_id:
        raise RefusedError(refusals.NO_PERSON)
    if Account.objects.filter(person=person).exists():
        raise RefusedError(refusals.HAS_ACCOUNT)
    made = Account.objects.create(
        person=person, email=email.lower(), password=make_password(None), language=language
    )
    note(account=made.pk)
    return made


@action(
    "account.link_given",
    may=may_keep_others_account,
    label=LocalText(
        "Құпиясөз қоюға сілтеме берілді",
        "Выдана ссылка для установки пароля",
        "Link to set a password given",
    ),
)
def give_link(_by: Actor, account: Account, /, *, at: datetime) -> str:
    """Make the link by which a person sets the password, once; nobody can be shown it again.

    The old password and links open nothing any more, and the sessions end: who asks for a link has
    lost the password, or fears that somebody else has it. Raises `RefusedError` for a closed one.
    """
    if not account.is_active:
        raise RefusedError(refusals.CLOSED_ACCOUNT)
    account.password = make_password(None)
    account.save(update_fields=("password",))
    note(ended=end_sessions(account, at))
    return link_of(account)


@action(
    "account.begun",
    may=may_begin,
    label=LocalText(
        "Сілтеме бойынша құпиясөз қойылды",
        "Пароль установлен по ссылке",
        "Password set by a link",
    ),
    withheld=("link", "password_hash"),
)
def begin_account(
    _by: Actor, _subject: None, /, *, at: datetime, link: str, password_hash: str
) -> Account:
    """Set the password of the account that a link opens; the link opens nothing after that.

    Raises `RefusedError` for a link that is none, was used or is too old.
    """
    account = account_of_link(link, locked=True)
    if account is None:
        raise RefusedError(refusals.LINK_OVER)
    account.password = password_hash
    account.save(update_fields=("password",))
    return account


@action(
    "account.closed",
    may=may_keep_others_account,
    label=LocalText("Есептік жазба жабылды", "Учетная запись закрыта", "Account closed"),
)
def close_account(_by: Actor, account: Account, /, *, at: datetime) -> None:
    """Let nobody sign in with an account any more; its sessions end at once, its keys open nothing.

    Raises `RefusedError` for the last who keeps the registry.
    """
    on = day_of(at)
    if keeps_registry(account, on=on) and not other_keepers(account, on=on):
        raise RefusedError(refusals.LAST_KEEPER)
    account.is_active = False
    account.save(update_fields=("is_active",))
    note(ended=end_sessions(account, at))


@action(
    "account.reopened",
    may=may_keep_others_account,
    label=LocalText(
        "Есептік жазба қайта ашылды", "Учетная запись снова открыта", "Account reopened"
    ),
)
def reopen_account(_by: Actor, account: Account, /, *, at: datetime) -> None:
    """Let the person sign in again, with the password and the second factor as they were."""
    account.is_active = True
    account.save(update_fields=("is_active",))


@action(
    "second_factor.forgotten",
    may=may_keep_others_account,
    label=LocalText(
        "Басқаның екінші факторы алып тасталды",
        "Второй фактор лица сброшен",
        "Second factor of somebody forgotten",
    ),
)
def forget_factor(_by: Actor, account: Account, /, *, at: datetime) -> None:
    """Forget the second factor of somebody who lost the device and the recovery codes.

    The sessions end. An office that demands a factor gives no power until another is set up.
    """
    Authenticator.objects.filter(user=account).delete()
    note(ended=end_sessions(account, at))


@action(
    "office.phone_set",
    may=may_keep_registry,
    label=LocalText(
        "Лауазымның қызметтік телефоны жазылды",
        "Указан служебный телефон должности",
        "Service telephone of an office set",
    ),
    withheld=("phone",),
)
def set_office_phone(_by: Actor, office: Office, /, *, at: datetime, phone: str) -> None:
    """Write down the telephone of a seat, the service's and not the person's; '' for none."""
    office.phone = phone.strip()
    office.save(update_fields=("phone",))


def end_sessions(account: Account, at: datetime) -> int:
    """End every session in which an account has signed in; how many there were."""
    lasting = Session.objects.filter(expire_date__gt=at)
    ended = [one.pk for one in lasting if is_of(one, account)]
    Session.objects.filter(pk__in=ended).delete()
    return len(ended)
