"""The beginning of an account: its person sets the password, by a link that works once."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import validate_password
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from birlik.base.registry.actions.accounts import begin_account
from birlik.base.registry.queries.accounts import account_of_link
from birlik.base.registry.rules.accounts import may_open_link
from birlik.base.ui.forms import REQUIRED
from birlik.base.ui.pages import ActorRequest, now, page

LONGEST = 200
TYPED = {"autocomplete": "new-password"}


class PasswordField(forms.CharField):
    """A password that is being chosen."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            strip=False,
            max_length=LONGEST,
            widget=forms.PasswordInput(attrs=TYPED),
            error_messages={"required": REQUIRED},
            **options,
        )


class BeginForm(forms.Form):
    """The new password, twice."""

    use_required_attribute = False
    password = PasswordField(label=_("New password"), validators=[validate_password])
    again = PasswordField(label=_("New password once more"))

    def clean(self) -> dict[str, Any]:
        """Both are the same."""
        typed = self.cleaned_data
        if "password" in typed and "again" in typed and typed["password"] != typed["again"]:
            self.add_error("again", gettext("The passwords differ."))
        return typed


@page(
    "account_begin",
    "account/begin/<str:link>/",
    title=_("Set your password"),
    may=may_open_link,
    section="account",
)
def begin_page(request: ActorRequest, *, link: str) -> HttpResponse:
    """The person of a link sets the password and goes on to sign in; a link that is none, was used
    or is too old leads nowhere."""
    account = account_of_link(link)
    if account is None:
        raise Http404
    form = BeginForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        secret = make_password(form.cleaned_data["password"])
        begin_account(request.actor, None, at=now(), link=link, password_hash=secret)
        messages.success(request, gettext("The password is set. Sign in with it."))
        return redirect("account_login")
    context = {"form": form, "email": account.email}
    status = 422 if form.errors else 200
    answer = render(request, "registry/accounts/begin.html", context, status=status)
    answer.headers["Referrer-Policy"] = "no-referrer"
    return answer
