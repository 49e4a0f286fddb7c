"""Reading the words of a deadline."""

from collections.abc import Sequence
from dataclasses import dataclass

from birlik.base.values.deadline.composition import Composition, compose
from birlik.base.values.deadline.facts import Fact, Outside
from birlik.base.values.deadline.grammar import RULES
from birlik.base.values.deadline.lexicon import lexicon
from birlik.base.values.deadline.pattern import Phrase, codes
from birlik.base.values.deadline.token import Token
from birlik.base.values.deadline.tokens import clean, tokenise
from birlik.base.values.local_text import LANGUAGES, Language
from birlik.base.values.schedule import Schedule

_NUMBERS = {"N", "R", "Y", "DATE", "IMPOSSIBLE"}
_JOINING = {"FILLER", "IN", "AND", "DASH"}


@dataclass(frozen=True, slots=True)
class DeadlineReading:
    """What a deadline says.

    `schedule` is None when nothing in it can be relied on. `unread` are the words that the
    language of deadlines has no meaning for, as printed. `certain` is true only when every word
    is read, the words agree and leave nothing open. `assumed` names the fields of the schedule
    that no word gives ("per" of «кемінде 10 тікелей эфир»): a measure takes them from its parent.
    """

    schedule: Schedule | None
    unread: tuple[str, ...]
    certain: bool
    assumed: tuple[str, ...] = ()


def read_deadline(text: str, language: Language | None = None) -> DeadlineReading:
    """The schedule that the words of `text` mean, and what of them could not be read.

    Without `language`, it is read in the one whose words cover most of the text. The language of
    deadlines, its conventions and what lies outside it are described in docs/values.md.
    """
    plain = clean(text)
    tried: Sequence[Language] = (language,) if language else LANGUAGES
    tokens = {code: tokenise(plain, lexicon(code)) for code in tried}
    spoken = max(tried, key=lambda code: _letters_known(plain, tokens[code], code))
    return _read(plain, tokens[spoken], spoken)


def _letters_known(text: str, tokens: Sequence[Token], language: Language) -> tuple[int, int]:
    """How many letters the known words have, and how many letters are of the language's own script:
    "May" could be Kazakh only in look-alike letters."""
    known = (token for token in tokens if token.kind not in {"WORD", "NEAR", "R"})
    return (
        sum(map(str.isalpha, "".join(text[token.start : token.end] for token in known))),
        sum(letter.isalpha() and letter.isascii() == (language == "en") for letter in text),
    )


def _read(text: str, tokens: Sequence[Token], language: Language) -> DeadlineReading:
    facts, read = _phrases(text, tokens, language)
    composed = compose(facts)
    if any(token not in read and token.kind in _NUMBERS for token in tokens):
        composed = Composition()  # an unread number may well be the deadline itself
    unread = _unread(text, tokens, read)
    if composed.schedule is None and not unread and not text.isspace() and text:
        unread = (" ".join(text.split()),)
    sure = composed.schedule is not None and not unread and not composed.assumed
    return DeadlineReading(
        composed.schedule, unread, sure and not composed.unclear, composed.assumed
    )


def _phrases(
    text: str, tokens: Sequence[Token], language: Language
) -> tuple[list[Fact], set[Token]]:
    """The facts of the text in its order, and the tokens they were read from."""
    spoken = [token for token in tokens if token.kind != "FILLER"]
    kinds = codes(spoken)
    facts: list[Fact] = []
    read: set[Token] = set()
    place = 0
    while place < len(spoken):
        end, found = _longest(text, spoken, kinds, place, language)
        facts += found
        if found and not any(isinstance(fact, Outside) for fact in found):
            read.update(spoken[place:end])
        place = end
    return facts, read


def _longest(
    text: str, tokens: Sequence[Token], kinds: str, place: int, language: Language
) -> tuple[int, Sequence[Fact]]:
    """Where the longest phrase that begins at `place` ends, and its facts.

    A place where no phrase begins is passed over with no facts.
    """
    matches = [
        (match.end(), rule)
        for rule in RULES
        if language in rule.languages and (match := rule.pattern.match(kinds, place))
    ]
    for end, rule in sorted(matches, key=lambda found: -found[0]):
        if end > place and (facts := rule.build(Phrase(tokens[place:end], text))):
            return end, facts
    return place + 1, ()


def _unread(text: str, tokens: Sequence[Token], read: set[Token]) -> tuple[str, ...]:
    """The stretches of words that no phrase was read from, as printed."""
    stretches: list[list[Token]] = [[]]
    for token in tokens:
        if token in read or token.kind == "COMMA":
            stretches.append([])
        else:
            stretches[-1].append(token)
    printed = []
    for stretch in stretches:
        words = [place for place, token in enumerate(stretch) if token.kind not in _JOINING]
        if words:
            first = words[0] - (words[0] > 0 and stretch[words[0] - 1].kind == "IN")
            printed.append(text[stretch[first].start : stretch[words[-1]].end])
    return tuple(" ".join(words.split()) for words in printed)
