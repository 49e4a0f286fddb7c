"""A region's measures from a national plan that was not written here."""

from datetime import date

import pytest

from birlik.base.obligations.models import Duty, Party
from birlik.base.records.engine.draft_record import to_record
from birlik.base.records.models import Act, Provision, Wording
from birlik.base.values.deadline import read_deadline
from birlik.domains.drafting.queries import adopted, deriving
from tests.domains.drafting.world import AT, World, world

pytestmark = pytest.mark.django_db
ON = date(2026, 2, 2)


def plan(found: World, *, deadline: str, direction: bool = True) -> Act:
    """A plan in Kazakh whose first measure names the group of akimats, the second a ministry."""
    act = Act.objects.create(
        kind="resolution", number="77", title_kk="Жоспар", title_ru="План", adopted_on=ON,
        in_force_from=ON, first_year=2026, last_year=2030, confirmed_at=AT, controlled_from=ON,
    )  # fmt: skip
    if direction:
        named(act, "direction", "3", "Ақпарат")
    for number in ("1", "2"):
        duty = Duty.objects.create(
            provision=named(act, "measure", number, f"Іс {number}"),
            direction="3",
            form_words="хаттама",
            deadline_words=deadline,
            schedule=to_record(read_deadline(deadline, "kk").schedule),
        )
        who = {"group": "akimats"} if number == "1" else {"structure": found.foreign}
        Party.objects.create(duty=duty, position=0, words="х", role="lead", **who)
    return act


def named(act: Act, kind: str, number: str, title: str) -> Provision:
    """A point of the plan with its Kazakh words."""
    point = Provision.objects.create(
        act=act, kind=kind, path=f"{kind}/{number}", number=number,
        position=act.provisions.count(),
    )  # fmt: skip
    Wording.objects.create(provision=point, language="kk", title=title, valid_from=ON)
    return point


def test_the_plans_own_directions_serve() -> None:
    """Without a draft and without tasks in its text, the directions of the plan's table serve; a
    plan without those is one direction by its own title."""
    made = world()
    act = plan(made, deadline="жыл сайын")
    assert [(one.number, one.title.kk) for one in deriving.tasks_to_derive(act)] == [
        ("3", "Ақпарат")
    ]
    Provision.objects.filter(act=act, kind="direction").update(kind="section")
    assert [(one.number, one.title.ru) for one in deriving.tasks_to_derive(act)] == [("1", "План")]


@pytest.mark.parametrize(
    ("words", "kk", "ru"),
    [
        (
            "жыл сайын",
            "жыл сайын, 16 желтоқсаннан кешіктірмей",
            "ежегодно, не позднее 16 декабря",
        ),
        ("екі жылда бір рет қарай", "екі жылда бір рет қарай", ""),
    ],
)
def test_the_region_takes_what_its_akimat_executes(words: str, kk: str, ru: str) -> None:
    """Of the two measures the region takes the one of the akimats, with its own akimat's name and a
    term fifteen days earlier; words that nobody could read stay as they are."""
    made = world()
    act = plan(made, deadline=words)
    tasks = deriving.tasks_to_derive(act)
    (one,) = deriving.measures_to_derive(act, made.regions[1], tasks, on=ON)
    assert (one.number, one.direction, one.form.kk, one.tasks) == ("1", "3", "хаттама", ())
    assert one.executors.kk == "Абай әкімдігі"
    assert (one.deadline.kk, one.deadline.ru) == (kk, ru)


def test_only_free_acts_are_offered() -> None:
    """An act with measures is offered to be tied, one without is not; an unknown one is none."""
    made = world()
    act = plan(made, deadline="жыл сайын")
    assert list(adopted.acts_to_tie(made.draft)) == [act]
    assert adopted.act_to_tie(made.draft, act.pk) == act
    assert adopted.act_to_tie(made.draft, 777) is None
    assert [one.pk for one in deriving.plans_to_derive(on=ON)] == [act.pk]
    assert deriving.regions_to_draft(made.secretary) == [made.regions[0]]
