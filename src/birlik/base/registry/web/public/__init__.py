"""The public extract as plain pages, without an account."""

from datetime import date

from django import forms
from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from birlik.base.registry.queries import regions
from birlik.base.registry.queries.public import (
    Asked,
    public_bodies,
    public_body,
    public_kinds,
    public_registers,
    shown,
)
from birlik.base.registry.rules.public import may_see_public
from birlik.base.ui.forms import DayField
from birlik.base.ui.pages import ActorRequest, Page, now, page
from birlik.base.values.clock import day_of

ROWS = 25
ANSWERS = {"yes": True, "no": False}


class SoughtForm(forms.Form):
    """Words of the name, a kind, a region, accredited or not, and the day."""

    q = forms.CharField(required=False, max_length=100)
    kind = forms.CharField(required=False, max_length=60)
    region = forms.RegexField(r"^[0-9]{9}$", required=False)
    accredited = forms.ChoiceField(choices=[("yes", ""), ("no", "")], required=False)
    on = DayField(label=_("As of"), required=False)


@page("public", "public/", title=_("Open register"), may=may_see_public, section="public")
def public_page(request: ActorRequest) -> HttpResponse:
    """What of the register is open to everybody, and where."""
    on = day_of(now())
    kinds = public_kinds(on=on, today=on)
    context = {
        "bodies": public_bodies(Asked(), kinds, on=on).count(),
        "kinds": len(kinds),
        "registers": public_registers(on=on).values(),
    }
    return plain(request, "registry/public/open.html", context)


@page(
    "public_structures",
    "public/structures/",
    title=_("Structures of the Assembly"),
    may=may_see_public,
    section="public",
)
def public_structures_page(request: ActorRequest) -> HttpResponse:
    """Bodies of public kinds: searched, narrowed, as of a day, by pages."""
    form = SoughtForm(request.GET)
    form.is_valid()
    asked, today = form.cleaned_data, day_of(now())
    on = past_day(asked.get("on"), today)
    kinds = public_kinds(on=on, today=today)
    wanted = Asked(
        kind=asked.get("kind") or "",
        region=asked.get("region") or "",
        accredited=ANSWERS.get(asked.get("accredited") or ""),
        words=(asked.get("q") or "").strip(),
    )
    found = public_bodies(wanted, kinds, on=on)
    leaf = Paginator(found, ROWS).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "chosen": asked,
        "narrowed": wanted != Asked() or on != today,
        "on": on,
        "past": on != today,
        "leaf": leaf,
        "rows": shown(leaf.object_list, kinds, on=on),
        "kinds": sorted(kinds.values(), key=lambda one: one.name.kk),
        "regions": regions().order_by("code"),
        "query": request.GET.urlencode(),
    }
    return plain(request, "registry/public/structures.html", context)


@page(
    "public_structure",
    "public/structures/<int:pk>/",
    title=_("Structure"),
    may=may_see_public,
    section="public",
)
def public_structure_page(request: ActorRequest, *, pk: int) -> HttpResponse:
    """One body; what is not public answers as what does not exist."""
    form, today = SoughtForm(request.GET), day_of(now())
    form.is_valid()
    on = past_day(form.cleaned_data.get("on"), today)
    found = public_body(pk, on=on, today=today) if pk < 2**63 else None
    if found is None:
        raise Http404
    context = {"one": found, "on": on, "past": on != today}
    return plain(request, "registry/public/structure.html", context)


def past_day(asked: date | None, today: date) -> date:
    """The day that is shown: no day to come is told."""
    return min(asked or today, today)


def plain(request: ActorRequest, template: str, context: dict[str, object]) -> HttpResponse:
    """A public page. It bears a form's token, so that only the reader's own browser keeps it, and
    asks again each time; search engines list no demonstration."""
    answer = render(request, template, context)
    answer.headers["Cache-Control"] = "private, no-cache"
    if settings.DEMONSTRATION:
        answer.headers["X-Robots-Tag"] = "noindex, nofollow"
    return answer


PAGES: tuple[Page, ...] = (public_page, public_structures_page, public_structure_page)
