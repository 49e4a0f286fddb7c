"""What a corrected duty does to the obligations that are there."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from birlik.base.obligations.engine.correction import Course, There, Wanted, course_of

KEYS = st.tuples(st.sampled_from(["2024", "2025", "2026"]), st.integers(1, 2), st.integers(1, 3))
DAYS = st.dates(date(2024, 1, 1), date(2026, 12, 31))
CONTENTS = st.tuples(st.integers(0, 2))
SINCE = st.none() | DAYS


@st.composite
def things_there(draw: st.DrawFn) -> list[There]:
    """Obligations with different keys."""
    keys = draw(st.lists(KEYS, unique=True))
    return [
        There(number, key, draw(DAYS), draw(CONTENTS), draw(st.booleans()))
        for number, key in enumerate(keys)
    ]


@st.composite
def things_wanted(draw: st.DrawFn) -> list[Wanted]:
    """Demands with different keys."""
    keys = draw(st.lists(KEYS, unique=True))
    return [Wanted(place, key, draw(DAYS), draw(CONTENTS)) for place, key in enumerate(keys)]


def after(course: Course) -> list[There]:
    """The obligations that stand once the course was taken."""
    made = [
        There(100 + one.place, one.key, one.nominal_on, one.content, False)
        for one in course.created
    ]
    return [*course.untouched, *course.kept, *course.carried, *made]


@given(things_there(), things_wanted(), SINCE)
def test_nothing_settled_or_earlier_is_voided(
    there: list[There], wanted: list[Wanted], since: date | None
) -> None:
    """What was reported on, and what falls due before an amendment, is never void by it."""
    course = course_of(there, wanted, since=since)
    assert not any(one.settled for one in course.voided)
    assert since is None or all(one.nominal_on >= since for one in course.voided)


@given(things_there(), things_wanted(), SINCE)
def test_every_obligation_has_one_fate(
    there: list[There], wanted: list[Wanted], since: date | None
) -> None:
    """Each obligation is untouched, kept, carried or voided, and none is two of them."""
    course = course_of(there, wanted, since=since)
    fates = [*course.untouched, *course.kept, *course.carried, *course.voided]
    assert sorted(one.number for one in fates) == [one.number for one in there]


@given(things_there(), things_wanted(), SINCE)
def test_no_occurrence_is_owed_twice(
    there: list[There], wanted: list[Wanted], since: date | None
) -> None:
    """After the course no debtor owes an occurrence twice."""
    keys = [one.key for one in after(course_of(there, wanted, since=since))]
    assert len(keys) == len(set(keys))


@given(things_there(), things_wanted(), SINCE)
def test_the_same_terms_twice_change_nothing(
    there: list[There], wanted: list[Wanted], since: date | None
) -> None:
    """Taking the course of the same terms again makes and ends nothing."""
    again = course_of(after(course_of(there, wanted, since=since)), wanted, since=since)
    assert not again.changes


@given(things_there(), things_wanted(), SINCE)
def test_what_is_demanded_stands(
    there: list[There], wanted: list[Wanted], since: date | None
) -> None:
    """Every occurrence that the new terms demand from their day on stands for its debtor."""
    keys = {one.key for one in after(course_of(there, wanted, since=since))}
    assert {one.key for one in wanted if since is None or one.nominal_on >= since} <= keys


def test_amended_year_by_hand() -> None:
    """Of four yearly reports, amended from 2025 to fall due in June: 2023 is untouched, 2024 fell
    earlier, 2025 was reported and stays, 2026 is void and made anew in June, and moves there."""
    there = [
        There(1, ("2023", 1, 7), date(2023, 12, 31), ("Dec",), True),
        There(2, ("2024", 1, 7), date(2024, 12, 31), ("Dec",), False),
        There(3, ("2025", 1, 7), date(2025, 12, 31), ("Dec",), True),
        There(4, ("2026", 1, 7), date(2026, 12, 31), ("Dec",), False),
    ]
    wanted = [
        Wanted(year, (str(year), 1, 7), date(year, 6, 30), ("June",)) for year in range(2023, 2027)
    ]
    course = course_of(there, wanted, since=date(2025, 1, 1))
    assert [one.number for one in course.untouched] == [1, 2]
    assert [one.number for one in course.kept] == [3]
    assert [one.number for one in course.voided] == [4]
    assert [one.place for one in course.created] == [2026]
    assert course.moved == ((there[3], wanted[3]),)
