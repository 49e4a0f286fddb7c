"""What a consolidated report says, in Kazakh and in Russian.

The words stand here and not in the catalogues of the interface: a report is an official paper in
the languages chosen for it, whoever reads the page it is made on.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Literal

from birlik.base.values.local_text import Language, LocalText
from birlik.base.values.period import Period
from birlik.domains.execution.engine.report.content import (
    Contribution,
    Execution,
    Informed,
    Proof,
)

MISSING = LocalText("аудармасы жоқ", "перевод отсутствует")
STATES = {
    "fulfilled": LocalText("мерзімінде орындалды", "исполнено в срок"),
    "fulfilled_late": LocalText("мерзімінен кеш орындалды", "исполнено с опозданием"),
    "submitted": LocalText("есеп ұсынылды, қаралып жатыр", "отчет представлен, рассматривается"),
    "returned": LocalText("есеп пысықтауға қайтарылды", "отчет возвращен на доработку"),
    "overdue": LocalText("мерзімі өткен, есеп жоқ", "просрочено, отчета нет"),
    "behind": LocalText("орындауда, кестеден қалып келеді", "на исполнении, отстает от графика"),
    "open": LocalText("орындауда", "на исполнении"),
    "scheduled": LocalText("жоспарланған", "запланировано"),
    "released": LocalText("орындаудан босатылды", "освобождено от исполнения"),
    "no_record": LocalText(
        "мәлімет жоқ: мерзімі бақылау басталғанға дейін өткен",
        "нет данных: срок прошел до начала контроля",
    ),
    "void": LocalText("қолданылмайды", "не применяется"),
}
"""The states in the words of the report, those that settle something first."""

UNSETTLED = {
    "submitted": LocalText("қаралып жатыр", "рассматривается"),
    "returned": LocalText("пысықтауға қайтарылды", "возвращен на доработку"),
}
"""What stands beside a contribution that is not accepted."""

VOID_REASONS = {
    "before_adoption": LocalText(
        "мерзімі акт қабылданғанға дейін", "срок наступил до принятия акта"
    ),
    "after_repeal": LocalText(
        "мерзімі актінің күші жойылғаннан кейін", "срок наступает после утраты силы акта"
    ),
    "period_cut_by_repeal": LocalText(
        "кезеңі актінің күші жойылуымен үзілді", "период прерван утратой силы акта"
    ),
    "corrected": LocalText("тармақ түзетілді", "пункт исправлен"),
    "joined": LocalText(
        "біріктірілді: қайта ұйымдастырудан кейін бір орган оны екі рет орындар еді",
        "объединено: после реорганизации один орган был бы должен дважды",
        "joined: after a reorganisation one body would owe it twice",
    ),
}
DUE = LocalText("мерзімі", "срок")
EXTENDED = LocalText("мерзімі {} күнінен ұзартылды", "срок продлен с {}")
SUBMITTED_ON = LocalText("{} ұсынылды", "представлено {}")
AGREED = LocalText("келісу бойынша", "по согласованию")
DONE = LocalText("Орындалған саны", "Выполнено")
OF_SHARED = LocalText("жалпы саны", "всего на всех")
OUT_OF = LocalText("жоспар", "план")
CONTRIBUTORS = LocalText("Бірлесіп орындаушылар", "Соисполнители")
LATE_ONES = LocalText("Мерзімін өткізгендер", "Просрочили")
PROOFS = LocalText("Растайтын құжаттар", "Подтверждающие документы")
DATED = LocalText("№ {}, {}", "№ {} от {}")
COUNT = LocalText("саны", "количество")
CARD = LocalText("қолжетімділігі шектеулі, сақталу орны", "ограниченного доступа, хранится")
LINK = LocalText("сілтеме", "ссылка")
MORE = LocalText("тағы {} есеп іс-шара бетінде", "еще отчетов: {}, на странице мероприятия")
NUMBERED = LocalText("{}, № {}", "{}, № {}")
BY_ROUND = LocalText(
    "{} ақпарат сұрату бойынша (есеп ұсынылмаған)",
    "по сбору информации от {} (отчет не представлен)",
)

UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]")

LONGEST = 1500
"""So many characters of one person's words are printed; the page has them whole."""

