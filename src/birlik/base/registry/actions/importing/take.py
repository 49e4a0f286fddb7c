"""Taking settled rows into the register, thousands at once."""

from collections.abc import Sequence
from datetime import datetime

from birlik.base.journal.action import action, note
from birlik.base.registry.actions.importing.bodies import Bodies
from birlik.base.registry.actions.importing.people import People
from birlik.base.registry.actions.importing.seats import Seats
from birlik.base.registry.actions.wording import note_words
from birlik.base.registry.engine.importing.lines import BodyLine, PersonLine, Taken
from birlik.base.registry.queries.importing import all_places
from birlik.base.registry.rules.importing import may_take_rows
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText


@action(
    "rows.taken",
    may=may_take_rows,
    label=LocalText(
        "Жазбалар тізілімге алынды",
        "Записи приняты в реестр",
        "Rows taken into the register",
    ),
    withheld=("structures", "people"),
)
def take_rows(
    by: Actor,
    _subject: None,
    /,
    *,
    at: datetime,
    structures: Sequence[BodyLine] = (),
    people: Sequence[PersonLine] = (),
    source: str = "",
) -> Taken:
    """Enter and correct bodies and people at once: all of the rows, or none.

    A new body gets the offices that the charter gives its kind; an office that a person takes up
    is founded where the body lacks it; the words for the search are kept. Nothing else is needed:
    cards are given as a form gives them, checked before (`faults` of a card, `queries.importing`
    for a file); here it is asked again whether each row is within reach. `source` is the digest of
    the file, or what else the rows come from. One entry of the journal holds it and the counts.

    Raises `RefusedError` for a row beyond reach or with a number that somebody else bears.
    """
    places = all_places()
    bodies = Bodies(by, places, at)
    taken_bodies = bodies.take(structures)
    persons = People(by, places, at)
    taken_people = persons.take(people)
    seats = Seats(by, places, at, taken_bodies)
    offices = seats.found(bodies.entered, people)
    taken = Taken(
        tuple(one.pk for one in taken_bodies),
        tuple(one.pk for one in taken_people),
        offices,
        seats.appoint(people, taken_people),
        seats.enrol(people, taken_people),
    )
    note_words(structures=bodies.renamed, people=persons.renamed)
    note(
        on=day_of(at),
        bodies_entered=len(bodies.entered),
        bodies_corrected=len(taken_bodies) - len(bodies.entered),
        people_entered=len(persons.entered),
        people_corrected=len(taken_people) - len(persons.entered),
        offices=taken.offices,
        appointments=taken.appointments,
        enrolments=taken.enrolments,
    )
    return taken
