"""Every write of indicators."""

from collections.abc import Sequence
from datetime import datetime

from birlik.base.journal.action import action, note
from birlik.base.mandate.models import Indicator, Observation, Target
from birlik.base.mandate.rules import may_record_targets
from birlik.base.records.engine.draft import IndicatorDraft
from birlik.base.records.models import Act, Provision
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import Language, LocalText


@action(
    "indicators.recorded",
    may=may_record_targets,
    label=LocalText("Индикаторлар енгізілді", "Индикаторы внесены", "Indicators recorded"),
)
def record_indicators(
    _by: Actor,
    act: Act,
    /,
    *,
    at: datetime,
    language: Language,
    table: Sequence[IndicatorDraft],
    lines: Sequence[tuple[str, IndicatorDraft]] = (),
) -> int:
    """Enter what an act says of indicators: plans as targets, facts and estimates as observations.

    `table` is the act's table; `lines` are what its plan repeats under a direction, by the
    direction's number: a target belongs to the provision that set it, and the two may disagree. An
    indicator is known by its title, so acts that name it alike speak of one indicator. Returns how
    many indicators the table has.
    """
    provisions = {(one.kind, one.number): one for one in act.provisions.all()}
    for number, row in lines:
        plan_for(named_indicator(row, language), provisions[Provision.Kind.DIRECTION, number], row)
    for row in table:
        indicator = named_indicator(row, language)
        plan_for(indicator, provisions[Provision.Kind.INDICATOR, row.number], row)
        Observation.objects.bulk_create(
            Observation(
                indicator=indicator,
                act=act,
                year=value.year,
                kind=value.kind,
                value=value.value,
                vintage=act.adopted_on,
            )
            for value in row.values
            if value.kind != "plan"
        )
    note(indicators=len(table), lines=len(lines))
    return len(table)


def plan_for(indicator: Indicator, provision: Provision, row: IndicatorDraft) -> None:
    """Keep what a provision plans for an indicator; of a year printed twice the first counts."""
    Target.objects.bulk_create(
        (
            Target(indicator=indicator, provision=provision, year=value.year, value=value.value)
            for value in row.values
            if value.kind == "plan"
        ),
        ignore_conflicts=True,
    )


@action(
    "indicators.worded",
    may=may_record_targets,
    label=LocalText("Индикаторлар аударылды", "Индикаторы названы на языке", "Indicators worded"),
)
def word_indicators(_by: Actor, act: Act, /, *, at: datetime, language: Language) -> int:
    """Call the indicators that an act plans by its words in a language, where they have none yet.

    Returns how many were named.
    """
    rows = Target.objects.filter(
        provision__act=act,
        provision__kind=Provision.Kind.INDICATOR,
        provision__wordings__language=language,
        **{f"indicator__title_{language}": ""},
    )
    titles = dict(rows.values_list("indicator", "provision__wordings__title"))
    for indicator, title in titles.items():
        Indicator.objects.filter(pk=indicator).update(**{f"title_{language}": title})
    note(indicators=len(titles))
    return len(titles)


def named_indicator(row: IndicatorDraft, language: Language) -> Indicator:
    """The indicator of that title, made with the unit of the row when no act has named it before.

    Where the text has lost the beginning of a title, the one indicator whose title ends with what
    is left is meant; the row itself stays uncertain.
    """
    key = indicator_key(row.title)
    if key and not row.certain:
        ending = list(Indicator.objects.filter(key__endswith=key)[:2])
        if len(ending) == 1:
            return ending[0]
    indicator, _ = Indicator.objects.get_or_create(
        key=key,
        defaults={"unit": row.unit, f"title_{language}": row.title},
    )
    return indicator


def indicator_key(title: str) -> str:
    """A title without what is only spelling: case, quotes, spaces and punctuation."""
    return " ".join("".join(c if c.isalnum() else " " for c in title.casefold()).split())[:300]
