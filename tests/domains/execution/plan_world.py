"""A small plan worked out by hand, a large one for the budgets, and readers with powers."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.test import Client

from birlik.base.charter.actions import load_charter
from birlik.base.mandate.models import Indicator, Observation, Target
from birlik.base.obligations.models import Duty, Obligation, Party
from birlik.base.records.engine.draft_record import to_record
from birlik.base.records.models import Act, Document, Finding, Provision, Source, Wording
from birlik.base.registry.actions import appoint, found_office, open_account
from birlik.base.registry.models import Structure
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.base.values.schedule import Schedule

AT = datetime(2024, 8, 1, 6, tzinfo=UTC)
"""The instant at which the small plan is looked at: 1 August 2024."""

ADOPTED_ON = date(2022, 9, 15)
SYSTEM = Actor.system()
CHARTER = """
office_kind:
  {kind}:
    - {{kk: оқырман, ru: читатель, en: reader, from: 2000-01-01, ground: x, powers: {powers}}}
completion_form:
  minutes:
    - {{kk: хаттама, ru: протокол, en: minutes, from: 2000-01-01, ground: x}}
act_kind:
  decree:
    - {{kk: жарлық, ru: указ, en: decree, from: 1995-08-30, ground: x}}
executor_group:
  akimats:
    - kk: әкімдіктер
      ru: акиматы
      en: akimats
      from: 2000-01-01
      ground: x
      gathers: akimat
      short: {{kk: әкім-р, ru: ак-ты, en: ak.}}
