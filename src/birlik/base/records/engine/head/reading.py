"""Kind, number, date, issuer and title, each with its certainty."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from birlik.base.records.engine.draft import ActKind, Loss, SourceText
from birlik.base.records.engine.head.reference import (
    NUMBER,
    Reference,
    kind_of,
    references,
    written_date,
)
from birlik.base.records.engine.mending import flat, tidy_quotes
from birlik.base.records.engine.sources import paragraph_text
from birlik.base.records.engine.sources.paragraphs import SENTENCE_END

# Where a decree begins to speak: everything before is its head.
ORDERING = re.compile(
    r"ҚАУЛЫ\s+ЕТЕ(МІН|ДІ)|БҰЙЫРАМЫН|ПОСТАНОВЛЯ(Ю|ЕТ)|ПРИКАЗЫВАЮ|П\s*О\s*С\s*Т\s*А\s*Н\s*О\s*В\s*Л"
)
STAMP = re.compile(r"\b(БЕКІТІЛГЕН|Бекітілген|УТВЕРЖД[ЕЁ]Н[АОЫ]?|Утвержд[её]н[аоы]?)\b")
STAMP_REACH = 260
SELF = re.compile(r"\b(?:Осы|Настоящ(?:ий|ее|ая)) (?P<kind>\w+)")
PLACE_DATE = re.compile(
    r"^(?:[А-ЯӘҒҚҢӨҰҮҺІ][\w.-]+,?\s+){0,3}(?:(?P<day>\d{1,2}) (?P<month>\w+) (?P<year>\d{4}) "
    r"(?:года|г\.?)|(?P<year_kk>\d{4}) жылғы (?P<day_kk>\d{1,2}) (?P<month_kk>\w+))"
    rf"(?:[\s,]+{NUMBER})?$"
)
LONE_NUMBER = re.compile(rf"^{NUMBER}$")
RUSSIAN_TITLE = re.compile(r"^Об? [а-яё«\"]")
KAZAKH_TITLE = re.compile(r"\bтуралы$")
SUBJECT = re.compile(r"тұжырымдамасы|концепция|жоспары|\bплан\b", re.IGNORECASE)
# What the lines of a stamp hold beside its word: the act that approves, its date and number.
STAMP_WORDS = re.compile(r"№|\bот \d|Республики Казахстан$|^(Указом|приказом|постановлением)", re.I)
# How the preamble below a title begins.
RUN_ON = re.compile(r"\bВ соответствии\b|\bВ целях\b|сәйкес|мақсатында")
HEAD_PARAGRAPHS = 60
# No header line, stamp or title is longer, in letters.
LONG = 2_000


@dataclass(frozen=True, slots=True)
class Head:
    """What the first page of an act says of itself; `decree_end` is where its annex begins."""

    kind: ActKind
    number: str
    adopted_on: date | None
    issuer: str
    title: str
    certain: Mapping[str, bool]
    lost: tuple[Loss, ...]
    decree_end: int


@dataclass(frozen=True, slots=True)
class _Page:
    """The first paragraphs as read words with their offsets, and what was found among them."""

    paragraphs: tuple[tuple[int, int, str], ...]
    ordering: int | None
    stamp: tuple[int, int] | None
    stamped_at: int


def read_head(source: SourceText) -> Head:
    """The head of an act, also where the text's beginning is cut off.

    The act may name itself in a header line, in the stamp of its annex, and beside the place of
    signing. A value is certain when all the places that name it agree, and the kind only when the
    act's own «Осы Жарлық», «Настоящий Указ» does not contradict it. What is taken from the title of
    an annex is never certain.
    """
    page = _page(source)
    named = list(_own_names(source, page))
    kinds = [one.kind for one in named if one.kind] or _kinds_said(source, page)
    title, title_certain = _title(source, page)
    if not named and not kinds:
        subject = _annex_kind(title)
        kinds = [subject] if subject else []
    values: dict[str, list[object]] = {
        "kind": [*kinds, *(_kinds_said(source, page) if kinds else [])],
        "number": [one.number for one in named if one.number],
        "adopted_on": [one.adopted_on for one in named if one.adopted_on],
        "issuer": [one.issuer for one in named if one.issuer],
    }
    certain = {field: len(set(found)) == 1 for field, found in values.items()}
    # A plan or concept by its title alone has lost the act that approves it.
    certain["kind"] = certain["kind"] and kinds[0] not in ("plan", "concept")
    if not _is_latest(page, [one.adopted_on for one in named if one.adopted_on]):
        certain |= {"number": False, "adopted_on": False}
    numbers = [one for one in named if one.number]
    dates = [one for one in named if one.adopted_on]
    issuers = [one for one in named if one.issuer]
    return Head(
        kind=kinds[0] if kinds else "",
        number=numbers[0].number if numbers else "",
        adopted_on=dates[0].adopted_on if dates else None,
        issuer=issuers[0].issuer if issuers else "",
        title=title,
        certain={**certain, "title": title_certain},
        lost=tuple(_lost(source, page, title_certain)),
        decree_end=page.stamped_at if page.stamp else len(source.text),
    )


def _is_latest(page: _Page, adopted: Sequence[date]) -> bool:
    """Whether no act named in the ordering part is younger than the act itself."""
    cited = [
        one.adopted_on
        for start, _, words in page.paragraphs
        if not page.stamp or start < page.stamped_at
        for one in references(words)
        if one.adopted_on
    ]
    return not adopted or min(adopted) >= max(cited, default=date.min)


def _page(source: SourceText) -> _Page:
    text = source.text
    spans = [(one.start, one.end) for one in source.paragraphs]
    # Legal databases set the stamp in a table without lines; its cells are read with the rest.
    spans += [(cell.start, cell.end) for table in source.tables for cell in table.cells]
    spans = sorted(span for span in spans if span[1] > span[0])[:HEAD_PARAGRAPHS]
    read = tuple(
        (start, end, tidy_quotes(paragraph_text(text, start, min(end, start + LONG))))
        for start, end in spans
    )
    limit = read[-1][1] if read else 0
    ordering = ORDERING.search(text, 0, limit)
    found = _stamp(source, limit)
    return _Page(
        paragraphs=read,
        ordering=ordering.start() if ordering else None,
        stamp=found[1] if found else None,
        stamped_at=found[0] if found else 0,
    )


def _stamp(source: SourceText, limit: int) -> tuple[int, tuple[int, int]] | None:
    """Where the stamp's own word stands, and the span around it that holds the stamp.

    The word ends the stamp in Kazakh and opens it in Russian.

    A word of the running text («…бекітілген ереже») is not a stamp: a stamp's word ends or begins
    a line.
    """
    for match in STAMP.finditer(source.text, 0, limit):
        line_start = source.text.rfind("\n", 0, match.start()) + 1
        line_end = source.text.find("\n", match.end())
        rest = source.text[match.end() : line_end if line_end >= 0 else len(source.text)]
        if match[0].casefold().startswith("б"):
            if not rest.strip():
                return match.start(), (max(0, match.start() - STAMP_REACH), match.end())
        elif not source.text[line_start : match.start()].strip(" \t*"):
            last = min(len(source.text), match.end() + STAMP_REACH)
            return match.start(), (match.start(), last)
    return None


def _own_names(source: SourceText, page: _Page) -> Iterator[Reference]:
    """The act as it names itself: in the header line, in the stamp, beside the place of signing."""
    for start, _, words in page.paragraphs:
        if page.stamp and start >= page.stamp[1]:
            break
        yield from _header_line(words)
    if page.stamp:
        yield from _stamped(source, page.stamp)
    yield from _place_line(page)


def _header_line(words: str) -> Iterator[Reference]:
    for one in references(words)[:1]:
        tail = words[one.end :].lstrip(". ")
        if one.start == 0 and one.kind and (not tail or words[one.end : one.end + 2] == ". "):
            yield one


def _stamped(source: SourceText, stamp: tuple[int, int]) -> Iterator[Reference]:
    words = flat(source.text[stamp[0] : stamp[1]].replace("*", " "))
    match = STAMP.search(words)
    found = references(words)
    if match is None or not found:
        return
    if match.start() == 0:
        if found[0].start - match.end() <= 1:
            yield found[0]
    elif match.start() - found[-1].end <= 1:
        yield found[-1]


def _place_line(page: _Page) -> Iterator[Reference]:
    """«Астана, Акорда, 18 апреля 2013 года», with the number there or in the next paragraph."""
    for (start, end, words), (_, _, after) in pairwise([*page.paragraphs, (0, 0, "")]):
        match = PLACE_DATE.match(words)
        if not match or (page.ordering is not None and start < page.ordering):
            continue
        adopted_on = written_date(
            match["day"] or match["day_kk"],
            match["month"] or match["month_kk"],
            match["year"] or match["year_kk"],
        )
        lone = LONE_NUMBER.match(after)
        number = match["number"] or (lone["number"] if lone else "")
        if adopted_on and number:
            yield Reference("", "", number, adopted_on, start, end)
        return


def _kinds_said(source: SourceText, page: _Page) -> list[ActKind]:
    """What the ordering part calls itself: «Осы Жарлық», «Настоящий Указ»."""
    if page.ordering is None:
        return []
    end = page.stamp[0] if page.stamp else len(source.text)
    words = flat(source.text[page.ordering : end])
    kinds = [kind_of(match["kind"]) for match in SELF.finditer(words)]
    return [kind for kind in kinds if kind not in ("", "plan", "concept")][:1]


def _title(source: SourceText, page: _Page) -> tuple[str, bool]:
    """The act's own title; else, never certain, that of what it approves."""
    for (start, _, words), (_, _, below) in pairwise([*page.paragraphs, (0, 0, "")]):
        if page.ordering is not None and start >= page.ordering:
            break
        if RUSSIAN_TITLE.match(words) or KAZAKH_TITLE.search(words):
            # A Kazakh title ends with the word «туралы»; a Russian one may go on below.
            whole = KAZAKH_TITLE.search(words) is not None or not _is_continued(below)
            return words, _is_whole_title(words) and whole
    if page.stamp:
        return _annex_title(page, page.stamp), False
    if page.ordering is None and page.paragraphs:
        return page.paragraphs[0][2], False
    return "", False


