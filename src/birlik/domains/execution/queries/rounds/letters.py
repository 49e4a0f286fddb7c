"""To whom the letters of a round go, and what fills their fields."""

from collections.abc import Iterable

from birlik.base.registry.models import Structure
from birlik.base.values.clock import ZONE
from birlik.base.values.local_text import LocalText
from birlik.base.values.period import Period
from birlik.domains.execution.models import Round, Sheet, SheetRow


def addressees_of(one: Round, *, awaited: bool) -> list[Structure]:
    """The bodies that a round asks, or only those that have not answered, by territory and
    name."""
    sheets = one.sheets.select_related("structure")
    if awaited:
        sheets = sheets.exclude(state=Sheet.State.SENT)
    return [sheet.structure for sheet in sheets]


def fields_of(one: Round, bodies: Iterable[Structure]) -> dict[int, dict[str, LocalText]]:
    """Number of a body → what fills the fields of its letter: the act, the period and its points,
    or the subject of an ad hoc round; and the term. One query."""
    local = one.due_at.astimezone(ZONE)
    term = LocalText(f"{local:%d.%m.%Y}, сағат {local:%H:%M}", f"{local:%d.%m.%Y}, {local:%H:%M}")
    common = {"term": term, "subject": one.title}
    if one.act is None:
        return {body.pk: common for body in bodies}
    number, day = one.act.number, f"{one.act.adopted_on:%d.%m.%Y}"
    common |= {
        "act": LocalText(
            f"{one.act.title.get('kk')} ({day} № {number})",
            f"{one.act.title.get('ru')} (№ {number} от {day})",
        ),
        "period": Period.parse(one.period).in_words(),
    }
    points = points_asked(one)
    return {body.pk: common | {"points": listed(points.get(body.pk, ()))} for body in bodies}


def points_asked(one: Round) -> dict[int, list[str]]:
    """Number of a body → the points of the act on its sheet, in order, each once."""
    rows = SheetRow.objects.filter(sheet__round=one, obligation__isnull=False).order_by(
        "sheet", "position"
    )
    found: dict[int, list[str]] = {}
    for body, number in rows.values_list("sheet__structure", "obligation__duty__provision__number"):
        points = found.setdefault(body, [])
        if number not in points:
            points.append(number)
    return found


def listed(points: Iterable[str]) -> LocalText:
    """Points one after another; a dash where there are none yet."""
    words = ", ".join(points) or "—"
    return LocalText(words, words)
