"""What the cells of a row say."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any, NamedTuple

from birlik.base.records.engine.workbook import Fault, Formula, Value
from birlik.base.registry.engine.importing import refusal
from birlik.base.registry.engine.importing.columns import Column
from birlik.base.registry.engine.importing.refusal import told
from birlik.base.registry.engine.importing.scripts import (
    MixedScriptsError,
    Script,
    in_one_script,
    name_key,
)
from birlik.base.registry.engine.importing.table import Line, Table
from birlik.base.values.identity import fault_of_iin
from birlik.base.values.local_text import LocalText

DAY = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?:\s*(?:г|ж|года|жыл)\.?)?")
SPACED = re.compile(r"[\s\u00a0\u202f-]")
WHOLE = re.compile(r"-?\d+")
PARTING = ("\n", ";", "/", ",")
EMAIL = re.compile(r"[^@\s<>]+@[^@\s<>.]+(?:\.[^@\s<>.]+)+")
WEBSITE = re.compile(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:/\S*)?")
TWELVE = 12
YES = frozenset(map(name_key, ("иә", "да", "yes", "true", "бар", "есть", "иә да")))
NO = frozenset(map(name_key, ("жоқ", "нет", "no", "false", "жоқ нет")))
YES_SIGNS, NO_SIGNS = frozenset("+✓✔1"), frozenset("-–—0")
NEW = frozenset(map(name_key, ("жаңа", "новый", "новая", "новое", "new", "жаңа новый")))
LATIN_COLUMNS = ("name_en", "full_name_latin")
WORDED = ("name_kk", "name_ru", "name_en", "short_kk", "short_ru", "full_name", "full_name_ru")
IN_ONE_SCRIPT = (*WORDED, "full_name_latin")


class Objection(NamedTuple):
    """What is to be said of a row: the column it is about ("" for the row as a whole) and what."""

    column: str
    reason: LocalText


class NotFoundError(LookupError):
    """A name means nothing that is known."""


class EitherError(LookupError):
    """A name may mean more than one."""


class Choices:
    """The codes of a list by code and name, however a name is typed."""

    def __init__(
        self, names: Mapping[str, Iterable[str]], nearer: frozenset[str] = frozenset()
    ) -> None:
        self.codes = frozenset(names)
        self.nearer = nearer
        self.by_key: dict[str, set[str]] = {}
        for code, words in names.items():
            for one in (code, *words):
                if key := name_key(one):
                    self.by_key.setdefault(key, set()).add(code)

    def knows(self, text: str) -> bool:
        """Whether words mean something in the list."""
        return text in self.codes or name_key(text) in self.by_key

    def find(self, text: str) -> str:
        """The code that words mean; of several only one of the `nearer`. Raises `NotFoundError` or
        `EitherError`."""
        if text in self.codes:
            return text
        found = self.by_key.get(name_key(text), set())
        if len(found) > 1:
            found = found & self.nearer or found
        if not found:
            raise NotFoundError(text)
        if len(found) > 1:
            raise EitherError(text)
        return next(iter(found))


@dataclass(slots=True)
class Said:
    """What a row says: its cells as they stand, the values that were understood, what could not be,
    and what was put right.

    `entry` is the number of the entry that it means, `is_other` that it says to be another one.
    """

    number: int
    cells: Mapping[str, Value]
    values: dict[str, Any] = field(default_factory=dict)
    objections: list[Objection] = field(default_factory=list)
    mended: list[Objection] = field(default_factory=list)
    entry: int | None = None
    is_other: bool = False

    def object_to(
        self, column: str, reason: LocalText, words: object = "", *, row: int = 0
    ) -> None:
        """Note why the row cannot be taken."""
        self.objections.append(Objection(column, told(reason, words, row=row)))


class Reader:
    """Reads rows of some columns with the lists that their codes stand in."""

    def __init__(self, columns: Sequence[Column], lists: Mapping[str, Choices]) -> None:
        self.columns = {one.name: one for one in columns}
        self.lists = lists
        self.readers: Mapping[str, Callable[[Said, Column, Value], object]] = {
            "text": self.text,
            "day": self.day,
            "number": self.whole,
            "flag": self.flag,
            "code": self.code,
            "codes": self.codes,
            "territory": self.territory,
            "body": self.text,
            "iin": self.iin,
            "bin": self.twelve,
            "email": self.email,
            "website": self.website,
        }

    def rows(self, table: Table) -> Iterable[Said]:
        """What each row of a table says, one after another."""
        for line in table.lines:
            yield self.read(line)

    def read(self, line: Line) -> Said:
        """What a row says."""
        said = Said(line.number, line.cells)
        for name, cells in line.merged.items():
            said.object_to(name, refusal.MERGED, cells)
        for name, value in line.cells.items():
            if name not in line.merged:
                self.cell(said, self.columns[name], value)
        return said

    def cell(self, said: Said, column: Column, value: Value) -> None:
        """Read one cell."""
        if isinstance(value, Formula):
            said.object_to(column.name, refusal.FORMULA)
        elif isinstance(value, Fault):
            said.object_to(column.name, refusal.FAULT, value.code)
        elif column.name == "number":
            self.entry(said, value)
        else:
            found = self.readers[column.type](said, column, value)
            if found is not None:
                said.values[column.name] = found

    def entry(self, said: Said, value: Value) -> None:
        """Which entry the row means: its number, or that it is another one."""
        text = worded(value).strip(" №#")
        if text.isdecimal() and len(text) < TWELVE:
            said.entry = int(text)
        elif name_key(text) in NEW:
            said.is_other = True
        else:
            said.object_to("number", refusal.NO_SUCH_ENTRY, text)

    def text(self, said: Said, column: Column, value: Value) -> str | None:
        """Words, in one alphabet where they are a name."""
        text = " ".join(worded(value).split())
        if len(text) > column.longest:
            said.object_to(column.name, refusal.TOO_LONG, column.longest)
            return None
        if column.name not in IN_ONE_SCRIPT:
            return text
        script: Script = "latin" if column.name in LATIN_COLUMNS else "cyrillic"
        try:
            mended = in_one_script(text, script=script)
        except MixedScriptsError as error:
            said.object_to(column.name, refusal.MIXED, error.word)
            return None
        if mended != text:
            said.mended.append(Objection(column.name, told(refusal.MENDED, mended)))
        return mended

    def email(self, said: Said, column: Column, value: Value) -> str | None:
        """An address of mail."""
        text = self.text(said, column, value)
        if text and not EMAIL.fullmatch(text):
            said.object_to(column.name, refusal.NOT_EMAIL, text)
            return None
        return text

    def website(self, said: Said, column: Column, value: Value) -> str | None:
        """An address of a website; one without its beginning gets the secure one."""
        text = self.text(said, column, value)
        if text and not WEBSITE.fullmatch(text):
            said.object_to(column.name, refusal.NOT_WEBSITE, text)
            return None
        return text if not text or "://" in text else f"https://{text}"

    def day(self, said: Said, column: Column, value: Value) -> date | None:
        """A day; a number in its place is none, for nobody can tell what it counts."""
        found = said_day(value)
        if found is None:
            said.object_to(column.name, refusal.NO_DAY, worded(value))
        return found

    def whole(self, said: Said, column: Column, value: Value) -> int | None:
        """A whole number, also where it stands as text."""
        text = SPACED.sub("", worded(value)) if isinstance(value, str) else worded(value)
        if not WHOLE.fullmatch(text):
            said.object_to(column.name, refusal.NO_NUMBER, worded(value))
            return None
        return int(text)

    def flag(self, said: Said, column: Column, value: Value) -> bool | None:
        """Yes or no."""
        found = value if isinstance(value, bool) else answer_of(worded(value))
        if found is None:
            said.object_to(column.name, refusal.NO_FLAG, worded(value))
        return found

    def code(self, said: Said, column: Column, value: Value) -> str | None:
        """A code of a list, by code or name."""
        return self.found(said, column, column.choice, worded(value).strip())

    def codes(self, said: Said, column: Column, value: Value) -> tuple[str, ...] | None:
        """Several codes of a list; None where one of them is not in it."""
        words = list(self.parts(column.choice, worded(value).strip(), PARTING))
        found = [self.found(said, column, column.choice, one) for one in words]
        known = [one for one in found if one is not None]
        return tuple(dict.fromkeys(known)) if len(known) == len(found) else None

    def parts(self, choice: str, text: str, signs: Sequence[str]) -> Iterator[str]:
        """The names that a text is made of: itself where it is one, for a name may hold the very
        sign by which others are parted."""
        if not text:
            return
        if not signs or self.lists[choice].knows(text):
            yield text
            return
        for part in text.split(signs[0]):
            yield from self.parts(choice, part.strip(), signs[1:])

    def territory(self, said: Said, column: Column, value: Value) -> str | None:
        """The code of a place, by code or name."""
        return self.found(said, column, "territory", worded(value).strip())

    def found(self, said: Said, column: Column, choice: str, words: str) -> str | None:
        """The code that words mean in a list; None, with an objection, where they mean none or
        more than one."""
        try:
            return self.lists[choice].find(words)
        except NotFoundError:
            said.object_to(column.name, refusal.UNKNOWN, words)
        except EitherError:
            said.object_to(column.name, refusal.EITHER, words)
        return None

    def twelve(self, said: Said, column: Column, value: Value) -> str | None:
        """A number of twelve digits, which a sheet may have robbed of its first noughts: then it
        is asked for anew, for nobody can tell how many there were."""
        text = SPACED.sub("", worded(value))
        if text.isdecimal() and len(text) < TWELVE:
            said.object_to(column.name, refusal.LOST_ZEROS, len(text))
            return None
        return text

    def iin(self, said: Said, column: Column, value: Value) -> str | None:
        """A person's number."""
        text = self.twelve(said, column, value)
        fault = fault_of_iin(text) if text is not None else None
        if fault:
            said.object_to(column.name, fault)
            return None
        return text


def worded(value: Value) -> str:
    """What a cell says, in words; whole numbers without a fraction."""
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, datetime):
        return f"{value:%d.%m.%Y %H:%M}"
    if isinstance(value, date):
        return f"{value:%d.%m.%Y}"
    if isinstance(value, Formula):
        return value.text
    return value.code if isinstance(value, Fault) else "" if value is None else str(value)


def said_day(value: Value) -> date | None:
    """The day that a cell names in full; None where it names none."""
    if isinstance(value, date):
        return value.date() if isinstance(value, datetime) else value
    text = worded(value).strip()
    found = DAY.fullmatch(text)
    try:
        if found is None:
            return date.fromisoformat(text) if "-" in text else None
        day, month, year = (int(part) for part in found.groups())
        return date(year, month, day)
    except ValueError:
        return None


def answer_of(text: str) -> bool | None:
    """The answer that words or a sign give; None for neither."""
    bare = text.strip()
    if bare in YES_SIGNS or name_key(bare) in YES:
        return True
    return False if bare in NO_SIGNS or name_key(bare) in NO else None


def day_after(last: date) -> date:
    """The first day on which something no longer holds, from the last on which it does."""
    return last + timedelta(days=1)
