"""One's own account: the password, the second factor and its recovery codes."""

from typing import Any

from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from django.db import transaction
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from birlik.base.registry.actions import (
    record_new_codes,
    record_second_factor,
    remove_second_factor,
)
from birlik.base.registry.models import Account
from birlik.base.registry.queries import demands_second_factor, second_factor_of
from birlik.base.ui.pages import ActorRequest, may_when_signed_in, now, page
from birlik.base.values.clock import day_of


@page("account", "account/", title=_("Your account"), may=may_when_signed_in, section="account")
def account(request: ActorRequest) -> HttpResponse:
    """How one signs in: the password, whether a code is asked beside it, and what to do."""
    owner = owner_of(request)
    return render(
        request,
        "cabinet/account.html",
        {
            "factor": second_factor_of(owner),
            "demanded": demands_second_factor(owner, on=day_of(now())),
        },
    )


def owner_of(request: Any) -> Account:
    """The account that has signed in; raises TypeError for a request of nobody."""
    if not isinstance(request.user, Account):
        raise TypeError("nobody has signed in")
    return request.user


class SetUp(ActivateTOTPView):
    """Sets up one-time codes: a secret as a picture, and the first code as a proof."""

    def form_valid(self, form: Form) -> HttpResponse:
        """Keep the secret, say so in the journal, and end the sessions begun without a code."""
        with transaction.atomic():
            answer = super().form_valid(form)
            session = self.request.session.session_key or ""
            owner = owner_of(self.request)
            record_second_factor(actor_of(self.request), owner, at=now(), session=session)
        return answer


class Removal(DeactivateTOTPView):
    """Switches one-time codes off, where no office demands them."""

    def form_valid(self, form: Form) -> HttpResponse:
        """Forget the secret and the recovery codes, and say so in the journal."""
        with transaction.atomic():
            answer = super().form_valid(form)
            remove_second_factor(actor_of(self.request), owner_of(self.request), at=now())
        return answer


class NewCodes(GenerateRecoveryCodesView):
    """Replaces the recovery codes by new ones."""

    def form_valid(self, form: Form) -> HttpResponse:
        """Make new codes, and say so in the journal."""
        with transaction.atomic():
            answer = super().form_valid(form)
            record_new_codes(actor_of(self.request), owner_of(self.request), at=now())
        return answer


def actor_of(request: Any) -> Any:
    """The actor whom the middleware found."""
    return vars(request)["actor"]
