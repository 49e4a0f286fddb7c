"""Names in quotation marks, and the words beside them that say what is so named."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from birlik.base.records.engine.check.finding import Place
from birlik.base.records.engine.check.reading import CheckedAct
from birlik.base.records.engine.mending import join_spaced

# What a quoted name can be given to. As of 2025-12-29; source: the acts of the Republic of
# Kazakhstan (adilet.zan.kz). Beginnings of words; a word that begins so names this sort of thing;
# one that ends in "$" is the whole word.
SORTS: Mapping[str, str] = {
    "project": "жоба проект",
    "programme": "бағдарлама программ",
    "event": "форум фестивал конференци съезд лагер экспедици акция акцией акции",
    "contest": "конкурс байқау",
    "award": "орден медал наград премия премии сыйлық сыйлығы награда",
    "organisation": "бірлестік бірлестіг қауымдасты ұйым$ ұйымы мекеме қор$ қоры$ палата "
    "серіктесті институт объединен ассоциаци организац учрежден фонд товариществ университет",
    "centre": "орталық орталығ центр филиал",
    "club": "клуб",
    "principle": "қағидат принцип идеялары",
    "study": "зерттеу исследован",
    "newspaper": "газет журнал",
    "group": "топ$ тобы групп",
    "act": "заң жарлық жарлығ указ закон қаулы постановлени стратеги доктрин концепци тұжырымдама "
    "бағдарламас",
}
# A mark that opens stands before a word, one that closes behind it; only where a line's end left
# a blank inside are they told apart by their order.
_QUOTED = re.compile(
    r'(?<![^\s(])"(?=\S)([^"«»“”]{2,90}?)(?<=\S)"|[«“]\s*([^"«»“”]{2,90}?)\s*[»”]|'
    r'"\s*([^"«»“”]{2,90}?)\s*"'
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# Other names of one list between the word and this name: «проекты "A", "B" и "C"».
_LISTED_BEFORE = re.compile(r"(?:[\"«“][^\"«»“”]*[\"»”]\s*(?:,|и|және|мен|пен)?\s*)+$")
_LISTED_AFTER = re.compile(r"^(?:\s*(?:,|и|және|мен|пен)\s*[\"«“][^\"«»“”]*[\"»”])+")
WORDS_BESIDE = 3
"""How far from a name the word that says what it is may stand."""
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
        yield (
            match.start(),
            match.end(),
            " ".join(join_spaced(match[1] or match[2] or match[3]).split()),
        )


def _sort(text: str, start: int, end: int, language: str) -> tuple[str, str]:
    """In Russian the word stands before the name, in Kazakh after it."""
    if language == "ru":
        return _sort_before(text[:start])
    return _sort_after(text[end:])


def _sort_before(text: str) -> tuple[str, str]:
    """The nearest of the words before that names a sort: «центра поддержки молодежи "X"»."""
    clause = re.split(r"[.,;:()\"«»]", _LISTED_BEFORE.sub("", text))[-1]
    return _first_known(reversed(_WORD.findall(clause)[-WORDS_BESIDE:]))


def _sort_after(text: str) -> tuple[str, str]:
    """The last of the next words that names a sort: «"X" республикалық қоғамдық бірлестігі»."""
    clause = re.split(r"[.,;:()\"«»]", _LISTED_AFTER.sub("", text), maxsplit=1)[0]
    return _first_known(_WORD.findall(clause)[:WORDS_BESIDE])


def _first_known(words: Iterable[str]) -> tuple[str, str]:
    return next((known for known in map(_known, words) if known[0]), ("", ""))


def _known(found: str) -> tuple[str, str]:
    small = found.casefold()
    for beginning, sort in _SORT_OF:
        if (small + "$").startswith(beginning):
            return sort, small
    return "", ""
