"""Who is told of what in accreditation."""

from datetime import timedelta

import pytest

from birlik.base.journal.delivery import deliver_facts
from birlik.base.registry.models import Account, Notice
from birlik.base.values.clock import FixedClock, SystemClock
from birlik.domains.accreditation.actions import (
    answer_appeal,
    answer_withdrawal,
    appeal,
    appeal_withdrawal,
    complete_application,
    decide,
    return_application,
    settle_certificate,
    submit_application,
)
from birlik.domains.accreditation.models import Certificate
from birlik.domains.accreditation.tasks.notices import remind_of_ends
from birlik.wiring.subscriptions import connect
from tests.domains.accreditation.world import (
    AT,
    REASON,
    TODAY,
    WHY,
    Accrediting,
    accrediting,
    protocol_point,
)

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(days=5)


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> Accrediting:
    """Associations, commissions and a round; the clock stands a few days later."""
    monkeypatch.setattr(SystemClock, "now", lambda _self: FixedClock(LATER).now())
    connect()
    return accrediting()


def told(words: str) -> set[int]:
    """The accounts that were told something, by number."""
    deliver_facts(at=LATER)
    return set(Notice.objects.filter(name_ru__contains=words).values_list("account", flat=True))


def test_each_step_is_told_to_whom_it_concerns(found: Accrediting) -> None:
    """The head of the opening and the outcome, the secretary of what came, the commission of what
    it hears, the republic of appeals; nobody of what they did themselves."""
    head, secretary = found.head_account.pk, found.secretary_account.pk
    coordinator = found.coordinator_account.pk
    assert head in told("Открыт прием")
    made = found.drafted()
    submit_application(found.head, made, at=AT)
    assert told("Поступило заявление") == {secretary}
    return_application(found.secretary, made, at=AT, missing=["plan"], reason=WHY)
    assert told("возвращено") == {head}
    appeal(found.head, made, at=AT, reason=WHY)
    assert told("Поступила жалоба") == {coordinator}
    answer_appeal(found.coordinator, made, at=AT, upheld=True, reason=WHY)
    members = set(
        Account.objects.filter(person__appointments__office__structure=found.commission)
        .exclude(pk=head)
        .values_list("pk", flat=True)
    )
    assert told("Жалоба удовлетворена") == {head, secretary, *members}


def test_certificates_are_told_of_and_reminded(found: Accrediting) -> None:
    """A suspension and a withdrawal reach the association; before the end the association and the
    secretary are reminded, once for each step of the norm."""
    head, secretary = found.head_account.pk, found.secretary_account.pk
    made = found.voted("for", "for", "for")
    decide(found.secretary, made, at=AT, provision=protocol_point(), reason=REASON)
    assert head in told("Объединение аккредитовано")
    one = Certificate.objects.get()
    on = TODAY + timedelta(days=1)
    settle_certificate(
        found.secretary,
        one,
        at=LATER,
        kind="withdrawn",
        provision=protocol_point("2", on),
        reason=REASON,
    )
    assert head in told("Аккредитация отозвана")
    appeal_withdrawal(found.head, one, at=LATER, reason=WHY)
    answer_withdrawal(found.coordinator, one, at=LATER, upheld=True, reason=WHY)
    assert {head, secretary} <= told("Жалоба удовлетворена")
    settle_certificate(
        found.secretary,
        one,
        at=LATER,
        kind="restored",
        provision=protocol_point("3", LATER.date()),
        reason=REASON,
    )
    near = AT.replace(year=2029, month=11, day=1)
    assert remind_of_ends(at=near) == 2
    assert remind_of_ends(at=near) == 0
    assert told("Заканчивается срок") == {head, secretary}
    complete = found.drafted(found.republican)
    submit_application(found.head.system(), complete, at=AT)
    assert found.coordinator_account.pk in told("Республиканское")
    complete_application(found.coordinator, complete, at=AT)


def test_what_is_old_is_not_told(found: Accrediting, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of what happened more than 30 days ago nobody is given a notice."""
    made = found.drafted()
    submit_application(found.head, made, at=AT)
    far = AT + timedelta(days=60)
    monkeypatch.setattr(SystemClock, "now", lambda _self: FixedClock(far).now())
    assert told("") == set()
