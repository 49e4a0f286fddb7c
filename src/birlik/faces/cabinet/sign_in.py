"""Signing in: accounts are given by the office, and codes stand beside the password."""

from base64 import urlsafe_b64encode
from collections.abc import Mapping
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.forms import ChangePasswordForm, LoginForm, ReauthenticateForm
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as ReauthenticateByCodeForm
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.forms import Form
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.crypto import salted_hmac
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from birlik.base.registry.models import Account
from birlik.base.registry.queries import demands_second_factor
from birlik.base.ui.pages import now
from birlik.base.values.clock import day_of

ERRORS: Mapping[str, str | Promise] = {
    **DefaultAccountAdapter.error_messages,
    "account_inactive": _("This account is closed."),
    "email_password_mismatch": _("Wrong e-mail address or password."),
    "too_many_login_attempts": _("Too many attempts. Wait a few minutes and try again."),
    "enter_current_password": _("Enter your current password."),
    "incorrect_password": _("Wrong password."),
    "rate_limited": _("Too many attempts. Wait a few minutes and try again."),
}
"""What allauth says when sign-in fails, in the words of the glossary."""


PREVIOUS_VISIT = "previous_visit"
"""The session's key for the instant at which the person had signed in before, in ISO form."""


class ClosedAccountAdapter(DefaultAccountAdapter):
    """Sign-in without sign-up; a person's own language comes with the account."""

    error_messages = ERRORS

    def is_open_for_signup(self, _request: HttpRequest) -> bool:
        """Nobody signs up: the registry's office opens accounts."""
        return False

    def pre_login(
        self, request: HttpRequest, user: Account, **kwargs: Any
    ) -> HttpResponseBase | None:
        """Before sign-in is noted, the instant of the one before is kept for the visit."""
        if user.last_login:
            request.session[PREVIOUS_VISIT] = user.last_login.isoformat()
        return super().pre_login(request, user, **kwargs)

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


class PasswordAgainForm(ReauthenticateForm):
    """The password once more, before the way of signing in is changed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].label = _("Password")
        self.fields["password"].help_text = ""
        self.fields["password"].widget.attrs.pop("placeholder", None)


def dress_code(form: Form) -> None:
    """Give the field of a one-time code the house's words, and digits to type it with."""
    field = form.fields["code"]
    field.label = _("One-time code")
    field.widget.attrs.pop("placeholder", None)
    field.widget.attrs.update(inputmode="numeric", maxlength="12", autofocus=True)


class CodeForm(AuthenticateForm):
    """The one-time code, or one of the recovery codes, after the password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        dress_code(self)


class CodeAgainForm(ReauthenticateByCodeForm):
    """A code once more, before the way of signing in is changed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        dress_code(self)


class FirstCodeForm(ActivateTOTPForm):
    """The first code of a device, which shows that it has the secret."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        dress_code(self)


class SecondFactorAdapter(DefaultMFAAdapter):
    """Second factors: their secrets are kept encrypted, and an office may demand them."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("Wrong code. Wait for the next one and type it in."),
        "cannot_delete_authenticator": _(
            "One of your offices demands a second factor: it cannot be switched off."
        ),
    }

    def encrypt(self, text: str) -> str:
        """A secret as it lies in the database."""
        return cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """A secret from the database; raises `InvalidToken` when the installation's own secret key
        was changed without keeping the former one in SECRET_KEY_FALLBACKS."""
        return cipher().decrypt(encrypted_text.encode()).decode()

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Whether the account may do without: no office of today demands it."""
        owner = authenticator.user
        demanded = isinstance(owner, Account) and demands_second_factor(owner, on=day_of(now()))
        return not demanded


def cipher() -> MultiFernet:
    """The cipher of the installation's secret key, which also reads what former keys wrote."""
    keys = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    digests = (
        salted_hmac("birlik.second_factor", "key", secret=key, algorithm="sha256").digest()
        for key in keys
    )
    return MultiFernet([Fernet(urlsafe_b64encode(one)) for one in digests])
