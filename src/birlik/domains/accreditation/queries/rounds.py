"""Rounds, and what is asked in them."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, QuerySet

from birlik.base.values.local_text import LocalText
from birlik.domains.accreditation.engine.checklist import CRITERIA, PAPERS
from birlik.domains.accreditation.models import Round
from birlik.domains.accreditation.rules.norms import codes, norms


@dataclass(frozen=True, slots=True)
class Asked:
    """What a round asks: papers and criteria by code, each list with its legal source."""

    papers: dict[str, LocalText]
    papers_ground: LocalText
    criteria: dict[str, LocalText]
    criteria_ground: LocalText


def rounds() -> QuerySet[Round]:
    """The rounds, newest first, with how many `applied` and were `accredited`."""
    return Round.objects.annotate(
        applied=Count("applications", distinct=True),
        accredited=Count("certificates", distinct=True),
    ).order_by("-year")


def round_known(pk: int) -> Round | None:
    """A round by its number, or None."""
    return rounds().filter(pk=pk).first()


def open_rounds(on: date) -> QuerySet[Round]:
    """The rounds that take applications on a day."""
    return Round.objects.filter(opened_on__lte=on, closed_on__gte=on)


def asked_in(found: Round) -> Asked:
    """The checklist and the criteria of a round, as the norms of its first day have them."""
    on = found.opened_on
    return Asked(
        {code: PAPERS[code] for code in codes("checklist", on)},
        norms().norm("checklist", on).ground_words,
        {code: CRITERIA[code] for code in codes("criteria", on)},
        norms().norm("criteria", on).ground_words,
    )
