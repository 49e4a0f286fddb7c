"""Names in quotation marks, and the words beside them that say what is so named."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from birlik.base.records.engine.check.finding import Place
from birlik.base.records.engine.check.reading import CheckedAct
from birlik.base.records.engine.mending import join_spaced

# What a quoted name can be given to. As of 2025-12-29; source: the acts of the Republic of
# Kazakhstan (adilet.zan.kz). Beginnings of words; a word that begins so names this sort of thing.
SORTS: Mapping[str, str] = {
    "project": "жоба проект",
    "programme": "бағдарлама программ",
    "event": "форум фестивал конференци съезд лагер экспедици акция акцией акции",
    "contest": "конкурс байқау",
    "award": "орден медал наград премия премии сыйлық сыйлығы награда",
    "organisation": "бірлестік бірлестіг қауымдасты ұйым мекеме қор қоры палата серіктесті "
    "институт объединен ассоциаци организац учрежден фонд товариществ университет",
    "centre": "орталық орталығ центр филиал",
    "club": "клуб",
    "principle": "қағидат принцип идеялары",
    "study": "зерттеу исследован",
    "newspaper": "газет журнал",
    "group": "топ тобы групп",
    "act": "заң жарлық жарлығ указ закон қаулы постановлени стратеги доктрин концепци тұжырымдама "
    "бағдарламас",
}
_QUOTED = re.compile(r'"\s*([^"«»“”]{2,90}?)\s*"|[«“]\s*([^"«»“”]{2,90}?)\s*[»”]')
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BEFORE = re.compile(r"([^\W\d_]+)\s*$")
# Other names of one list between the word and this name: «проекты "A", "B" и "C"».
_LISTED_BEFORE = re.compile(r"(?:[\"«“][^\"«»“”]*[\"»”]\s*(?:,|и|және|мен|пен)?\s*)+$")
_LISTED_AFTER = re.compile(r"^(?:\s*(?:,|и|және|мен|пен)\s*[\"«“][^\"«»“”]*[\"»”])+")
WORDS_AFTER = 3
"""How far behind a Kazakh name the word that says what it is may stand."""
_SORT_OF: tuple[tuple[str, str], ...] = tuple(
    (beginning, sort) for sort, words in SORTS.items() for beginning in words.split()
)


@dataclass(frozen=True, slots=True)
class Name:
    """A quoted name where it stands; `sort` is what it is given to, '' when nothing says so."""

    text: str
    place: Place
    sort: str = ""
    thing: str = ""


def names_of(act: CheckedAct) -> Iterator[Name]:
    """The quoted names of the prose, the titles of measures and the list of abbreviations."""
    for passage in act.prose:
        for start, end, text in quoted(passage.text):
            sort, thing = _sort(passage.text, start, end, act.draft.language)
            yield Name(text, act.place(passage.locate(start, end)), sort, thing)
    for measure in act.draft.measures:
        for start, end, text in quoted(measure.title):
            sort, thing = _sort(measure.title, start, end, act.draft.language)
            yield Name(text, act.place(act.field_span(measure, "title")), sort, thing)


def quoted(text: str) -> Iterator[tuple[int, int, str]]:
    """Where the names in quotation marks stand, and their words."""
    for match in _QUOTED.finditer(text):
        yield match.start(), match.end(), " ".join(join_spaced(match[1] or match[2]).split())


def _sort(text: str, start: int, end: int, language: str) -> tuple[str, str]:
    """In Russian the word stands before the name, in Kazakh after it."""
    if language == "ru":
        return _sort_before(text[:start])
    return _sort_after(text[end:])


def _sort_before(text: str) -> tuple[str, str]:
    match = _BEFORE.search(_LISTED_BEFORE.sub("", text))
    return _known(match[1]) if match else ("", "")


def _sort_after(text: str) -> tuple[str, str]:
    """The last of the next words that names a sort: «"X" республикалық қоғамдық бірлестігі»."""
    clause = re.split(r"[.,;:()\"«»]", _LISTED_AFTER.sub("", text), maxsplit=1)[0]
    for found in list(_WORD.findall(clause))[:WORDS_AFTER]:
        sort, thing = _known(found)
        if sort:
            return sort, thing
    return "", ""


def _known(found: str) -> tuple[str, str]:
    small = found.casefold()
    for beginning, sort in _SORT_OF:
        if small.startswith(beginning):
            return sort, small
    return "", ""
