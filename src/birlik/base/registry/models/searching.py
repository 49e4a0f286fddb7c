"""The words by which bodies and people are found."""

from django.db import models

from birlik.base.registry.models.person import Person
from birlik.base.registry.models.structure import Structure


class Word(models.Model):
    """A folded word by which something is found; every process keeps all of them in memory."""

    text = models.CharField(max_length=80, unique=True)

    class Meta:
        """In the order of letters."""

        ordering = ("text",)

    def __str__(self) -> str:
        return self.text


class Posting(models.Model):
    """A word stands in the names of a body or of a person."""

    word = models.ForeignKey(Word, on_delete=models.PROTECT, related_name="postings")
    structure = models.ForeignKey(
        Structure, on_delete=models.PROTECT, null=True, related_name="postings"
    )
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="postings")

    class Meta:
        """A word once for each."""

        constraints = (
            models.UniqueConstraint(fields=("word", "structure"), name="one_posting_of_a_body"),
            models.UniqueConstraint(fields=("word", "person"), name="one_posting_of_a_person"),
        )

    def __str__(self) -> str:
        return f"{self.word_id}"
