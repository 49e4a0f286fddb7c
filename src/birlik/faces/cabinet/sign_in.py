"""Signing in: accounts are given by the office, nobody opens one alone."""

from collections.abc import Mapping
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.forms import ChangePasswordForm, LoginForm
from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from birlik.base.registry.models import Account

ERRORS: Mapping[str, str | Promise] = {
    **DefaultAccountAdapter.error_messages,
    "account_inactive": _("This account is closed."),
    "email_password_mismatch": _("Wrong e-mail address or password."),
    "too_many_login_attempts": _("Too many attempts. Wait a few minutes and try again."),
    "enter_current_password": _("Enter your current password."),
}
"""What allauth says when sign-in fails, in the words of the glossary."""


class ClosedAccountAdapter(DefaultAccountAdapter):
    """Sign-in without sign-up; a person's own language comes with the account."""

    error_messages = ERRORS

    def is_open_for_signup(self, _request: HttpRequest) -> bool:
        """Nobody signs up: the registry's office opens accounts."""
        return False

    def post_login(self, request: HttpRequest, user: Account, **kwargs: Any) -> HttpResponseBase:
        """After sign-in a reader who has not chosen a language here gets the account's."""
        response = super().post_login(request, user, **kwargs)
        if settings.LANGUAGE_COOKIE_NAME not in request.COOKIES:
            response.set_cookie(
                settings.LANGUAGE_COOKIE_NAME,
                user.language,
                max_age=settings.LANGUAGE_COOKIE_AGE,
                samesite="Lax",
            )
        return response


class SignInForm(LoginForm):
    """E-mail address and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in (("login", _("E-mail address")), ("password", _("Password"))):
            self.fields[name].label = label
            self.fields[name].help_text = ""
            self.fields[name].widget.attrs.pop("placeholder", None)


class PasswordForm(ChangePasswordForm):
    """The current password, and the new one twice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        labels = (
            ("oldpassword", _("Current password")),
            ("password1", _("New password")),
            ("password2", _("New password once more")),
        )
        for name, label in labels:
            self.fields[name].label = label
            self.fields[name].widget.attrs.pop("placeholder", None)
