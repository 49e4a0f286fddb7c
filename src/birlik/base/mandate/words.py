"""What the values of an indicator mean, said in the reader's language."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from birlik.base.mandate.charts import Mark, Picture, PlanLine
from birlik.base.mandate.engine.contradictions import Contradiction
from birlik.base.mandate.engine.course import Planned, Seen
from birlik.base.mandate.engine.standing import Standing, margin_of
from birlik.base.mandate.queries import IndicatorCourse
from birlik.base.records.models import Act, Provision
from birlik.base.ui.language import reader_language
from birlik.base.ui.templatetags.birlik import number


@dataclass(frozen=True, slots=True)
class Remark:
    """A state in words with the tone in which it is shown."""

    tone: str
    text: str


def measured(value: Decimal, unit: str) -> str:
    """A value with its unit, set apart by a space that does not break: "88,3 %"."""
    return f"{number(value)}\u00a0{unit}" if unit else number(value)


def apart(difference: Decimal, unit: str) -> str:
    """A difference with its unit: percentages differ by percentage points."""
    if unit != "%":
        return measured(difference, unit)
    return _("%(value)s pp") % {"value": number(difference)}


def act_name(act: Act) -> str:
    """An act by its number: "№ 1144"."""
    return _("No. %(number)s") % {"number": act.number}


def paper(plan: Planned, course: IndicatorCourse) -> str:
    """The act that set a plan; with the point of it where two points of that act plan the
    indicator."""
    act = act_name(course.acts[plan.act])
    points = {one.provision for one in course.planned if one.act == plan.act}
    if len(points) == 1:
        return act
    point = course.provisions[plan.provision]
    if point.kind == Provision.Kind.DIRECTION:
        return _("%(act)s, direction %(number)s") % {"act": act, "number": point.number}
    return _("%(act)s, table of indicators") % {"act": act}


def contradiction_in_words(found: Contradiction, course: IndicatorCourse) -> str:
    """One sentence that says which values do not go together."""
    unit = course.indicator.unit
    match found:
        case Contradiction("target_reached", planned=(plan,), seen=Seen() as fact):
            above = _(
                "The %(year)s fact, %(value)s, lies above the %(plan_year)s plan, "
                "%(plan)s (%(act)s)."
            )
            below = _(
                "The %(year)s fact, %(value)s, lies below the %(plan_year)s plan, "
                "%(plan)s (%(act)s)."
            )
            return (above if fact.value > plan.value else below) % {
                "year": fact.year,
                "value": measured(fact.value, unit),
                "plan_year": plan.year,
                "plan": measured(plan.value, unit),
                "act": paper(plan, course),
            }
        case Contradiction("estimate_against_fact", seen=Seen() as estimate, fact=Seen() as fact):
            return _(
                "The %(year)s estimate, %(value)s, is worse than the %(fact_year)s fact, %(fact)s."
            ) % {
                "year": estimate.year,
                "value": measured(estimate.value, unit),
                "fact_year": fact.year,
                "fact": measured(fact.value, unit),
            }
        case Contradiction("estimate_against_plan", planned=(plan,), seen=Seen() as estimate):
            return _(
                "The %(year)s estimate, %(value)s, is not what %(act)s planned for that year, "
                "%(plan)s."
            ) % {
                "year": estimate.year,
                "value": measured(estimate.value, unit),
                "act": paper(plan, course),
                "plan": measured(plan.value, unit),
            }
    plans = (f"{measured(one.value, unit)} ({paper(one, course)})" for one in found.planned)
    return _("Different values are planned for %(year)s: %(values)s.") % {
        "year": found.planned[0].year,
        "values": ", ".join(plans),
    }


def standing_in_words(found: Standing) -> Remark:
    """Where a fact stands against the plan for its year."""
    tones = {True: "ok", False: "late", None: "ok" if found.place == "equal" else "wait"}
    texts = {
        "above": _("above the target"),
        "below": _("below the target"),
        "equal": _("exactly on the target"),
        "within": _("within the survey’s error"),
    }
    return Remark(tones[found.favourable], texts[found.place])


def error_in_words(found: Standing, unit: str) -> str:
    """By how much a fact differs from the plan, and whether the error of the survey is known."""
    difference = f"{'+' if found.difference > 0 else '−'}{apart(abs(found.difference), unit)}"
    if found.margin is None:
        return _("difference %(difference)s; the survey’s error is unknown") % {
            "difference": difference
        }
    return _("difference %(difference)s; the survey’s error is ±%(margin)s") % {
        "difference": difference,
        "margin": apart(found.margin.quantize(Decimal("0.01")), unit),
    }


def picture_of(course: IndicatorCourse) -> Picture:
    """The chart of an indicator, written in the reader's language."""
    return Picture(
        lines=tuple(lines_of(course)),
        marks=tuple(map(mark_of, course.seen)),
        unit=course.indicator.unit,
        decimal="." if reader_language() == "en" else ",",
    )


