"""What bodies answered to the rounds of an act and a period, for those who reported nothing."""

from collections.abc import Mapping
from datetime import date

from birlik.base.records.models import Act
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.base.values.period import Period
from birlik.domains.execution.engine.report.content import Informed
from birlik.domains.execution.engine.rounds.cells import (
    LINK,
    QUANTITY,
    STANDING,
    TEXT_KK,
    TEXT_RU,
    number_in,
)
from birlik.domains.execution.engine.rounds.columns import STANDARD
from birlik.domains.execution.models import Sheet, SheetRow

STANDINGS = {option.code: option.words for option in STANDARD[0].options}


def informed_by_rounds(act: Act, period: Period) -> dict[int, Informed]:
    """Number of an obligation → what was sent of it in the newest round of an act and a period. One
    query."""
    rows = SheetRow.objects.filter(
        sheet__round__act=act,
        sheet__round__period=period.code,
        sheet__state=Sheet.State.SENT,
        obligation__isnull=False,
    ).order_by("sheet__round__opened_at", "sheet__sent_at")
    found = rows.values_list(
        "obligation", "cells", "sheet__round__dated_on", "sheet__round__opened_at"
    )
    return {
        number: informed(cells, on=dated_on or day_of(opened_at))
        for number, cells, dated_on, opened_at in found
        if cells and opened_at
    }


def informed(cells: Mapping[str, str], *, on: date) -> Informed:
    """The standard cells of a row as a report tells them."""
    number = number_in(cells.get(QUANTITY, ""))
    return Informed(
        on=on,
        standing=STANDINGS.get(cells.get(STANDING, ""), LocalText()),
        text=LocalText(cells.get(TEXT_KK, ""), cells.get(TEXT_RU, "")),
        done=int(number) if number is not None else None,
        link=cells.get(LINK, ""),
    )
