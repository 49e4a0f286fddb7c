"""What has a name."""

from django.db import models

from birlik.base.values.local_text import LocalText


class Named(models.Model):
    """What has a name in three languages; a body's is as long as the act that named it wrote it."""

    name_kk = models.TextField(blank=True)
    name_ru = models.TextField(blank=True)
    name_en = models.TextField(blank=True)

    class Meta:
        """Only the columns, no table of its own."""

        abstract = True

    def __str__(self) -> str:
        return self.name_kk or self.name_ru

    @property
    def name(self) -> LocalText:
        """What it is called."""
        return LocalText(self.name_kk, self.name_ru, self.name_en)
