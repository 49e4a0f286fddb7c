"""An act that a person enters point by point, composed into texts that are stored as files are."""

from dataclasses import dataclass, replace
from datetime import date

from birlik.base.records.engine.composed import (
    Composed,
    ComposedText,
    MeasureCells,
    SourceLanguage,
    composed_measure,
)
from birlik.base.records.engine.draft import ActDraft, ActKind, ExecutorDraft, SourceText
from birlik.base.records.engine.sources.plain import read_plain
from birlik.base.values.local_text import LocalText

LANGUAGES: tuple[SourceLanguage, ...] = ("kk", "ru")
HEAD: dict[SourceLanguage, str] = {"kk": "№ {number}, {day}", "ru": "№ {number} от {day}"}


@dataclass(frozen=True, slots=True)
class HandPoint:
    """A point as entered: its words in one language or both, the rest as the paper has it."""

    number: str
    title: LocalText
    completion_form: str
    deadline: str
    executors: tuple[ExecutorDraft, ...]


@dataclass(frozen=True, slots=True)
class HandAct:
    """An act as entered; `kind_name` is what its kind is called.

    In force from its adoption where `in_force_from` is None. `years` are the first and the last it
    plans for, None for those that its deadlines name; an `open_ended` act names no last one.
    """

    kind: ActKind
    kind_name: LocalText
    number: str
    adopted_on: date
    issuer: LocalText
    title: LocalText
    points: tuple[HandPoint, ...]
    in_force_from: date | None = None
    years: tuple[int, int] | None = None
    open_ended: bool = False

    @property
    def languages(self) -> tuple[SourceLanguage, ...]:
        """The languages it is written in: first the one in which most is said, Kazakh of equals."""
        said = {
            code: sum(bool(getattr(text, code)) for text in (self.title, *self._titles))
            for code in LANGUAGES
        }
        found = (code for code in LANGUAGES if said[code])
        return tuple(sorted(found, key=lambda code: -said[code]))

    @property
    def _titles(self) -> tuple[LocalText, ...]:
        return tuple(one.title for one in self.points)


def composed_texts(act: HandAct) -> tuple[ComposedText, ...]:
    """The act as a text with its draft in each of its languages; a point stands in those in which
    it is worded."""
    return tuple(composed_text(act, code) for code in act.languages)


def composed_text(act: HandAct, language: SourceLanguage) -> ComposedText:
    """The act in a language: its head, its title, its points."""
    out = Composed(language)
    head = HEAD[language].format(number=act.number, day=f"{act.adopted_on:%d.%m.%Y}")
    kind = act.kind_name.get(language)
    title: str = getattr(act.title, language)
    for words in (act.issuer.get(language), f"{kind[:1].upper()}{kind[1:]} {head}", title):
        if words:
            out.paragraph(words)
    measures = tuple(
        composed_measure(
            MeasureCells(
                number=one.number,
                direction="",
                title=getattr(one.title, language),
                completion_form=one.completion_form,
                deadline=one.deadline,
                executors=one.executors,
            ),
            out,
            deadline_in=None,
        )
        for one in act.points
        if getattr(one.title, language)
    )
    draft = ActDraft(
        kind=act.kind,
        number=act.number,
        adopted_on=act.adopted_on,
        issuer=act.issuer.get(language),
        language=language,
        title=title,
        certain=dict.fromkeys(
            ("kind", "number", "adopted_on", "issuer", "title", "language"), True
        ),
        measures=measures,
        in_force_from=act.in_force_from,
        years=act.years,
        open_ended=act.open_ended,
    )
    name = f"{act.kind}-{act.adopted_on:%Y%m%d}.{language}.txt"
    return ComposedText(name, source_of(out), draft)


def source_of(out: Composed) -> SourceText:
    """A composed text as a source in the language it was composed in."""
    return replace(read_plain(out.text(), "composed.txt"), language=out.language)
