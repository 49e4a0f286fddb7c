"""What falls due later is made as the world changes; expectations are worked out by hand."""

from datetime import UTC, date, datetime

import pytest

from birlik.base.journal.models import Entry
from birlik.base.obligations import tasks
from birlik.base.obligations.actions import end_act, generate_ahead
from birlik.base.obligations.actions.generate_ahead import basis_of, is_generated
from birlik.base.obligations.models import Obligation
from birlik.base.obligations.queries import wrong_obligations
from birlik.base.obligations.tasks import generate_all
from birlik.base.records.models import Act
from birlik.base.registry.models import Structure
from birlik.base.values.refused import RefusedError
from birlik.base.values.schedule import Schedule
from tests.base.obligations.drafts import (
    AKIMATS,
    MINISTRY,
    STRANGER,
    SYSTEM,
    YEARLY,
    adopted,
    body,
    draft,
    measure,
)

pytestmark = pytest.mark.django_db
NIGHT = datetime(2024, 5, 10, 22, tzinfo=UTC)
"""11 May 2024 in Kazakhstan."""


def rows(debtor: str) -> list[tuple[str, str, int | None]]:
    """Period, role and the lead's debtor of all that a structure owes, by due date."""
    found = Obligation.objects.filter(debtor__name_kk=debtor).order_by("due_on", "pk")
    return list(found.values_list("period", "role", "lead__debtor"))


def everything() -> list[dict[str, object]]:
    """All obligations with all their fields."""
    return list(Obligation.objects.order_by("pk").values())


def test_a_new_akimat_owes_what_falls_due_later(ministry: Structure) -> None:
    """An akimat founded on 1 May 2024 contributes to the years 2024 to 2026 of a plan adopted
    before, each under the lead's obligation of that year; what was there stays as it was."""
    adopted(draft(measure("1", YEARLY, MINISTRY, AKIMATS)))
    before = everything()
    body("akimat", "Ұлытау", founded_on=date(2024, 5, 1))
    assert generate_all(at=NIGHT) == 3
    heir = Structure.objects.get(short_kk="МҰР")
    assert rows("Ұлытау") == [(str(year), "contributor", heir.pk) for year in (2024, 2025, 2026)]
    assert everything()[: len(before)] == before
    assert list(wrong_obligations()) == []


def test_an_akimat_alone_owes_by_itself(ministry: Structure) -> None:
    """Where only a group is named, its new member owes for itself, with no lead above it."""
    adopted(draft(measure("1", YEARLY, AKIMATS)))
    body("akimat", "Ұлытау", founded_on=date(2026, 1, 1))
    assert generate_all(at=NIGHT) == 1
    assert rows("Ұлытау") == [("2026", "lead", None)]


def test_a_settled_lead_gets_no_new_contribution(ministry: Structure) -> None:
    """Nobody is asked to contribute to what was accepted already."""
    adopted(draft(measure("1", YEARLY, MINISTRY, AKIMATS)))
    body("akimat", "Ұлытау", founded_on=date(2024, 5, 1))
    Obligation.objects.filter(role="lead", period="2025").update(outcome="accepted")
    assert generate_all(at=NIGHT) == 2
    assert [period for period, _role, _lead in rows("Ұлытау")] == ["2024", "2026"]


def test_a_successor_does_not_owe_twice(ministry: Structure) -> None:
    """What a body owes that was abolished after the adoption passes to its successor as it is: no
    second obligation is made for the successor."""
    adopted(draft(measure("1", YEARLY, AKIMATS)))
    gone = Structure.objects.get(name_kk="Абай")
    heir = body("akimat", "Үлкен Абай", founded_on=date(2025, 3, 1))
    Structure.objects.filter(pk=gone.pk).update(closed_on=date(2025, 3, 1), successor=heir)
    assert generate_all(at=NIGHT) == 0
    assert rows("Үлкен Абай") == []


def test_an_act_without_an_end_is_reckoned_a_year_ahead(ministry: Structure) -> None:
    """On 11 May 2027 an act that names no last year, reckoned to 2026 before, gets 2027 and 2028;
    what it demands once stays in the year in which it was."""
    act = adopted(draft(measure("1", YEARLY, MINISTRY), measure("2", Schedule("once"), MINISTRY)))
    Act.objects.update(open_ended=True)
    at = NIGHT.replace(year=2027)
    assert generate_all(at=at) == 2
    act.refresh_from_db()
    assert act.last_year == 2028
    made = Obligation.objects.filter(nominal_on__gt=date(2026, 12, 31))
    assert list(made.values_list("duty__provision__number", "due_on")) == [
        ("1", date(2027, 12, 31)),
        ("1", date(2028, 12, 31)),
    ]


def test_nothing_is_made_twice_and_nothing_changed_is_passed_over(ministry: Structure) -> None:
    """The first night reckons an act and makes nothing; the next does not even look; a new body
    makes it look again."""
    act = adopted(draft(measure("1", YEARLY, MINISTRY, AKIMATS)))
    assert generate_all(at=NIGHT) == 0
    entries = Entry.objects.count()
    assert generate_all(at=NIGHT) == 0
    assert Entry.objects.count() == entries
    body("akimat", "Ұлытау", founded_on=date(2026, 5, 1))
    assert not is_generated(act, basis_of(act, on=date(2024, 5, 11)))
    assert generate_all(at=NIGHT) == 1
    assert generate_ahead(SYSTEM, act, at=NIGHT, basis="again") == 0


def test_acts_not_in_force_are_left_alone(ministry: Structure) -> None:
    """Under an act repealed before the day nothing new is owed."""
    act = adopted(draft(measure("1", YEARLY, MINISTRY, AKIMATS)))
    end_act(SYSTEM, act, at=NIGHT, repealed_on=date(2024, 1, 10))
    body("akimat", "Ұлытау", founded_on=date(2024, 5, 1))
    assert generate_all(at=NIGHT) == 0
    assert rows("Ұлытау") == []


def test_what_a_known_repeal_cuts_is_not_made(ministry: Structure) -> None:
    """Of an act that will be repealed on 1 June 2025 a new member owes the year 2024 only."""
    act = adopted(draft(measure("1", YEARLY, AKIMATS)))
    end_act(SYSTEM, act, at=NIGHT, repealed_on=date(2025, 6, 1))
    body("akimat", "Ұлытау", founded_on=date(2024, 5, 1))
    assert generate_all(at=NIGHT) == 1
    assert [period for period, _role, _lead in rows("Ұлытау")] == ["2024"]


def test_one_broken_act_does_not_stop_the_others(
    ministry: Structure, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When an act cannot be reckoned the others are, and the failure is told afterwards."""
    broken = adopted(draft(measure("1", YEARLY, AKIMATS)))
    adopted(draft(measure("1", YEARLY, AKIMATS), number="2"))
    body("akimat", "Ұлытау", founded_on=date(2026, 5, 1))
    real = tasks.generate_ahead

    def fails_once(by: object, act: Act, **given: object) -> int:
        if act == broken:
            raise ValueError("broken")
        return real(by, act, **given)

    monkeypatch.setattr(tasks, "generate_ahead", fails_once)
    with pytest.raises(RuntimeError, match="1 acts"):
        generate_all(at=NIGHT)
    assert rows("Ұлытау") == [("2026", "lead", None)]


def test_only_who_imports_acts_generates(ministry: Structure) -> None:
    """Somebody without the power is refused, and nothing is made."""
    act = adopted(draft(measure("1", YEARLY, MINISTRY)))
    with pytest.raises(RefusedError):
        generate_ahead(STRANGER, act, at=NIGHT, basis="x")
