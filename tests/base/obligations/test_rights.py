"""Who reaches which obligation: roles × obligations as tables, for seeing and for every verb."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import product

import pytest

from birlik.base.charter.actions import load_charter
from birlik.base.charter.queries import rights_of
from birlik.base.journal.action import Rule
from birlik.base.obligations import rules
from birlik.base.obligations.models import Duty, Obligation
from birlik.base.obligations.queries import seen_by
from birlik.base.records.models import Act
from birlik.base.registry.models import Structure, Territory
from birlik.base.registry.queries import grants_in
from birlik.base.values.actor import Actor, Grant
from birlik.wiring import foundations
from tests.base.obligations.reporting_world import ADOPTED_ON, AT, SYSTEM, duty, owe

pytestmark = pytest.mark.django_db
ON = date(2024, 5, 2)


@dataclass(frozen=True, slots=True)
class Rights:
    """A ministry that leads, two akimats, and everybody who might act.

    lead: the ministry owes it. part: the akimat of Abai contributes to it. abai and ulytau: each
    akimat owes its own. The akimat of Abai lies in a district, its secretary in the oblast.
    """

    obligations: dict[str, Obligation]
    actors: dict[str, Actor]


def office(kind: str, account: int, structure: Structure) -> Actor:
    """Somebody in an office of the charter that an installation begins with."""
    return Actor(account, None, kind, grants_in(rights_of(kind, on=ON), structure))


@pytest.fixture
def world() -> Rights:
    """The obligations, and those who act under the real charter."""
    content = foundations.charter_content()
    load_charter(SYSTEM, None, at=AT, content=content)
    oblast = Territory.objects.create(code="100000000", kind="oblast", name_kk="Абай")
    district = Territory.objects.create(code="101000000", kind="district", parent=oblast)
    ulytau = Territory.objects.create(code="620000000", kind="oblast", name_kk="Ұлытау")
    ministry = Structure.objects.create(kind="ministry", name_kk="Министрлік")
    first, second, abai_seat, ulytau_seat = (
        Structure.objects.create(kind="akimat", name_kk=name, territory=place)
        for name, place in (
            ("Аудан", district),
            ("Ұлытау", ulytau),
            ("Абай хатшылығы", oblast),
            ("Ұлытау хатшылығы", ulytau),
        )
    )
    act = Act.objects.create(
        kind="decree", number="7", title_kk="Жоспар", adopted_on=ADOPTED_ON, confirmed_at=AT,
        in_force_from=ADOPTED_ON, first_year=2024, last_year=2025, controlled_from=ADOPTED_ON,
    )  # fmt: skip
    common, alone = duty(act, 1, "information"), duty(act, 2, "information")
    lead = owe(common, ministry, date(2024, 12, 31))
    return Rights(
        obligations={
            "lead": lead,
            "part": owe(common, first, date(2024, 12, 20), role="contributor", lead=lead),
            "abai": owe(alone, first, date(2024, 12, 31)),
            "ulytau": owe(alone, second, date(2024, 12, 31)),
        },
        actors={
            "ministry": office("executor", 1, ministry),
            "akimat": office("executor", 2, first),
            "secretary of Abai": office("secretary", 3, abai_seat),
            "secretary of Ulytau": office("secretary", 4, ulytau_seat),
            "coordinator": office("coordinator", 5, ministry),
            "head": office("head", 6, ministry),
            "researcher": office("researcher", 7, ministry),
            "auditor": office("auditor", 8, ministry),
            "keeper": office("keeper", 9, ministry),
            "without office": Actor(10, None, ""),
            "nobody": Actor(None, None, "anonymous"),
            "system": SYSTEM,
        },
    )


ALL = "lead part abai ulytau"
NONE = ""
ABAI = "part abai"
TABLE = {
    # role: (sees, reports on and asks more time for, reviews, speaks of, decides on, consolidates)
    "ministry": ("lead part", "lead", "part", "lead part", NONE, "lead"),
    "akimat": (ABAI, ABAI, NONE, ABAI, NONE, NONE),
    "secretary of Abai": (ABAI, ABAI, NONE, ABAI, NONE, NONE),
    "secretary of Ulytau": ("ulytau", "ulytau", NONE, "ulytau", NONE, NONE),
    "coordinator": (ALL, NONE, "lead abai ulytau", ALL, ALL, NONE),
    "head": (ALL, NONE, NONE, NONE, NONE, NONE),
    "researcher": (NONE, NONE, NONE, NONE, NONE, NONE),
    "auditor": (NONE, NONE, NONE, NONE, NONE, NONE),
    "keeper": (NONE, NONE, NONE, NONE, NONE, NONE),
    "without office": (NONE, NONE, NONE, NONE, NONE, NONE),
    "nobody": (NONE, NONE, NONE, NONE, NONE, NONE),
    "system": (ALL, ALL, ALL, ALL, ALL, "lead"),
}
SEES, REPORTS, REVIEWS, SPEAKS, DECIDES, CONSOLIDATES = range(6)
WAITS = {"stage": "submitted"}
DONE = {"outcome": "accepted"}
VERBS = [
    (rules.may_see_obligation, SEES, {}),
    (rules.may_report, REPORTS, {}),
    (rules.may_see_draft, REPORTS, {}),
    (rules.may_ask_extension, REPORTS, {}),
    (rules.may_review, REVIEWS, WAITS),
    (rules.may_remark, SPEAKS, {}),
    (rules.may_release, DECIDES, {}),
    (rules.may_take_off, DECIDES, DONE),
    (rules.may_decide_extension, DECIDES, {}),
    (rules.may_consolidate, CONSOLIDATES, {}),
]


@pytest.mark.parametrize(
    ("rule", "column", "state"), VERBS, ids=lambda one: getattr(one, "__name__", "")
)
def test_each_role_does_what_the_table_says(
    world: Rights, rule: Rule, column: int, state: dict[str, str]
) -> None:
    """With the obligations in a state that allows the verb, a role may do it to those that the
    table names and to no other; every refusal says why in three languages."""
    for one in world.obligations.values():
        for field, value in state.items():
            setattr(one, field, value)
        if rule is rules.may_decide_extension:
            one.extensions.create(
                old_due_on=one.due_on, wanted_on=date(2025, 3, 1), reason="x", asked_at=AT
            )
    for role, columns in TABLE.items():
        verdicts = {
            name: rule(world.actors[role], one, AT) for name, one in world.obligations.items()
        }
        allowed = {name for name, verdict in verdicts.items() if verdict}
        assert allowed == set(columns[column].split()), role
        reasons = [verdict.reason for verdict in verdicts.values() if verdict.reason]
        assert all(reason.missing() == () for reason in reasons)


def test_lists_hold_what_may_be_seen_one_by_one(world: Rights) -> None:
    """What a list is narrowed to in the database is what the rule allows for each."""
    named = {one.pk: name for name, one in world.obligations.items()}
    for role, columns in TABLE.items():
        found = Obligation.objects.filter(seen_by(world.actors[role], on=ON))
        assert {named[one.pk] for one in found} == set(columns[SEES].split()), role


def test_acting_in_two_bodies_adds_up() -> None:
    """Several grants of one power reach what any of them reaches."""
    actor = Actor(1, 1, "x", frozenset({Grant("p", 3), Grant("p", territory_code="100000000")}))
    assert actor.reaches("p", structures=(3,))
    assert actor.reaches("p", territories=("101000000", "100000000"))
    assert not actor.reaches("p", structures=(4,), territories=("620000000",))


def crowd(seed: int) -> list[Structure]:
    """Twelve bodies in five territories, of which some have closed and passed on what they owe;
    another arrangement for each seed."""
    top = [Territory.objects.create(code=f"{n}10000000", kind="oblast") for n in (7, 8)]
    low = [
        Territory.objects.create(code=f"71{n}000000", kind="district", parent=top[0])
        for n in (1, 2)
    ]
    village = Territory.objects.create(code="711100000", kind="village", parent=low[0])
    places = [None, *top, *low, village]
    made: list[Structure] = []
    for n in range(12):
        closed = bool(made) and (n * n + seed) % 5 < 2
        made.append(
            Structure.objects.create(
                kind="akimat",
                name_kk=str(n),
                territory=places[(seed + 5 * n + n * n) % len(places)],
                closed_on=date(2024, 1 + (n + seed) % 9, 1) if closed else None,
                successor=made[(seed + 3 * n) % len(made)] if closed else None,
            )
        )
    return made


def grants(bodies: list[Structure]) -> Iterator[Grant]:
    """Every way to reach something, one by one."""
    yield Grant("plans.read")
    for place in Territory.objects.all():
        yield Grant("plans.read", territory_code=place.code)
    for body in bodies:
        yield Grant("plans.read", structure_id=body.pk)


@pytest.mark.parametrize("seed", range(4))
def test_lists_and_rules_agree_in_any_registry(world: Rights, seed: int) -> None:
    """Whatever the territories, closures and successions, on every day a list holds exactly what
    the rule allows one by one."""
    bodies = crowd(seed)
    of = Duty.objects.order_by("pk").last()
    assert of is not None
    leads = [owe(of, body, date(2024, 12, 31)) for body in bodies]
    for n, body in enumerate(bodies):
        lead = leads[(seed + 7 * n) % len(leads)]
        owe(of, body, date(2024, 11, 30), role="contributor", lead=lead, period=f"c{body.pk}")
    every = list(Obligation.objects.all())
    for grant, month in product(grants(bodies), (1, 5, 10)):
        actor, at = Actor(1, 1, "x", frozenset({grant})), AT.replace(month=month)
        listed = set(Obligation.objects.filter(seen_by(actor, on=at.date())))
        allowed = {one for one in every if rules.may_see_obligation(actor, one, at)}
        assert listed == allowed, (grant, at)
