"""The columns of a plan as they are printed, in each language that the act is here in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from birlik.base.obligations.models import Duty, Party
from birlik.base.records.engine.draft import MeasureDraft
from birlik.base.records.engine.draft_record import from_record
from birlik.base.records.models import Act
from birlik.base.values.local_text import LocalText
from birlik.base.values.schedule_words import in_words
from birlik.domains.execution.queries.points import Names, schedule_of

BY_AGREEMENT = {"kk": "келісу бойынша", "ru": "по согласованию"}


@dataclass(frozen=True, slots=True)
class Columns:
    """Form of completion, deadline and executors of a measure."""

    form: LocalText
    deadline: LocalText
    executors: LocalText


@dataclass(frozen=True, slots=True)
class Print:
    """An act as printed: the language of the text that made its duties, and the measures of its
    other texts by language and number."""

    made_in: str
    others: Mapping[str, Mapping[str, MeasureDraft]]

    def columns(self, duty: Duty, number: str, parties: Iterable[Party], names: Names) -> Columns:
        """The columns of a measure: as printed where its text is here in a language, else what the
        charter calls the form, the deadline as it was read, and the executors by their names."""
        sides = list(parties)
        schedule, called = schedule_of(duty), [names.party(one).short for one in sides]
        form, deadline = names.form(duty), in_words(schedule) if schedule else LocalText()
        found: dict[str, list[str]] = {}
        for language in ("kk", "ru"):
            printed = self.others.get(language, {}).get(number)
            if language == self.made_in:
                own = [
                    duty.form_words,
                    duty.deadline_words,
                    joined(((one.words, one.by_agreement) for one in sides), language),
                ]
            elif printed:
                listed = ((one.code, one.by_agreement) for one in printed.executors)
                own = [printed.completion_form, printed.deadline, joined(listed, language)]
            else:
                words = (getattr(name, language) for name in called)
                flags = (one.by_agreement for one in sides)
                own = ["", "", joined(zip(words, flags, strict=True), language)]
            spare = [getattr(form, language), getattr(deadline, language), ""]
            found[language] = [one or other for one, other in zip(own, spare, strict=True)]
        return Columns(*(LocalText(kk, ru) for kk, ru in zip(*found.values(), strict=True)))


def joined(executors: Iterable[tuple[str, bool]], language: str) -> str:
    """Executors one after another, those by agreement marked; '' where one has no name."""
    found = [
        f"{words} ({BY_AGREEMENT[language]})" if agreed else words
        for words, agreed in executors
        if words
    ]
    return ", ".join(found)


def print_of(act: Act) -> Print:
    """An act as its texts print it; the newest reading of a language counts. One query."""
    readings = act.readings.order_by("begun_at", "pk").defer("text", "findings")
    drafts = [from_record(one.draft) for one in readings if one.draft]
    return Print(
        made_in=drafts[0].language if drafts else "kk",
        others={draft.language: {one.number: one for one in draft.measures} for draft in drafts},
    )
