"""Sending a sheet: what its body says is done becomes reports on the obligations."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from birlik.base.journal.action import action, note
from birlik.base.letters.models import Letter
from birlik.base.obligations.actions import submit_report
from birlik.base.obligations.actions.by_letter import (
    LetterAnswer,
    PointsRefusedError,
    report_by_letter,
)
from birlik.base.obligations.actions.evidence import (
    EvidenceItem,
    PaperDetails,
    attach_evidence,
    describe_evidence,
    detach_evidence,
)
from birlik.base.obligations.models import Evidence, Obligation
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError
from birlik.domains.execution.engine.rounds.cells import (
    DONE,
    LINK,
    QUANTITY,
    STANDING,
    TEXT_KK,
    TEXT_RU,
)
from birlik.domains.execution.engine.rounds.columns import ColumnRow
from birlik.domains.execution.models import Sheet, SheetRow
from birlik.domains.execution.queries.rounds.contributed import columns_of
from birlik.domains.execution.rules.sheets import may_send_sheet, reaches_sheet

NOT_READY = LocalText(
    kk="Кесте жіберілген жоқ: төменде белгіленген жолдарды түзетіңіз. Енгізілгеннің бәрі сақталды.",
    ru="Таблица не отправлена: исправьте отмеченные ниже строки. Все введенное сохранено.",
    en="The sheet was not sent: mend the rows marked below. All that was entered is kept.",
)
FILES_WAIT = LocalText(
    kk="Алдымен файлдан келген, басқаша толтырылған ұяшықтар бойынша таңдау жасаңыз.",
    ru="Сначала выберите, что оставить в ячейках, которые в файле заполнены иначе.",
    en="First choose what stays in the cells that a file fills in otherwise.",
)


class UnreadySheetError(RefusedError):
    """A sheet cannot be sent; `faults` are the reasons by the numbers of its rows."""

    def __init__(self, faults: Mapping[int, LocalText]) -> None:
        super().__init__(NOT_READY)
        self.faults = faults


@action(
    "sheet.sent",
    may=may_send_sheet,
    label=LocalText("Кесте жіберілді", "Таблица отправлена", "Sheet sent"),
)
def send_sheet(by: Actor, sheet: Sheet, /, *, at: datetime) -> int:
    """Send a sheet; of how many rows reports were made.

    Every row whose standing is "done" is submitted as the report on its obligation, with its link
    as evidence and its quantity; what was reported or settled already stays as it is. Raises
    `UnreadySheetError` with what is lacking in each row, and then nothing is sent at all, and
    `RefusedError` while a file waits for a choice.
    """
    if sheet.brought.exclude(conflicts=[]).exists():
        raise RefusedError(FILES_WAIT)
    rows = list(sheet.rows.select_related("obligation__duty", "obligation__debtor"))
    faults = dict(missing_in(rows, columns_of(sheet.round)))
    done = [pair for pair in done_in(rows) if pair[0].pk not in faults]
    if sheet.letter and not reaches_sheet(by, "obligations.report", sheet, day_of(at)):
        faults |= report_all_by_letter(by, sheet.letter, done, at=at)
    else:
        faults |= report_all(by, sheet, done, at=at)
    if faults:
        raise UnreadySheetError(faults)
    sheet.state, sheet.reason = Sheet.State.SENT, ""
    sheet.sent_at, sheet.sent_by_id, sheet.changed_at = at, by.appointment_id, at
    sheet.save(update_fields=["state", "reason", "sent_at", "sent_by", "changed_at"])
    note(reports=len(done), rows=len(rows), late=at > sheet.round.due_at)
    return len(done)


def missing_in(
    rows: Iterable[SheetRow], columns: Iterable[ColumnRow]
) -> Iterator[tuple[int, LocalText]]:
    """The number of each row with an empty cell that must be filled, and which cells those are."""
    required = [one for one in columns if one.required]
    for row in rows:
        empty = [one.title for one in required if not row.cells.get(one.code)]
        if empty:
            kk, ru = (", ".join(f"«{one.get(side)}»" for one in empty) for side in ("kk", "ru"))
            yield (
                row.pk,
                LocalText(f"Толтырыңыз: {kk}.", f"Заполните: {ru}.", f"Fill in: {ru}."),
            )


def done_in(rows: Iterable[SheetRow]) -> Iterator[tuple[SheetRow, Obligation]]:
    """The rows that say "done" of what nobody has reported on or settled yet, with what they
    report on."""
    for row in rows:
        owed = row.obligation
        if owed is None or row.cells.get(STANDING) != DONE:
            continue
        if owed.outcome == "" and owed.stage != Obligation.Stage.SUBMITTED:
            yield row, owed


def report_all_by_letter(
    by: Actor, letter: Letter, done: Iterable[tuple[SheetRow, Obligation]], *, at: datetime
) -> dict[int, LocalText]:
    """Record rows as what a letter reports; why not, by the numbers of those that cannot be."""
    rows = {owed.pk: row for row, owed in done}
    answers = [
        LetterAnswer(number, row.cells.get(TEXT_KK, ""), row.cells.get(TEXT_RU, ""), counted(row))
        for number, row in rows.items()
    ]
    try:
        if answers:
            report_by_letter(by, letter, at=at, answers=answers)
    except PointsRefusedError as refusal:
        return {rows[number].pk: why for number, why in refusal.points.items()}
    return {}


def report_all(
    by: Actor, sheet: Sheet, done: Iterable[tuple[SheetRow, Obligation]], *, at: datetime
) -> dict[int, LocalText]:
    """Submit rows as reports; why not, by the numbers of those that cannot be."""
    faults = {}
    for row, owed in done:
        texts = {code: row.cells.get(code, "") for code in (TEXT_KK, TEXT_RU)}
        try:
            prove(by, owed, row, sheet, at=at)
            submit_report(by, owed, at=at, **texts)
        except RefusedError as refusal:
            faults[row.pk] = refusal.reason
    return faults


def counted(row: SheetRow) -> int | None:
    """How many things a row says were done."""
    quantity = row.cells.get(QUANTITY, "")
    return int(quantity) if quantity else None


def prove(by: Actor, owed: Obligation, row: SheetRow, sheet: Sheet, *, at: datetime) -> None:
    """Attach the link of a row to the draft of its report, with the quantity; what the sheet had
    attached when it was sent before gives place to it."""
    link, quantity = row.cells.get(LINK, ""), counted(row)
    links = Evidence.objects.filter(
        obligation=owed, submission=None, kind=Evidence.Kind.LINK
    ).order_by("pk")
    kept = None
    for one in links:
        if one.attached_at == sheet.sent_at:
            detach_evidence(by, owed, at=at, evidence=one.pk)
        elif one.link == link:
            kept = one
    if kept and quantity is not None:
        details = PaperDetails(kept.number, kept.dated_on, kept.issuer, quantity)
        describe_evidence(by, owed, at=at, evidence=kept.pk, details=details)
    elif link and not kept:
        item = EvidenceItem(title=link[:300], link=link, quantity=quantity)
        attach_evidence(by, owed, at=at, item=item)
