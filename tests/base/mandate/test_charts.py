"""The chart of an indicator."""

from dataclasses import replace

import pytest

from birlik.base.mandate.charts import Mark, Picture, PlanLine, draw

OLD = PlanLine("77,5 · № 1014 жоспары", ((2022, 75.5), (2026, 77.5)))
NEW = PlanLine("79,5 · № 1144 жоспары", ((2026, 77.5), (2030, 79.5)))
FACT = Mark("fact", 2024, 85.5, "факт 85,5", "85,5")
ESTIMATE = Mark("estimate", 2025, 77.0, "бағалау 77", "≈77")
PICTURE = Picture((OLD, NEW), (FACT, ESTIMATE), "%", ",")


def test_every_line_and_value_is_labelled_in_kazakh_letters() -> None:
    """Both acts, the fact and the estimate are named beside what they are, ғ and ұ intact."""
    svg = draw(PICTURE)
    for label in ("77,5 · № 1014 жоспары", "79,5 · № 1144 жоспары", "факт 85,5", "бағалау 77"):
        assert f">{label}</text>" in svg


def test_the_axis_uses_the_readers_decimal_sign_and_the_unit() -> None:
    """Ticks of a chart that spans one unit carry a decimal comma and the unit."""
    near = Picture((PlanLine("б", ((2026, 80.9), (2027, 81.0))),), (), "%", ",")
    assert "80,8 %</text>" in draw(near)


def test_an_error_band_is_drawn_only_where_the_error_is_known() -> None:
    """A fact without standard error has no band; with one it has."""
    assert "mark-rect" not in draw(PICTURE)
    known = replace(PICTURE, marks=(replace(FACT, margin=1.5), ESTIMATE))
    assert "mark-rect" in draw(known)


def test_a_narrow_chart_uses_short_labels() -> None:
    """At the width of a telephone the value stands alone."""
    svg = draw(PICTURE, "narrow")
    assert ">85,5</text>" in svg
    assert ">факт 85,5</text>" not in svg


def test_a_chart_carries_no_inline_style_and_no_script() -> None:
    """The strict content security policy holds for the chart too."""
    svg = draw(PICTURE)
    assert "style=" not in svg
    assert "<script" not in svg
    assert "<style" not in svg


def test_two_lines_that_end_in_one_year_are_labelled_above_and_below() -> None:
    """The label of the lower line stands below it, so that both can be read."""
    lower = PlanLine("77,2 · 1-бағыт", ((2026, 77.2),))
    svg = draw(Picture((OLD, lower), (), "%", ","))
    assert ">77,2 · 1-бағыт</text>" in svg
    assert svg.index(OLD.label) < svg.index(lower.label)


def test_the_digest_changes_with_the_picture_only() -> None:
    """A kept chart is found again by the digest of its picture."""
    assert PICTURE.digest == replace(PICTURE).digest
    assert PICTURE.digest != replace(PICTURE, decimal=".").digest


def test_an_indicator_without_values_has_no_chart() -> None:
    """There is nothing to draw, and it says so."""
    with pytest.raises(ValueError, match="without values"):
        draw(Picture((), (), "%", ","))


def test_a_narrow_chart_takes_the_short_label() -> None:
    """Where there is little room a line bears its short label, if it has one."""
    line = PlanLine("81 · № 1014 жоспары", ((2026, 81.0),), short="81 · № 1014")
    assert ">81 · № 1014</text>" in draw(Picture((line,), (), "%", ","), "narrow")
    assert ">81 · № 1014 жоспары</text>" in draw(Picture((line,), (), "%", ","))
    assert f">{OLD.label}</text>" in draw(PICTURE, "narrow")
