"""Places."""

from django.db import models

from birlik.base.registry.engine.territories import level_of
from birlik.base.registry.models.named import Named


class Territory(Named):
    """A place with a КАТО code (nine digits), on `[valid_from, valid_until)`."""

    code = models.CharField(max_length=9, unique=True)
    iso = models.CharField(max_length=5, blank=True)
    kind = models.CharField(max_length=40)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="parts")
    predecessor_code = models.CharField(max_length=9, blank=True)
    short_kk = models.CharField(max_length=12, blank=True)
    short_ru = models.CharField(max_length=12, blank=True)
    tile_column = models.PositiveSmallIntegerField(null=True)
    tile_row = models.PositiveSmallIntegerField(null=True)
    valid_from = models.DateField(null=True)
    valid_until = models.DateField(null=True)

    class Meta:
        """Ordered by code, as the classifier is."""

        ordering = ("code",)

    @property
    def level(self) -> int:
        """How deep it lies by its code: 1 region, 2 district or city, 3 rural district, 4
        settlement."""
        return level_of(self.code)
