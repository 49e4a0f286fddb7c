"""Every read of the mandate."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from birlik.base.mandate.engine.contradictions import Contradiction, contradictions
from birlik.base.mandate.engine.course import Planned, Seen, last_fact, newest
from birlik.base.mandate.engine.standing import Standing, standings
from birlik.base.mandate.models import Indicator, Observation, Target
from birlik.base.records.models import Act, Provision
from birlik.base.records.queries.retellings import told_twice


@dataclass(frozen=True, slots=True)
class IndicatorCourse:
    """One indicator with everything the papers say of it.

    `seen` holds the newest vintage of each year and kind, for the whole country; `acts` and
    `provisions` give the papers by the numbers that the values carry.
    """

    indicator: Indicator
    planned: tuple[Planned, ...]
    seen: tuple[Seen, ...]
    acts: Mapping[int, Act]
    provisions: Mapping[int, Provision]

    @property
    def last_fact(self) -> Seen | None:
        """The measured value of the latest year."""
        return last_fact(self.seen)

    @property
    def standings(self) -> tuple[Standing, ...]:
        """Every fact beside every plan for its year, by year."""
        return standings(self.seen, self.planned, rising=self.indicator.rising)

    @property
    def contradictions(self) -> tuple[Contradiction, ...]:
        """Where the papers disagree about this indicator."""
        return contradictions(self.seen, self.planned, rising=self.indicator.rising)


def indicator_courses(*, act: int | None = None) -> tuple[IndicatorCourse, ...]:
    """All indicators, in the order in which the acts named them, in three queries.

    With `act`, only those for which that act plans or states something, though with all that the
    other acts say of them.
    """
    courses = tuple(map(course_of, indicators()))
    return courses if act is None else tuple(one for one in courses if act in one.acts)


def indicator_course(indicator: int) -> IndicatorCourse | None:
    """One indicator by its number, or None when there is no such indicator."""
    found = indicators().filter(pk=indicator).first()
    return course_of(found) if found else None


def indicators() -> QuerySet[Indicator]:
    """The indicators of which some act speaks, with their targets and the observations of the whole
    country; a retelling is not heard where the act itself is here."""
    targets = Target.objects.exclude(told_twice("provision__act__"))
    observations = Observation.objects.exclude(told_twice("act__"))
    spoken_of = Q(Exists(targets.filter(indicator=OuterRef("pk")))) | Q(
        Exists(observations.filter(indicator=OuterRef("pk")))
    )
    return Indicator.objects.filter(spoken_of).prefetch_related(
        Prefetch("targets", targets.select_related("provision__act")),
        Prefetch("observations", observations.filter(territory=None).select_related("act")),
    )


def course_of(indicator: Indicator) -> IndicatorCourse:
    """An indicator whose targets and observations are loaded, as its course."""
    targets, observations = indicator.targets.all(), indicator.observations.all()
    papers = (
        *(one.provision.act for one in targets),
        *(one.act for one in observations if one.act),
    )
    return IndicatorCourse(
        indicator=indicator,
        planned=tuple(map(planned, targets)),
        seen=newest(map(seen, observations)),
        acts={one.pk: one for one in oldest_first(papers)},
        provisions={one.provision_id: one.provision for one in targets},
    )


def oldest_first(acts: Iterable[Act]) -> list[Act]:
    """The acts by the day of their adoption."""
    return sorted(acts, key=lambda one: (one.adopted_on, one.pk))


def planned(target: Target) -> Planned:
    """A stored target as the engine takes it."""
    provision = target.provision
    return Planned(
        act=provision.act_id,
        provision=provision.pk,
        set_on=provision.act.adopted_on,
        year=target.year,
        value=target.value,
    )


def seen(observation: Observation) -> Seen:
    """A stored observation as the engine takes it."""
    return Seen(
        year=observation.year,
        kind="fact" if observation.kind == Observation.Kind.FACT else "estimate",
        value=observation.value,
        vintage=observation.vintage,
        standard_error=observation.standard_error,
        act=observation.act_id,
    )
