"""Who owes what by when."""

from typing import Any

from django.db import models
from django.db.models import F, Q

from birlik.base.records.models import Provision
from birlik.base.registry.models import Structure


class Duty(models.Model):
    """What a provision demands: a form of completion, a schedule, a quantity, parties.

    `schedule` is the deadline as read, in the shape of `schedule_record`; null where the words
    could not be read, and then nothing falls due until a person reads them. `doubtful` names the
    fields that were accepted as read without anyone vouching for them.
    """

    provision = models.OneToOneField(Provision, on_delete=models.PROTECT, related_name="duty")
    direction = models.TextField(blank=True)
    form = models.SlugField(max_length=60, blank=True)
    form_words = models.TextField(blank=True)
    deadline_words = models.TextField(blank=True)
    schedule: models.JSONField[Any, Any] = models.JSONField(null=True)
    doubtful: models.JSONField[Any, Any] = models.JSONField(default=list)

    class Meta:
        """In the order of the act."""

        ordering = ("provision__act_id", "provision__position")

    def __str__(self) -> str:
        return str(self.provision)


class Party(models.Model):
    """An executor of a duty as the act names it: a structure, or a group of the charter."""

    class Role(models.TextChoices):
        """The lead consolidates, the others contribute."""

        LEAD = "lead"
        CONTRIBUTOR = "contributor"

    duty = models.ForeignKey(Duty, on_delete=models.PROTECT, related_name="parties")
    position = models.PositiveSmallIntegerField()
    words = models.TextField()
    structure = models.ForeignKey(Structure, on_delete=models.PROTECT, null=True)
    group = models.SlugField(max_length=60, blank=True)
    role = models.CharField(max_length=12, choices=Role.choices)
    by_agreement = models.BooleanField(default=False)

    class Meta:
        """As printed; a party is a structure or a group, never both."""

        ordering = ("duty_id", "position")
        constraints = (
            models.CheckConstraint(
                condition=Q(structure=None, group__gt="") | Q(structure__isnull=False, group=""),
                name="party_is_a_structure_or_a_group",
            ),
        )

    def __str__(self) -> str:
        return self.words


class Obligation(models.Model):
    """One dated occurrence of a duty for one debtor.

    What depends on the time is never stored: see `queries.with_state`. `nominal_on` is the day
    that the words name, `due_on` that day moved to a working day where the norm says so;
    `pace_on` is a soft date. `period` is the code of the period in which it falls ("2024-Q2"),
    between `period_first` and `period_last`. A contribution hangs under the `lead`'s obligation.
    """

    class Outcome(models.TextChoices):
        """What has been settled for good."""

        NONE = ""
        VOID = "void"

    class Reason(models.TextChoices):
        """Why an obligation is void."""

        NONE = ""
        BEFORE_ADOPTION = "before_adoption"
        AFTER_REPEAL = "after_repeal"
        PERIOD_CUT_BY_REPEAL = "period_cut_by_repeal"

    duty = models.ForeignKey(Duty, on_delete=models.PROTECT, related_name="obligations")
    debtor = models.ForeignKey(Structure, on_delete=models.PROTECT, related_name="obligations")
    role = models.CharField(max_length=12, choices=Party.Role.choices)
    lead = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="contributions"
    )
    by_agreement = models.BooleanField(default=False)
    shared = models.BooleanField(default=False)
    period = models.CharField(max_length=24)
    period_first = models.DateField()
    period_last = models.DateField()
    number = models.PositiveSmallIntegerField(default=1)
    nominal_on = models.DateField()
    due_on = models.DateField()
    pace_on = models.DateField(null=True)
    quantity = models.PositiveIntegerField(null=True)
    outcome = models.CharField(
        max_length=10, choices=Outcome.choices, default=Outcome.NONE, blank=True
    )
    void_reason = models.CharField(
        max_length=24, choices=Reason.choices, default=Reason.NONE, blank=True
    )

    class Meta:
        """By due date; a debtor owes an occurrence of a duty once."""

        ordering = ("due_on", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("duty", "debtor", "period", "number"),
                name="obligation_once",
            ),
            models.CheckConstraint(
                condition=Q(period_last__gte=F("period_first")),
                name="obligation_period_in_order",
            ),
        )
        indexes = (
            models.Index(fields=("duty", "due_on")),
            models.Index(fields=("debtor", "due_on")),
        )

    def __str__(self) -> str:
        return f"{self.duty}: {self.due_on:%d.%m.%Y}"
