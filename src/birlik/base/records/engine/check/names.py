"""One name for two things, and two names for one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from birlik.base.records.engine.check.abbreviations import introduced
from birlik.base.records.engine.check.finding import Finding, Place
from birlik.base.records.engine.check.messages import say
from birlik.base.records.engine.check.quotes import Name, names_of, quoted
from birlik.base.records.engine.check.reading import CheckedAct, Passage, pairs_of_languages
from birlik.base.records.engine.check.words import WORD, fold, is_kazakh, stem, stems

SHORTEST = 6
"""Letters from which one differing letter is a slip rather than another name."""

# «"Нұр-Сұлтан" деген сөз "Астана" деген сөзбен ауыстырылды», «слово "X" заменено словом "Y"»
_REPLACED = re.compile(
    r"[\"«](?P<old>[^\"»]{2,40})[\"»]\s+деген\s+сөз\w*\s+[\"«](?P<new>[^\"»]{2,40})[\"»]\s+деген\s+сөз\w*|"
    r"слов\w+\s+[\"«](?P<old_ru>[^\"»]{2,40})[\"»]\s+заменен\w*\s+слов\w+\s+[\"«](?P<new_ru>[^\"»]{2,40})[\"»]",
    re.IGNORECASE,
)
_LOOKS_LIKE = {
    letter: f"[{alike}]"
    for alike in ("ұүуy", "ҰҮУY", "іиi", "қк", "ғг", "ңн", "өо", "әа", "аa", "еe", "оo", "рp", "сc")
    for letter in alike
}
# Names that a translation leaves as they are: in Kazakh or Latin letters.
_KEPT_AS_IS = re.compile(r"[әғқңөұүһі]|[A-Za-z]{3}", re.IGNORECASE)
# Bodies that acts of different years rightly call by different names.
_RENAMED = re.compile("минист", re.IGNORECASE)
_JOINING = stems("через для при над под арқылы үшін")
# Sorts that go together: a project may well be an event, a club an organisation.
_TOGETHER = ({"project", "programme"}, {"organisation", "club", "group"}, {"event", "contest"})


def one_name_for_two(acts: Sequence[CheckedAct]) -> Iterator[Finding]:
    """A quoted name that is given to a project here and to an award, a body or a contest there."""
    named: dict[str, list[Name]] = {}
    for act in acts:
        for name in names_of(act):
            if name.sort and name.sort != "act":
                named.setdefault(_key(name.text), []).append(name)
    for group in named.values():
        sorts: dict[str, Name] = {}
        places: dict[tuple[str, str], Place] = {}
        for name in group:
            sorts.setdefault(name.sort, name)
            places.setdefault((name.sort, name.place.file), name.place)
        if len(sorts) > 1 and not any(set(sorts) <= together for together in _TOGETHER):
            yield Finding(
                "one_name_two_things",
                "question",
                say(
                    "one_name_two_things",
                    name=group[0].text,
                    things=", ".join(name.thing for name in sorts.values()),
                ),
                tuple(places.values()),
            )


def two_spellings(acts: Sequence[CheckedAct]) -> Iterator[Finding]:
    """Quoted names that differ by a capital, a hyphen, one letter, or only in their small words.

    The spelling that stands most often is taken for the name, the others are asked about.
    """
    spelled: dict[str, list[Name]] = {}
    for act in acts:
        for name in names_of(act):
            spelled.setdefault(_spelling(name.text), []).append(name)
    ordered = sorted(spelled.items(), key=lambda item: -len(item[1]))
    settled: list[tuple[str, Name]] = []
    for spelling, names in ordered:
        usual = next((one for one in settled if _one_name(one[0], spelling)), None)
        if usual is None:
            settled.append((spelling, names[0]))
        else:
            yield Finding(
                "two_names_one_thing",
                "question",
                say("two_spellings", first=usual[1].text, second=names[0].text),
                (*(name.place for name in names), usual[1].place),
            )


def names_in_both_languages(acts: Sequence[CheckedAct]) -> Iterator[Finding]:
    """A Kazakh or Latin name quoted in the Russian text that its Kazakh pair does not have."""
    for kazakh, russian in pairs_of_languages(acts):
        for group in kazakh.aligned_with(russian):
            if not (group.certain and group.a and group.b):
                continue
            own = _key(" ".join(kazakh.source.text[start:end] for start, end in group.a))
            for span in group.b:
                passage = Passage(russian.source.text, *span)
                for start, end, name in quoted(passage.text):
                    if _KEPT_AS_IS.search(name) and _key(name) not in own:
                        yield Finding(
                            "two_names_one_thing",
                            "question",
                            say("name_not_in_pair", name=name),
                            (russian.place(passage.locate(start, end)), kazakh.place(group.a[0])),
                        )


def replaced_names(acts: Sequence[CheckedAct]) -> Iterator[Finding]:
    """A name that the act says was replaced throughout, and that still stands in it."""
    for act in acts:
        text = act.source.text
        for note in _REPLACED.finditer(text):
            old, new = note["old"] or note["old_ru"], note["new"] or note["new_ru"]
            for match in _loosely(old).finditer(text, note.end()):
                yield Finding(
                    "two_names_one_thing",
                    "error",
                    say("name_was_replaced", old=old, new=new),
                    (act.place(match.span()), act.place(note.span())),
                )


def two_meanings(acts: Sequence[CheckedAct]) -> Iterator[Finding]:
    """One abbreviation that is written out in two ways."""
    seen: dict[tuple[str, str], _Meaning] = {}
    for act in acts:
        for code, meaning, place in introduced(act):
            key = (act.draft.language, code)
            known = seen.setdefault(key, _Meaning(meaning, place))
            renamed = known.place.file != act.name and _RENAMED.search(meaning)
            if not renamed and _other_words(known.words, meaning):
                yield Finding(
                    "two_names_one_thing",
                    "question",
                    say("two_meanings", code=code, first=known.words, second=meaning),
                    (known.place, place),
                )


@dataclass(frozen=True, slots=True)
class _Meaning:
    words: str
    place: Place


def _key(text: str) -> str:
    """What two writings of one name share: letters only."""
    return re.sub(r"[\W_]", "", fold(text))


def _spelling(text: str) -> str:
    """The name as it must be written: blanks around signs and a capital first do not count."""
    plain = re.sub(r"\s*([-–—.,:])\s*", r"\1", " ".join(re.sub("[–—]", "-", text).split()))
    return plain[:1].upper() + plain[1:]


def _one_name(first: str, second: str) -> bool:
    """Whether two spellings must mean one name; another case or number of it is no spelling."""
    a, b = _key(first), _key(second)
    if a == b:
        return True
    if _words_of(first) == _words_of(second):
        return False
    if _same_words(first, second):
        return True
    if min(len(a), len(b)) < SHORTEST or any(map(str.isdigit, a + b)):
        return False
    return Levenshtein.distance(a, b, score_cutoff=1) == 1


def _words_of(name: str) -> list[str]:
    """The stems of a name's words, in their order, the small ones too."""
    kazakh = is_kazakh(name)
    return [stem(word, kazakh) for word in WORD.findall(name)]


def _same_words(first: str, second: str) -> bool:
    """The same two to four words, joined otherwise: "unity through diversity" and "in"."""
    left, right = stems(first) - _JOINING, stems(second) - _JOINING
    return left == right and len(left) > 1 and max(len(first.split()), len(second.split())) <= 5


def _loosely(words: str) -> re.Pattern[str]:
    """The words with line breaks allowed inside, one misread letter too."""
    letters = [_LOOKS_LIKE.get(letter, re.escape(letter)) for letter in words if letter != " "]
    whole = r"\s*".join(letters)
    return re.compile(rf"(?<!\w){whole}")


def _other_words(first: str, second: str) -> bool:
    left, right = stems(first), stems(second)
    if not left or not right or left <= right or right <= left:
        return False
    return len(left & right) >= min(len(left), len(right)) / 2
