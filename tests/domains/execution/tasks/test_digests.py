"""The daily digest: to whom it says what, and that it leaves at most once."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from birlik.base.journal.models import Entry
from birlik.base.journal.queries import head
from birlik.base.obligations.actions import ask_extension, submit_report
from birlik.base.obligations.models import Obligation
from birlik.base.registry.actions import see_notices, settle_digest
from birlik.base.registry.models import Account, Appointment, Digest
from birlik.base.registry.queries import actor_in
from birlik.base.values.local_text import LocalText
from birlik.domains.execution.tasks.digests import doubtful, make_all, send, send_all
from birlik.domains.execution.tasks.notices import give
from tests.base.obligations.reporting_world import AT, SYSTEM, later
from tests.domains.execution.offices import Staffed, acting, settle, staffed

pytestmark = pytest.mark.django_db
ADDRESS = "https://birlik.example"
JULY = datetime(2024, 7, 3, 2, tzinfo=UTC)
"""Seven in the morning of 3 July 2024: publications overdue by three days."""


@dataclass
class Post:
    """Mail that answers what the test tells it to, and remembers what it was given."""

    answers: list[object] = field(default_factory=list)
    sent: list[dict[str, object]] = field(default_factory=list)

    def send(self, **letter: object) -> str:
        """Take a letter."""
        self.sent.append(letter)
        answer = self.answers.pop(0) if self.answers else ""
        if isinstance(answer, BaseException):
            raise answer
        return str(answer)


@pytest.fixture
def world() -> Staffed:
    """One of every kind of office."""
    world = staffed()
    settle("executor", world.ministry, name="lead")
    settle("executor", world.akimat, name="contributor", language="ru")
    settle("coordinator", world.committee, language="en")
    settle("head", world.committee, language="ru")
    settle("auditor", world.committee)
    settle("researcher", world.committee)
    return world


def digest_of(name: str) -> str:
    """The text of somebody's only digest."""
    return Digest.objects.get(account__email=f"{name}@birlik.example").text


def test_everybody_who_has_something_to_read_gets_one(world: Staffed) -> None:
    """On 3 July executors, coordinator and head have debts to read of, the auditor the end of the
    journal; the researcher has nothing and gets nothing."""
    assert make_all(at=JULY, address=ADDRESS) == 5
    assert not Digest.objects.filter(account__email="researcher@birlik.example").exists()


def test_who_has_nothing_owed_gets_none(world: Staffed) -> None:
    """When nothing is owed any more only the auditor gets a digest: the end of the journal."""
    Obligation.objects.update(outcome="accepted")
    assert make_all(at=JULY, address=ADDRESS) == 1
    number, digest = head()
    text = digest_of("auditor")
    assert text.startswith("Birlik: 03.07.2024 шолуы\n\nӘрекеттер журналы\n")
    assert text.endswith(f"birlik verify --head {number - 1}:{before_last()}\n")
    assert digest != before_last()


def before_last() -> str:
    """The hash of the entry before the last: what the head was when the digests were made."""
    return Entry.objects.order_by("-number")[1].hash


def test_the_executors_digest_by_hand(world: Staffed) -> None:
    """On 3 July the ministry owes twenty publications since 30 June and minutes by 31 December; the
    text is this, and nothing else."""
    make_all(at=JULY, address=ADDRESS)
    number = world.plan.counted.pk
    text = digest_of("lead")
    assert text.split("\n\nӘрекеттер журналы")[0] == (
        "Birlik: 03.07.2024 шолуы\n\n"
        "Сіздің тапсырмаларыңыз\n"
        "  Мерзімі өткен: 1\n"
        "  Ең ұзақ кешіккендері:\n"
        "  - № 7, 2-тармақ, МИН, мерзімі 30.06.2024 (3 күн өтті)\n"
        f"    https://birlik.example/obligations/{number}/"
    )


def test_what_falls_due_is_counted_by_term(world: Staffed) -> None:
    """On 25 June the publications fall due in five days, on 1 June in twenty-nine: within seven
    days, and within thirty."""
    make_all(at=datetime(2024, 6, 25, 2, tzinfo=UTC), address=ADDRESS)
    assert "  Мерзіміне 7 күн не одан аз қалған: 1\n" in digest_of("lead")
    Digest.objects.all().delete()
    make_all(at=datetime(2024, 6, 1, 2, tzinfo=UTC), address=ADDRESS)
    assert "  Мерзіміне 8–30 күн қалған: 1\n" in digest_of("lead")


