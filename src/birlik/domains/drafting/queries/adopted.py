"""The adopted text of a plan beside its draft."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import QuerySet

from birlik.base.obligations.models import Duty
from birlik.base.records.models import Act, Provision
from birlik.base.records.queries.retellings import told_twice
from birlik.domains.drafting.engine.content import DraftContent, PlanLanguage
from birlik.domains.drafting.engine.matching import AdoptedRow, Fate, fates
from birlik.domains.drafting.models import DraftMeasure, PlanDraft
from birlik.domains.drafting.queries.drafts import content_of

BY_AGREEMENT = {"kk": " (келісу бойынша)", "ru": " (по согласованию)"}
OFFERED = 30
"""So many acts are offered to choose from, the newest first."""


@dataclass(frozen=True, slots=True)
class Adoption:
    """An act beside the draft: what became of each measure, and the draft's content."""

    act: Act
    content: DraftContent
    fates: tuple[Fate, ...]

    @property
    def points(self) -> dict[int, int]:
        """Key of a measure → number of the provision that it became."""
        return {
            one.drafted.key: one.adopted.point for one in self.fates if one.drafted and one.adopted
        }

    @property
    def changed(self) -> int:
        """How many measures the adoption changed."""
        return sum(bool(one.cells) for one in self.fates)

    @property
    def left_out(self) -> int:
        """How many it left out."""
        return sum(one.adopted is None for one in self.fates)

    @property
    def put_in(self) -> int:
        """How many it put in."""
        return sum(one.drafted is None for one in self.fates)


def acts_to_tie(draft: PlanDraft) -> QuerySet[Act]:
    """The acts that may be a draft's adopted text, newest first: those with measures that are tied
    to no draft and are no resolution of a head."""
    planned = Act.objects.filter(provisions__duty__isnull=False, resolution=None).exclude(
        pk=draft.concept_id
    )
    free = planned.exclude(told_twice()).exclude(drafted_as__isnull=False).distinct()
    return free.order_by("-adopted_on")[:OFFERED]


def act_to_tie(draft: PlanDraft, pk: int) -> Act | None:
    """One of them by its number; also the one that is tied already."""
    if draft.act_id == pk:
        return draft.act
    return next((one for one in acts_to_tie(draft) if one.pk == pk), None)


def adoption(draft: PlanDraft, act: Act) -> Adoption:
    """What became of each measure of a draft in an act."""
    content, language = content_of(draft), language_of(act)
    return Adoption(act, content, fates(content.measures, adopted_rows(act, language), language))


def language_of(act: Act) -> PlanLanguage:
    """The language in which an act was adopted here: that of its first text."""
    first = act.sources.order_by("pk").values_list("language", flat=True).first()
    return "ru" if first == "ru" else "kk"


def adopted_rows(act: Act, language: PlanLanguage) -> list[AdoptedRow]:
    """The measures of an act as its text has them, in three queries."""
    duties = Duty.objects.filter(provision__act=act).select_related("provision")
    found = duties.prefetch_related("parties", "provision__wordings")
    return [
        AdoptedRow(
            point=one.provision_id,
            number=one.provision.number,
            title=title_in(one.provision, language),
            form=one.form_words,
            deadline=one.deadline_words,
            executors=", ".join(
                f"{party.words}{BY_AGREEMENT[language] if party.by_agreement else ''}"
                for party in one.parties.all()
            ),
        )
        for one in found
    ]


def title_in(point: Provision, language: str) -> str:
    """The newest words of a point in a language; '' where it has none."""
    return next(
        (one.title for one in reversed(point.wordings.all()) if one.language == language), ""
    )


def points_by_task(draft: PlanDraft) -> dict[str, list[Provision]]:
    """Number of a task → the points of the adopted act that carry it out."""
    found: defaultdict[str, list[Provision]] = defaultdict(list)
    became = DraftMeasure.objects.filter(draft=draft, point__isnull=False, withdrawn_at=None)
    for one in became.select_related("point").prefetch_related("tasks"):
        for task in one.tasks.all():
            if one.point is not None:
                found[task.number].append(one.point)
    return dict(found)
