"""The desk of a ministry in the demonstration: its head gives an obligation to two departments, and
a report goes round for visas."""

from datetime import date, datetime, timedelta

from birlik.base.obligations.actions import (
    EvidenceItem,
    ResolutionLine,
    attach_evidence,
    give_visa,
    lay_way,
    save_draft,
    send_round,
    submit_report,
    write_resolution,
)
from birlik.base.obligations.models import Obligation
from birlik.base.obligations.queries import demanded_of
from birlik.base.registry.actions import StructureRow, register_structure
from birlik.base.registry.models import Appointment, Structure
from birlik.base.registry.queries import actor_in
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.wiring.demo.people import DESK, Staff, settle

DEPARTMENTS = {
    "policy": LocalText(
        "Қоғамдық келісім саясаты департаменті",
        "Департамент политики общественного согласия",
        "Department of accord policy",
    ),
    "law": LocalText("Заң департаменті", "Юридический департамент", "Department of law"),
}
AHEAD = timedelta(days=25)
"""How much time an obligation must leave to be given to others."""

GIVEN = LocalText(
    "Ұсыныстар дайындап, орындалу барысы туралы мәлімет беру",
    "Подготовить предложения и сведения о ходе исполнения",
)
CHECKED = LocalText(
    "Құқықтық жағын тексеріп, қорытынды беру", "Проверить правовую сторону и дать заключение"
)
DONE = LocalText(
    "Жұмыс кестеге сай жүргізілуде, жобаны бөлімдер келісуде.",
    "Работа идет по графику, проект согласуют подразделения.",
)


def owed(on: date) -> list[Obligation]:
    """Two obligations of one ministry that are not reported and leave time; none where no ministry
    has two."""
    found = Obligation.objects.filter(
        debtor__kind="ministry",
        lead=None,
        outcome="",
        stage="",
        recorded=True,
        period_first__lte=on,
        due_on__gte=on + AHEAD,
        act__repealed_on=None,
    )
    by_debtor: dict[int, list[Obligation]] = {}
    for one in found.select_related("debtor", "act", "duty__provision").order_by("due_on", "pk"):
        by_debtor.setdefault(one.debtor_id, []).append(one)
    return next((ones[:2] for ones in by_debtor.values() if len(ones) > 1), [])


def sit_down(staff: Staff, *, at: datetime) -> None:
    """Let the head of a ministry give something to its departments, and a report go round."""
    pair = owed(day_of(at))
    if not pair:
        return
    given, reported = pair
    body = given.debtor
    parts = {code: department(name, body, at=at) for code, name in DEPARTMENTS.items()}
    held = {
        one.email: settle(one, parts.get(one.structure, body), at=at, secret=staff.secret)
        for one in DESK
    }
    minister, deputy, lawyer, specialist = (held[one.email] for one in DESK)
    by_day = day_of(at) + timedelta(days=10)
    lines = (
        ResolutionLine(parts["policy"].pk, GIVEN, by_day, office=specialist.office_id),
        ResolutionLine(parts["law"].pk, CHECKED, by_day + timedelta(days=5)),
    )
    made = write_resolution(acting(minister, at), given, at=at, lines=lines)
    child = Obligation.objects.filter(act=made.act, debtor=parts["policy"]).get()
    submit_report(acting(specialist, at), child, at=at, text_kk=DONE.kk, text_ru=DONE.ru)
    lay_way(acting(minister, at), body, at=at, offices=[lawyer.office_id, deputy.office_id])
    go_round(staff.executors[body.pk], acting(lawyer, at), reported, at=at)


def go_round(executor: Actor, lawyer: Actor, one: Obligation, *, at: datetime) -> None:
    """A draft gets the lawyers' visa with a remark and waits for the signature."""
    save_draft(executor, one, at=at, text_kk=DONE.kk, text_ru=DONE.ru)
    demanded = demanded_of(one, on=day_of(at))
    if demanded.quantity or demanded.demand:
        paper = EvidenceItem(
            title="Хаттама",
            kept_at="кеңсе",
            number="5",
            dated_on=day_of(at),
            issuer=one.debtor.short.get("kk"),
            quantity=demanded.quantity,
        )
        attach_evidence(executor, one, at=at, item=paper)
    first, *_rest = send_round(executor, one, at=at)
    remark = "Келісілді; хаттаманың көшірмесін кейін қосыңыз."
    give_visa(lawyer, first, at=at, approves=True, remark=remark)


def department(name: LocalText, body: Structure, *, at: datetime) -> Structure:
    """A department of a body."""
    row = StructureRow("department", name, parent=body.pk)
    return register_structure(Actor.system(), None, at=at, row=row)


def acting(appointment: Appointment, at: datetime) -> Actor:
    """Somebody of the desk in office."""
    return actor_in(appointment, appointment.person.account, on=day_of(at))