NAMED = 24
"""So many debtors are named in one list."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A paragraph of the information on execution; the `head` of an occurrence is set apart."""

    text: str
    head: bool = False


Side = Literal["kk", "ru"]


def said(text: LocalText, language: Side, *, marked_only: bool = False) -> str:
    """A text in a language; in another one with the mark that it is not translated, or with
    `marked_only` the mark alone (for a page that shows both)."""
    own = UNPRINTABLE.sub("", text.get(language))
    if not own or text.language_shown(language) == language:
        return own
    mark = MISSING.get(language)
    return f"[{mark}]" if marked_only else f"{own} [{mark}]"


def day(on: date) -> str:
    """A day as official papers print it: 31.03.2024."""
    return f"{on:%d.%m.%Y}"


def cut(words: str) -> str:
    """A text without control characters, and not longer than `LONGEST`."""
    plain = " ".join(UNPRINTABLE.sub("", words).split())
    return plain if len(plain) <= LONGEST else f"{plain[:LONGEST].rsplit(' ', 1)[0]} …"


def information(executions: Iterable[Execution], language: Side) -> Iterator[Sentence]:
    """The information on execution of a measure: a head for each occurrence, then what was done.

    Where several debtors owe the same occurrence, its head counts them by state.
    """
    for _key, group in groupby(executions, key=lambda one: (one.period, one.number)):
        same = list(group)
        if len(same) == 1:
            yield Sentence(f"{occurrence(same[0], language)}: {state_of(same[0], language)}", True)
            yield from told(same[0], language, name="")
        else:
            yield from told_together(same, language)


def occurrence(one: Execution, language: Side) -> str:
    """Which occurrence it is, and when it falls due."""
    words = Period.parse(one.period).in_words().get(language)
    if one.number > 1:
        words = NUMBERED.get(language).format(words, one.number)
    return f"{words} ({DUE.get(language)} {day(one.due_on)})"


def state_of(one: Execution, language: Side) -> str:
    """The state in words, with the day of the report, the reason, the ground."""
    parts = [STATES[one.state].get(language)]
    if one.submitted_on and one.state not in {"void", "released"}:
        parts.append(SUBMITTED_ON.get(language).format(day(one.submitted_on)))
    if one.asked_on:
        parts.append(EXTENDED.get(language).format(day(one.asked_on)))
    if one.by_agreement:
        parts.append(AGREED.get(language))
    why = said(one.ground, language) or VOID_REASONS.get(one.void_reason, LocalText()).get(language)
    return ", ".join(parts) + (f" ({why})" if why else "")


def told_together(same: Sequence[Execution], language: Side) -> Iterator[Sentence]:
    """An occurrence that several debtors owe: counted by state, those to be named by name, then
    what each of them reported."""
    by_state = {
        state: [one for one in same if one.state == state]
        for state in STATES
        if any(one.state == state for one in same)
    }
    counted = counts_in_words([(state, len(found)) for state, found in by_state.items()], language)
    yield Sentence(f"{occurrence(same[0], language)}: {counted}", True)
    if same[0].shared:
        yield from quantity(same[0].owed, done_by(same), language, shared=True)
    for state, found in by_state.items():
        if state != "fulfilled" and len(by_state) > 1:
            names = listed([one.debtor for one in found], language)
            yield Sentence(f"{STATES[state].get(language).capitalize()}: {names}")
    for one in same:
        yield from told(one, language, name=said(one.debtor, language))


def counts_in_words(states: Iterable[tuple[str, int]], language: Side) -> str:
    """The states with their counts: "исполнено в срок – 17, просрочено – 3"."""
    return ", ".join(f"{STATES[state].get(language)} – {many}" for state, many in states)


def done_by(same: Iterable[Execution]) -> int | None:
    """How many things several debtors brought together; None where none was counted."""
    counted = [one.done for one in same if one.done is not None]
    return sum(counted) if counted else None


def listed(names: Sequence[LocalText], language: Side) -> str:
    """Names one after another; from `NAMED` on only how many more there are."""
    shown = ", ".join(said(one, language) for one in names[:NAMED])
    return f"{shown}, + {len(names) - NAMED}" if len(names) > NAMED else shown


