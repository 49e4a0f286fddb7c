"""Obligations as a calendar file (iCalendar): a whole day each, on the due date."""

from collections.abc import Callable, Iterable
from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from birlik.base.mandate.words import act_name
from birlik.base.ui.language import reader_language
from birlik.base.ui.templatetags.birlik import words
from birlik.domains.execution.engine.naming import period_named
from birlik.domains.execution.queries.calendar import CalendarRow
from birlik.domains.execution.web.plan_words import look

TYPE = "text/calendar; charset=utf-8"
SHORT = 90
"""How many letters of a measure's words stand in the title of an entry."""

ASKED_AGAIN = timedelta(hours=6)
"""How often a calendar is asked to look again."""


def calendar_answer(
    rows: Iterable[CalendarRow], name: str, address: Callable[[CalendarRow], str]
) -> HttpResponse:
    """The answer with a calendar called `name`, in the reader's language, which nobody keeps on the
    way; `address` gives the page of an obligation."""
    return HttpResponse(
        calendar_of(rows, name, address).to_ical(),
        content_type=TYPE,
        headers={
            "Cache-Control": "private, no-store",
            "Referrer-Policy": "no-referrer",
            "X-Robots-Tag": "noindex",
        },
    )


def address_of(request: HttpRequest, row: CalendarRow) -> str:
    """The whole address of an obligation's page."""
    return request.build_absolute_uri(reverse("obligation", args=(row.obligation.pk,)))


def calendar_of(
    rows: Iterable[CalendarRow], name: str, address: Callable[[CalendarRow], str]
) -> Calendar:
    """The calendar itself."""
    found = Calendar()
    found.add("prodid", f"-//Birlik//Obligations//{reader_language().upper()}")
    found.add("version", "2.0")
    found.add("method", "PUBLISH")
    found.add("x-wr-calname", name)
    found.add("x-wr-timezone", settings.TIME_ZONE)
    found.add("refresh-interval", ASKED_AGAIN, parameters={"value": "DURATION"})
    found.add("x-published-ttl", "PT6H")
    for row in rows:
        found.add_component(event_of(row, address(row)))
    return found


def event_of(row: CalendarRow, address: str) -> Event:
    """The entry of an obligation; it keeps its identity whatever becomes of the obligation, so that
    a new due date moves it."""
    one, event = row.obligation, Event()
    number = one.duty.provision.number
    state = str(look(one.state).name)
    event.add("uid", f"obligation-{one.pk}@{settings.ALLOWED_HOSTS[0].lstrip('.')}")
    event.add("dtstamp", row.changed_at)
    event.add("last-modified", row.changed_at)
    event.add("dtstart", one.due_on)
    event.add("dtend", one.due_on + timedelta(days=1))
    title = Truncator(words(row.title)).chars(SHORT)
    event.add("summary", f"{number}. {title} ({words(one.debtor.short)})")
    event.add("description", description_of(row, state, address))
    event.add("categories", [state])
    event.add("url", address)
    event.add("transp", "TRANSPARENT")
    return event


def description_of(row: CalendarRow, state: str, address: str) -> str:
    """The measure in full, the act, the period, the state, and where to report."""
    one = row.obligation
    period = words(period_named(one.period_first, one.period_last).in_words())
    return "\n".join(
        (
            words(row.title),
            _("Act: %(act)s") % {"act": act_name(one.act)},
            _("Period: %(period)s") % {"period": period},
            _("State: %(state)s") % {"state": state},
            address,
        )
    )
