"""Who can be named as an executor, and what a completion can be: suggestions and recognition."""

from dataclasses import dataclass
from datetime import date
from typing import Self

from birlik.base.charter.engine.wording import folded
from birlik.base.charter.models import Catalogue, CharterItem
from birlik.base.charter.queries import items, worded
from birlik.base.records.engine.draft import ExecutorDraft
from birlik.base.registry.models import Structure
from birlik.base.registry.queries import existing_on, named_structures
from birlik.base.values.local_text import Language, LocalText


@dataclass(frozen=True, slots=True)
class Offered:
    """What the fields of a point offer in a language: executors, completion forms, issuers."""

    executors: tuple[str, ...]
    forms: tuple[str, ...]
    issuers: tuple[str, ...]


def offered(language: Language, *, on: date) -> Offered:
    """The suggestions of a day, each list in the order of its words."""
    bodies = [one.short.get(language) for one in Structure.objects.filter(existing_on(on))]
    groups = [one.name.get(language) for one in items(Catalogue.EXECUTOR_GROUP, on=on)]
    forms = [one.name.get(language) for one in items(Catalogue.COMPLETION_FORM, on=on)]
    issuers = [one.name.get(language) for one in items(Catalogue.ISSUER, on=on)]
    return Offered(
        executors=tuple(dict.fromkeys([*sorted(filter(None, bodies)), *sorted(groups)])),
        forms=tuple(sorted(forms)),
        issuers=tuple(dict.fromkeys([*sorted(issuers), *sorted(filter(None, bodies))])),
    )


@dataclass(frozen=True, slots=True)
class Named:
    """Tells bodies of the registry from groups of the charter by the words that name them."""

    bodies: dict[str, Structure]
    groups: tuple[CharterItem, ...]

    @classmethod
    def of(cls, *, on: date) -> Self:
        """The names of a day."""
        return cls(named_structures(), tuple(items(Catalogue.EXECUTOR_GROUP, on=on)))

    def executor(self, words: str, *, by_agreement: bool) -> ExecutorDraft:
        """An executor as a person named it; a group where the charter has one of these words and
        the registry no body."""
        group = folded(words) not in self.bodies and worded(self.groups, words) is not None
        return ExecutorDraft(words, by_agreement=by_agreement, group=group)

    def issuer(self, words: str) -> LocalText:
        """Who issued an act: in all languages where the registry knows the body."""
        body = self.bodies.get(folded(words))
        return body.name if body else LocalText(kk=words, ru=words)