def told(one: Execution, language: Side, *, name: str) -> Iterator[Sentence]:
    """What one debtor did: quantity, words, contributors, evidence; under a `name` where several
    debtors stand together."""
    if not one.shared:
        yield from quantity(one.owed, one.done, language, name=name)
    if words := cut(said(one.text, language)):
        yield Sentence(f"{name}: {words}" if name else words)
    if one.informed:
        yield informed(one.informed, language, name=name)
    yield from contributors(one, language)
    yield from proofs(one.proofs, language, name=name)


def informed(one: Informed, language: Side, *, name: str) -> Sentence:
    """What a body answered to a round, marked as such."""
    mark = BY_ROUND.get(language).format(day(one.on))
    head = f"{name}, {mark}" if name else f"{mark[0].upper()}{mark[1:]}"
    parts = [said(one.standing, language), cut(said(one.text, language))]
    if one.done is not None:
        parts.append(f"{DONE.get(language)}: {one.done}")
    if one.link:
        parts.append(f"{LINK.get(language)}: {one.link}")
    return Sentence(f"{head}: {'; '.join(part for part in parts if part)}")


def quantity(
    owed: int | None, done: int | None, language: Side, *, shared: bool = False, name: str = ""
) -> Iterator[Sentence]:
    """How many things were done of how many."""
    if owed is None and done is None:
        return
    words = f"{DONE.get(language)}: {done or 0}"
    if owed is not None:
        words += f" ({(OF_SHARED if shared else OUT_OF).get(language)}: {owed})"
    yield Sentence(f"{name}. {words}" if name else words)


def contributors(one: Execution, language: Side) -> Iterator[Sentence]:
    """Those who contribute by state, who of them is late, and what they reported."""
    if one.contributors:
        counted = counts_in_words(one.contributors, language)
        yield Sentence(f"{CONTRIBUTORS.get(language)}: {counted}")
    if one.behind:
        yield Sentence(f"{LATE_ONES.get(language)}: {listed(one.behind, language)}")
    for part in one.contributions:
        yield contributed(part, language)
    if one.unlisted:
        yield Sentence(MORE.get(language).format(one.unlisted))


def contributed(part: Contribution, language: Side) -> Sentence:
    """A contribution under the name of who made it, with its evidence."""
    papers = "; ".join(proof_in_words(proof, language) for proof in part.proofs)
    tail = f" ({papers})" if papers else ""
    mark = UNSETTLED.get(part.state)
    state = f" ({mark.get(language)})" if mark else ""
    words = cut(said(part.text, language))
    return Sentence(f"– {said(part.debtor, language)}{state}: {words}{tail}")


def proofs(papers: Sequence[Proof], language: Side, *, name: str) -> Iterator[Sentence]:
    """The evidence of a report."""
    if papers:
        head = f"{PROOFS.get(language)} ({name})" if name else PROOFS.get(language)
        named = "; ".join(proof_in_words(one, language) for one in papers)
        yield Sentence(f"{head}: {named}")


def proof_in_words(one: Proof, language: Side) -> str:
    """A piece of evidence as papers cite it: title, number, day, issuer; of a card where the paper
    lies."""
    parts = [cut(one.title)]
    numbered = one.number and f"№ {one.number}" not in one.title
    if numbered and one.dated_on:
        parts.append(DATED.get(language).format(cut(one.number), day(one.dated_on)))
    elif numbered:
        parts.append(f"№ {cut(one.number)}")
    elif one.dated_on:
        parts.append(day(one.dated_on))
    if one.issuer:
        parts.append(cut(one.issuer))
    if one.quantity is not None:
        parts.append(f"{COUNT.get(language)} {one.quantity}")
    if one.kind == "card":
        parts.append(f"{CARD.get(language)}: {cut(one.kept_at)}")
    if one.kind == "link":
        parts.append(LINK.get(language))
    return ", ".join(parts)


def side_of(language: Language) -> Side:
    """The language of a paper for a reader of a page: Kazakh, or Russian."""
    return "kk" if language == "kk" else "ru"
