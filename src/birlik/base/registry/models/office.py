"""Seats, and who holds them."""

from datetime import date, timedelta

from django.db import models
from django.db.models import F, Q

from birlik.base.records.models import Provision
from birlik.base.registry.models.named import Named
from birlik.base.registry.models.person import Person
from birlik.base.registry.models.structure import Structure


class Office(Named):
    """A seat in a structure; its kind is a code of the charter, which gives it its powers.

    `phone` is the service's, not the person's. It `continues` a seat of a body that was succeeded.
    As many hold it at once as it has `seats` (None: no limit, as of members), on
    `[valid_from, valid_until)`.
    """

    structure = models.ForeignKey(Structure, on_delete=models.PROTECT, related_name="offices")
    kind = models.SlugField(max_length=60)
    phone = models.CharField(max_length=60, blank=True)
    seats = models.PositiveSmallIntegerField(null=True)
    valid_from = models.DateField(null=True)
    valid_until = models.DateField(null=True)
    continues = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="continued_by"
    )

    class Meta:
        """Ordered by structure, then by name."""

        ordering = ("structure_id", "name_kk")


class Appointment(models.Model):
    """A person holds an office on `[valid_from, valid_until)`, on a ground.

    An acting appointment that `stands_for` another takes its place while it lasts: the absent
    holder is given no notices, digests or visas. Where the holder goes on in the seat that
    `continues` the old one, so does the appointment: keys made in the old open in the new.

    A member of a body `represents` a body and belongs to a `group` of its quotas (a code of the
    charter): what a composition is counted by, never a person's ethnic affiliation. `end_ground` is
    why it ended before its term.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="appointments")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="appointments")
    valid_from = models.DateField()
    valid_until = models.DateField(null=True)
    acting = models.BooleanField(default=False)
    stands_for = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="substitutes"
    )
    continues = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="continued_by"
    )
    ground = models.CharField(max_length=300)
    provision = models.ForeignKey(
        Provision, on_delete=models.PROTECT, null=True, related_name="appointments"
    )
    represents = models.ForeignKey(
        Structure, on_delete=models.PROTECT, null=True, related_name="representatives"
    )
    group = models.SlugField(max_length=40, blank=True)
    end_ground = models.CharField(max_length=300, blank=True)

    class Meta:
        """Newest first."""

        ordering = ("-valid_from",)
        indexes = (models.Index(fields=("office", "valid_from")),)
        constraints = (
            models.CheckConstraint(
                condition=Q(stands_for=None) | Q(acting=True, valid_until__isnull=False),
                name="substitute_acts_for_a_term",
            ),
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_until__gt=F("valid_from")),
                name="appointment_ends_after_it_begins",
            ),
        )

    def __str__(self) -> str:
        return f"{self.person} — {self.office}"

    @property
    def last_on(self) -> date | None:
        """The last day on which it holds; None while no end is known."""
        return self.valid_until and self.valid_until - timedelta(days=1)
