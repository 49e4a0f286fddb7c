"""Accreditation in the demonstration: the rounds of 2022 and 2025 as they were entered from files,
and one of 2026 with applications at every stage. All protocols are invented.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, timedelta

from birlik.base.obligations.actions import BroughtFile
from birlik.base.records.models import Telling
from birlik.base.registry.models import Structure, Territory
from birlik.base.registry.queries import actor_in, structures_of_kind
from birlik.base.values.actor import Actor
from birlik.base.values.clock import ZONE, day_of
from birlik.base.values.local_text import LocalText
from birlik.domains.accreditation.actions import (
    PaperHead,
    ProtocolLine,
    attach_paper,
    begin_application,
    complete_application,
    load_earlier,
    open_round,
    record_protocol,
    return_application,
    submit_application,
    vote,
    write_application,
)
from birlik.domains.accreditation.engine.checklist import PAPERS
from birlik.domains.accreditation.engine.earlier import EarlierRow
from birlik.domains.accreditation.engine.protocol import ProtocolHead
from birlik.domains.accreditation.models import Application, Certificate, Round
from birlik.domains.accreditation.queries.certificates import certificates
from birlik.domains.accreditation.queries.rounds import rounds
from birlik.domains.accreditation.rules.reach import region_of
from birlik.wiring.demo.people import DemoPerson, Staff, settle

SYSTEM = Actor.system()
EARLIER_AT = datetime(2026, 3, 20, 11, tzinfo=ZONE)
OPENED_AT = datetime(2026, 10, 5, 10, tzinfo=ZONE)
APPLIED_AT = datetime(2026, 10, 20, 10, tzinfo=ZONE)
CHECKED_AT = datetime(2026, 10, 28, 15, tzinfo=ZONE)
VOTED_AT = datetime(2026, 11, 10, 11, tzinfo=ZONE)
DECIDED_AT = datetime(2026, 11, 13, 16, tzinfo=ZONE)
CLOSED_ON = date(2026, 12, 25)
EARLIER = {2022: date(2022, 6, 10), 2025: date(2025, 6, 12)}
"""The rounds that were held, with the day from which their certificates are valid."""

LEFT_OUT, APPLY = 9, 6
"""In 2025 each ninth association was not accredited, nor were the first six of every region, so
that some apply in 2026."""

KINDS = ("republican_ethnocultural_association", "ethnocultural_association")
FITS = LocalText(
    "Бірлестік аккредиттеу өлшемшарттарына сай келеді.",
    "Объединение соответствует критериям аккредитации.",
)
UNFIT = LocalText(
    "Соңғы үш жылда бірлестіктің қызметі туралы мәлімет расталмады.",
    "Деятельность объединения за последние три года не подтверждена.",
)
LACKS = LocalText("", "Нет последней страницы устава и отчета о деятельности.")
SUSPENDED = LocalText("Жылдық есеп ұсынылмаған.", "Не представлен годовой отчет.")
HEAD = LocalText("Бірлестік жетекшісі", "Руководитель объединения", "Head of an association")
MEMBER = LocalText(
    "Аккредиттеу комиссиясының мүшесі",
    "Член комиссии по аккредитации",
    "Member of the accreditation commission",
)
APPLICANT = DemoPerson(
    "Асқар Жетекшин", "association@birlik.example", "association_head", "", HEAD, "ru"
)
MEMBERS = tuple(
    DemoPerson(f"{name} Комиссияев", f"{mail}@birlik.example", "commission_member", "", MEMBER)
    for name, mail in (
        ("Сәуле", "commission"),
        ("Виктор", "commission-2"),
        ("Марат", "commission-3"),
    )
)
"""Who may sign in beside the staff: the head of an association, and three members of the
commission of the region whose secretary signs in too."""


class Accrediting:
    """The round of 2026 on its way: the applications by what becomes of them."""

    def __init__(self) -> None:
        self.members: list[Actor] = []
        self.made: list[Application] = []
        self.region: Territory | None = None
        self.secretary = SYSTEM

    def enter_earlier(self, _staff: Staff) -> None:
        """Load the rounds of 2022 and 2025 for the associations that there were."""
        for year, begins in EARLIER.items():
            opened = open_round(
                SYSTEM,
                None,
                at=EARLIER_AT,
                year=year,
                opened_on=date(year, 2, 1),
                closed_on=date(year, 5, 31),
            )
            rows = earlier_rows(year, begins, associations(EARLIER_AT))
            load_earlier(SYSTEM, opened, at=EARLIER_AT, rows=rows, told=Telling.INVENTED)

    def open(self, staff: Staff) -> None:
        """Open the round of 2026, and seat the commission of the secretary's region."""
        open_round(
            staff.coordinator,
            None,
            at=OPENED_AT,
            year=2026,
            opened_on=day_of(OPENED_AT),
            closed_on=CLOSED_ON,
        )
        code, self.secretary = next(iter(staff.secretaries.items()))
        commission = next(
            one
            for one in structures_of_kind("accreditation_commission", on=day_of(OPENED_AT))
            if one.territory is not None and one.territory.code == code
        )
        self.region = commission.territory
        for one in MEMBERS:
            held = settle(one, commission, at=OPENED_AT, secret=staff.secret)
            account = held.person.account
            self.members.append(actor_in(held, account, on=day_of(OPENED_AT)))

    def apply(self, staff: Staff) -> None:
        """Associations of the region that have no certificate apply; the last comes on paper."""
        found = rounds().get(year=2026)
        bodies = [one for one in self.free() if region_of(one) == self.region][:APPLY]
        for place, body in enumerate(bodies):
            paper = PaperHead("14", day_of(APPLIED_AT)) if place == 5 else None
            self.made.append(applied(body, found, paper))
        settle(APPLICANT, bodies[0], at=APPLIED_AT, secret=staff.secret)

    def free(self) -> list[Structure]:
        """The associations without a certificate of 2025."""
        last = rounds().get(year=2025)
        listed = certificates(by=SYSTEM, on=day_of(APPLIED_AT), round_=last)
        taken = {one.certificate.structure_id for one in listed}
        return [one for one in associations(APPLIED_AT) if one.pk not in taken]

    def check(self, _staff: Staff) -> None:
        """The first is returned for what it lacks, the second still waits; the others are
        complete."""
        first, _second, *others = self.made
        return_application(
            self.secretary, first, at=CHECKED_AT, missing=["charter", "report"], reason=LACKS
        )
        for one in others:
            complete_application(self.secretary, one, at=CHECKED_AT)

    def hear(self, _staff: Staff) -> None:
        """Two are voted on by all; on one the first member has still to vote, and on one all."""
        all_for, against, others = ("for",) * 3, ("against", "against", "for"), ("for", "for")
        voting = ((self.members, all_for), (self.members, against), (self.members[1:], others))
        for one, (members, choices) in zip(self.made[2:], voting, strict=False):
            for member, choice in zip(members, choices, strict=True):
                vote(member, one, at=VOTED_AT, choice=choice)

    def decide(self, _staff: Staff) -> None:
        """One is accredited and one refused; a certificate of 2025 is suspended."""
        granted, refused = self.made[2:4]
        lines = [ProtocolLine(granted, FITS), ProtocolLine(refused, UNFIT)]
        listed = certificates(by=SYSTEM, on=day_of(DECIDED_AT), round_=rounds().get(year=2025))
        near = [one.certificate for one in listed if self.hears(one.certificate)]
        lines += [ProtocolLine(one, SUSPENDED, "suspended") for one in near[:1]]
        record_protocol(
            self.secretary,
            self.region,
            at=DECIDED_AT,
            head=ProtocolHead("2", day_of(DECIDED_AT)),
            lines=lines,
            told=Telling.INVENTED,
        )

    def hears(self, certificate: Certificate) -> bool:
        """Whether the commission of the region hears the association of a certificate."""
        return region_of(certificate.structure) == self.region


