"""The draft of a plan: the tasks of a concept, the measures proposed, and who agrees with them."""

from typing import Any

from django.db import models
from django.db.models import F, Q

from birlik.base.mandate.models import Indicator
from birlik.base.records.models import Act, Provision, Telling
from birlik.base.registry.models import Appointment, Structure, Territory
from birlik.base.values.local_text import LocalText


class PlanDraft(models.Model):
    """The draft of a plan by which a concept is carried out in its years.

    A regional one has a `region`, and the national plan (`parent`) that it derives from. `round`
    counts how often it was sent for agreement; `agree_by` is the last day of the last time.
    `returned` says why it was given back, the last time it was. `number` and `adopted_on` are of
    the paper that approved it; `act` is the adopted text under control. `told` marks what only the
    demonstration has.
    """

    class State(models.TextChoices):
        """Where it stands."""

        DRAFT = "draft"
        AGREEING = "agreeing"
        SUBMITTED = "submitted"
        APPROVED = "approved"
        ADOPTED = "adopted"

    concept = models.ForeignKey(Act, on_delete=models.PROTECT, related_name="plan_drafts")
    region = models.ForeignKey(Territory, on_delete=models.PROTECT, null=True)
    parent = models.ForeignKey(
        Act, on_delete=models.PROTECT, null=True, related_name="regional_drafts"
    )
    title_kk = models.TextField()
    title_ru = models.TextField()
    first_year = models.PositiveSmallIntegerField()
    last_year = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    round = models.PositiveSmallIntegerField(default=0)
    agree_by = models.DateField(null=True)
    returned = models.TextField(blank=True)
    number = models.CharField(max_length=100, blank=True)
    adopted_on = models.DateField(null=True)
    act = models.OneToOneField(Act, on_delete=models.PROTECT, null=True, related_name="drafted_as")
    told = models.CharField(max_length=10, choices=Telling.choices, default="", blank=True)
    begun_at = models.DateTimeField()
    by = models.ForeignKey(Appointment, on_delete=models.PROTECT, null=True)

    class Meta:
        """Newest first; a regional draft derives from a plan."""

        ordering = ("-begun_at", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(region=None, parent=None)
                | Q(region__isnull=False, parent__isnull=False),
                name="regional_draft_has_a_plan",
            ),
            models.CheckConstraint(
                condition=Q(last_year__gte=F("first_year")), name="draft_years_in_order"
            ),
        )

    def __str__(self) -> str:
        return self.title_kk or self.title_ru

    @property
    def title(self) -> LocalText:
        """What the plan is called."""
        return LocalText(self.title_kk, self.title_ru)


class DraftTask(models.Model):
    """A direction of the concept (without a `direction` of its own), or a task within one.

    `provision` is the point of the concept where that is known as one.
    """

    draft = models.ForeignKey(PlanDraft, on_delete=models.PROTECT, related_name="tasks")
    direction = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="tasks")
    number = models.CharField(max_length=20)
    position = models.PositiveSmallIntegerField()
    title_kk = models.TextField(blank=True)
    title_ru = models.TextField(blank=True)
    provision = models.ForeignKey(Provision, on_delete=models.PROTECT, null=True)

    class Meta:
        """In the order of the concept; a number stands once."""

        ordering = ("draft_id", "position")
        constraints = (models.UniqueConstraint(fields=("draft", "number"), name="draft_task_once"),)

    def __str__(self) -> str:
        return f"{self.number}. {self.title_kk or self.title_ru}"

    @property
    def title(self) -> LocalText:
        """What is to be done."""
        return LocalText(self.title_kk, self.title_ru)


class DraftMeasure(models.Model):
    """A measure proposed in a direction, in the columns of the plan's form.

    `origin` is the national plan's measure that a regional one derives from, `point` the measure of
    the adopted act that this one became. A withdrawn measure stays, for what was said of it.
    """

    draft = models.ForeignKey(PlanDraft, on_delete=models.PROTECT, related_name="measures")
    direction = models.ForeignKey(DraftTask, on_delete=models.PROTECT, related_name="measures")
    position = models.PositiveIntegerField()
    title_kk = models.TextField(blank=True)
    title_ru = models.TextField(blank=True)
    form_kk = models.TextField(blank=True)
    form_ru = models.TextField(blank=True)
    deadline_kk = models.TextField(blank=True)
    deadline_ru = models.TextField(blank=True)
    executors_kk = models.TextField(blank=True)
    executors_ru = models.TextField(blank=True)
    tasks = models.ManyToManyField(DraftTask, related_name="covered_by")
    indicators = models.ManyToManyField(Indicator, related_name="+")
    origin = models.ForeignKey(
        Provision, on_delete=models.PROTECT, null=True, related_name="derived_measures"
    )
    point = models.ForeignKey(
        Provision, on_delete=models.PROTECT, null=True, related_name="drafted_measures"
    )
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        """By direction, then in the order in which they were written."""

        ordering = ("draft_id", "direction__position", "position", "pk")

    def __str__(self) -> str:
        return self.title_kk or self.title_ru

    @property
    def title(self) -> LocalText:
        """What is to be done."""
        return LocalText(self.title_kk, self.title_ru)

    @property
    def form(self) -> LocalText:
        """How it is completed."""
        return LocalText(self.form_kk, self.form_ru)

    @property
    def deadline(self) -> LocalText:
        """By when, as the form says it."""
        return LocalText(self.deadline_kk, self.deadline_ru)

    @property
    def executors(self) -> LocalText:
        """Who executes it, as the form says it."""
        return LocalText(self.executors_kk, self.executors_ru)


