"""A plan of seven measures whose report on the first half of 2024 was worked out by hand."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from birlik.base.obligations.models import (
    Evidence,
    Extension,
    Obligation,
    Party,
    Release,
    Review,
    Submission,
)
from birlik.base.records.models import Act, Document, Wording
from birlik.base.registry.models import Structure
from birlik.base.values.schedule import Schedule
from tests.domains.execution.plan_world import (
    AT,
    act_of,
    duty_of,
    indicator_of,
    lead_by,
    owed,
    point,
)

ON = date(2024, 8, 1)
Q1 = {"period": "2024-Q1", "period_first": date(2024, 1, 1), "period_last": date(2024, 3, 31)}
Q2 = {"period": "2024-Q2", "period_first": date(2024, 4, 1), "period_last": date(2024, 6, 30)}
Q3 = {"period": "2024-Q3", "period_first": date(2024, 7, 1), "period_last": date(2024, 9, 30)}
H1 = {"period": "2024-H1", "period_first": date(2024, 1, 1), "period_last": date(2024, 6, 30)}


@dataclass(frozen=True, slots=True)
class World:
    """The act, the ministry and the two akimats."""

    act: Act
    ministry: Structure
    abai: Structure
    ulytau: Structure


def told(
    one: Obligation, on: date, kk: str, ru: str, accepted: bool | None, **more: object
) -> Submission:
    """A report on an obligation, judged unless `accepted` is None."""
    at = datetime(on.year, on.month, on.day, 6, tzinfo=UTC)
    made = Submission.objects.create(
        obligation=one, number=1, text_kk=kk, text_ru=ru, at=at, **more
    )
    one.first_submitted_on = on
    if accepted is None:
        one.stage = Obligation.Stage.SUBMITTED
    else:
        reason = "" if accepted else "не то"
        Review.objects.create(submission=made, accepted=accepted, reason=reason, at=at)
        one.outcome = Obligation.Outcome.ACCEPTED if accepted else ""
        one.stage = "" if accepted else Obligation.Stage.RETURNED
    one.save()
    return made


def half_year() -> World:
    """The plan as it stands on 1 August 2024; see the table in `test_report_content`."""
    act = act_of(first_year=2024, last_year=2025)
    ministry = Structure.objects.create(
        kind="ministry", name_kk="Министрлік", name_ru="Министерство", short_kk="МИН", short_ru="МН"
    )
    abai, ulytau = (
        Structure.objects.create(kind="akimat", name_kk=name, name_ru=name)
        for name in ("Абай", "Ұлытау")
    )
    world = World(act, ministry, abai, ulytau)
    first = point(act, "1", "Бірінші бағыт", kind="direction")
    Wording.objects.create(
        provision=first, language="ru", title="Первое направление", valid_from=act.adopted_on
    )
    indicator_of(first)
    point(act, "2", "Екінші бағыт", kind="direction")
    sittings(world)
    clubs(world)
    gathered(world)
    settled(world)
    return world


def sittings(world: World) -> None:
    """1: two reports in time, one of them after an extension; the third quarter is not asked."""
    provision = point(world.act, "1", "Кеңес отырысы")
    Wording.objects.create(
        provision=provision, language="ru", title="Заседание", valid_from=world.act.adopted_on
    )
    duty = duty_of(provision, Schedule("quarter", quantity=2), deadline_words="тоқсан сайын")
    lead_by(duty, world.ministry)
    one = owed(duty, world.ministry, date(2024, 3, 31), quantity=2, **Q1)
    report = told(
        one, date(2024, 3, 29), "Екі отырыс өтті.", "Прошло два заседания.", True, quantity=2
    )
    document = Document.objects.create(
        digest="e", name="x.pdf", media_type="application/pdf", size=1, stored_at=AT
    )
    paper = {"kind": "file", "title": "Хаттама", "document": document, "number": "7"}
    paper |= {"dated_on": date(2024, 3, 29), "issuer": "Кеңес", "attached_at": AT}
    Evidence.objects.create(obligation=one, submission=report, **paper)
    card = {"kind": "card", "title": "Хат", "kept_at": "2-сейф", "attached_at": AT}
    Evidence.objects.create(obligation=one, submission=report, **card)
    later = owed(duty, world.ministry, date(2024, 7, 20), **Q2)
    Obligation.objects.filter(pk=later.pk).update(nominal_on=date(2024, 7, 10))
    later.refresh_from_db()
    Extension.objects.create(
        obligation=later,
        old_due_on=date(2024, 7, 10),
        wanted_on=date(2024, 7, 20),
        reason="x",
        asked_at=AT,
        granted=True,
        due_on=date(2024, 7, 20),
    )
    told(later, date(2024, 7, 15), "", "Заседания прошли.", True)
    third = owed(duty, world.ministry, date(2024, 10, 10), **Q3)
    Obligation.objects.filter(pk=third.pk).update(nominal_on=date(2024, 10, 10))


def clubs(world: World) -> None:
    """1.1: both akimats alone share 20 things; one reported 12 of them in time, one is overdue."""
    duty = duty_of(point(world.act, "1.1", "Клубтар"), Schedule("half"))
    Party.objects.create(duty=duty, position=0, words="әкімдіктер", group="akimats", role="lead")
    shared = {"quantity": 20, "shared": True}
    done = owed(duty, world.abai, date(2024, 6, 30), **shared, **H1)
    told(done, date(2024, 6, 20), "Он екі клуб ашылды.", "", True, quantity=12)
    owed(duty, world.ulytau, date(2024, 6, 30), **shared, **H1)


def gathered(world: World) -> None:
    """2: the lead's report was returned; one contributed in time, one by agreement is overdue."""
    duty = duty_of(point(world.act, "2", "Есеп жинау"), Schedule("year"))
    lead_by(duty, world.ministry)
    for place, (body, agreed) in enumerate(((world.abai, False), (world.ulytau, True)), start=1):
        Party.objects.create(
            duty=duty,
            position=place,
            words=body.name_kk,
            structure=body,
            role="contributor",
            by_agreement=agreed,
        )
    lead = owed(duty, world.ministry, date(2024, 3, 31))
    told(lead, date(2024, 3, 30), "", "Сведено.", False)
    more = {"role": "contributor", "lead": lead, "nominal_on": date(2024, 3, 31)}
    part = owed(duty, world.abai, date(2024, 3, 21), **more)
    told(part, date(2024, 3, 20), "Үлес қосылды.", "", True)
    owed(duty, world.ulytau, date(2024, 3, 21), by_agreement=True, **more)


def settled(world: World) -> None:
    """3 released, 4 void, 5 unread, 6 due in December, 7 fulfilled five days late."""
    act, ministry, two = world.act, world.ministry, {"direction": "2"}
    duties = {
        number: duty_of(
            point(act, number, f"Іс-шара {number}"),
            Schedule("year") if number != "5" else None,
            **two,
        )
        for number in "34567"
    }
    for duty in duties.values():
        lead_by(duty, ministry)
    released = owed(duties["3"], ministry, date(2024, 6, 30), outcome="released")
    ground = act.provisions.get(path="direction/1")
    Release.objects.create(obligation=released, ground=ground, reason="су тасқыны", at=AT)
    void = {"outcome": "void", "void_reason": "after_repeal"}
    owed(duties["4"], ministry, date(2024, 6, 30), **void)
    owed(duties["6"], ministry, date(2024, 12, 31))
    late = owed(duties["7"], ministry, date(2024, 4, 30))
    told(late, date(2024, 5, 5), "Кеш.", "Поздно.", True)
