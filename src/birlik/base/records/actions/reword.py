"""New words of the points of an act: a misreading put right, or an amendment from its day on."""

import re
from collections.abc import Mapping
from datetime import date, datetime

from birlik.base.journal.action import action, note
from birlik.base.records.models import Act, Provision, Wording
from birlik.base.records.rules import may_register_act
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LANGUAGES, LocalText

ENDED = None
"""In place of words: the point ends."""

NUMBERS = re.compile(r"\d+|\D+")


@action(
    "act.reworded",
    may=may_register_act,
    label=LocalText(
        "Актінің тармақтары жаңа сөздермен берілді",
        "Пункты акта изложены в новой редакции",
        "Points of an act worded anew",
    ),
    digested=("words",),
)
def reword_act(
    _by: Actor,
    act: Act,
    /,
    *,
    at: datetime,
    words: Mapping[str, LocalText | None],
    since: Mapping[str, date | None],
    retroactive: bool,
) -> dict[str, Provision]:
    """Give measures of an act new titles in the languages that are given, or end them; measures
    that the act does not have are added in their place. Returns the measures by number.

    `words` and `since` are by number; None of `since` is the beginning of the act. A misreading is
    `retroactive`: the words that stand are replaced from their own beginning; an amendment ends
    them on its day and begins the new ones.
    """
    found = {one.number: one for one in act.provisions.filter(kind=Provision.Kind.MEASURE)}
    for number in sorted(set(words) - set(found), key=natural):
        found[number] = add_measure(act, number)
    for number, titles in words.items():
        day = since.get(number) or act.in_force_from
        if titles is ENDED:
            end_wordings(found[number], day, retroactive=retroactive)
        else:
            reword(found[number], titles, day, retroactive=retroactive)
    note(act=act, points=len(words))
    return found


def natural(number: str) -> list[tuple[int, int, str]]:
    """A number of a point so that 2 stands before 10, and 2.1 after 2."""
    return [
        (0, int(part), "") if part.isdecimal() else (1, 0, part) for part in NUMBERS.findall(number)
    ]


def add_measure(act: Act, number: str) -> Provision:
    """A measure in its place among the others by number, under the point it is a part of."""
    rows = list(act.provisions.order_by("position"))
    measures = [one for one in rows if one.kind == Provision.Kind.MEASURE]
    before = [one for one in measures if natural(one.number) < natural(number)]
    place = rows.index(before[-1]) + 1 if before else len(rows)
    parent = number.rpartition(".")[0]
    made = Provision.objects.create(
        act=act,
        kind=Provision.Kind.MEASURE,
        path=f"measure/{number}",
        number=number,
        parent=next((one for one in measures if parent and one.number == parent), None),
        position=0,
    )
    rows.insert(place, made)
    for position, one in enumerate(rows):
        one.position = position
    Provision.objects.bulk_update(rows, ["position"])
    return made


def reword(point: Provision, titles: LocalText, day: date, *, retroactive: bool) -> None:
    """Put new titles in the place of those that stand, in the languages that are given.

    A misreading keeps its place in the source, where the words were misread; the words of an
    amendment stand in no source of this act.
    """
    for code in LANGUAGES:
        title: str = getattr(titles, code)
        if not title:
            continue
        last = point.wordings.filter(language=code).order_by("valid_from").last()
        if last and (retroactive or last.valid_from >= day):
            last.title, last.valid_until = title, None
            last.save(update_fields=["title", "valid_until"])
            continue
        if last and last.valid_until is None:
            last.valid_until = day
            last.save(update_fields=["valid_until"])
        Wording.objects.create(provision=point, language=code, title=title, valid_from=day)


def end_wordings(point: Provision, day: date, *, retroactive: bool) -> None:
    """End the words that stand: on the day, or, where they were misread, where they begin."""
    for one in point.wordings.filter(valid_until=None):
        one.valid_until = one.valid_from if retroactive else max(day, one.valid_from)
        one.save(update_fields=["valid_until"])