class DraftParty(models.Model):
    """An executor that a measure names: a structure, a group of the charter, or (neither) a name
    that nobody here bears."""

    measure = models.ForeignKey(DraftMeasure, on_delete=models.PROTECT, related_name="parties")
    position = models.PositiveSmallIntegerField()
    words = models.TextField()
    structure = models.ForeignKey(Structure, on_delete=models.PROTECT, null=True)
    group = models.SlugField(max_length=60, blank=True)
    by_agreement = models.BooleanField(default=False)

    class Meta:
        """As named; never a structure and a group at once."""

        ordering = ("measure_id", "position")
        constraints = (
            models.CheckConstraint(
                condition=Q(structure=None) | Q(group=""), name="draft_party_is_one_thing"
            ),
        )

    def __str__(self) -> str:
        return self.words


class Agreement(models.Model):
    """That a body was asked in a round whether it agrees with the measures that name it, and what
    it answered. `by_letter` names the letter where a drafter recorded the answer."""

    class Stance(models.TextChoices):
        """What it answered; '' as long as it did not."""

        NONE = ""
        AGREED = "agreed"
        REMARKS = "remarks"
        DISAGREED = "disagreed"

    draft = models.ForeignKey(PlanDraft, on_delete=models.PROTECT, related_name="agreements")
    structure = models.ForeignKey(Structure, on_delete=models.PROTECT, related_name="agreements")
    round = models.PositiveSmallIntegerField()
    asked_at = models.DateTimeField()
    stance = models.CharField(
        max_length=10, choices=Stance.choices, default=Stance.NONE, blank=True
    )
    answered_at = models.DateTimeField(null=True)
    by_letter = models.CharField(max_length=200, blank=True)
    by = models.ForeignKey(Appointment, on_delete=models.PROTECT, null=True)

    class Meta:
        """The last round first; a body is asked once in a round."""

        ordering = ("draft_id", "-round", "structure__territory__code", "structure__name_kk")
        constraints = (
            models.UniqueConstraint(
                fields=("draft", "structure", "round"), name="agreement_once_in_a_round"
            ),
        )

    def __str__(self) -> str:
        return f"{self.draft}: {self.structure}"


class Difference(models.Model):
    """A remark of a body on a measure, or on the whole draft (no measure), and the answer to it."""

    class Answer(models.TextChoices):
        """What the drafter did with it; '' as long as nothing."""

        NONE = ""
        TAKEN = "taken"
        DECLINED = "declined"

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="differences")
    measure = models.ForeignKey(
        DraftMeasure, on_delete=models.PROTECT, null=True, related_name="differences"
    )
    text = models.TextField()
    proposed = models.TextField(blank=True)
    answer = models.CharField(
        max_length=10, choices=Answer.choices, default=Answer.NONE, blank=True
    )
    reply = models.TextField(blank=True)
    replied_at = models.DateTimeField(null=True)

    class Meta:
        """In the order of the measures, the whole draft first."""

        ordering = (
            "agreement__draft_id",
            "measure__direction__position",
            "measure__position",
            "pk",
        )

    def __str__(self) -> str:
        return self.text


class DraftVersion(models.Model):
    """A draft as it stood at a moment: its content as a record, known by its digest."""

    draft = models.ForeignKey(PlanDraft, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    content: models.JSONField[Any, Any] = models.JSONField()
    digest = models.CharField(max_length=64)
    words = models.CharField(max_length=200, blank=True)
    frozen_at = models.DateTimeField()
    by = models.ForeignKey(Appointment, on_delete=models.PROTECT, null=True)

    class Meta:
        """Newest first; numbered from 1."""

        ordering = ("draft_id", "-number")
        constraints = (
            models.UniqueConstraint(fields=("draft", "number"), name="draft_version_once"),
        )

    def __str__(self) -> str:
        return f"{self.draft} ({self.number})"
