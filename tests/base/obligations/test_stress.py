"""Fifty people at once, on the database of the installation: bounded, and it ends by itself."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from django.db import connection

from birlik.base.journal.models import Entry
from birlik.base.journal.queries import first_wrong_entry
from birlik.base.obligations.actions import accept_report, return_report, submit_report
from birlik.base.obligations.models import Obligation, Review, Submission
from birlik.base.obligations.queries import wrong_obligations
from birlik.base.values.refused import RefusedError
from tests.base.obligations.reporting_world import (
    AT,
    Reporting,
    again,
    duty,
    later,
    owe,
    reported,
    reporting,
)

pytestmark = pytest.mark.django_db(transaction=True)
PEOPLE = 50
PATIENCE = 60.0


@pytest.fixture
def world() -> Reporting:
    return reporting()


def at_once(*works: Callable[[], object]) -> Counter[str]:
    """Do all the works at the same instant, each in a thread and connection of its own; count how
    they ended: "done", or "refused"."""
    ready = Barrier(len(works), timeout=PATIENCE)

    def begin(work: Callable[[], object]) -> str:
        try:
            ready.wait()
            work()
        except RefusedError:
            return "refused"
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(len(works)) as pool:
        return Counter(pool.map(begin, works, timeout=PATIENCE))


def test_fifty_who_submit_at_once_lose_nothing(world: Reporting) -> None:
    """Fifty reports at the same instant: fifty submissions, fifty entries, and the chain holds."""
    measure = duty(world.act, 9, "information")
    debtor = world.contribution.debtor
    owed = [
        owe(measure, debtor, date(2024, 12, 1), number=number) for number in range(1, PEOPLE + 1)
    ]
    ends = at_once(*(lambda one=one: reported(world, one) for one in owed))
    assert ends == {"done": PEOPLE}
    assert Submission.objects.filter(obligation__in=owed).count() == PEOPLE
    assert Entry.objects.filter(action="report.submitted").count() == PEOPLE
    assert not Obligation.objects.filter(pk__in=[one.pk for one in owed], stage="").exists()
    assert first_wrong_entry() is None
    assert list(wrong_obligations()) == []


def test_of_fifty_who_submit_the_same_report_one_does(world: Reporting) -> None:
    """Fifty windows submit on one obligation at the same instant: one report, the others are told
    that it is under review."""
    ends = at_once(*[lambda: reported(world, world.agreed)] * PEOPLE)
    assert ends == {"done": 1, "refused": PEOPLE - 1}
    assert Submission.objects.filter(obligation=world.agreed).count() == 1
    assert first_wrong_entry() is None


def test_of_two_who_judge_at_once_one_wins_and_the_other_is_told(world: Reporting) -> None:
    """One coordinator accepts and the other returns the same report at the same instant: it is
    judged once, and the state follows the judgement that came first."""
    one = submit_report(world.contributor, world.agreed, at=AT, text_kk="Орындалды")
    ends = at_once(
        lambda: accept_report(
            world.coordinator, again(world.agreed), at=later(1), submission=one.pk
        ),
        lambda: return_report(
            world.other_coordinator,
            again(world.agreed),
            at=later(1),
            submission=one.pk,
            reason="Толықтырыңыз",
        ),
    )
    assert ends == {"done": 1, "refused": 1}
    review = Review.objects.get(submission=one)
    left = again(world.agreed)
    expected = ("accepted", "") if review.accepted else ("", "returned")
    assert (left.outcome, left.stage) == expected
    assert first_wrong_entry() is None
    assert list(wrong_obligations()) == []
