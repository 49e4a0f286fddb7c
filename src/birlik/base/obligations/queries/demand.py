"""What an obligation demands of its report."""

from datetime import date

from birlik.base.charter.models import Catalogue
from birlik.base.charter.queries import item
from birlik.base.obligations.engine.sufficiency import Demanded, Proof
from birlik.base.obligations.models import Evidence, Obligation, Party


def demanded_of(obligation: Obligation, *, on: date) -> Demanded:
    """What a report must bring: from a lead the form's evidence and the quantity, from a
    contributor only words. What happened up to the due date may prove it."""
    leads = obligation.role == Party.Role.LEAD
    form = item(Catalogue.COMPLETION_FORM, obligation.duty.form, on=on) if leads else None
    return Demanded(
        demand=form.properties.get("evidence", "") if form else "",
        quantity=None if obligation.shared or not leads else obligation.quantity,
        first_on=obligation.period_first,
        last_on=max(obligation.period_last, obligation.due_on),
    )


def proof_of(one: Evidence) -> Proof:
    """A piece of evidence as the check of sufficiency takes it."""
    return Proof(
        is_paper=one.kind != Evidence.Kind.LINK,
        number=one.number,
        dated_on=one.dated_on,
        issuer=one.issuer,
        quantity=one.quantity,
    )
