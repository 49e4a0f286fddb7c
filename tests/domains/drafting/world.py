"""A concept with two directions, its executors, and who writes, agrees and approves."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from birlik.base.charter.actions import load_charter
from birlik.base.mandate.models import Indicator, Target
from birlik.base.records.models import Act, Provision
from birlik.base.registry.models import Structure, Territory
from birlik.base.values.actor import Actor, Grant
from birlik.base.values.local_text import LocalText
from birlik.domains.drafting.actions import begin_draft, write_measure
from birlik.domains.drafting.actions.begin import Beginning
from birlik.domains.drafting.actions.measures import MeasureWords
from birlik.domains.drafting.engine.content import TaskRow
from birlik.domains.drafting.models import DraftMeasure, PlanDraft

AT = datetime(2026, 2, 2, 6, tzinfo=UTC)
"""The morning of 2 February 2026."""

SYSTEM = Actor.system()
CHARTER = """
completion_form:
  minutes:
    - {kk: хаттама, ru: протокол, en: minutes, from: 2000-01-01, ground: x, evidence: protocol}
act_kind:
  decree:
    - {kk: жарлық, ru: указ, en: decree, from: 1995-08-30, ground: x}
executor_group:
  akimats:
    - kk: облыстардың әкімдіктері
      ru: акиматы областей
      en: akimats
      from: 2000-01-01
      ground: x
      words: [облыстардың әкімдіктері, акиматы областей]
      gathers: akimat
"""
TASKS = (
    TaskRow("1", LocalText("Ұйым", "Организация")),
    TaskRow("1.1", LocalText("орнықтылық", "устойчивость"), "1"),
    TaskRow("1.2", LocalText("цифрландыру", "цифровизация"), "1"),
    TaskRow("2", LocalText("Ақпарат", "Информация")),
    TaskRow("2.1", LocalText("ағарту", "просвещение"), "2"),
)
MEETINGS = MeasureWords(
    direction="1",
    title=LocalText("Кеңес отырыстары", "Заседания совета"),
    form=LocalText("хаттама", "протокол"),
    deadline=LocalText("тоқсан сайын", "ежеквартально"),
    executors=LocalText("МАМ, облыстардың әкімдіктері", "МКИ, акиматы областей"),
    tasks=("1.1", "1.2"),
)
FAIR = MeasureWords(
    direction="2",
    title=LocalText("Кітап жәрмеңкесі", "Книжная ярмарка"),
    form=LocalText("хаттама", "протокол"),
    deadline=LocalText("2027 жылғы IV тоқсан", "IV квартал 2027 года"),
    executors=LocalText("СІМ", "МИД"),
    tasks=("2.1",),
)


def person(account: int, *grants: Grant) -> Actor:
    """Somebody who acts with these powers, in no appointment of the registry."""
    return Actor(account, None, f"person {account}", frozenset(grants))


@dataclass(frozen=True, slots=True)
class World:
    """The concept, a national draft with two measures, two ministries, two regions with akimats.

    `meetings` names the first ministry and the group of akimats, `fair` the second ministry.
    """

    concept: Act
    indicator: Indicator
    draft: PlanDraft
    meetings: DraftMeasure
    fair: DraftMeasure
    culture: Structure
    foreign: Structure
    regions: tuple[Territory, Territory]
    akimats: tuple[Structure, Structure]
    drafter: Actor
    secretary: Actor
    chair: Actor
    executor: Actor
    head: Actor
    stranger: Actor


def concept_of() -> tuple[Act, Indicator]:
    """A concept of 2025 to 2030 that sets a target."""
    adopted_on = date(2025, 12, 29)
    act = Act.objects.create(
        kind="decree", number="1144", title_kk="Тұжырымдама", title_ru="Концепция",
        adopted_on=adopted_on, in_force_from=adopted_on, first_year=2026, last_year=2030,
        confirmed_at=AT, controlled_from=adopted_on,
    )  # fmt: skip
    point = Provision.objects.create(
        act=act, kind="indicator", path="indicator/1", number="1", position=0
    )
    indicator = Indicator.objects.create(title_kk="Келісім", title_ru="Согласие", key="accord")
    Target.objects.create(indicator=indicator, provision=point, year=2026, value=82)
    return act, indicator


def world(offices: str = "") -> World:
    """The whole of it; `offices` are kinds of office that the charter has besides."""
    load_charter(SYSTEM, None, at=AT, content=(CHARTER + offices).encode())
    concept, indicator = concept_of()
    culture, foreign = (
        Structure.objects.create(
            kind="ministry", name_kk=kk, name_ru=ru, short_kk=short_kk, short_ru=short_ru
        )
        for kk, ru, short_kk, short_ru in (
            ("Мәдениет министрлігі", "Министерство культуры", "МАМ", "МКИ"),
            ("Сыртқы істер министрлігі", "Министерство иностранных дел", "СІМ", "МИД"),
        )
    )
    regions = tuple(
        Territory.objects.create(code=code, kind="oblast", name_kk=name, name_ru=name, name_en=name)
        for code, name in (("350000000", "Қарағанды"), ("100000000", "Абай"))
    )
    akimats = tuple(
        Structure.objects.create(
            kind="akimat",
            name_kk=f"{one.name_kk} әкімдігі",
            name_ru=f"Акимат {one.name_ru}",
            territory=one,
        )
        for one in regions
    )
    beginning = Beginning(
        concept=concept, title=LocalText("Жоспар", "План"), years=(2026, 2030), tasks=TASKS
    )
    drafter = person(1, Grant("plans.draft"), Grant("acts.import"))
    draft = begin_draft(drafter, None, at=AT, beginning=beginning)
    code = regions[0].code
    return World(
        concept=concept,
        indicator=indicator,
        draft=draft,
        meetings=write_measure(drafter, draft, at=AT, words=MEETINGS),
        fair=write_measure(drafter, draft, at=AT, words=FAIR),
        culture=culture,
        foreign=foreign,
        regions=(regions[0], regions[1]),
        akimats=(akimats[0], akimats[1]),
        drafter=drafter,
        secretary=person(2, Grant("plans.draft", territory_code=code)),
        chair=person(3, Grant("plans.approve", territory_code=code)),
        executor=person(4, Grant("plans.agree", structure_id=culture.pk)),
        head=person(5, Grant("plans.read")),
        stranger=person(6),
    )
