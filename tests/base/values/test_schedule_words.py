import pytest

from birlik.base.values.schedule import AfterPeriod, MonthDay, Schedule, Window
from birlik.base.values.schedule_words import in_words

MAY, NOVEMBER = MonthDay(5, 1), MonthDay(11, 1)


@pytest.mark.parametrize(
    ("schedule", "kk", "ru", "en"),
    [
        (Schedule("year"), "жыл сайын", "ежегодно", "every year"),
        (Schedule("year", 3), "жылына 3 рет", "3 раза в год", "3 times a year"),
        (Schedule("half"), "жартыжылдықта 1 рет", "1 раз в полугодие", "once every half-year"),
        (Schedule("continuous"), "жыл бойы", "в течение всего года", "throughout the year"),
        (Schedule("as_needed"), "қажеттілігіне қарай", "по мере необходимости", "as needed"),
        (Schedule("once"), "1 рет", "1 раз", "once"),
        (Schedule("once", years=(2022,)), "2022 жыл", "2022 год", "2022"),
        (
            Schedule("once", years=(2022, 2025)),
            "2022 және 2025 жылдар",
            "2022 и 2025 годы",
            "2022 and 2025",
        ),
        (
            Schedule("year", years=(2022, 2023, 2024)),
            "2022–2024 жылдар, жыл сайын",
            "2022–2024 годы, ежегодно",
            "2022–2024, every year",
        ),
        (
            Schedule("year", window=Window("quarter", 4)),
            "жыл сайын, IV тоқсан",
            "ежегодно, IV квартал",
            "every year, fourth quarter",
        ),
        (
            Schedule("once", window=Window("half", 2), years=(2025,)),
            "2025 жыл, 2-жартыжылдық",
            "2025 год, второе полугодие",
            "2025, second half-year",
        ),
        (
            Schedule("year", window=Window("month", 5)),
            "жыл сайын, мамыр",
            "ежегодно, май",
            "every year, May",
        ),
        (
            Schedule("year", window=Window("by", days=(MAY,), inclusive=False)),
            "жыл сайын, 1 мамырға дейін",
            "ежегодно, до 1 мая",
            "every year, before 1 May",
        ),
        (
            Schedule("year", 2, window=Window("by", days=(MAY, NOVEMBER))),
            "жыл сайын, 1 мамырдан және 1 қарашадан кешіктірмей",
            "ежегодно, не позднее 1 мая и 1 ноября",
            "every year, no later than 1 May and 1 November",
        ),
        (
            Schedule("year", window=Window("on", days=(MAY,))),
            "жыл сайын, 1 мамыр",
            "ежегодно, 1 мая",
            "every year, on 1 May",
        ),
        (
            Schedule("quarter", after_period=AfterPeriod(months=1, day=10)),
            "тоқсан сайын, есепті кезеңнен кейінгі айдың 10-күніне дейін",
            "ежеквартально, до 10 числа месяца, следующего за отчетным периодом",
            "every quarter, by day 10 of the month after the reported period",
        ),
        (
            Schedule("month", after_period=AfterPeriod(months=0, day=5)),
            "ай сайын, әр айдың 5-күніне дейін",
            "ежемесячно, до 5 числа каждого месяца",
            "every month, by day 5 of each month",
        ),
        (
            Schedule("quarter", after_period=AfterPeriod(days=1)),
            "тоқсан сайын, есепті кезеңнен кейін 1 күн ішінде",
            "ежеквартально, в течение 1 дня после отчетного периода",
            "every quarter, within 1 day after the reported period",
        ),
        (
            Schedule("year", quantity=50, at_least=True, unit="жарияланым"),
            "жылына кемінде 50 жарияланым",
            "не менее 50 жарияланым в год",
            "at least 50 жарияланым a year",
        ),
        (
            Schedule("year", 2, quantity=5, unit="ролик"),
            "жылына 2 рет, 5 ролик",
            "2 раза в год, 5 ролик",
            "twice a year, 5 ролик",
        ),
        (
            Schedule("once", years=(2024,), quantity=5),
            "2024 жыл, 5",
            "2024 год, 5",
            "2024, 5",
        ),
        (
            Schedule("continuous", quantity=5, unit="ролик"),
            "жыл бойы, 5 ролик",
            "в течение всего года, 5 ролик",
            "throughout the year, 5 ролик",
        ),
    ],
)
def test_words_of_a_schedule(schedule: Schedule, kk: str, ru: str, en: str) -> None:
    """A schedule is printed in the plain words of official plans in three languages."""
    words = in_words(schedule)
    assert (words.kk, words.ru, words.en) == (kk, ru, en)
