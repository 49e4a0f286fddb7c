"""Reads an executor cell: bodies, groups of bodies, and who takes part by agreement."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from birlik.base.records.engine.draft import ExecutorDraft
from birlik.base.records.engine.mending import mend

BY_AGREEMENT = re.compile(
    r"[(\s,]*(келісу|келісім|келісімі)\s+бойынша\s*\)?|[(\s,]*по\s+согласованию\s*\)?",
    re.IGNORECASE,
)
LEADS = re.compile(r"\s*\((жинақтау|жинақтаушы|свод|созыв|ответственный за свод)\)", re.IGNORECASE)
# Bodies of which there are several of one kind: akimats, local bodies, a region's institutions.
GROUP = re.compile(
    r"әкімдіктер|акимат(ы|ами|ов)\b|\bакимы\b|\bЖАО\b|\bМИО\b|\bКММ\b|\bКГУ\b|"
    r"атқарушы органдар|исполнительные органы|мемлекеттік органдар|государственные органы|"
    r"этномәдени бірлестіктер|этнокультурные объединения|\b(ЦГО|ЦИО|ОМО)\b",
    re.IGNORECASE,
)
KAZAKH_AKIMATS = re.compile(r"әкімдіктер\w*$", re.IGNORECASE)
RUSSIAN_AKIMATS = re.compile(r"^(акимат(ы|ами|ов)|акимы)\b", re.IGNORECASE)
PLACE = re.compile(
    r"^(?:және |мен |и )?(?:[А-ЯЁӘҒҚҢӨҰҮҺІ][а-яёәғқңөұүһі]+(?:-[А-ЯӘҒҚҢӨҰҮҺІ][а-яәғқңөұүһі]+)?"
    r"|қала\w*|облыс\w*|аудан\w*|астана\w*|республикалық маңызы бар|город\w*|област\w*|район\w*|"
    r"столиц\w*|республиканского значения|и|және|мен|бар)"
    r"(?:\s+(?:қала\w*|облыс\w*|аудан\w*|астана\w*|маңызы бар|әкімдіктер\w*|город\w*|област\w*|"
    r"район\w*|столиц\w*|республиканского значения|и|және|мен|[А-ЯЁӘҒҚҢӨҰҮҺІ][а-яёәғқңөұүһі]+))*$"
)
# Words that join two bodies as a comma does: «МКИ совместно с МП», «АҚДМ және БҒМ».
BETWEEN = re.compile(r"\s+(?:совместно\s+с|и|және|мен(?:\s+бірлесіп)?)\s+|\s*/\s*")
NAMED = re.compile(r"\w")
ACRONYM = re.compile(r"^[А-ЯЁӘҒҚҢӨҰҮҺІ]{2,8}$")
# Letters that scans confuse; a variant that differs only by these is the same code.
LOOK_ALIKE = str.maketrans("KҚGҒHҢOӨYҰҮIІCEATPMBX", "ККГГННООУУУИИСЕАТРМВХ")
# The cities of republican significance and the capital, in the forms that groups are written in;
# Астана was Нұр-Сұлтан from 23.03.2019 (Decree No. 6) to 17.09.2022 (Decree No. 1017).
CITIES = (
    *("Астана", "Алматы", "Шымкент", "Нұр-Сұлтан"),
    *("Астаны", "Шымкента", "Астане", "Шымкенте", "Нур-Султан", "Нур-Султана"),
)
PLURAL_GROUP = re.compile(
    r"[^()\"«]{0,60}(әкімдіктер|атқарушы органдар|мемлекеттік органдар)\w{0,3}$|"
    r"(местные|центральные|заинтересованные|акиматы)\b",
    re.IGNORECASE,
)
# Words that say of which kind a group is, and not where.
GENERIC = re.compile(
    r"(қала|облыс|аудан|республикалық|астана|әкім|жергілікті|мемлекет|мүдделі|орталық|жао|этно|"
    r"город|област|район|аким|местн|государств|заинтересован|централь|мио)",
    re.IGNORECASE,
)
# The three strokes of Ш, taken for three letters.
MISREAD_SHA = re.compile(r"\b[ІI]\s?[ІI]\s?[ІI](?=[а-яәғқңөұүһі])")
# Below this length one wrong letter is as likely another body as a slip of the scan.
LONG_ENOUGH = 4


@dataclass(frozen=True, slots=True)
class _Reading:
    executor: ExecutorDraft
    certain: bool
    leads: bool = False


def read_executors(
    text: str, abbreviations: Mapping[str, str]
) -> tuple[tuple[ExecutorDraft, ...], bool]:
    """The executors of a cell in printed order, and whether all of them are certain.

    `abbreviations` is the act's own list; a code misread by a scan is taken for the one entry it
    can stand for, else it is kept as printed and not certain. An executor marked as the one who
    consolidates («жинақтау», «свод») comes first. An empty cell gives no executors, certainly
    empty only in the sense of the cell: whether it inherits is for the table's reader to say.
    """
    words = mend(text).strip(" ,;.")
    if not words:
        return (), True
    readings = [_read(part, abbreviations) for part in _parts(words, abbreviations)]
    leading = [one for one in readings if one.leads]
    ordered = leading + [one for one in readings if not one.leads]
    certain = all(one.certain for one in readings) and len(leading) <= 1
    unique = dict.fromkeys(one.executor for one in ordered)
    return tuple(unique), certain and len(unique) == len(ordered)


def is_code(word: str, abbreviations: Mapping[str, str]) -> bool:
    """Whether `word`, allowing for a scan's slip, is a code of the act's list."""
    return _match(mend(word), abbreviations)[0] is not None


def _parts(words: str, abbreviations: Mapping[str, str]) -> Iterator[str]:
    """The cell cut at its commas, the places of one group kept together."""
    pieces = _cut(words)
    at = 0
    while at < len(pieces):
        end = _group_end(pieces, at)
        if end > at:
            yield ", ".join(pieces[at:end])
            at = end
        else:
            yield from _side_by_side(pieces[at], abbreviations)
            at += 1


def _cut(words: str) -> list[str]:
    """Cut at commas and semicolons outside brackets and quotation marks; a mere dash is nobody."""
    pieces, depth, quoted, last = [], 0, False, 0
    for at, sign in enumerate(words):
        if sign == '"':
            quoted = not quoted
        depth += (sign in "(«“") - (sign in ")»”")
        if sign in ",;" and depth <= 0 and not quoted:
            pieces.append(words[last:at].strip())
            last = at + 1
    return [piece for piece in (*pieces, words[last:].strip()) if NAMED.search(piece)]


def _group_end(pieces: list[str], at: int) -> int:
    """Where the group of places that opens at `pieces[at]` ends; `at` when none opens there."""
    if RUSSIAN_AKIMATS.match(pieces[at]):
        end = at + 1
        while end < len(pieces) and PLACE.match(BY_AGREEMENT.sub("", pieces[end])):
            end += 1
        return end
    end = at
    while end < len(pieces):
        bare = BY_AGREEMENT.sub("", pieces[end]).strip()
        if KAZAKH_AKIMATS.search(bare):
            return end + 1
        if not PLACE.match(bare):
            return at
        end += 1
    return at


def _side_by_side(piece: str, abbreviations: Mapping[str, str]) -> Iterator[str]:
    """Codes that stand beside one another without a comma are parted."""
    if _match(_bare(piece), abbreviations)[0] is not None:
        yield piece
        return
    first, joint, rest = _joint(piece)
    if joint and _match(_bare(first), abbreviations)[0] is not None:
        yield first
        yield from _side_by_side(rest, abbreviations)
        return
    words = re.findall(r'"[^"]*"\s*\S+|\([^)]*\)|\S+', piece)
    found: list[str] = []
    for word in words:
        whole = f"{found[-1]} {word}" if found else word
        if found and (word.startswith("(") or _match(_bare(whole), abbreviations)[0] is not None):
            found[-1] = whole
        else:
            found.append(word)
    if len(found) > 1 and all(_match(_bare(one), abbreviations)[0] is not None for one in found):
        yield from found
    else:
        yield piece


def _joint(piece: str) -> tuple[str, str, str]:
    """What stands before the first word that joins two bodies, that word, and what follows."""
    match = BETWEEN.search(piece)
    if match is None:
        return piece, "", ""
    return piece[: match.start()], match[0], piece[match.end() :]


def _bare(piece: str) -> str:
    return LEADS.sub("", BY_AGREEMENT.sub(" ", piece)).strip(" .,;")


def _read(part: str, abbreviations: Mapping[str, str]) -> _Reading:
    by_agreement = bool(BY_AGREEMENT.search(part))
    leads = bool(LEADS.search(part))
    bare = _bare(part)
    code, certain = _match(bare, abbreviations)
    if code is None:
        # A body's full name is read as printed; a code that the act's list does not know, a lone
        # quotation mark or a bare place is doubtful.
        code = _spell_cities(bare) if GROUP.search(bare) else bare
        certain = _well_formed(code, abbreviations)
    # A code of the list is the group that the list says it is: «ЦГО - центральные … органы».
    group = bool(GROUP.search(code) or PLURAL_GROUP.match(abbreviations.get(code, "")))
    return _Reading(ExecutorDraft(code, by_agreement, group), certain, leads)


def _spell_cities(group: str) -> str:
    """A group's wording with the cities that a scan misread spelt again."""
    words = MISREAD_SHA.sub("Ш", group).split(" ")
    return " ".join(_spell_city(word) for word in words)


