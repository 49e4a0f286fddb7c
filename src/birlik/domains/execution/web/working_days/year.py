"""A year of the calendar of working days."""

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy

from birlik.base.charter.queries import moved_days, working_days
from birlik.base.charter.rules import may_keep_calendar
from birlik.base.ui.pages import ActorRequest, may_when_signed_in, now, page
from birlik.base.ui.templatetags.birlik import words
from birlik.base.values.calendar_words import ROMAN, WEEKDAYS
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LANGUAGES, LocalText
from birlik.domains.execution.engine.wanted import number_in
from birlik.domains.execution.engine.working_year import MARKS, year_of
from birlik.domains.execution.web.working_days.forms import MoveForm

FIRST, LAST = 2000, 2100
"""The years that can be looked at."""
SHORT = (
    ("Дс", "Пн", "Mo"), ("Сс", "Вт", "Tu"), ("Ср", "Ср", "We"), ("Бс", "Чт", "Th"),
    ("Жм", "Пт", "Fr"), ("Сб", "Сб", "Sa"), ("Жс", "Вс", "Su"),
)  # fmt: skip
WEEK = [
    (LocalText(*SHORT[place]), LocalText(*(WEEKDAYS[code][place] for code in LANGUAGES)))
    for place in range(7)
]
"""The heads of the columns: the short name of a day and the whole one, Monday first."""


@page(
    "working_days",
    "working-days/",
    title=gettext_lazy("Calendar of working days"),
    may=may_when_signed_in,
    section="obligations",
)
def working_days_page(request: ActorRequest) -> HttpResponse:
    """Twelve months with holidays, weekends and what acts moved, and how many days are worked."""
    return render(request, "execution/working_days/year.html", year_context(request))


def year_context(request: ActorRequest, **more: Any) -> dict[str, Any]:
    """What the page of a year shows; who keeps the calendar gets the form."""
    at = now()
    today = day_of(at)
    number = year_asked(request, today)
    year = year_of(number, working_days())
    return {
        "year": year,
        "week": WEEK,
        "quarters": list(zip(map(quarter_name, ROMAN), year.quarters, strict=True)),
        "marks": [(kind, *told) for kind, told in MARKS.items()],
        "today": today,
        "years": range(number - 2, number + 3),
        "moved": moved_days(number),
        "may_keep": bool(may_keep_calendar(request.actor, None, at)),
        "form": MoveForm(),
        **more,
    }


def quarter_name(roman: str) -> str:
    """How a quarter is called: "I тоқсан", "I квартал", "I quarter"."""
    return words(LocalText(f"{roman} тоқсан", f"{roman} квартал", f"{roman} quarter"))


def year_asked(request: ActorRequest, today: date) -> int:
    """The year of the address, else that of today."""
    asked = number_in(request.GET.get("year", ""))
    return asked if asked is not None and FIRST <= asked <= LAST else today.year
