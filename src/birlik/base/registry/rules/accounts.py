"""Who keeps the accounts of others, and who begins with a link."""

from datetime import datetime

from birlik.base.registry.models import Account
from birlik.base.registry.refusals.accounts import OWN_ACCOUNT
from birlik.base.registry.rules import may_keep_registry
from birlik.base.values.actor import Actor
from birlik.base.values.verdict import Verdict


def may_see_accounts(actor: Actor, at: datetime) -> Verdict:
    """Whoever keeps the registry sees who has an account."""
    return may_keep_registry(actor, None, at)


def may_keep_others_account(actor: Actor, account: Account | None, at: datetime) -> Verdict:
    """Whoever keeps the registry closes, reopens and mends the accounts of others, never the own
    one: nobody locks out oneself, or lifts the own second factor."""
    if account is not None and account.pk == actor.account_id:
        return Verdict.no(OWN_ACCOUNT)
    return may_keep_registry(actor, account, at)


def may_begin(_actor: Actor, _subject: object, _at: datetime) -> Verdict:
    """Whoever has a link that was given; the action looks whether it is one."""
    return Verdict.yes()


def may_open_link(_actor: Actor, _at: datetime) -> Verdict:
    """Anybody may bring a link; what it opens, the link settles."""
    return Verdict.yes()
