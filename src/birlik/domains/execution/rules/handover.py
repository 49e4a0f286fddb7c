"""Who may see and record what an office hands over."""

from datetime import datetime

from birlik.base.registry.models import Appointment, Office
from birlik.base.registry.rules.reach import territory_line
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.base.values.verdict import Verdict

NOT_YOUR_OFFICE = LocalText(
    kk="Лауазымның істерін оның иесі, орган басшысы немесе тізілімді жүргізуші ғана тапсырады.",
    ru="Дела должности передает тот, кто ее занимает, руководитель органа или ведущий реестр.",
    en="An office is handed over by its holder, the head of its body or the registry's keeper.",
)
TWO_HOLDERS = LocalText(
    kk="Осы лауазымға тағайындалған екі түрлі адамды таңдаңыз: кім тапсырады және кім қабылдайды.",
    ru="Выберите двух разных людей, назначенных на эту должность: кто сдает и кто принимает.",
    en="Choose two different people appointed to this office: who hands over and who takes over.",
)


def may_hand_over(actor: Actor, office: Office | None, _at: datetime) -> Verdict:
    """The holder of an office, the head of its body, and whoever keeps the registry."""
    if actor.holds("registry.keep"):
        return Verdict.yes()
    if office is None:
        known = actor.account_id is not None
        return Verdict.yes() if known else Verdict.no(NOT_YOUR_OFFICE)
    directs = actor.reaches(
        "obligations.direct",
        structures=(office.structure_id,),
        territories=territory_line(office.structure.territory),
    )
    own = Appointment.objects.filter(pk=actor.appointment_id or 0, office=office)
    return Verdict.yes() if directs or own.exists() else Verdict.no(NOT_YOUR_OFFICE)
