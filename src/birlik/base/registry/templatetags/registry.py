"""What the pages of the registry share: the tabs that lead from one part of it to another."""

from dataclasses import dataclass
from typing import Any

from django import template
from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from birlik.base.ui.pages import Page, now

register = template.Library()

TABS: dict[str, str | Promise] = {
    "registry/structures/": _("Structures"),
    "registry/people/": _("People"),
    "registry/registers/": _("Registers"),
    "registry/terms/": _("Terms of office"),
    "registry/accreditation/": _("Accreditation"),
    "registry/activity/": _("Work of associations"),
    "registry/statistics/": _("Statistics"),
    "registry/import/": _("Import"),
    "registry/duplicates/": _("Duplicates"),
    "registry/territories/": _("Territories"),
    "registry/accounts/": _("Accounts of people"),
}
"""Where the parts of the registry begin, and what they are called, in their order."""

ELSEWHERE = ("/registry/offices/", "/registry/appointments/")
"""Where pages of bodies lie beside the part that they belong to."""


@dataclass(frozen=True, slots=True)
class Tab:
    """A part of the registry; `chosen` where the page shown belongs to it."""

    address: str
    title: str | Promise
    chosen: bool


@register.simple_tag(takes_context=True)
def registry_tabs(context: dict[str, Any]) -> list[Tab]:
    """The parts of the registry that the reader may open."""
    asked: HttpRequest = context["request"]
    actor, at = vars(asked)["actor"], now()
    path = "/registry/structures/" if asked.path.startswith(ELSEWHERE) else asked.path
    pages: tuple[Page, ...] = import_string(settings.CABINET_PAGES)
    open_ones = {one.route for one in pages if one.route in TABS and one.may(actor, at)}
    return [
        Tab(f"/{route}", title, path.startswith(f"/{route}"))
        for route, title in TABS.items()
        if route in open_ones
    ]
