"""The plan of an installation that is killed, and answers to what is stored in it.

It runs in a process of its own, which is never killed, on the database that its environment names:
it lays the installation, prints what a client must know, and then answers each line of JSON
(`["question", …]`) with one.
"""

import json
import sys
from collections.abc import Callable
from datetime import date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db import connection, transaction
from django_tasks_db.models import DBTaskResult

from birlik.base.journal.models import Entry, StoredFact
from birlik.base.journal.queries import first_wrong_entry, undelivered_facts
from birlik.base.obligations.actions import EvidenceItem, attach_evidence
from birlik.base.obligations.models import Duty, Evidence, Obligation, Submission
from birlik.base.obligations.queries import wrong_obligations
from birlik.base.obligations.queries.verification import wrong_reports
from birlik.base.records.models import ActReading, Document
from birlik.base.registry.actions import (
    appoint,
    found_office,
    issue_key,
    open_account,
    take_turn,
)
from birlik.base.registry.models import Appointment, Digest, Notice, Structure
from birlik.base.registry.queries import actor_in
from birlik.base.values.actor import Actor
from birlik.base.values.clock import SystemClock, day_of
from birlik.base.values.local_text import LocalText
from birlik.base.values.schedule import Schedule
from birlik.domains.execution.models import Report
from birlik.wiring.demo.acts import DemoAct
from birlik.wiring.prepare import prepare
from birlik.wiring.schedule import DAILY, turn
from tests.domains.execution.plan_world import act_of, duty_of, lead_by, owed, point

SYSTEM = Actor.system()
PASSWORD = "birlik-kill"
MEASURES = 8
OWED = 36
"""How many obligations of the ministry wait for a report in words."""
BROUGHT = 3
"""How many others wait for a file."""
AUDITORS = 15
"""How many get a digest every day, for they watch the end of the journal."""


def lay() -> dict[str, Any]:
    """Lay the installation; what a client must know of it."""
    prepare()
    call_command("collectstatic", interactive=False, verbosity=0)
    at = SystemClock().now()
    ministry = Structure.objects.create(kind="ministry", name_kk="Министрлік", name_ru="Мин")
    committee = Structure.objects.create(kind="committee", name_kk="Комитет", name_ru="Комитет")
    settle("coordinator", "coordinator", committee, at=at)
    for number in range(AUDITORS):
        settle("auditor", f"auditor{number}", committee, at=at)
    executor = settle("executor", "executor", ministry, at=at)
    act = act_of("77", first_year=at.year, last_year=at.year + 1)
    point(act, "1", "Бірінші бағыт", kind="direction")
    duties = [measure(act, str(number), ministry) for number in range(1, MEASURES + 1)]
    due = day_of(at) + timedelta(days=30)
    with transaction.atomic():
        words = [debt(duties[n % MEASURES], ministry, due, n) for n in range(1, OWED + 1)]
        files = [debt(duties[0], ministry, due, OWED + n) for n in range(1, BROUGHT + 1)]
    actor = actor_in(executor, executor.person.account, on=day_of(at))
    link = EvidenceItem(title="Сайт", link="https://example.org/1")
    for one in words:
        attach_evidence(actor, one, at=at, item=link)
    _key, secret = issue_key(actor, executor, at=at, kind="api")
    StoredFact.objects.update(delivered_at=at)
    return {
        "act": act.pk,
        "period": f"{at.year}-H2",
        "key": secret,
        "words": [one.pk for one in words],
        "files": [one.pk for one in files],
        "text": next(one for one in DemoAct.all() if one.number == "1014")
        .text("kk")
        .content.decode(),
    }


def settle(kind: str, name: str, structure: Structure, *, at: datetime) -> Appointment:
    """Somebody in an office of this kind, who signs in as NAME@birlik.example."""
    office = found_office(SYSTEM, structure, at=at, kind=kind, name=LocalText(name, name, name))
    account = open_account(
        SYSTEM,
        None,
        at=at,
        full_name=name,
        email=f"{name}@birlik.example",
        password_hash="!" if kind == "auditor" else make_password(PASSWORD),
        language="kk",
    )
    since = date(2024, 1, 3)
    return appoint(SYSTEM, office, at=at, person=account.person, valid_from=since, ground="test")


def measure(act: Any, number: str, lead: Structure) -> Duty:
    """A measure of the plan that asks for words alone."""
    made = duty_of(point(act, number, f"Іс-шара {number}"), Schedule("year"), form="information")
    lead_by(made, lead)
    return made


def debt(duty: Duty, debtor: Structure, due: date, number: int) -> Obligation:
    """The `number`th thing that a body owes for the year of today."""
    first = date(due.year, 1, 1) if due.month > 1 else date(due.year - 1, 1, 1)
    return owed(duty, debtor, due, number=number, period_first=first)


