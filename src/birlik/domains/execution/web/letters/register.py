"""The register of letters."""

from typing import Any

from django.core.paginator import Paginator
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from birlik.base.letters.models import Letter
from birlik.base.letters.rules import may_open_letters
from birlik.base.ui.export import Cell, Column, Listing, exported
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.ui.templatetags.birlik import day
from birlik.domains.execution.engine.corresponding import LettersWanted, letters_wanted
from birlik.domains.execution.queries.letters import correspondents, register
from birlik.domains.execution.web.letters.words import (
    DIRECTION_NAMES,
    KINDS,
    STANDING_NAMES,
    STANDING_TONES,
    named,
    standing_of,
)

ROWS = 40


@page(
    "letters",
    "letters/",
    title=gettext_lazy("Letters"),
    may=may_open_letters,
    section="letters",
    menu=34,
)
def letters(request: ActorRequest) -> HttpResponseBase:
    """The register of letters: searched, narrowed by the address, and as a file."""
    wanted = letters_wanted(request.GET.dict())
    found = register(wanted)
    if file := exported(request, listing_of(found, wanted), at=now()):
        return file
    leaf = Paginator(found, ROWS).get_page(request.GET.get("page"))
    context = {
        "wanted": wanted,
        "leaf": leaf,
        "lines": [(one, *told(one)) for one in leaf],
        "bodies": correspondents(),
        "kinds": KINDS,
        "directions": DIRECTION_NAMES,
        "standings": STANDING_NAMES,
    }
    return render(request, "execution/letters/register.html", context)


def told(one: Any) -> tuple[str, str, str]:
    """The tone and the words of where a letter stands, '' for an incoming one; and the kind of the
    mailing it belongs to."""
    standing = standing_of(one, answered=one.answered)
    kind = KINDS[one.mailing.kind] if one.mailing else ""
    return STANDING_TONES.get(standing, ""), str(STANDING_NAMES.get(standing, "")), str(kind)


def listing_of(found: Any, wanted: LettersWanted) -> Listing[Letter]:
    """The register as a file."""
    chosen: tuple[tuple[str, Cell], ...] = (
        (_("Search"), wanted.q),
        (_("Direction"), DIRECTION_NAMES.get(wanted.direction, "")),
        (_("Kind"), KINDS.get(wanted.kind, "")),
        (_("State"), STANDING_NAMES.get(wanted.standing, "")),
        (_("From"), day(wanted.since)),
        (_("To"), day(wanted.until)),
    )
    return Listing("letters", _("Letters"), COLUMNS, found, chosen)


COLUMNS: tuple[Column[Any], ...] = (
    Column(gettext_lazy("Direction"), lambda one: DIRECTION_NAMES[one.direction], 12),
    Column(gettext_lazy("Number"), lambda one: one.number, 18),
    Column(gettext_lazy("Date"), lambda one: one.dated_on, 12),
    Column(gettext_lazy("Our incoming number"), lambda one: one.incoming_number, 18),
    Column(gettext_lazy("Day on which it came"), lambda one: one.received_on, 12),
    Column(gettext_lazy("Correspondent"), lambda one: one.correspondent.name, 50),
    Column(
        gettext_lazy("What it is about"),
        lambda one: one.mailing.subject if one.mailing else one.subject,
        60,
    ),
    Column(gettext_lazy("Kind"), lambda one: told(one)[2], 20),
    Column(gettext_lazy("Who signed it"), lambda one: one.signatory, 30),
    Column(
        pgettext_lazy("letter", "Answers"),
        lambda one: named(one.answers) if one.answers else "",
        24,
    ),
    Column(gettext_lazy("State"), lambda one: told(one)[1], 22),
)
"""The columns of the register as a file."""
