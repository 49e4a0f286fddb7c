"""What a reorganisation does to what is owed: obligations pass to the successor chosen for their
measure, and what one body would now owe twice is joined.

Whatever was not chosen stays in the row of the old debtor, which the main successor answers for by
itself. What fell due before the day stays apart even where two owed the same: each was late, or in
time, for itself. A report is never moved from the obligation on which it was made.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from birlik.base.journal.action import action, announce, note
from birlik.base.obligations.actions.correct_act import move
from birlik.base.obligations.actions.extension import close_requests
from birlik.base.obligations.facts import ObligationsPassed
from birlik.base.obligations.models import (
    Draft,
    Evidence,
    FormerDebtor,
    Obligation,
    Party,
    Passage,
    Remark,
    Upload,
)
from birlik.base.obligations.queries.passing import chosen_for, taken_keys, twice_owed
from birlik.base.registry.models import Reorganisation
from birlik.base.registry.rules import may_keep_registry
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText

BATCH = 500


@dataclass(frozen=True, slots=True)
class Passed:
    """How many obligations passed to a chosen successor, how many were joined with others, and how
    many that were chosen stay in the old row, because the successor has one of the occurrence."""

    moved: int
    joined: int
    stayed: int


@action(
    "obligations.passed",
    may=may_keep_registry,
    label=LocalText(
        "Тапсырмалар құқықтық мирасқорға өтті",
        "Поручения перешли к правопреемнику",
        "Obligations passed to the successor",
    ),
)
def pass_on(by: Actor, made: Reorganisation, /, *, at: datetime) -> Passed:
    """Pass on what a reorganisation passes, once its day has come; a second time nothing is done.

    Drafts, evidence, files, extensions and remarks are of the obligation and go with it.
    """
    if made.effected_at is not None:
        return Passed(0, 0, 0)
    chosen = list(chosen_for(made))
    anew = {row.pk: passage.successor_id for passage, rows in chosen for row in rows}
    joined = joined_in(by, made, twice_owed(made, anew), at=at)
    moved = moved_in(made, chosen, joined)
    made.effected_at = at
    made.save(update_fields=["effected_at"])
    done = Passed(moved, len(joined), len(anew.keys() - joined) - moved)
    note(moved=done.moved, joined=done.joined, stayed=done.stayed)
    announce(ObligationsPassed(made.pk))
    return done


def moved_in(
    made: Reorganisation,
    chosen: Iterable[tuple[Passage, Sequence[Obligation]]],
    joined: set[int],
) -> int:
    """Have what was chosen owed by the successors, who owed it before being remembered; how many.

    What a successor has an obligation of already, and could not be joined, stays where it is.
    """
    pairs = [(one, row) for one, rows in chosen for row in rows if row.pk not in joined]
    duties = {one.duty_id for one, _row in pairs}
    taken = taken_keys(duties, {one.successor_id for one, _row in pairs})
    moved, former = [], []
    for passage, row in pairs:
        key = (row.duty_id, passage.successor_id, row.period, row.number)
        if key not in taken:
            taken.add(key)
            former.append(remembered(made, row))
            row.debtor_id = passage.successor_id
            moved.append(row)
    FormerDebtor.objects.bulk_create(former, batch_size=BATCH)
    Obligation.objects.bulk_update(moved, ["debtor"], batch_size=BATCH)
    return len(moved)


def remembered(made: Reorganisation, row: Obligation) -> FormerDebtor:
    """Who owes an obligation before a reorganisation touches it."""
    return FormerDebtor(obligation=row, structure_id=row.debtor_id, reorganisation=made)


def joined_in(
    by: Actor, made: Reorganisation, twice: Iterable[Sequence[Obligation]], *, at: datetime
) -> set[int]:
    """Join what would be owed twice: of each occurrence one obligation stands, the others are void,
    save those on which a report was made; the numbers of those that are void."""
    into = {
        row.pk: stands
        for rows in twice
        for stands in [min(rows, key=rank)]
        for row in rows
        if row.pk != stands.pk and not vars(row)["reported"]
    }
    gone = [row for rows in twice for row in rows if row.pk in into]
    FormerDebtor.objects.bulk_create((remembered(made, one) for one in gone), batch_size=BATCH)
    Obligation.objects.filter(pk__in=into).update(
        outcome=Obligation.Outcome.VOID, void_reason=Obligation.Reason.JOINED
    )
    hanging = list(Obligation.objects.filter(lead__in=into).exclude(pk__in=into))
    for one in hanging:
        one.lead = into[one.lead_id] if one.lead_id else None
    Obligation.objects.bulk_update(hanging, ["lead"], batch_size=BATCH)
    join_writings(by, into, at=at)
    return set(into)


def rank(row: Obligation) -> tuple[bool, bool, bool, int]:
    """Which of several obligations of an occurrence stands: the lead's, one that binds, one that
    was reported on, the oldest."""
    return (
        row.role != Party.Role.LEAD,
        row.by_agreement,
        not vars(row)["reported"],
        row.pk,
    )


def join_writings(by: Actor, into: dict[int, Obligation], *, at: datetime) -> None:
    """Give what was written on obligations that are void now to those that stand; two drafts become
    one, text after text. A request for a later date is closed: it was for another obligation."""
    join_drafts(into, at=at)
    move(Evidence.objects.filter(obligation__in=into, submission=None), into)
    move(Upload.objects.filter(obligation__in=into), into)
    move(Remark.objects.filter(obligation__in=into), into)
    close_requests(by, list(into), at=at)


def join_drafts(into: dict[int, Obligation], *, at: datetime) -> None:
    """Put the drafts of obligations behind those of the ones that stand for them."""
    standing = {one.pk for one in into.values()}
    there = {one.obligation_id: one for one in Draft.objects.filter(obligation__in=standing)}
    for one in Draft.objects.filter(obligation__in=into).order_by("pk"):
        target = into[one.obligation_id]
        if found := there.get(target.pk):
            found.text_kk = both(found.text_kk, one.text_kk)
            found.text_ru = both(found.text_ru, one.text_ru)
            found.version, found.saved_at = found.version + 1, at
            found.save()
            one.delete()
        else:
            one.obligation = target
            one.save(update_fields=["obligation"])
            there[target.pk] = one


def both(one: str, other: str) -> str:
    """Two texts, one after the other."""
    return "\n\n".join(text for text in (one, other) if text)