"""


def sign_in(client: Client, *powers: str) -> None:
    """Sign a person in whose office has these powers everywhere."""
    given = ", ".join(f"{power}: all" for power in powers)
    text = CHARTER.format(kind="reader", powers=f"{{{given}}}")
    load_charter(SYSTEM, None, at=AT, content=text.encode())
    structure = Structure.objects.create(kind="ministry", name_kk="Кеңсе", name_ru="Канцелярия")
    office = found_office(SYSTEM, structure, at=AT, kind="reader", name=LocalText("о", "ч", "r"))
    account = open_account(
        SYSTEM,
        None,
        at=AT,
        full_name="Оқырман",
        email="reader@birlik.example",
        password_hash="!",
        language="kk",
    )
    appoint(
        SYSTEM, office, at=AT, person=account.person, valid_from=date(2020, 1, 1), ground="test"
    )
    client.force_login(account)


def act_of(number: str = "1014", *, first_year: int = 2022, last_year: int = 2026) -> Act:
    """An act adopted on 15.09.2022."""
    return Act.objects.create(
        kind="decree",
        number=number,
        issuer_kk="Президент",
        title_kk="Даму жоспары",
        title_ru="План развития",
        adopted_on=ADOPTED_ON,
        in_force_from=ADOPTED_ON,
        first_year=first_year,
        last_year=last_year,
        confirmed_at=AT,
        controlled_from=ADOPTED_ON,
    )


def point(act: Act, number: str, title: str, *, kind: str = "measure", **more: object) -> Provision:
    """A point of an act with its Kazakh words; `start`, `end` and `parent` may be given."""
    provision = Provision.objects.create(
        act=act,
        kind=kind,
        path=f"{kind}/{number}",
        number=number,
        parent=more.get("parent"),
        position=act.provisions.count(),
    )
    Wording.objects.create(
        provision=provision,
        language="kk",
        title=title,
        start=more.get("start", 0),
        end=more.get("end", 0),
        valid_from=ADOPTED_ON,
    )
    return provision


def duty_of(provision: Provision, schedule: Schedule | None, **more: object) -> Duty:
    """What a point demands: minutes, in direction 1."""
    fields = {"direction": "1", "form": "minutes", "form_words": "хаттама"} | more
    return Duty.objects.create(provision=provision, schedule=to_record(schedule), **fields)


def owed(duty: Duty, debtor: Structure, due_on: date, **more: object) -> Obligation:
    """One obligation for the year of its due date."""
    fields = {
        "role": Party.Role.LEAD,
        "period": str(due_on.year),
        "period_first": date(due_on.year, 1, 1),
        "period_last": date(due_on.year, 12, 31),
        "nominal_on": due_on,
    } | more
    return Obligation.objects.create(
        act=duty.provision.act, duty=duty, debtor=debtor, due_on=due_on, **fields
    )


@dataclass(frozen=True, slots=True)
class World:
    """The small plan: one ministry, two akimats, four measures."""

    act: Act
    ministry: Structure
    akimats: tuple[Structure, Structure]


def small_plan() -> World:
    """A plan that on 1 August 2024 stands as follows.

    1 (the ministry, yearly by 31 March): 2023 overdue, 2024 overdue, 2026 void after a repeal.
    1.1 (both akimats alone, yearly): 2024 open for both; the reader doubted its executors.
    2 (the ministry, an akimat contributes): 2024 behind pace; the contribution is due on
    20 August, within 30 days.
    3: its deadline was not read. 4: as needed.
    """
    act = act_of()
    ministry = Structure.objects.create(
        kind="ministry", name_kk="Министрлік", name_ru="Министерство", short_kk="МИН", short_ru="МН"
    )
    first, second = (
        Structure.objects.create(kind="akimat", name_kk=name, name_ru=name, name_en=name)
        for name in ("Абай", "Ұлытау")
    )
    point(act, "1", "Халықаралық ынтымақтастық", kind="direction")
    text = "Басы. 1. Кеңес отырысы; хаттама; 31 наурызға дейін. Соңы."
    document = Document.objects.create(
        digest="d", name="act.txt", media_type="text/plain", size=1, stored_at=AT
    )
    Source.objects.create(act=act, language="kk", document=document, text=text)
    start, end = text.index("1. Кеңес"), text.index(" Соңы")
    council = point(act, "1", "Кеңес отырысы", start=start, end=end)
    duty = duty_of(council, Schedule("year"), deadline_words="31 наурызға дейін")
    lead_by(duty, ministry)
    owed(duty, ministry, date(2023, 3, 31))
    owed(duty, ministry, date(2024, 3, 31))
    owed(duty, ministry, date(2026, 3, 31), outcome="void", void_reason="after_repeal")
    Finding.objects.create(
        act=act,
        kind="sum",
        severity="question",
        message_kk="Мерзімі күмәнді",
        message_ru="Срок сомнителен",
        message_en="Doubtful deadline",
        places=[{"file": "d", "start": start + 2, "end": start + 5}],
    )
    clubs = duty_of(
        point(act, "1.1", "Клубтар", parent=council), Schedule("year"), doubtful=["executors"]
    )
    Party.objects.create(duty=clubs, position=0, words="әкімдіктер", group="akimats", role="lead")
    for akimat in (first, second):
        owed(clubs, akimat, date(2024, 12, 31), quantity=20, shared=True)
    report = duty_of(point(act, "2", "Есеп жинау"), Schedule("year"))
    lead_by(report, ministry)
    Party.objects.create(duty=report, position=1, words="Абай", structure=first, role="contributor")
    lead = owed(report, ministry, date(2024, 12, 31), pace_on=date(2024, 7, 1))
    owed(report, first, date(2024, 8, 20), role="contributor", lead=lead)
    lead_by(duty_of(point(act, "3", "Белгісіз"), None, deadline_words="екі жылда бір"), ministry)
    lead_by(duty_of(point(act, "4", "Кездесулер"), Schedule("as_needed")), ministry)
    return World(act, ministry, (first, second))


def lead_by(duty: Duty, structure: Structure) -> None:
    """Name the lead of a duty."""
    Party.objects.create(
        duty=duty, position=0, words=structure.short_kk, structure=structure, role="lead"
    )


def indicator_of(direction: Provision) -> Indicator:
    """An indicator that a direction plans at 80.6 for 2024, though the fact was 88.3."""
    indicator = Indicator.objects.create(title_kk="Келісім деңгейі", title_ru="Уровень", key="k")
    for year, value in ((2024, "80.6"), (2026, "81.0")):
        Target.objects.create(indicator=indicator, provision=direction, year=year, value=value)
    Observation.objects.create(
        indicator=indicator,
        act=direction.act,
        year=2021,
        kind="fact",
        value="88.3",
        vintage=direction.act.adopted_on,
    )
    return indicator


def large_plan(measures: int = 70, contributors: int = 44) -> Act:
    """A plan of five years with one lead and many contributors to each of its measures: with the
    usual numbers 70 × 5 × 45 = 15,750 obligations."""
    act = act_of("70")
    debtors = Structure.objects.bulk_create(
        Structure(kind="akimat", name_kk=f"Орган {n:02}", name_ru=f"Орган {n:02}")
        for n in range(contributors + 1)
    )
    for direction in ("1", "2", "3"):
        point(act, direction, f"Бағыт {direction}", kind="direction")
    for number in range(1, measures + 1):
        provision = point(act, str(number), f"Іс-шара {number}")
        duty = duty_of(provision, Schedule("year"), direction=str(number % 3 + 1))
        Party.objects.bulk_create(
            Party(
                duty=duty,
                position=place,
                words=debtor.name_kk,
                structure=debtor,
                role="contributor" if place else "lead",
            )
            for place, debtor in enumerate(debtors)
        )
        Obligation.objects.bulk_create(
            Obligation(
                act=duty.provision.act,
                duty=duty,
                debtor=debtor,
                role="contributor" if place else "lead",
                period=str(year),
                period_first=date(year, 1, 1),
                period_last=date(year, 12, 31),
                nominal_on=date(year, 12, 31),
                due_on=date(year, 12, 21 if place else 31),
            )
            for year in range(2022, 2027)
            for place, debtor in enumerate(debtors)
        )
    return act