def test_the_coordinators_digest(world: Staffed) -> None:
    """A coordinator reads what is late everywhere, what waits for review and which extensions are
    asked for: two overdue, one report of the akimat, one request."""
    akimat = acting(Account.objects.get(email="contributor@birlik.example"))
    submit_report(akimat, world.plan.agreed, at=AT, text_kk="Бітті")
    submit_report(akimat, world.plan.contribution, at=AT, text_kk="Бітті")
    ministry = acting(Account.objects.get(email="lead@birlik.example"))
    ask_extension(ministry, world.plan.counted, at=AT, wanted_on=date(2024, 9, 1), reason="x")
    make_all(at=JULY, address=ADDRESS)
    text = digest_of("coordinator")
    assert "Obligations you watch\n  Overdue: 1\n" in text
    assert "Waiting for you\n  Reports to review: 1\n  Requests to extend the due date: 1\n" in text
    assert "Сіздің шешіміңізді күтеді\n  Қаралатын есептер: 1\n" in digest_of("lead")


def test_ones_own_report_is_not_ones_to_review(world: Staffed) -> None:
    """Somebody who reports for the akimat and leads for the ministry is not told to review the
    contribution that they wrote; a colleague in the ministry is."""
    both = Account.objects.get(email="lead@birlik.example")
    settle("executor", world.ministry, name="colleague")
    settle_second_office(both)
    akimat = Appointment.objects.get(person=both.person, office__structure=world.akimat)
    writer = actor_in(akimat, both, on=date(2024, 5, 2))
    submit_report(writer, world.plan.contribution, at=AT, text_kk="Бітті")
    make_all(at=JULY, address=ADDRESS)
    assert "Қаралатын есептер" not in digest_of("lead")
    assert "Қаралатын есептер: 1\n" in digest_of("colleague")


def test_the_head_watches_without_deciding(world: Staffed) -> None:
    """A head reads how things stand, and of nothing that waits for a decision: on 3 July the
    information of 31 May and the publications of 30 June are overdue, the oldest first."""
    make_all(at=JULY, address=ADDRESS)
    text = digest_of("head")
    assert "Поручения на контроле\n  Просрочено: 2\n" in text
    assert text.index("срок 31.05.2024 (дней просрочки: 33)") < text.index("срок 30.06.2024")
    assert "Ожидают вашего решения" not in text


def test_of_many_overdue_the_worst_ten_are_named(world: Staffed) -> None:
    """Of twelve overdue the count tells all and the list the ten that are longest overdue."""
    for number in range(2, 13):
        Obligation.objects.create(
            act=world.plan.act, duty=world.plan.counted.duty, debtor=world.ministry, role="lead",
            period=f"2024-{number}", period_first=date(2024, 1, 1), period_last=date(2024, 12, 31),
            nominal_on=date(2024, 6, number), due_on=date(2024, 6, number),
        )  # fmt: skip
    make_all(at=JULY, address=ADDRESS)
    text = digest_of("lead")
    assert "Мерзімі өткен: 12\n" in text
    assert text.count("/obligations/") == 10
    assert "11.06.2024" in text
    assert "12.06.2024" not in text


def test_returned_reports_and_unseen_notices_are_told(world: Staffed) -> None:
    """A returned report counts, and what happened and was not seen is listed, newest first."""
    Obligation.objects.filter(pk=world.plan.counted.pk).update(stage="returned")
    lead = Account.objects.get(email="lead@birlik.example")
    for number in range(12):
        text = LocalText(f"хабар {number}", "х", "x")
        give(f"k{number}", text, "/obligations/1/", [lead.pk], at=later(number))
    make_all(at=JULY, address=ADDRESS)
    text = digest_of("lead")
    assert "  Есебі қайтарылған: 1\n" in text
    assert "Қаралмаған хабарламалар: 12\n  - хабар 11\n    https://birlik.example/obl" in text
    assert "хабар 1\n" not in text
    see_notices(acting(lead), None, at=JULY)
    Digest.objects.all().delete()
    make_all(at=JULY, address=ADDRESS)
    assert "хабарламалар" not in digest_of("lead")


def test_after_a_repeal_debts_are_not_told(world: Staffed) -> None:
    """Debts of a repealed act get no more reminders, and stand in no digest."""
    world.plan.act.repealed_on = date(2024, 7, 1)
    world.plan.act.save()
    assert make_all(at=JULY, address=ADDRESS) == 1


def test_one_digest_for_a_person_and_day(world: Staffed) -> None:
    """Made again on the same day there is none more; after a week without the worker there is one
    for that day and none for the days between; two offices make one digest."""
    first = Account.objects.get(email="lead@birlik.example")
    settle_second_office(first)
    assert make_all(at=JULY, address=ADDRESS) == 5
    assert make_all(at=JULY + timedelta(hours=3), address=ADDRESS) == 0
    assert make_all(at=JULY + timedelta(days=7), address=ADDRESS) == 5
    assert list(Digest.objects.filter(account=first).values_list("on", flat=True)) == [
        date(2024, 7, 10),
        date(2024, 7, 3),
    ]


def settle_second_office(account: Account) -> None:
    """The same person also acts for the akimat."""
    other = Account.objects.get(email="contributor@birlik.example").person.appointments.get()
    other.pk, other.person = None, account.person
    other.save()


