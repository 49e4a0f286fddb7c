"""Reporting rounds: a request, a sheet for each body, its rows, and the files that came back."""

from typing import Any

from django.db import models
from django.db.models import Q

from birlik.base.letters.models import Letter, Mailing
from birlik.base.obligations.models import Obligation
from birlik.base.records.models import Act, Document
from birlik.base.registry.models import Appointment, Structure
from birlik.base.values.local_text import LocalText


class Round(models.Model):
    """A request to many bodies to fill one sheet each by `due_at`.

    A round of an `act` asks for every obligation of a `period` (its code); an ad hoc one has
    neither, and asks for rows that it names itself; with `free_rows` those that each body adds.
    `request` is the letter that asks, with the `number` and day of its own when it did not go out
    from here.
    """

    class State(models.TextChoices):
        """Where it stands."""

        DRAFT = "draft"
        OPEN = "open"
        CLOSED = "closed"

    act = models.ForeignKey(Act, on_delete=models.PROTECT, null=True, related_name="rounds")
    period = models.CharField(max_length=24, blank=True)
    title_kk = models.CharField(max_length=300, blank=True)
    title_ru = models.CharField(max_length=300, blank=True)
    number = models.CharField(max_length=100, blank=True)
    dated_on = models.DateField(null=True)
    due_at = models.DateTimeField()
    free_rows = models.BooleanField(default=False)
    state = models.CharField(max_length=6, choices=State.choices, default=State.DRAFT)
    request = models.ForeignKey(Mailing, on_delete=models.PROTECT, null=True, related_name="rounds")
    begun_at = models.DateTimeField()
    opened_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    by = models.ForeignKey(Appointment, on_delete=models.PROTECT, null=True)

    class Meta:
        """Newest first; a period belongs to an act, and it is called something."""

        ordering = ("-begun_at", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(act=None, period="") | Q(act__isnull=False, period__gt=""),
                name="round_has_act_and_period",
            ),
            models.CheckConstraint(
                condition=Q(title_kk__gt="") | Q(title_ru__gt=""), name="round_is_called_something"
            ),
        )

    def __str__(self) -> str:
        return self.title_kk or self.title_ru

    @property
    def title(self) -> LocalText:
        """What is asked for."""
        return LocalText(self.title_kk, self.title_ru)


class RoundColumn(models.Model):
    """A column that is to be filled; `options` are the values to choose from, `[code, kk, ru]`.

    `code` names its cells in the rows. `summed` columns of numbers get totals.
    """

    class Kind(models.TextChoices):
        """What may stand in it."""

        TEXT = "text"
        NUMBER = "number"
        DATE = "date"
        LINK = "link"
        CHOICE = "choice"

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="columns")
    position = models.PositiveSmallIntegerField()
    code = models.SlugField(max_length=40)
    kind = models.CharField(max_length=6, choices=Kind.choices)
    title_kk = models.CharField(max_length=300)
    title_ru = models.CharField(max_length=300)
    required = models.BooleanField(default=False)
    summed = models.BooleanField(default=False)
    options: models.JSONField[Any, Any] = models.JSONField(default=list)

    class Meta:
        """From left to right."""

        ordering = ("round_id", "position")
        constraints = (
            models.UniqueConstraint(fields=("round", "code"), name="round_column_once"),
            models.UniqueConstraint(fields=("round", "position"), name="round_column_place"),
        )

    def __str__(self) -> str:
        return f"{self.round}: {self.code}"

    @property
    def title(self) -> LocalText:
        """What is to be entered."""
        return LocalText(self.title_kk, self.title_ru)


class Sheet(models.Model):
    """What one body is to fill in a round; `letter` is the one by which it answered, if it did."""

    class State(models.TextChoices):
        """Where it stands."""

        OPEN = "open"
        SENT = "sent"
        RETURNED = "returned"

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="sheets")
    structure = models.ForeignKey(Structure, on_delete=models.PROTECT, related_name="sheets")
    state = models.CharField(max_length=8, choices=State.choices, default=State.OPEN)
    reason = models.TextField(blank=True)
    letter = models.ForeignKey(Letter, on_delete=models.PROTECT, null=True, related_name="sheets")
    changed_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    sent_by = models.ForeignKey(Appointment, on_delete=models.PROTECT, null=True)

    class Meta:
        """A body has one in a round."""

        ordering = ("round_id", "structure__territory__code", "structure__name_kk")
        constraints = (
            models.UniqueConstraint(fields=("round", "structure"), name="one_sheet_for_a_body"),
            models.CheckConstraint(
                condition=~Q(state="sent") | Q(sent_at__isnull=False), name="sheet_sent_has_a_time"
            ),
        )

    def __str__(self) -> str:
        return f"{self.round}: {self.structure}"


class SheetRow(models.Model):
    """A row of a sheet: an obligation, or what an ad hoc round names.

    `cells` holds what was entered, by the codes of the columns; an empty cell is not there. `taken`
    keeps which cells of contributors' rows it took up, by the numbers of those rows.
    """

    sheet = models.ForeignKey(Sheet, on_delete=models.CASCADE, related_name="rows")
    position = models.PositiveSmallIntegerField()
    obligation = models.ForeignKey(
        Obligation, on_delete=models.PROTECT, null=True, related_name="rows"
    )
    title_kk = models.CharField(max_length=300, blank=True)
    title_ru = models.CharField(max_length=300, blank=True)
    cells: models.JSONField[Any, Any] = models.JSONField(default=dict)
    taken: models.JSONField[Any, Any] = models.JSONField(default=dict)

    class Meta:
        """From top to bottom; an obligation stands once."""

        ordering = ("sheet_id", "position")
        constraints = (
            models.UniqueConstraint(fields=("sheet", "position"), name="sheet_row_place"),
            models.UniqueConstraint(
                fields=("sheet", "obligation"),
                condition=Q(obligation__isnull=False),
                name="obligation_once_on_a_sheet",
            ),
            models.CheckConstraint(
                condition=Q(obligation__isnull=False) | Q(title_kk__gt="") | Q(title_ru__gt=""),
                name="sheet_row_is_about_something",
            ),
        )

    def __str__(self) -> str:
        return f"{self.sheet} {self.position}"


class BroughtSheet(models.Model):
    """A workbook that was sent back for a sheet: what of it was taken, and which cells wait for a
    person, because somebody else had entered another value meanwhile.

    `conflicts` are records of row, column code, and the three values: before, there, brought.
    """

    sheet = models.ForeignKey(Sheet, on_delete=models.PROTECT, related_name="brought")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="brought_sheets")
    taken = models.PositiveIntegerField(default=0)
    conflicts: models.JSONField[Any, Any] = models.JSONField(default=list)
    at = models.DateTimeField()
    by = models.ForeignKey(Appointment, on_delete=models.PROTECT, null=True)

    class Meta:
        """Newest first; a file is merged into a sheet once."""

        ordering = ("-at", "-pk")
        constraints = (
            models.UniqueConstraint(fields=("sheet", "document"), name="file_merged_once"),
        )

    def __str__(self) -> str:
        return f"{self.sheet}: {self.document}"