def _spell_city(word: str) -> str:
    bare = word.rstrip(",")
    near = [city for city in CITIES if city != bare and _one_slip(bare, city)]
    if bare in CITIES or len(near) != 1 or not bare[:1].isupper():
        return word
    return near[0] + word[len(bare) :]


def _well_formed(name: str, abbreviations: Mapping[str, str]) -> bool:
    pairs = (("(", ")"), ("«", "»"), ("“", "”"))
    if name.count('"') % 2 or any(name.count(first) != name.count(last) for first, last in pairs):
        return False
    words = [word.strip(",") for word in name.split()]
    if GROUP.search(name):
        places = [word for word in words if word[:1].isupper() and '"' not in name]
        return all(word in CITIES or GENERIC.match(word) for word in places)
    acronyms = [word for word in words if ACRONYM.match(word)]
    if not abbreviations and len(words) == len(acronyms):
        return True
    known = all(_match(word, abbreviations)[0] is not None for word in acronyms)
    return len(words) > max(1, len(acronyms)) and known and name[:1].isupper()


def _match(name: str, abbreviations: Mapping[str, str]) -> tuple[str | None, bool]:
    """The code of the list that `name` stands for, and whether that is beyond doubt."""
    plain = {_plain(code): code for code in abbreviations}
    wanted = _plain(name)
    if wanted in plain:
        return plain[wanted], True
    alike = [code for key, code in plain.items() if _alike(key) == _alike(wanted)]
    if len(alike) == 1:
        return alike[0], True
    near = [code for key, code in plain.items() if _one_slip(wanted, key)]
    if len(near) == 1 and len(wanted) >= LONG_ENOUGH:
        return near[0], True
    return None, False


def _plain(name: str) -> str:
    return re.sub(r"[\"«»“”\s]+", " ", name).strip().casefold()


def _alike(key: str) -> str:
    return key.upper().translate(LOOK_ALIKE)


def _one_slip(wanted: str, key: str) -> bool:
    return abs(len(wanted) - len(key)) <= 1 and OSA.distance(wanted, key, score_cutoff=1) <= 1
