"""The call list: who has not answered, whom to ask for, at which number."""

from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from birlik.base.ui.export import Cell, Column, Listing, exported
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.values.clock import day_of
from birlik.domains.execution.engine.rounds.choice import Choice
from birlik.domains.execution.models import Round
from birlik.domains.execution.queries.rounds.callers import Call, calls
from birlik.domains.execution.queries.rounds.progress import progress_of
from birlik.domains.execution.rules.rounds import may_run_rounds
from birlik.domains.execution.web.rounds.one import found_or_404, round_context
from birlik.domains.execution.web.rounds.words import SHEET_PILLS


def person_of(call: Call) -> Cell:
    """The person, marked where it only acts in the office."""
    if call.person is None:
        return ""
    return f"{call.person.name} ({_('acting')})" if call.person.acting else call.person.name


COLUMNS: tuple[Column[Call], ...] = (
    Column(gettext_lazy("Region"), lambda call: call.region.name if call.region else "", 22),
    Column(gettext_lazy("Body"), lambda call: call.body.name, 50),
    Column(gettext_lazy("Office"), lambda call: call.office.name if call.office else "", 34),
    Column(gettext_lazy("Name"), person_of, 34),
    Column(gettext_lazy("Telephone"), lambda call: call.person.phone if call.person else "", 20),
    Column(gettext_lazy("Rows filled"), lambda call: call.filled, 12),
    Column(gettext_lazy("Rows"), lambda call: call.rows, 12),
    Column(gettext_lazy("Status"), lambda call: SHEET_PILLS[call.state][1], 18),
)


def calls_listing(one: Round, found: tuple[Call, ...]) -> Listing[Call]:
    """The call list as a file."""
    chosen = ((gettext_lazy("Reporting round"), one.title), (gettext_lazy("Term"), one.due_at))
    return Listing("calls", gettext_lazy("Call list"), COLUMNS, found, chosen)


@page(
    "round_calls",
    "rounds/<int:pk>/calls/",
    title=gettext_lazy("Call list"),
    may=may_run_rounds,
    section="rounds",
)
def call_list(request: ActorRequest, pk: int) -> HttpResponseBase:
    """Who has not answered, with office, name and telephone; to be printed, or as a file."""
    one, at = found_or_404(pk), now()
    lines = progress_of(one).chosen(Choice.of(request.GET.dict()))
    found = calls(lines, on=day_of(at))
    if file := exported(request, calls_listing(one, found), at=at):
        return file
    context = {**round_context(one), "calls": found, "pills": SHEET_PILLS, "at": at}
    return render(request, "execution/rounds/calls.html", context)
