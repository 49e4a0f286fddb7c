"""The extract that a person asks for of everything that is kept about them."""

from datetime import date, datetime

from birlik.base.journal.action import action, note
from birlik.base.registry.engine.personal import ExtractLine
from birlik.base.registry.models import Person
from birlik.base.registry.queries.personal_whole import extract_of
from birlik.base.registry.refusals.personal import DAY_TO_COME
from birlik.base.registry.rules.people import may_see_restricted
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError


@action(
    "person.extract_drawn",
    may=may_see_restricted,
    label=LocalText(
        "Адамның өз деректерінің үзіндісі жасалды",
        "Составлена выписка данных о лице",
        "Extract of a person’s data drawn",
    ),
)
def draw_extract(
    _by: Actor, person: Person, /, *, at: datetime, asked_on: date
) -> list[ExtractLine]:
    """Everything that is kept about a person, whose request is of the day `asked_on`.

    Raises `RefusedError` for a request of a day to come. The journal keeps that the extract was
    made, and how long it is.
    """
    if asked_on > day_of(at):
        raise RefusedError(DAY_TO_COME)
    lines = extract_of(person, on=day_of(at))
    note(lines=len(lines))
    return lines
