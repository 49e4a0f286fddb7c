"""Who may do what with plans."""

from datetime import datetime

from birlik.base.registry.models import Structure, Territory
from birlik.base.registry.queries import answering, answering_places
from birlik.base.registry.rules.reach import territory_line
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.base.values.verdict import Verdict

NO_PLANS = LocalText(
    kk="Лауазымыңыз жоспарларды көруге құқық бермейді. Үйлестірушіге жүгініңіз.",
    ru="Ваша должность не дает права видеть планы. Обратитесь к координатору.",
    en="Your office does not let you see the plans. Ask your coordinator.",
)
NOTHING_HERE = LocalText(
    kk="Бұл жерде сіздің лауазымыңыздың аясына кіретін ештеңе жоқ. Басқа лауазымда әрекет "
    "етсеңіз, оны жоғарыдан таңдаңыз.",
    ru="Здесь нет ничего, что относится к вашей должности. Если вы действуете и в другой "
    "должности, выберите ее вверху страницы.",
    en="Nothing here lies within the reach of your office. If you hold another office, choose it "
    "at the top of the page.",
)
"""What is said of a plan or measure that is foreign, and likewise of one that does not exist, so
that guessing numbers teaches nothing."""


def may_see_plan(actor: Actor, _at: datetime) -> Verdict:
    """Whoever may read plans sees them, their measures and who owes what."""
    return Verdict.yes() if actor.holds("plans.read") else Verdict.no(NO_PLANS)


def may_see_what_is_found(actor: Actor, *, found: bool) -> Verdict:
    """Whoever reaches nothing of a plan is refused it, whether or not there is such a plan; who
    reaches everything may be told that there is none."""
    return Verdict.yes() if found or actor.reaches("plans.read") else Verdict.no(NOTHING_HERE)


def may_see_scorecard(actor: Actor, structure: Structure, at: datetime) -> Verdict:
    """Who sees what a structure owes, or owed before it was succeeded, sees how it keeps that."""
    if actor.reaches("plans.read", structures=(structure.pk,)):
        return Verdict.yes()
    reached = actor.reaches(
        "plans.read",
        structures=answering(structure, on=day_of(at)),
        territories=answering_places(structure, on=day_of(at)),
    )
    return may_see_what_is_found(actor, found=reached)


def may_see_region_card(actor: Actor, region: Territory, _at: datetime) -> Verdict:
    """Whose office reaches a whole region sees how the region keeps what it owes."""
    reached = actor.reaches("plans.read", territories=territory_line(region))
    return may_see_what_is_found(actor, found=reached)
