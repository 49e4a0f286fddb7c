"""What the associations of the demonstration did, and their yearly reports: invented, in bulk."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from hashlib import sha256

from birlik.base.registry.models import Structure
from birlik.base.values.actor import Actor
from birlik.base.values.clock import ZONE, day_of
from birlik.domains.programmes.actions import YearRow, take_years
from birlik.domains.programmes.engine.fitting import ActivityRow, ReportRow
from birlik.domains.programmes.queries.work import reporting_bodies
from birlik.wiring.demo.people import Staff

SYSTEM = Actor.system()
REPORTED_AT = datetime(2026, 11, 12, 12, tzinfo=ZONE)
INVENTED = (
    ("event", "Ұлттық тағамдар күні", "День национальной кухни", (40, 400)),
    ("event", "Наурыз мерекесі", "Праздник Наурыз", (100, 900)),
    ("event", "Алғыс айту күні", "День благодарности", (30, 250)),
    ("course", "Қазақ тілі курсы", "Курсы казахского языка", (8, 30)),
    ("course", "Ана тілі курсы", "Курсы родного языка", (6, 25)),
    ("publication", "Әндер жинағы", "Сборник песен", (0, 0)),
    ("media", "Телевизиялық сюжет", "Телевизионный сюжет", (0, 0)),
    ("project", "Шеберлер мектебі", "Школа мастеров", (10, 60)),
    ("help", "Азық-түлік себеттері", "Продуктовые наборы", (20, 150)),
)
"""Kind, title, and between how many people took part; (0, 0) where nobody counts them."""


def programme_events() -> tuple[tuple[datetime, Callable[[Staff], None]], ...]:
    """What happens to yearly reports, and when; after the register is there."""
    return ((REPORTED_AT, lambda _staff: report_years(at=REPORTED_AT)),)


def report_years(*, at: datetime) -> None:
    """Last year's reports of nine associations in ten, and what has been done this year so far."""
    today = day_of(at)
    last = date(today.year - 1, 12, 31)
    bodies = list(reporting_bodies(last.year, by=None, today=today).order_by("pk"))
    rows = [year_of(one, last) for one in bodies]
    take_years(SYSTEM, None, at=at, year=last.year, rows=rows)
    begun = [one for one in bodies if one.closed_on is None and drawn(2, one.pk, "begun")]
    rows = [YearRow(one.pk, year_of(one, today).done) for one in begun]
    take_years(SYSTEM, None, at=at, year=today.year, rows=rows)


def drawn(among: int, *words: object) -> int:
    """A number from 0 up to `among`, the same for the same words whenever it is asked for."""
    digest = sha256("|".join(map(str, words)).encode()).digest()
    return int.from_bytes(digest[:8]) % among


def year_of(body: Structure, until: date) -> YearRow:
    """A year of an association up to a day."""
    key = (body.pk, until.year)
    done = tuple(activity(until, (*key, n)) for n in range(2 + drawn(6, *key, "count")))
    members = 15 + drawn(585, *key, "members")
    report = ReportRow(members, members // 200, drawn(4, *key, "staff"))
    return YearRow(body.pk, done, report if drawn(10, *key, "report") else None)


def activity(until: date, key: tuple[int, ...]) -> ActivityRow:
    """Something that was done between New Year and a day."""
    kind, kk, ru, (least, most) = INVENTED[drawn(len(INVENTED), *key)]
    days = drawn(until.timetuple().tm_yday, *key, "day")
    first = date(until.year, 1, 1) + timedelta(days=days)
    return ActivityRow(
        kind=kind,
        title_kk=kk,
        title_ru=ru,
        first_on=first,
        last_on=min(first + timedelta(days=60), until) if kind == "course" else None,
        participants=least + drawn(most - least, *key, "people") if most else None,
        languages=(("kk", "ru")[drawn(2, *key, "language")],),
    )