def test_who_shares_a_reach_is_reckoned_once(world: Staffed) -> None:
    """Thirty more coordinators cost no more queries than one."""
    with CaptureQueriesContext(connection) as alone:
        make_all(at=JULY, address=ADDRESS)
    Digest.objects.all().delete()
    for number in range(30):
        settle("coordinator", world.committee, name=f"c{number}")
    with CaptureQueriesContext(connection) as many:
        assert make_all(at=JULY, address=ADDRESS) == 35
    assert len(many) == len(alone)


def test_sent_in_the_readers_language_and_once(world: Staffed) -> None:
    """Each digest leaves to its account's address; asked again, nothing more leaves."""
    make_all(at=JULY, address=ADDRESS)
    post = Post()
    assert send_all(at=JULY, mail=post) == 5
    assert send_all(at=JULY + timedelta(hours=1), mail=post) == 0
    letters = {str(one["to"]): one for one in post.sent}
    assert letters["contributor@birlik.example"]["subject"] == "Birlik: сводка за 03.07.2024"
    assert letters["coordinator@birlik.example"]["subject"] == "Birlik: digest of 03.07.2024"
    assert not Digest.objects.filter(sent_at=None).exists()
    assert len({one["key"] for one in post.sent}) == 5


def test_yesterdays_digest_is_sent_no_more(world: Staffed) -> None:
    """What was not sent on its day stays in the cabinet: today's digest says what is still so."""
    make_all(at=JULY, address=ADDRESS)
    post = Post()
    assert send_all(at=JULY + timedelta(days=1), mail=post) == 0
    assert post.sent == []


def test_what_the_mail_refused_is_tried_again(world: Staffed) -> None:
    """A letter that certainly did not leave is sent the next time, and only that one; why it did
    not is kept until then."""
    make_all(at=JULY, address=ADDRESS)
    assert send_all(at=JULY, mail=Post(["SMTPConnectError: 421"])) == 4
    (failed,) = Digest.objects.exclude(failure="")
    assert (failed.failure, failed.sending_at, failed.attempts) == (
        "SMTPConnectError: 421",
        None,
        1,
    )
    post = Post()
    assert send_all(at=JULY + timedelta(hours=1), mail=post) == 1
    failed.refresh_from_db()
    assert (failed.failure, failed.attempts, len(post.sent)) == ("", 2, 1)


def test_a_line_that_breaks_leaves_a_doubt_and_no_second_letter(world: Staffed) -> None:
    """When the mail breaks off in between, nobody knows whether the letter left: it is not sent
    again, the others are, and after a quarter of an hour it is listed."""
    make_all(at=JULY, address=ADDRESS)
    assert send_all(at=JULY, mail=Post([TimeoutError("no answer")])) == 4
    assert doubtful(at=JULY + timedelta(minutes=10)) == []
    post = Post()
    assert send_all(at=JULY + timedelta(hours=1), mail=post) == 0
    (one,) = doubtful(at=JULY + timedelta(hours=1))
    assert (post.sent, one.sent_at, one.sending_at) == ([], None, JULY)


def test_a_worker_killed_in_between_sends_nothing_twice(world: Staffed) -> None:
    """The worker is killed after the mail took a letter and before that was written down: the next
    worker sends all the others and not that one, until a person settles it."""
    make_all(at=JULY, address=ADDRESS)
    killed = Post([KeyboardInterrupt()])
    with pytest.raises(KeyboardInterrupt):
        send_all(at=JULY, mail=killed)
    post = Post()
    assert send_all(at=JULY + timedelta(hours=1), mail=post) == 4
    assert killed.sent[0]["to"] not in {one["to"] for one in post.sent}
    (one,) = doubtful(at=JULY + timedelta(hours=1))
    settle_digest(SYSTEM, one, at=JULY + timedelta(hours=2))
    assert doubtful(at=JULY + timedelta(hours=3)) == []


def test_two_workers_send_a_letter_once(world: Staffed) -> None:
    """Two workers hold the same list of what waits: the second finds each letter taken."""
    make_all(at=JULY, address=ADDRESS)
    one = Digest.objects.select_related("account").first()
    seen_by_other = Digest.objects.select_related("account").get(pk=one.pk)
    post = Post()
    assert [send(row, at=JULY, mail=post) for row in (one, seen_by_other)] == [True, False]
    assert len(post.sent) == 1


def test_a_closed_account_gets_no_mail(world: Staffed) -> None:
    """Whose account was closed between making and sending is not written to."""
    make_all(at=JULY, address=ADDRESS)
    Account.objects.filter(email="lead@birlik.example").update(is_active=False)
    post = Post()
    assert send_all(at=JULY, mail=post) == 4
    assert "lead@birlik.example" not in {one["to"] for one in post.sent}
