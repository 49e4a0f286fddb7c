"""The register in numbers."""

from birlik.base.registry.web.statistics.compared import statistics_figures
from birlik.base.registry.web.statistics.counted import (
    statistics,
    statistics_kinds,
    statistics_years,
)
from birlik.base.registry.web.statistics.gaps import statistics_gaps
from birlik.base.registry.web.statistics.people import statistics_people
from birlik.base.ui.pages import Page

PAGES: tuple[Page, ...] = (
    *(statistics, statistics_kinds, statistics_years),
    *(statistics_people, statistics_figures, statistics_gaps),
)
