"""What the bodies answered, and where they and the drafter differ."""

from django.db.models import QuerySet

from birlik.base.registry.models import Structure
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.domains.drafting.models import Agreement, Difference, DraftMeasure, PlanDraft
from birlik.domains.drafting.queries.drafts import measures_of
from birlik.domains.drafting.queries.executors import measures_naming


def agreements_of(draft: PlanDraft, *, round_: int | None = None) -> QuerySet[Agreement]:
    """The bodies asked in a round (the last one unless said), in the order of their territories."""
    found = draft.agreements.filter(round=draft.round if round_ is None else round_)
    return found.select_related("structure__territory", "by__office").prefetch_related(
        "differences"
    )


def agreement_known(pk: int) -> Agreement | None:
    """A request for agreement by its number, or None."""
    found = Agreement.objects.select_related("draft__region", "structure__territory", "by__office")
    return found.filter(pk=pk).first()


def differences_of(draft: PlanDraft) -> QuerySet[Difference]:
    """Every remark on a draft in all its rounds: on the whole draft first, then by measure."""
    found = Difference.objects.filter(agreement__draft=draft)
    return found.select_related("agreement__structure", "measure__direction").order_by(
        "measure__direction__position", "measure__position", "pk"
    )


def unanswered_remarks(draft: PlanDraft) -> int:
    """How many remarks on a draft the drafter has not answered."""
    return Difference.objects.filter(agreement__draft=draft, answer="").count()


def difference_known(draft: PlanDraft, pk: int) -> Difference | None:
    """A remark on a draft by its number, or None."""
    return differences_of(draft).filter(pk=pk).first()


def measures_of_body(draft: PlanDraft, body: Structure) -> list[tuple[int, DraftMeasure]]:
    """The measures of a draft that name a body, each with its number in the plan."""
    numbered = list(enumerate(measures_of(draft), start=1))
    own = measures_naming(
        [one for _number, one in numbered], body, on=day_of(draft.begun_at), draft=draft
    )
    keys = {one.pk for one in own}
    return [(number, one) for number, one in numbered if one.pk in keys]


def deadline_words(one: DraftMeasure) -> LocalText:
    """The deadline of a measure in both languages."""
    return one.deadline
