"""Search over everything that a person may see: acts, measures, obligations, bodies, people."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from birlik.base.obligations.models import Obligation
from birlik.base.registry.queries.searching import Answers as RegistryAnswers
from birlik.base.registry.queries.searching import search_registry
from birlik.base.registry.rules.searching import may_search_registry
from birlik.base.registry.web.searching.lines import Line as RegistryLine
from birlik.base.registry.web.searching.lines import person_line, structure_line
from birlik.base.ui.language import reader_language
from birlik.base.ui.pages import ActorRequest, may_when_signed_in, now, page
from birlik.base.ui.templatetags.birlik import day, words, words_with
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import FALLBACK, Language, LocalText
from birlik.base.values.search import spans_of
from birlik.domains.execution.engine.naming import period_named
from birlik.domains.execution.queries.search import (
    GROUPS,
    ActHit,
    Answers,
    Group,
    MeasureHit,
    ObligationHit,
    answers,
)
from birlik.domains.execution.web.plan_words import Pill, look

LONGEST, FEW = 200, 8
TITLES: dict[Group, Promise] = {
    "acts": gettext_lazy("Acts"),
    "measures": gettext_lazy("Measures"),
    "obligations": gettext_lazy("Obligations"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """An answer in the reader's language: `title` with the words that were met marked, `also` the
    text of another language where they stand only there, `note` what it belongs to."""

    url: str
    title: SafeString
    also: SafeString
    note: str
    pill: Pill | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A group of answers; `more` is the address that shows more of it, '' where there is none."""

    title: str
    lines: list[Line] | list[RegistryLine]
    more: str


@page("search", "search/", title=gettext_lazy("Search"), may=may_when_signed_in, section="search")
def search(request: ActorRequest) -> HttpResponse:
    """Acts, measures, obligations, bodies and people that hold the words of a query, the best of
    each."""
    query = request.GET.get("q", "").strip()[:LONGEST]
    alone = next((one for one in GROUPS if one == request.GET.get("group")), None)
    found = answers(query, by=request.actor, at=now(), alone=alone)
    context = {
        "query": query,
        "alone": TITLES[alone] if alone else "",
        "back": f"?{urlencode({'q': query})}",
        "blocks": [*blocks_of(found, query, alone), *registry_blocks(request, query, alone)],
    }
    return render(request, "cabinet/search.html", context)


def registry_blocks(request: ActorRequest, query: str, alone: Group | None) -> Iterator[Block]:
    """The bodies and people of the register, where the office reads any and no other group is
    asked for; more of them are shown by its own search."""
    at = now()
    if alone or not query or not may_search_registry(request.actor, at):
        return
    found: RegistryAnswers = search_registry(query, by=request.actor, on=day_of(at), limit=FEW)
    address = f"{reverse('registry_search')}?{urlencode({'q': query})}"
    bodies = [structure_line(one, found.words) for one in found.structures.hits]
    people = [person_line(one, found.words) for one in found.people.hits]
    if bodies:
        yield Block(_("Structures"), bodies, address if found.structures.more else "")
    if people:
        yield Block(_("People"), people, address if found.people.more else "")


def blocks_of(found: Answers, query: str, alone: Group | None) -> Iterator[Block]:
    """The groups that have answers."""
    met, owed = found.words, found.obligations
    groups: tuple[tuple[Group, list[Line], bool], ...] = (
        ("acts", [act_line(one, met) for one in found.acts.hits], found.acts.more),
        ("measures", [measure_line(one, met) for one in found.measures.hits], found.measures.more),
        ("obligations", [obligation_line(one, met) for one in owed.hits], owed.more),
    )
    for group, lines, more in groups:
        if lines:
            address = f"?{urlencode({'q': query, 'group': group})}" if more and not alone else ""
            yield Block(str(TITLES[group]), lines, address)


def act_line(hit: ActHit, met: Collection[str]) -> Line:
    """An act, or one of its points with the place where it stands."""
    address = reverse("act", args=(hit.act,))
    paper = _("No. %(number)s of %(day)s") % {"number": hit.number, "day": day(hit.adopted_on)}
    if hit.point is None:
        return line(address, hit.title, met, paper)
    if hit.place:
        language, start = hit.place
        address += f"?{urlencode({'at': start, 'in': language})}"
    return line(address, hit.point, met, f"{paper} · {words(hit.title)}")


def measure_line(hit: MeasureHit, met: Collection[str]) -> Line:
    """A measure with its number and act."""
    note = _("Measure %(number)s of act No. %(act)s") % {
        "number": hit.number,
        "act": hit.act_number,
    }
    return line(reverse("measure", args=(hit.act, hit.number)), hit.title, met, note)


def obligation_line(hit: ObligationHit, met: Collection[str]) -> Line:
    """An obligation: debtor, period and due date beside the measure."""
    one = hit.obligation
    shown = look(one.state)
    note = " · ".join(
        (
            words(one.debtor.short),
            period_of(one),
            _("due %(day)s") % {"day": day(one.due_on)},
            _("Measure %(number)s of act No. %(act)s")
            % {"number": one.duty.provision.number, "act": one.act.number},
        )
    )
    pill = Pill(shown.tone, str(shown.name))
    return line(reverse("obligation", args=(one.pk,)), hit.title, met, note, pill)


def period_of(one: Obligation) -> str:
    """The period of an obligation, with its number where several fall into it."""
    period = words(period_named(one.period_first, one.period_last).in_words())
    return f"{period}, № {one.number}" if one.number > 1 else period


def line(
    url: str, title: LocalText, met: Collection[str], note: str, pill: Pill | None = None
) -> Line:
    """A line whose marks are in the reader's language, or else in the language that has them."""
    texts = [(code, getattr(title, code)) for code in FALLBACK[reader_language()]]
    known = [(code, text, spans_of(text, met)) for code, text in texts if text]
    shown = known[0] if known else (reader_language(), note, [])
    marked = next((one for one in known if one[2]), shown)
    also = SafeString() if marked == shown else in_language(*marked)
    return Line(url, in_language(*shown), also, note, pill)


def in_language(code: Language, text: str, spans: list[tuple[int, int]]) -> SafeString:
    """A text with its marks, told to be of another language than the page where it is."""
    marked = words_with(text, spans)
    if code == reader_language():
        return marked
    return format_html('<span lang="{}">{}</span>', code, marked)
