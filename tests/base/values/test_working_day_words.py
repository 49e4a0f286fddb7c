"""What a day of the calendar is called."""

from datetime import date

import pytest

from birlik.base.values.local_text import LocalText
from birlik.base.values.working_day_words import day_told
from birlik.base.values.working_days import MovedDate, WorkingDays


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (
            date(2022, 7, 10),
            LocalText(
                "10.07.2022 — жексенбі", "10.07.2022 — воскресенье", "10.07.2022 is a Sunday"
            ),
        ),
        (
            date(2022, 7, 11),
            LocalText(
                "11.07.2022 — жұмыс күні, дүйсенбі",
                "11.07.2022 — рабочий день, понедельник",
                "11.07.2022 is a working Monday",
            ),
        ),
        (
            date(2022, 5, 9),
            LocalText(
                "09.05.2022 — Жеңіс күні", "09.05.2022 — День Победы", "09.05.2022 is Victory Day"
            ),
        ),
    ],
)
def test_day_is_told_in_three_languages(day: date, told: LocalText) -> None:
    """A weekend by its weekday, a holiday by its name."""
    assert day_told(day, WorkingDays().standing(day)) == told


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (date(2022, 5, 10), "выходной за праздник 07.05.2022 (День защитника Отечества)"),
        (
            date(2024, 5, 8),
            "выходной вместо 04.05.2024 (перенос по решению Правительства или уполномоченного "
            "органа по труду)",
        ),
        (date(2026, 12, 14), "выходной вместо 12.12.2026 (приказ № 5)"),
        (date(2026, 12, 12), "рабочий день вместо 14.12.2026 (приказ № 5)"),
        (date(2026, 12, 17), "выходной по акту (приказ № 6)"),
        (date(2026, 12, 20), "рабочий день по акту (приказ № 7)"),
    ],
)
def test_moved_day_names_the_other_day_and_the_act(day: date, told: str) -> None:
    """What was moved says in place of which day and by what act."""
    acts = WorkingDays(
        (
            MovedDate(date(2026, 12, 14), False, date(2026, 12, 12), "приказ № 5"),
            MovedDate(date(2026, 12, 12), True, date(2026, 12, 14), "приказ № 5"),
            MovedDate(date(2026, 12, 17), False, None, "приказ № 6"),
            MovedDate(date(2026, 12, 20), True, None, "приказ № 7"),
        )
    )
    assert day_told(day, acts.standing(day)).ru == f"{day:%d.%m.%Y} — {told}"