def lines_of(course: IndicatorCourse) -> Iterable[PlanLine]:
    """A line for each paper that plans the indicator, the oldest act first."""
    for name, plans in plans_by_paper(course):
        value, points = (
            number(plans[-1].value),
            tuple((one.year, float(one.value)) for one in plans),
        )
        yield PlanLine(
            label=_("%(value)s · plan, %(act)s") % {"value": value, "act": name},
            short=f"{value} · {act_name(course.acts[plans[0].act])}",
            points=points,
            in_force=course.acts[plans[0].act].repealed_on is None,
        )


def mark_of(seen: Seen) -> Mark:
    """A fact or an estimate with its label."""
    value = number(seen.value)
    margin = margin_of(seen)
    label = _("fact %(value)s") if seen.kind == "fact" else _("estimate %(value)s")
    return Mark(
        kind=seen.kind,
        year=seen.year,
        value=float(seen.value),
        label=label % {"value": value},
        short=value,
        margin=None if margin is None else float(margin),
    )


def picture_in_words(course: IndicatorCourse) -> str:
    """What the chart shows, in one sentence for those who cannot see it."""
    unit = course.indicator.unit
    parts = [
        _("plan by %(act)s: from %(first)s in %(first_year)s to %(last)s in %(last_year)s")
        % {
            "act": name,
            "first": measured(plans[0].value, unit),
            "first_year": plans[0].year,
            "last": measured(plans[-1].value, unit),
            "last_year": plans[-1].year,
        }
        for name, plans in plans_by_paper(course)
    ]
    parts += [
        (
            _("fact in %(year)s: %(value)s")
            if one.kind == "fact"
            else _("estimate for %(year)s: %(value)s")
        )
        % {"year": one.year, "value": measured(one.value, unit)}
        for one in course.seen
    ]
    return _("Chart: %(parts)s.") % {"parts": "; ".join(parts)}


def plans_by_paper(course: IndicatorCourse) -> list[tuple[str, list[Planned]]]:
    """The plans by year under the name of their paper, the oldest act first.

    An act's points that plan the indicator stand apart only where they disagree.
    """
    ordered = sorted(course.planned, key=lambda one: (one.set_on, one.provision, one.year))
    by_act: dict[int, dict[int, list[Planned]]] = {}
    for plan in ordered:
        by_act.setdefault(plan.act, {}).setdefault(plan.provision, []).append(plan)
    found: list[tuple[str, list[Planned]]] = []
    for act, points in by_act.items():
        plans = [plan for point in points.values() for plan in point]
        once = {plan.year: plan for plan in plans}
        if all(once[plan.year].value == plan.value for plan in plans):
            found.append((act_name(course.acts[act]), [once[year] for year in sorted(once)]))
        else:
            found += [(paper(point[0], course), point) for point in points.values()]
    return found
