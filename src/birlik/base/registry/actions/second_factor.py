"""A person's second factor: the sign-in keeps it, the journal says when it came and went."""

from datetime import datetime

from allauth.mfa.models import Authenticator
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session

from birlik.base.journal.action import action, note
from birlik.base.registry.models import Account
from birlik.base.registry.rules import may_keep_account
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText


@action(
    "second_factor.set_up",
    may=may_keep_account,
    label=LocalText("Екінші фактор қосылды", "Второй фактор включен", "Second factor set up"),
    withheld=("session",),
)
def record_second_factor(
    _by: Actor, account: Account, /, *, at: datetime, session: str = ""
) -> None:
    """Record that an account signs in with one-time codes from now on.

    Its other sessions end: they were begun with the password alone. `session` is the key of the one
    in which the first code was given.
    """
    others = Session.objects.filter(expire_date__gt=at).exclude(session_key=session)
    ended = [one.pk for one in others if is_of(one, account)]
    Session.objects.filter(pk__in=ended).delete()
    note(ended=len(ended))


def is_of(session: Session, account: Account) -> bool:
    """Whether a session is one in which an account has signed in."""
    return session.get_decoded().get(SESSION_KEY) == str(account.pk)


@action(
    "second_factor.removed",
    may=may_keep_account,
    label=LocalText("Екінші фактор өшірілді", "Второй фактор отключен", "Second factor removed"),
)
def remove_second_factor(_by: Actor, account: Account, /, *, at: datetime) -> None:
    """Have an account sign in with its password alone from now on, until it sets up another."""
    Authenticator.objects.filter(user=account).delete()


@action(
    "recovery_codes.renewed",
    may=may_keep_account,
    label=LocalText(
        "Қалпына келтіру кодтары жаңартылды",
        "Коды восстановления обновлены",
        "Recovery codes renewed",
    ),
)
def record_new_codes(_by: Actor, _account: Account, /, *, at: datetime) -> None:
    """Record that an account has new recovery codes, and that the old ones open nothing."""
