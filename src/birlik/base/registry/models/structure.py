"""Bodies: their cards, what the cards said before, and what is proposed for them."""

from django.db import models
from django.db.models import F, Q

from birlik.base.records.models import Provision
from birlik.base.registry.models.codes import CodesField
from birlik.base.registry.models.named import Named
from birlik.base.registry.models.territory import Territory
from birlik.base.values.local_text import LocalText


class Level(models.TextChoices):
    """How high a body stands."""

    REPUBLIC = "republic"
    REGION = "region"
    DISTRICT = "district"
    SETTLEMENT = "settlement"
    ORGANISATION = "organisation"


class Structure(Named):
    """Any body that can act or owe; its kind is a code of the charter.

    `founded_on` None means before any date that matters; `closed_on` is the first day on which
    it no longer exists. `successor` takes over what is open then and what falls due later.
    """

    kind = models.SlugField(max_length=60)
    short_kk = models.TextField(blank=True)
    short_ru = models.TextField(blank=True)
    territory = models.ForeignKey(Territory, on_delete=models.PROTECT, null=True)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="parts")
    successor = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="predecessors"
    )
    founded_on = models.DateField(null=True)
    closed_on = models.DateField(null=True)
    level = models.CharField(max_length=12, choices=Level.choices, blank=True)
    bin = models.CharField(max_length=12, blank=True)
    registered_on = models.DateField(null=True)
    registration_number = models.CharField(max_length=100, blank=True)
    registered_by = models.CharField(max_length=300, blank=True)
    provision = models.ForeignKey(
        Provision, on_delete=models.PROTECT, null=True, related_name="structures"
    )
    ground = models.CharField(max_length=500, blank=True)
    address_kk = models.CharField(max_length=300, blank=True)
    address_ru = models.CharField(max_length=300, blank=True)
    phone = models.CharField(max_length=60, blank=True)
    email = models.EmailField(blank=True)
    website = models.URLField(blank=True)
    house = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="residents")
    culture = models.SlugField(max_length=40, blank=True)
    languages = CodesField()
    fields = CodesField()
    particulars = models.JSONField(default=dict)
    card_from = models.DateField(null=True)
    confirmed_on = models.DateField(null=True)
    sort_key = models.CharField(max_length=300, blank=True)
    duplicate_of = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="duplicates"
    )

    class Meta:
        """Ordered by territory, then by name; an end lies after its beginning."""

        ordering = ("territory__code", "name_kk")
        indexes = (
            models.Index(fields=("kind",)),
            models.Index(fields=("sort_key",)),
            models.Index(fields=("bin",)),
        )
        constraints = (
            models.UniqueConstraint(
                fields=("bin",),
                condition=~Q(bin="") & Q(duplicate_of=None) & Q(successor=None),
                name="one_body_with_a_bin",
            ),
            models.CheckConstraint(
                condition=Q(closed_on=None) | Q(founded_on=None) | Q(closed_on__gt=F("founded_on")),
                name="structure_ends_after_it_begins",
            ),
        )

    @property
    def short(self) -> LocalText:
        """The abbreviation by which acts name it, else its name."""
        return LocalText(self.short_kk or self.name_kk, self.short_ru or self.name_ru, self.name_en)

    @property
    def address(self) -> LocalText:
        """Where it sits."""
        return LocalText(self.address_kk, self.address_ru)


class EarlierCard(models.Model):
    """What the card of a body said on `[valid_from, valid_until)`, before it changed.

    `card` holds the other dated fields by name, as JSON.
    """

    structure = models.ForeignKey(Structure, on_delete=models.PROTECT, related_name="earlier_cards")
    valid_from = models.DateField(null=True)
    valid_until = models.DateField()
    territory = models.ForeignKey(
        Territory, on_delete=models.PROTECT, null=True, related_name="earlier_cards"
    )
    parent = models.ForeignKey(
        Structure, on_delete=models.PROTECT, null=True, related_name="earlier_parts"
    )
    level = models.CharField(max_length=12, choices=Level.choices, blank=True)
    card = models.JSONField(default=dict)

    class Meta:
        """Oldest first; one ends on a day."""

        ordering = ("structure_id", "valid_until")
        constraints = (
            models.UniqueConstraint(
                fields=("structure", "valid_until"), name="one_earlier_card_until_a_day"
            ),
            models.CheckConstraint(
                condition=Q(valid_from=None) | Q(valid_until__gt=F("valid_from")),
                name="earlier_card_ends_after_it_begins",
            ),
        )

    def __str__(self) -> str:
        return f"{self.structure} – {self.valid_until:%d.%m.%Y}"


class Proposal(models.Model):
    """What a body's own head proposes to change of its card; its region's secretary decides.

    `changes` are the proposed values by field, `on` the day from which they hold.
    """

    class State(models.TextChoices):
        """Where it stands."""

        WAITING = "waiting"
        ACCEPTED = "accepted"
        DECLINED = "declined"
        WITHDRAWN = "withdrawn"

    structure = models.ForeignKey(Structure, on_delete=models.PROTECT, related_name="proposals")
    changes = models.JSONField(default=dict)
    on = models.DateField()
    words = models.TextField(blank=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(
        "Appointment", on_delete=models.PROTECT, null=True, related_name="proposals"
    )
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(
        "Appointment", on_delete=models.PROTECT, null=True, related_name="decided_proposals"
    )
    reason = models.TextField(blank=True)

    class Meta:
        """Newest first."""

        ordering = ("-made_at",)

    def __str__(self) -> str:
        return f"{self.structure} {self.state}"


class AccreditedTerm(models.Model):
    """An association is accredited on `[valid_from, valid_until)`, or for a while suspended.

    Only a decision makes, shortens or suspends a term: the registry is not written by hand here.
    """

    class Kind(models.TextChoices):
        """What the term is."""

        ACCREDITED = "accredited"
        SUSPENDED = "suspended"

    structure = models.ForeignKey(
        Structure, on_delete=models.PROTECT, related_name="accredited_terms"
    )
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.ACCREDITED)
    valid_from = models.DateField()
    valid_until = models.DateField(null=True)
    number = models.CharField(max_length=60, blank=True)
    provision = models.ForeignKey(
        Provision, on_delete=models.PROTECT, null=True, related_name="accredited_terms"
    )
    ground = models.CharField(max_length=500)

    class Meta:
        """Newest first."""

        ordering = ("-valid_from", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_until__gt=F("valid_from")),
                name="accredited_term_ends_after_it_begins",
            ),
        )

    def __str__(self) -> str:
        return f"{self.structure} {self.kind} {self.valid_from:%d.%m.%Y}"
