"""What becomes of bodies."""

from django.db import models
from django.db.models import Q

from birlik.base.registry.models.structure import Structure


class Reorganisation(models.Model):
    """A change of bodies on one day and ground: `on` is the first day of the new order.

    Where a body is renamed, merged, split or abolished, it no longer exists from that day; what is
    separated goes to another body while the first remains; what nobody answers for since its body
    was abolished is entrusted to another. `effected_at` is when what is owed was passed on: the
    worker does it where the day still lay ahead.
    """

    class Kind(models.TextChoices):
        """What becomes of the bodies."""

        RENAME = "rename"
        MERGE = "merge"
        SPLIT = "split"
        SEPARATE = "separate"
        ABOLISH = "abolish"
        ENTRUST = "entrust"

    kind = models.CharField(max_length=10, choices=Kind.choices)
    on = models.DateField()
    ground = models.CharField(max_length=500)
    at = models.DateTimeField()
    by = models.ForeignKey(
        "Appointment", on_delete=models.PROTECT, null=True, related_name="reorganisations"
    )
    effected_at = models.DateTimeField(null=True)

    class Meta:
        """Newest first."""

        ordering = ("-on", "-pk")

    def __str__(self) -> str:
        return f"{self.kind} {self.on:%d.%m.%Y}"


class Succession(models.Model):
    """Who took over from a body in a reorganisation; nobody, where it was abolished without one.

    Of several successors the `main` one takes over whatever is not chosen for another. One that is
    `founded` came into being by this.
    """

    reorganisation = models.ForeignKey(
        Reorganisation, on_delete=models.PROTECT, related_name="successions"
    )
    predecessor = models.ForeignKey(
        Structure, on_delete=models.PROTECT, related_name="successions_from"
    )
    successor = models.ForeignKey(
        Structure, on_delete=models.PROTECT, null=True, related_name="successions_to"
    )
    main = models.BooleanField(default=True)
    founded = models.BooleanField(default=False)

    class Meta:
        """In the order in which they were named; a body has one main successor."""

        ordering = ("reorganisation_id", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("reorganisation", "predecessor"),
                condition=Q(main=True),
                name="one_main_successor",
            ),
        )

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor}"
