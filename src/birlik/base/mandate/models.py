"""To what end: indicators, what was planned for them and what was observed."""

from django.db import models

from birlik.base.records.models import Act, Provision
from birlik.base.registry.models import Territory
from birlik.base.values.local_text import LocalText


class Indicator(models.Model):
    """What is measured, in a unit; `rising` is True where more is better."""

    title_kk = models.TextField(blank=True)
    title_ru = models.TextField(blank=True)
    title_en = models.TextField(blank=True)
    key = models.CharField(max_length=300, unique=True)
    unit = models.TextField(default="%")
    rising = models.BooleanField(default=True)

    class Meta:
        """In the order in which the acts named them."""

        ordering = ("pk",)

    def __str__(self) -> str:
        return self.title_kk or self.title_ru

    @property
    def title(self) -> LocalText:
        """What it is called."""
        return LocalText(self.title_kk, self.title_ru, self.title_en)


class Target(models.Model):
    """The value planned for a year by one provision; another provision may say otherwise."""

    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="targets")
    provision = models.ForeignKey(Provision, on_delete=models.PROTECT, related_name="targets")
    year = models.PositiveSmallIntegerField()
    value = models.DecimalField(max_digits=21, decimal_places=3)

    class Meta:
        """By year."""

        ordering = ("indicator_id", "year")
        constraints = (
            models.UniqueConstraint(
                fields=("indicator", "provision", "year"), name="target_once_per_provision"
            ),
        )

    def __str__(self) -> str:
        return f"{self.year}: {self.value}"


class Observation(models.Model):
    """A value of an indicator for a year; revised by a new row with a later vintage.

    `standard_error` and `sample_size` are None where the source does not give them.
    """

    class Kind(models.TextChoices):
        """Measured, or only estimated."""

        FACT = "fact"
        ESTIMATE = "estimate"

    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="observations")
    territory = models.ForeignKey(Territory, on_delete=models.PROTECT, null=True)
    act = models.ForeignKey(Act, on_delete=models.PROTECT, null=True)
    year = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=8, choices=Kind.choices)
    value = models.DecimalField(max_digits=21, decimal_places=3)
    standard_error = models.DecimalField(max_digits=12, decimal_places=4, null=True)
    sample_size = models.PositiveIntegerField(null=True)
    vintage = models.DateField()

    class Meta:
        """By year, the newest vintage last."""

        ordering = ("indicator_id", "year", "vintage")

    def __str__(self) -> str:
        return f"{self.year}: {self.value} ({self.kind})"