def _is_whole_title(words: str) -> bool:
    """Whether nothing shows that the title was cut, or that the text below ran into it."""
    return not (words.count('"') % 2 or RUN_ON.search(words) or references(words))


def _is_continued(below: str) -> bool:
    """Whether the words below a title may be its own: neither a sentence nor an act's name."""
    apart = SENTENCE_END.search(below) or references(below) or PLACE_DATE.match(below)
    return below != "" and not apart and not below.isupper()


def _annex_title(page: _Page, stamp: tuple[int, int]) -> str:
    """The words after the stamp up to the one that says what the annex is."""
    pieces: list[str] = []
    passed = False
    for start, end, words in page.paragraphs:
        stamped = start < stamp[1] and end > stamp[0] and STAMP.search(words) is not None
        passed = passed or stamped
        if not passed or stamped or (not pieces and STAMP_WORDS.search(words)):
            continue
        pieces.append(words)
        if SUBJECT.search(words):
            return SUBJECT.sub(_as_in_a_sentence, " ".join(pieces))
    return ""


def _as_in_a_sentence(match: re.Match[str]) -> str:
    """«ТҰЖЫРЫМДАМАСЫ» set in capitals is written as any other word."""
    if not match[0].isupper():
        return match[0]
    return match[0].lower() if match.start() else match[0].capitalize()


def _annex_kind(title: str) -> ActKind:
    match = SUBJECT.search(title)
    return kind_of(match[0]) if match else ""


def _lost(source: SourceText, page: _Page, titled: bool) -> Iterator[Loss]:
    if page.ordering is not None and not titled:
        yield Loss("heading", "title", 0, 0)
    if page.stamp and not list(_stamped(source, page.stamp)):
        yield Loss("heading", "stamp", *page.stamp)
