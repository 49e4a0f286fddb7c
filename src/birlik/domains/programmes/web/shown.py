"""What several pages of the work of associations show: states, kinds, the year asked for."""

from collections.abc import Mapping
from datetime import date, datetime

from django.http import Http404
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from birlik.base.registry.models import Structure
from birlik.base.ui.pages import ActorRequest
from birlik.base.values.clock import day_of
from birlik.base.values.refused import require
from birlik.domains.programmes.queries.work import reporting_body, years_known
from birlik.domains.programmes.rules import may_see_what_is_found, may_see_work_of

STATES: Mapping[str, tuple[str, str | Promise]] = {
    "none": ("todo", _("not begun")),
    "draft": ("open", _("report being written")),
    "submitted": ("ok", _("report submitted")),
    "returned": ("warn", _("report returned")),
}
"""State → tone and words."""


def year_of(request: ActorRequest, today: date) -> int:
    """The year that an address asks for, else the one that runs."""
    asked = request.GET.get("year", "")
    years = years_known(today)
    return int(asked) if asked.isdecimal() and asked.isascii() and int(asked) in years else years[0]


def body_or_refuse(request: ActorRequest, pk: int, at: datetime) -> Structure:
    """The association of a number within reach; what is another's and what is not there are refused
    alike, save that whoever sees all is told that there is none (Http404)."""
    found = reporting_body(pk, today=day_of(at))
    require(may_see_what_is_found(request.actor, found=found is not None))
    if found is None:
        raise Http404
    require(may_see_work_of(request.actor, found, at))
    return found