def submissions() -> dict[str, Any]:
    """Obligation → its submissions, those that the journal tells of, its stage, and its evidence
    as pairs of number and submission."""
    told = [
        json.loads(text)
        for text in Entry.objects.filter(action="report.submitted").values_list("text", flat=True)
    ]
    answer: dict[str, Any] = {
        str(one.pk): {"kept": [], "told": [], "stage": one.stage, "evidence": [], "facts": 0}
        for one in Obligation.objects.all()
    }
    for one in Submission.objects.all():
        answer[str(one.obligation_id)]["kept"].append(one.pk)
    for entry in told:
        place = answer[entry["subject"]["id"]]
        place["told"].append(entry["noted"]["submission"])
        place["facts"] += len(entry["facts"])
    for paper in Evidence.objects.all():
        answer[str(paper.obligation_id)]["evidence"].append([paper.pk, paper.submission_id])
    return answer


def wrong() -> list[str]:
    """Whatever `birlik verify` would find."""
    entry = first_wrong_entry()
    found = [] if entry is None else [f"entry {entry}"]
    return [*found, *(str(one) for one in (*wrong_obligations(), *wrong_reports()))]


def papers(obligation: int) -> list[dict[str, Any]]:
    """The evidence of an obligation, with the digest noted and that of what is stored."""
    found = Evidence.objects.filter(obligation=obligation, kind="file").order_by("pk")
    return [
        {
            "evidence": one.pk,
            "noted": one.document.digest,
            "stored": stored(one.document),
            "attached": entries_of("evidence.attached", one.pk, "evidence"),
            "finished": entries_of("upload.finished", one.pk, "evidence"),
        }
        for one in found
        if one.document
    ]


def entries_of(action: str, number: int, name: str) -> int:
    """How many entries of an action note this number."""
    texts = Entry.objects.filter(action=action).values_list("text", flat=True)
    return sum(json.loads(text)["noted"].get(name) == number for text in texts)


def stored(document: Document) -> str:
    """The digest of the bytes that are stored."""
    with default_storage.open(document.file.name) as file:
        return sha256(file.read()).hexdigest()


def strays() -> list[str]:
    """Files of documents that no document knows."""
    folder = Path(settings.MEDIA_ROOT)
    known = set(Document.objects.values_list("file", flat=True))
    lying = (one for one in (folder / "documents").rglob("*") if one.is_file())
    return sorted(
        str(one.relative_to(folder)) for one in lying if str(one.relative_to(folder)) not in known
    )


def reports() -> list[dict[str, Any]]:
    """Every report with its files."""
    return [
        {
            "number": one.pk,
            "version": one.version,
            "state": one.state,
            "progress": one.progress,
            "made": Entry.objects.filter(action="report.made", subject=str(one.pk)).count(),
            "files": {
                file.kind: [file.document.digest, stored(file.document)]
                for file in one.files.select_related("document")
            },
        }
        for one in Report.objects.order_by("pk")
    ]


def progress_of(report: int) -> list[Any]:
    """State and progress of a report."""
    return list(Report.objects.values_list("state", "progress").get(pk=report))


def reading(number: int) -> list[Any]:
    """State and progress of a reading, and whether it has a draft."""
    one = ActReading.objects.get(pk=number)
    return [one.state, one.progress, bool(one.draft)]


def facts() -> list[int]:
    """How many facts wait, and how many are delivered."""
    waiting = undelivered_facts().count()
    return [waiting, StoredFact.objects.count() - waiting]


def notices(email: str) -> dict[str, int]:
    """What an account was told, and how often each."""
    keys = Notice.objects.filter(account__email=email).values_list("key", flat=True)
    return {key: list(keys).count(key) for key in keys}


def tasks(name: str) -> list[str]:
    """The states of the tasks of this name."""
    found = DBTaskResult.objects.filter(task_path__endswith=f".{name}").order_by("enqueued_at")
    return list(found.values_list("status", flat=True))


def begin_day() -> str:
    """Put the day's work into the queue, as the clock does at seven in the morning."""
    at = SystemClock().now()
    period = DAILY.period(at)
    with transaction.atomic():
        take_turn(SYSTEM, None, at=at, name="daily", period=period)
        turn.enqueue("daily", period)
    return period


def digests() -> dict[str, list[bool]]:
    """Every digest by its number: whether the mail took it, and whether it left."""
    rows = Digest.objects.values_list("pk", "sending_at", "sent_at")
    return {str(number): [taken is not None, left is not None] for number, taken, left in rows}


QUESTIONS: dict[str, Callable[..., Any]] = {
    one.__name__: one
    for one in (
        *(submissions, wrong, papers, strays, reports, progress_of, reading, facts, notices),
        *(tasks, begin_day, digests),
    )
}


def main() -> None:
    """Lay the installation, then answer until nobody asks any more."""
    print(json.dumps(lay()), flush=True)
    connection.close()
    for line in sys.stdin:
        question, *given = json.loads(line)
        print(json.dumps(QUESTIONS[question](*given)), flush=True)
        connection.close()
