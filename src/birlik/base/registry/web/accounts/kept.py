"""The accounts as their keeper sees them: a list, a new one, one with what can be done to it."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from birlik.base.registry.actions.accounts import (
    close_account,
    forget_factor,
    give_account,
    give_link,
    reopen_account,
    set_office_phone,
)
from birlik.base.registry.models import Account, Person
from birlik.base.registry.queries.accounts import (
    CLOSED,
    OPEN,
    account_numbered,
    accounts_wanted,
    held_office,
    offices_held,
    person_numbered,
)
from birlik.base.registry.rules.accounts import may_see_accounts
from birlik.base.ui.forms import REQUIRED
from birlik.base.ui.language import known_language
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.ui.templatetags.birlik import words
from birlik.base.values.clock import day_of
from birlik.base.values.refused import RefusedError

ROWS = 50
LONGEST_PHONE = 60
DAY = 24 * 60 * 60

Verb = Callable[..., object]
VERBS: Mapping[str, tuple[Verb, str | Promise]] = {
    "close": (close_account, _("The account is closed.")),
    "reopen": (reopen_account, _("The account is open again.")),
    "forget": (forget_factor, _("The second factor is forgotten.")),
}
"""What a button of the page does, and what is said afterwards."""


class OpenForm(forms.Form):
    """Whose account is opened: a person of the registry, or the name of a new one."""

    use_required_attribute = False
    full_name = forms.CharField(
        label=_("Official full name"), max_length=200, error_messages={"required": REQUIRED}
    )
    email = forms.EmailField(
        label=_("E-mail address with which the person signs in"),
        error_messages={
            "required": REQUIRED,
            "invalid": _("Enter an e-mail address, such as name@example.kz."),
        },
    )
    language = forms.ChoiceField(label=_("Language of the pages"), choices=settings.LANGUAGES)

    def __init__(self, sent: Any, person: Person | None) -> None:
        super().__init__(sent)
        if person:
            del self.fields["full_name"]


@page(
    "accounts",
    "registry/accounts/",
    title=_("Accounts of people"),
    may=may_see_accounts,
    section="registry",
)
def accounts_page(request: ActorRequest) -> HttpResponse:
    """Who can sign in: by address or name, open or closed, in which offices, with what factor."""
    asked = request.GET
    found = accounts_wanted(words=asked.get("q", "")[:100], state=asked.get("state", ""))
    leaf = Paginator(found, ROWS).get_page(asked.get("page"))
    held = offices_held(leaf.object_list, on=day_of(now()))
    context = {
        "leaf": leaf,
        "rows": [(one, held.get(one.person_id, [])) for one in leaf],
        "states": ((OPEN, _("open for sign-in")), (CLOSED, _("closed for sign-in"))),
    }
    return render(request, "registry/accounts/list.html", context)


@page(
    "account_new",
    "registry/accounts/new/",
    title=_("Open an account"),
    may=may_see_accounts,
    section="registry",
)
def open_page(request: ActorRequest) -> HttpResponse:
    """Open an account for a known person (`?person=`) or a new one; the page of the account then
    shows the link that begins it, once."""
    person = person_asked(request)
    form = OpenForm(request.POST or None, person)
    if request.method == "POST" and form.is_valid() and (made := opened(request, form, person)):
        return account_shown(request, made, link=give_link(request.actor, made, at=now()))
    context = {"form": form, "person": person}
    status = 422 if form.errors else 200
    return render(request, "registry/accounts/new.html", context, status=status)


def person_asked(request: ActorRequest) -> Person | None:
    """The person of the address; None without one; raises Http404 for one who cannot have it."""
    asked = request.GET.get("person", "")
    if not asked:
        return None
    found = person_numbered(int(asked)) if asked.isdecimal() and len(asked) < 19 else None
    if found is None:
        raise Http404
    return found


def opened(request: ActorRequest, form: OpenForm, person: Person | None) -> Account | None:
    """The account that was opened; None where it was refused, which the form then says."""
    typed = form.cleaned_data
    try:
        return give_account(
            request.actor,
            person,
            at=now(),
            email=typed["email"],
            full_name=typed.get("full_name", ""),
            language=known_language(typed["language"]),
        )
    except RefusedError as refusal:
        form.add_error("email", words(refusal.reason))
        return None


@page(
    "account_kept",
    "registry/accounts/<int:pk>/",
    title=_("Account of a person"),
    may=may_see_accounts,
    section="registry",
)
def account_page(request: ActorRequest, *, pk: int) -> HttpResponse:
    """One account, and what can be done to it; a new link is shown this once."""
    account = account_numbered(pk) if pk < 2**63 else None
    if account is None:
        raise Http404
    if request.method != "POST":
        return account_shown(request, account)
    try:
        return done(request, account)
    except RefusedError as refusal:
        return account_shown(request, account, refused=words(refusal.reason))


def done(request: ActorRequest, account: Account) -> HttpResponse:
    """Do what the button asks for; raises `RefusedError` where the rules say no."""
    verb = request.POST.get("verb", "")
    if verb == "link":
        return account_shown(request, account, link=give_link(request.actor, account, at=now()))
    if verb == "phone":
        return phone_set(request, account)
    if verb in VERBS:
        act, said = VERBS[verb]
        act(request.actor, account, at=now())
        messages.success(request, str(said))
    return redirect("account_kept", pk=account.pk)


def phone_set(request: ActorRequest, account: Account) -> HttpResponseRedirect:
    """Write the telephone of an office that the person holds; raises Http404 for any other."""
    asked = request.POST.get("office", "")
    number = int(asked) if asked.isdecimal() and len(asked) < 19 else 0
    office = held_office(account, number, on=day_of(now()))
    if office is None:
        raise Http404
    phone = request.POST.get("phone", "").replace("\0", "")[:LONGEST_PHONE]
    set_office_phone(request.actor, office, at=now(), phone=phone)
    messages.success(request, gettext("The telephone is kept."))
    return HttpResponseRedirect(reverse("account_kept", args=[account.pk]))


def account_shown(
    request: ActorRequest, account: Account, *, link: str = "", refused: str = ""
) -> HttpResponse:
    """The page of an account; with the link that begins it, where it was just made."""
    found = account_numbered(account.pk) or account
    path = reverse("account_begin", args=[link]) if link else ""
    context = {
        "account": found,
        "held": offices_held([found], on=day_of(now())).get(found.person_id, []),
        "own": found.pk == request.actor.account_id,
        "link": request.build_absolute_uri(path) if path else "",
        "days": settings.PASSWORD_RESET_TIMEOUT // DAY,
        "refused": refused,
    }
    status = 422 if refused else 200
    return render(request, "registry/accounts/one.html", context, status=status)