def associations(at: datetime) -> list[Structure]:
    """The associations of a day, those of the republic first."""
    return [one for kind in KINDS for one in structures_of_kind(kind, on=day_of(at))]


def earlier_rows(year: int, begins: date, bodies: Iterable[Structure]) -> list[EarlierRow]:
    """The certificates of a round: a sitting in each region."""
    rows: list[EarlierRow] = []
    counts, met = Counter[str](), Counter[str]()
    for place, body in enumerate(bodies):
        region = region_of(body)
        code = region.code if region else ""
        met[code] += 1
        there = body.founded_on is None or body.founded_on < begins
        if not there or (year == 2025 and (place % LEFT_OUT == 0 or met[code] <= APPLY)):
            continue
        counts[code] += 1
        number = f"{year}-{code[:2] or '00'}-{counts[code]:03}"
        held = begins - timedelta(days=3)
        rows.append(EarlierRow(place, body.pk, code, number, begins, None, "1", held))
    return rows


def applied(body: Structure, found: Round, paper: PaperHead | None) -> Application:
    """An application with every paper, submitted."""
    made = begin_application(SYSTEM, body, at=APPLIED_AT, round_=found, paper=paper)
    words = (
        "Демонстрация: мәдени орталық, тіл курстары, мерекелер / культурный центр, языковые курсы"
    )
    write_application(SYSTEM, made, at=APPLIED_AT, statement=words, branches=())
    for item, name in PAPERS.items():
        content = f"Демонстрация. {name.kk} / {name.ru}: {body.name_ru}".encode()
        file = None if paper else BroughtFile(f"{item}.txt", "text/plain", content)
        attach_paper(SYSTEM, made, at=APPLIED_AT, item=item, file=file)
    submit_application(SYSTEM, made, at=APPLIED_AT)
    return made


def accreditation_events() -> Sequence[tuple[datetime, Callable[[Staff], None]]]:
    """What happens in accreditation, and when; after the register is there."""
    work = Accrediting()
    return (
        (EARLIER_AT, work.enter_earlier),
        (OPENED_AT, work.open),
        (APPLIED_AT, work.apply),
        (CHECKED_AT, work.check),
        (VOTED_AT, work.hear),
        (DECIDED_AT, work.decide),
    )
