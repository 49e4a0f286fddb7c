"""What is owed: duties, their parties, and the dated obligations they make."""

from typing import Any

from django.db import models
from django.db.models import F, Q

from birlik.base.records.models import Act, Provision
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


class FormerDuty(models.Model):
    """What a duty was before its point was corrected or amended.

    Obligations of that `version` that were reported on stay with it. `record` holds the form, the
    words, the schedule and the parties as they were; `effective_on` is the day from which the next
    version holds, `ground` the point that amended it, None where a misreading was corrected.
    """

    duty = models.ForeignKey(Duty, on_delete=models.PROTECT, related_name="former")
    version = models.PositiveSmallIntegerField()
    record: models.JSONField[Any, Any] = models.JSONField()
    effective_on = models.DateField()
    ground = models.ForeignKey(Provision, on_delete=models.PROTECT, null=True)

    class Meta:
        """Oldest first; a duty had a version once."""

        ordering = ("duty_id", "version")
        constraints = (
            models.UniqueConstraint(fields=("duty", "version"), name="former_duty_once"),
        )

    def __str__(self) -> str:
        return f"{self.duty} ({self.version})"


class Obligation(models.Model):
    """One dated occurrence of a duty for one debtor.

    It is void as `joined` where its debtor's successor owes the same occurrence already.

    What depends on the time is never stored: see `queries.with_state`. `nominal_on` is the day
    that the words name, `due_on` that day moved to a working day where the norm says so, or later
    where an extension was granted; `pace_on` is a soft date. `period` is the code of the period in
    which it falls ("2024-Q2"), between `period_first` and `period_last`. A contribution hangs under
    the `lead`'s obligation. Of what is not `recorded` (it fell due before this installation
    controlled the act) there is no record here. `version` is that of the duty it was made by.

    `outcome`, `due_on`, `stage` (of the last submission) and `first_submitted_on` repeat what
    submissions, reviews, extensions and releases say, so that thousands are counted at once;
    `verification` recomputes them.
    """

    class Outcome(models.TextChoices):
        """What has been settled for good."""

        NONE = ""
        ACCEPTED = "accepted"
        RELEASED = "released"
        VOID = "void"

    class Stage(models.TextChoices):
        """Where the last submission stands."""

        NONE = ""
        SUBMITTED = "submitted"
        RETURNED = "returned"

    class Reason(models.TextChoices):
        """Why an obligation is void."""

        NONE = ""
        BEFORE_ADOPTION = "before_adoption"
        AFTER_REPEAL = "after_repeal"
        PERIOD_CUT_BY_REPEAL = "period_cut_by_repeal"
        CORRECTED = "corrected"
        JOINED = "joined"

    act = models.ForeignKey(Act, on_delete=models.PROTECT, related_name="obligations")
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
    stage = models.CharField(max_length=10, choices=Stage.choices, default=Stage.NONE, blank=True)
    first_submitted_on = models.DateField(null=True)
    recorded = models.BooleanField(default=True)
    version = models.PositiveSmallIntegerField(default=1)

    class Meta:
        """By due date; a debtor owes an occurrence of a duty once, what was corrected or joined
        aside.

        The named indexes hold all that is counted by duty, debtor or stage: nothing else is read.
        """

        ordering = ("due_on", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("duty", "debtor", "period", "number"),
                condition=~Q(void_reason__in=("corrected", "joined")),
                name="obligation_once",
            ),
            models.CheckConstraint(
                condition=Q(period_last__gte=F("period_first")),
                name="obligation_period_in_order",
            ),
        )
        indexes = (
            models.Index(
                fields=(
                    *("act", "duty", "role", "period_first", "period_last", "number", "due_on"),
                    *("pace_on", "outcome", "stage", "recorded", "first_submitted_on", "debtor"),
                ),
                name="obligation_by_duty",
            ),
            models.Index(
                fields=(
                    *("debtor", "due_on", "role", "by_agreement", "pace_on", "period_first"),
                    *("outcome", "stage", "recorded", "first_submitted_on", "act"),
                ),
                name="obligation_by_debtor",
            ),
            models.Index(fields=("due_on", "outcome", "stage", "recorded", "act")),
            models.Index(
                fields=("stage", "outcome", "due_on", "recorded", "act", "debtor", "lead"),
                name="obligation_by_stage",
            ),
        )

    def __str__(self) -> str:
        return f"{self.duty}: {self.due_on:%d.%m.%Y}"
