"""Reads of acts: the list, and one act with its texts."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, TypedDict

from django.db.models import Count, Prefetch, Q, QuerySet

from birlik.base.charter.models import Catalogue
from birlik.base.charter.queries import internal_act_kinds, items
from birlik.base.records.models import Act, Alignment, Finding, Provision, Source, Wording
from birlik.base.records.queries.retellings import told_twice
from birlik.base.values.local_text import LocalText

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations

SORTS = {
    "adopted": "adopted_on",
    "number": "number",
    "measures": "measures",
    "findings": "questions",
}
"""What a list of acts can be sorted by: the key in the address → the column."""

MEASURES = Count("provisions", filter=Q(provisions__kind=Provision.Kind.MEASURE), distinct=True)


class ActCounts(TypedDict):
    """What `acts` adds to an act."""

    measures: int
    questions: int


def acts_in_force(*, on: date) -> QuerySet[Act]:
    """The acts in force on a day, in the order in which they came, retellings of an act that is
    here itself left out."""
    standing = Q(repealed_on=None) | Q(repealed_on__gt=on)
    found = Act.objects.filter(standing, in_force_from__lte=on).exclude(told_twice())
    return found.order_by("pk")


def acts(
    *, search: str = "", sort: str = "-adopted"
) -> "QuerySet[WithAnnotations[Act, ActCounts]]":
    """The acts whose number, title or issuer holds every word of `search`, in the order of `sort`.

    Where an act is here itself, the demonstration's retelling of it is left out; so are papers
    inside a body, which the charter calls internal. Each carries
    `measures`, `questions` (counts) and its sources without their texts. An unknown
    sort is the usual one, newest first.
    """
    column = SORTS.get(sort.removeprefix("-"), "adopted_on")
    falling = sort.startswith("-") or sort.removeprefix("-") not in SORTS
    found = Act.objects.exclude(told_twice()).exclude(kind__in=internal_act_kinds())
    found = found.annotate(
        measures=MEASURES,
        questions=Count("findings", distinct=True),
    )
    if search.strip():
        found = found.filter(pk__in=matching(search.casefold().split()))
    languages = Prefetch("sources", Source.objects.only("act_id", "language"))
    return found.prefetch_related(languages).order_by(f"{'-' * falling}{column}", "-pk")


def matching(words: Iterable[str]) -> list[int]:
    """The acts that hold every one of `words` (casefolded).

    Compared here and not in the database: SQLite knows case only in Latin letters, and the acts of
    one installation are some hundreds.
    """
    wanted = list(words)
    rows = Act.objects.values_list(
        *("pk", "number", "title_kk", "title_ru", "title_en"),
        *("issuer_kk", "issuer_ru", "issuer_en"),
    )
    return [pk for pk, *texts in rows if all(word in " ".join(texts).casefold() for word in wanted)]


def act(pk: int) -> Act | None:
    """An act with its texts and the count of its `measures`, or None."""
    return (
        Act.objects.annotate(measures=MEASURES)
        .select_related("repealed_by", "paper")
        .prefetch_related(
            Prefetch("sources", Source.objects.select_related("document")),
        )
        .filter(pk=pk)
        .first()
    )


def alignment_of(found: Act) -> list[list[object]]:
    """The stored groups of an act's two texts; empty when it has only one."""
    stored = Alignment.objects.filter(act=found).first()
    return stored.groups if stored else []


def findings_of(found: Act) -> list[Finding]:
    """What is to be clarified in an act, in the order of the check."""
    return list(found.findings.all())


def measure_wordings(found: Act) -> QuerySet[Wording]:
    """The words of an act's measures, in its order, with their provisions."""
    return (
        Wording.objects.filter(
            provision__act=found, provision__kind=Provision.Kind.MEASURE, valid_until=None
        )
        .select_related("provision")
        .order_by("provision__position", "language")
    )


def kinds_of_act(*, on: date) -> dict[str, LocalText]:
    """What the kinds of acts are called on a day."""
    return {one.code: one.name for one in items(Catalogue.ACT_KIND, on=on)}
