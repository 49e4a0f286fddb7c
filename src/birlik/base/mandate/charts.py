"""The chart of one indicator as SVG, drawn on the server.

The words and numbers arrive written in the reader's language; here they only find their place.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from itertools import cycle, groupby
from json import dumps
from typing import Any, Literal

import altair as alt
import vl_convert

Shape = Literal["wide", "narrow"]
SIZES: Mapping[Shape, tuple[int, int]] = {"wide": (760, 290), "narrow": (320, 270)}
"""Width and height of a chart in pixels; the narrow one is for telephones."""

FONT = "Noto Sans, system-ui, Segoe UI, Roboto, DejaVu Sans, sans-serif"
INK, QUIET, LINE, GOLD = "#16232e", "#4b5b68", "#dfe6ec", "#8a5a12"
IN_FORCE = (("#0a7ea4", (1, 0)), ("#6a5aa8", (2, 3)), ("#2f7d4f", (8, 3)))
REPEALED = (("#5c6b77", (5, 4)), ("#7d6a4a", (2, 2)))
"""Colour and stroke of the lines by the force of their acts: told apart by stroke as well."""

EDITION = 2
"""Changes with the drawing itself, so that no chart kept from before stands for a new one."""

Row = dict[str, str | int | float]


@dataclass(frozen=True, slots=True)
class PlanLine:
    """What one paper planned: (year, value) in order, and the label at the line's end.

    `in_force` says whether its act still is; `short` is its label where there is little room.
    """

    label: str
    points: tuple[tuple[int, float], ...]
    in_force: bool = True
    short: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A value that was seen; `margin` is half the width of its confidence interval, where known.

    `short` is its label where there is little room.
    """

    kind: Literal["fact", "estimate"]
    year: int
    value: float
    label: str
    short: str
    margin: float | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """All that a chart shows; `decimal` is the decimal sign, `unit` follows each number."""

    lines: tuple[PlanLine, ...]
    marks: tuple[Mark, ...]
    unit: str
    decimal: str

    @property
    def digest(self) -> str:
        """The same for the same picture, so that a drawn one can be kept under it."""
        text = dumps([EDITION, asdict(self)], ensure_ascii=False, sort_keys=True)
        return sha256(text.encode()).hexdigest()[:16]


def draw(picture: Picture, shape: Shape = "wide") -> str:
    """The picture as a stand-alone SVG.

    Raises ValueError for a picture without any value: there is nothing to draw. A line has at
    least one point.
    """
    if not picture.marks and not picture.lines:
        raise ValueError("an indicator without values has no chart")
    width, height = SIZES[shape]
    x, y = axes(picture, shape)
    layers = [
        *plan_layers(picture.lines, x, y, short=shape == "narrow"),
        *mark_layers(picture.marks, x, y, short=shape == "narrow"),
    ]
    chart = (
        alt.layer(*layers)
        .properties(width=width, height=height, padding={"left": 4, "right": 26, "top": 8})
        .configure(font=FONT)
        .configure_view(stroke=None)
    )
    return vl_convert.vegalite_to_svg(chart.to_dict())


def axes(picture: Picture, shape: Shape) -> tuple[alt.X, alt.Y]:
    """The years from the first to the last, and the values with a little room around them."""
    seen = [mark.year for mark in picture.marks]
    planned = [year for line in picture.lines for year, _ in line.points]
    years = list(range(min(seen + planned), max(seen + planned) + 1))
    low, high = span(picture)
    room = max((high - low) * 0.14, 0.5)
    number = f"replace(format(datum.value, '~f'), '.', '{picture.decimal}')"
    x = alt.X(
        "year:O",
        scale=alt.Scale(domain=years),
        axis=alt.Axis(
            title=None,
            labelAngle=0,
            labelFontSize=12 if shape == "wide" else 11,
            labelColor=QUIET,
            labelOverlap=True,
            domainColor=LINE,
            ticks=False,
            labelPadding=8,
        ),
    )
    y = alt.Y(
        "value:Q",
        scale=alt.Scale(domain=[low - room, high + room], zero=False, nice=False),
        axis=alt.Axis(
            title=None,
            tickCount=5,
            labelExpr=f"{number} + ' {picture.unit}'",
            labelFontSize=12 if shape == "wide" else 11,
            labelColor=QUIET,
            gridColor=LINE,
            domain=False,
            ticks=False,
            labelPadding=6,
        ),
    )
    return x, y


