"""The institution as dated configuration."""

from django.db import models
from django.db.models import F, Q

from birlik.base.values.local_text import LocalText


class Catalogue(models.TextChoices):
    """What the charter lists."""

    BODY_KIND = "body_kind"
    OFFICE_KIND = "office_kind"
    ACT_KIND = "act_kind"
    ISSUER = "issuer"
    COMPLETION_FORM = "completion_form"
    EXECUTOR_GROUP = "executor_group"
    LANGUAGE = "language"
    WORK_FIELD = "work_field"
    CULTURE = "culture"
    REGISTER = "register"
    QUOTA = "quota"
    PURPOSE = "purpose"
    FIGURE = "figure"


class CharterItem(models.Model):
    """One kind of body, office, act, form or group, as it stands from one day to another.

    `words` are the ways in which acts write it, one to a line; `properties` are what only this
    catalogue needs (the powers of an office, the kind of body that a group gathers).
    `valid_until` is the first day on which it no longer holds.
    """

    catalogue = models.CharField(max_length=20, choices=Catalogue.choices)
    code = models.SlugField(max_length=60)
    name_kk = models.CharField(max_length=200)
    name_ru = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200)
    words = models.TextField(blank=True)
    properties = models.JSONField(default=dict)
    ground = models.CharField(max_length=300)
    valid_from = models.DateField()
    valid_until = models.DateField(null=True)

    class Meta:
        """One item of a code begins on a day; an end lies after its beginning."""

        ordering = ("catalogue", "code", "valid_from")
        constraints = (
            models.UniqueConstraint(
                fields=("catalogue", "code", "valid_from"), name="charter_item_once"
            ),
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_until__gt=F("valid_from")),
                name="charter_item_ends_after_it_begins",
            ),
        )

    def __str__(self) -> str:
        return f"{self.catalogue}:{self.code}"

    @property
    def name(self) -> LocalText:
        """What it is called."""
        return LocalText(self.name_kk, self.name_ru, self.name_en)


class MovedDay(models.Model):
    """A day on which the working-day calendar differs from the law, because an act moved it.

    `worked` tells a working day (a Saturday in place of another day) from a day off; `moved_from`
    is the day whose place it takes, None where the act names none.
    """

    on = models.DateField(unique=True)
    worked = models.BooleanField()
    moved_from = models.DateField(null=True)
    ground = models.CharField(max_length=300)

    class Meta:
        """In the order of the days."""

        ordering = ("on",)

    def __str__(self) -> str:
        return f"{self.on:%d.%m.%Y}"
