"""What a person mends in a reading."""

from dataclasses import replace
from datetime import date

import pytest

from birlik.base.records.engine.amendment import (
    HeadWords,
    MeasureWords,
    UnknownMeasureError,
    amended,
    confirmed,
    doubtful_count,
    doubtful_fields,
    head_version,
    measure_of,
    version_of,
    with_head,
)
from birlik.base.records.engine.draft import (
    MEASURE_FIELDS,
    ActDraft,
    ExecutorDraft,
    MeasureDraft,
)
from birlik.base.values.schedule import Schedule

LEAD = ExecutorDraft("АҚДМ")
ROW = MeasureDraft(
    number="4.2",
    parent="4",
    direction="1.2",
    title="Отырыстар",
    completion_form="хаттама",
    deadline="жыл сайын",
    executors=(LEAD,),
    schedule=Schedule("year"),
    certain={**dict.fromkeys(MEASURE_FIELDS, True), "deadline": False, "executors": False},
    start=0,
    end=9,
    inherited={"deadline": "parent", "executors": "above"},
)
OTHER = replace(ROW, number="4.3")
DRAFT = ActDraft("decree", "1014", date(2022, 9, 15), "Президент", "kk", measures=(ROW, OTHER))


def words(**changes: object) -> MeasureWords:
    """The row's own words, but for the changes."""
    plain = MeasureWords(
        "Отырыстар", "хаттама", "жыл сайын", (LEAD,), Schedule("year"), schedule_certain=True
    )
    return replace(plain, **changes)


def test_changed_cell_is_vouched_for() -> None:
    """A cell that a person changed is certain and no longer inherited; the others keep doubt."""
    executors = (LEAD, ExecutorDraft("СІМ", by_agreement=True))
    row = measure_of(amended(DRAFT, "4.2", words(executors=executors)), "4.2")
    assert row.executors == executors
    assert doubtful_fields(row) == ("deadline",)
    assert row.inherited == {"deadline": "parent"}


def test_schedule_follows_the_deadline() -> None:
    """A changed deadline brings its schedule along, as certain as it was understood."""
    changed = words(deadline="екі жылда бір рет", schedule=None, schedule_certain=False)
    row = measure_of(amended(DRAFT, "4.2", changed), "4.2")
    assert row.schedule is None
    assert doubtful_fields(row) == ("executors", "schedule")


def test_schedule_stays_where_the_deadline_does() -> None:
    """A schedule is not read anew while its deadline stands as it was."""
    row = measure_of(amended(DRAFT, "4.2", words(title="Жаңа", schedule=None)), "4.2")
    assert row.schedule == Schedule("year")


def test_other_rows_stay() -> None:
    """Mending one row leaves the others as they are."""
    assert measure_of(amended(DRAFT, "4.2", words(title="Жаңа")), "4.3") == OTHER


def test_right_row_has_no_doubt() -> None:
    """A row that a person found right has every cell certain, and says what it said."""
    draft = confirmed(DRAFT, "4.2")
    row = measure_of(draft, "4.2")
    assert doubtful_fields(row) == ()
    assert replace(row, certain=ROW.certain) == ROW
    assert doubtful_count(DRAFT) == 4
    assert doubtful_count(draft) == 2


def test_version_changes_with_the_row() -> None:
    """The version of a row is the same for the same content and another after any change."""
    assert version_of(ROW) == version_of(replace(ROW))
    assert version_of(ROW) != version_of(replace(ROW, title="Жаңа"))
    assert version_of(ROW) != version_of(measure_of(confirmed(DRAFT, "4.2"), "4.2"))


def test_unknown_row_is_told() -> None:
    """There is no row of a number that the plan does not have."""
    with pytest.raises(UnknownMeasureError):
        amended(DRAFT, "9.9", words())


def test_head_is_vouched_for_as_entered() -> None:
    """The head that a person entered is certain, and its version is another."""
    head = HeadWords("order", "7", date(2024, 1, 2), "Министр", "Бұйрық")
    draft = with_head(DRAFT, head)
    assert (draft.kind, draft.number, draft.adopted_on) == ("order", "7", date(2024, 1, 2))
    assert all(draft.certain[name] for name in ("kind", "number", "adopted_on", "issuer", "title"))
    assert head_version(draft) != head_version(DRAFT)
    assert draft.measures == DRAFT.measures