def span(picture: Picture) -> tuple[float, float]:
    """The smallest and the largest value that the picture shows, errors included."""
    values = [value for line in picture.lines for _, value in line.points]
    for mark in picture.marks:
        values += [mark.value - (mark.margin or 0), mark.value + (mark.margin or 0)]
    return min(values), max(values)


def plan_layers(
    lines: Sequence[PlanLine], x: alt.X, y: alt.Y, *, short: bool = False
) -> list[alt.Chart]:
    """A line with small points for each paper, and its label at its last point: above it, or well
    below, clear of an estimate's label, where that of a higher line stands above the same year."""
    layers: list[alt.Chart] = []
    taken = {
        max(line.points[-1] for line in group)
        for _, group in groupby(sorted(lines, key=last_year), key=last_year)
    }
    styles = {True: cycle(IN_FORCE), False: cycle(REPEALED)}
    for line in lines:
        colour, dash = next(styles[line.in_force])
        rows: list[Row] = [{"year": year, "value": value} for year, value in line.points]
        base = chart_of(rows).encode(x=x, y=y)
        layers += [
            base.mark_line(color=colour, strokeWidth=2, strokeDash=list(dash)),
            base.mark_point(color=colour, filled=True, size=26, opacity=1),
            *text_layers(
                [{**row, "label": (short and line.short) or line.label} for row in rows[-1:]],
                (x, y),
                {
                    **{"color": colour, "align": "right", "dx": 14, "fontWeight": 600},
                    "dy": -12 if line.points[-1] in taken else 34,
                },
            ),
        ]
    return layers


def last_year(line: PlanLine) -> int:
    """The last year that a line plans for."""
    return line.points[-1][0]


def mark_layers(
    marks: Sequence[Mark], x: alt.X, y: alt.Y, *, short: bool = False
) -> list[alt.Chart]:
    """Facts as full circles, estimates as hollow diamonds, errors as bars where they are known."""
    banded: list[Row] = [
        {"year": one.year, "value": one.value - one.margin, "high": one.value + one.margin}
        for one in marks
        if one.margin is not None
    ]
    band = chart_of(banded).encode(x=x, y=y, y2="high:Q")
    facts = [row_of(one, short=short) for one in marks if one.kind == "fact"]
    estimates = [row_of(one, short=short) for one in marks if one.kind == "estimate"]
    fact, estimate = chart_of(facts).encode(x=x, y=y), chart_of(estimates).encode(x=x, y=y)
    layers = [band.mark_bar(size=14, color=INK, opacity=0.16, cornerRadius=3)] if banded else []
    return [
        *layers,
        fact.mark_point(shape="circle", filled=True, size=110, color=INK, opacity=1),
        estimate.mark_point(shape="diamond", size=120, color=GOLD, fill="white", opacity=1),
        *text_layers(
            facts, (x, y), {"color": INK, "align": "center", "dy": -16, "fontWeight": 700}
        ),
        *text_layers(estimates, (x, y), {"color": GOLD, "align": "center", "dy": 19}),
    ]


def text_layers(
    rows: Sequence[Row], axes: tuple[alt.X, alt.Y], style: Mapping[str, Any]
) -> list[alt.Chart]:
    """Labels, with a white edge around the letters so that lines behind them stay apart."""
    x, y = axes
    base = chart_of(rows).encode(x=x, y=y, text="label:N")
    style = {"baseline": "middle", "fontSize": 12, **style}
    return [
        base.mark_text(**{**style, "stroke": "white", "strokeWidth": 4, "color": "white"}),
        base.mark_text(**style),
    ]


def row_of(mark: Mark, *, short: bool) -> Row:
    """A mark as the chart takes it."""
    label = mark.short if short else mark.label
    return {"year": mark.year, "value": mark.value, "label": label}


def chart_of(rows: Sequence[Row]) -> alt.Chart:
    """A chart of these rows, without marks yet."""
    return alt.Chart(alt.InlineData(values=list(rows)))
