"""By which day and on which day.

Written by hand from how such plans are worded; the rows have the form of `phrases.py`.
"""

from birlik.base.values.schedule import MonthDay, Schedule
from tests.base.values.deadline.phrases import Row, by, on

EXAMINED_DAYS: tuple[Row, ...] = (
    (
        Schedule("year", window=by(MonthDay(5, 1), inclusive=False)),
        "жыл сайын, 1 мамырға дейін|жыл сайын 1-мамырға дейін|жыл сайын 1 мамырға дейінгі мерзімде",
        "",
        "annually, before 1 May|before May 1st every year",
    ),
    (
        Schedule("year", window=by(MonthDay(5, 1))),
        "жыл сайын 1 мамырдан кешіктірмей|жыл сайын 1 мамырдан кешіктірілмей|"
        "жыл сайын 1 мамырға қарай",
        "",
        "annually by 1 May|annually, by 1 May|by 1 May each year|by 1 May of each year|"
        "every year by May 1|every year, not later than 1 May|by 1 May",
    ),
    (
        Schedule("year", window=by(MonthDay(12, 25))),
        "жыл сайын 25 желтоқсаннан кешіктірмей|жыл сайын 25-ші желтоқсаннан кешіктірмей|"
        "жыл сайын желтоқсанның 25-інен кешіктірмей",
        "ежегодно, не позднее 25 декабря|ежегодно, к 25 декабря|"
        "ежегодно, до 25 декабря включительно",
        "",
    ),
    (
        Schedule("year", window=by(MonthDay(12, 25), inclusive=False)),
        "жыл сайын желтоқсанның 25-іне дейін|жыл сайын, 25 жел-\nтоқсанға дейін|"
        "ЖЫЛ САЙЫН, 25 ЖЕЛТОҚСАНҒА ДЕЙІН|жыл сайын, 25 желтоксанга дейiн",
        "до 25.12.|до 25 декабря|ежегодно до 25 декабря|ежегодно, до 25-го декабря|"
        "ежегодно, до 25.12.|до 25 декабря ежегодно|до 25 декабря каждого года|"
        "ежегодно,\xa0до\xa025\xa0декабря|ежегодно , до 25 декабр я|ежегодно, до 25 дека- бря|"
        "ежегодно, дo 25 декабря|ЕЖЕГОДНО, ДО 25 ДЕКАБРЯ",
        "",
    ),
    (
        Schedule("year", 2, window=by(MonthDay(7, 1), MonthDay(12, 1), inclusive=False)),
        "1 шілдеге және 1 желтоқсанға дейін|жылына екі рет, 1 шілдеге және 1 желтоқсанға дейін|"
        "жыл сайын 1 шілде мен 1 желтоқсанға дейін|1 шілдеге дейін және 1 желтоқсанға дейін|"
        "1 шілдеге, 1 желтоқсанға дейін",
        "до 1 июля и 1 декабря|ежегодно, до 1 июля, до 1 декабря|"
        "2 раза в год, до 1 июля и до 1 декабря|два раза в год (до 1 июля и 1 декабря)|"
        "ежегодно: до 1 июля; до 1 декабря",
        "before 1 July and 1 December annually",
    ),
    (
        Schedule("year", 2, window=by(MonthDay(1, 10), MonthDay(7, 10), inclusive=False)),
        "жыл сайын 10 қаңтарға және 10 шілдеге дейін",
        "",
        "",
    ),
    (
        Schedule("year", 2, window=by(MonthDay(7, 1), MonthDay(12, 1))),
        "жылына 2 рет, 1 шілдеден және 1 желтоқсаннан кешіктірмей|"
        "жыл сайын 1 шілдеге, 1 желтоқсанға",
        "",
        "by 1 July and 1 December|by 1 July and by 1 December each year|"
        "twice a year, by 1 July and 1 December",
    ),
    (
        Schedule("year", 2, window=by(MonthDay(6, 20), MonthDay(12, 20))),
        "20 маусымнан, 20 желтоқсаннан кешіктірмей",
        "",
        "",
    ),
    (
        Schedule("once", window=by(MonthDay(12, 25), inclusive=False), years=(2024,)),
        "2024 жылғы 25 желтоқсанға дейін|2024 ж. 25 желтоқсанға дейін|25.12.2024 дейін|"
        "25.12.2024 жылға дейін|25.12.2024 ж. дейін|25.12.2024-ға дейін|25.12.2024ж. дейін",
        "до 25 декабря 2024 года|до 25.12.2024|до 25.12.2024 г.|до 25.12.2024г.|"
        "в срок до 25 декабря 2024 года",
        "before 25 December 2024|prior to 25 December 2024",
    ),
    (
        Schedule("once", window=by(MonthDay(12, 25)), years=(2024,)),
        "2024 жылғы 25 желтоқсаннан кешіктірмей|2024 жылдың 25 желтоқсанынан кешіктірмей|"
        "25.12.2024 ж. кешіктірмей|25.12.2024-нан кешіктірмей",
        "не позднее 25 декабря 2024 г.|не позднее 25.12.2024|к 25 декабря 2024 года|"
        "по 25 декабря 2024 года|в срок до 25 декабря 2024 года включительно",
        "by 25 December 2024|by December 25, 2024|not later than 25 December 2024|"
        "no later than 25 December 2024|no later than December 25th, 2024|"
        "on or before 25 December 2024",
    ),
    (
        Schedule("once", window=on(MonthDay(12, 25)), years=(2024,)),
        "2024 жылғы 25 желтоқсан|2024 жылдың 25 желтоқсаны|2024 жылғы 25 желтоқсанда|25.12.2024 ж.",
        "25 декабря 2024 года|25.12.2024 г.|25 дек. 2024 г.|«25» декабря 2024 года",
        "25.12.2024|25.12.24|25/12/2024|25 December 2024|December 25, 2024|on 25 December 2024|"
        "on December 25th, 2024|25th of December 2024|2024-12-25",
    ),
    (
        Schedule("year", window=on(MonthDay(5, 1))),
        "жыл сайын, 1 мамыр|жыл сайын 1 мамырда|1 мамыр күні, жыл сайын",
        "ежегодно 1 мая|ежегодно, 1 мая",
        "annually on 1 May|every year on May 1|on 1 May",
    ),
    (
        Schedule("year", window=on(MonthDay(3, 1))),
        "жыл сайын 1 наурызда",
        "",
        "",
    ),
    (
        Schedule("year", window=by(MonthDay(1, 20), inclusive=False)),
        "жыл сайын 20 қаңтарға дейін",
        "",
        "",
    ),
    (
        Schedule("year", 2, window=by(MonthDay(1, 10), MonthDay(7, 10))),
        "",
        "не позднее 10 января и 10 июля|дважды в год: к 10 января и 10 июля",
        "",
    ),
    (
        Schedule("year", 2, window=on(MonthDay(6, 15), MonthDay(12, 15))),
        "",
        "15 июня и 15 декабря",
        "",
    ),
    (
        Schedule("year", 2, window=on(MonthDay(6, 1), MonthDay(12, 1))),
        "",
        "",
        "twice a year, on 1 June and 1 December",
    ),
    (
        Schedule("once", 2, window=by(MonthDay(7, 1), MonthDay(12, 1)), years=(2024,)),
        "",
        "до 1 июля и 1 декабря 2024 года включительно",
        "",
    ),
    (
        Schedule(
            "once", 2, window=by(MonthDay(7, 1), MonthDay(12, 1), inclusive=False), years=(2024,)
        ),
        "2024 жылғы 1 шілдеге және 1 желтоқсанға дейін",
        "",
        "",
    ),
    (
        Schedule("once", window=by(MonthDay(7, 1), inclusive=False), years=(2024,)),
        "2024 жылдың 1 шілдесіне дейін|2024 жылғы шілденің 1-не дейін",
        "",
        "",
    ),
    (
        Schedule("once", window=on(MonthDay(5, 1)), years=(2024,)),
        "01.05.2024ж.",
        "",
        "1.05.2024",
    ),
    (
        Schedule("once", window=on(MonthDay(5, 9)), years=(2024,)),
        "",
        "9 мая 2024г.",
        "",
    ),
    (
        Schedule("once", window=by(MonthDay(5, 9), inclusive=False), years=(2024,)),
        "",
        "до 9-го мая 2024г.|до «9» мая 2024 г.",
        "",
    ),
    (
        Schedule("year", window=by(MonthDay(12, 1))),
        "әр жылдың 1 желтоқсанынан кешіктірмей",
        "ежегодно к 1 декабря|не позднее 1-го декабря ежегодно|ежегодно, не позже 1 декабря|"
        "ежегодно в срок не позднее 1 декабря",
        "",
    ),
    (
        Schedule("year", window=by(MonthDay(12, 1), inclusive=False)),
        "жыл сайын 1 желтоқсанға дейінгі мерзімде|жыл сайын, 1-ші желтоқсанға дейін|"
        "әр жылдың 1 желтоқсанына дейін|әрбір жылдың 1 желтоқсанына дейін",
        "в срок до 1 декабря ежегодно|ежегодно в срок до 1 декабря",
        "",
    ),
    (
        Schedule("year", window=on(MonthDay(12, 1))),
        "әр жылдың 1 желтоқсанында",
        "",
        "",
    ),
    (
        Schedule("year", 2, window=by(MonthDay(6, 25), MonthDay(12, 25))),
        "жыл сайын 25 маусымнан және 25 желтоқсаннан кешіктірмей|"
        "жылына екі рет: 25 маусымнан, 25 желтоқсаннан кешіктірмей|"
        "жарты жылда бір рет, 25 маусымға және 25 желтоқсанға қарай",
        "",
        "",
    ),
    (
        Schedule("year", 2, window=by(MonthDay(6, 25), MonthDay(12, 25), inclusive=False)),
        "жыл сайын маусымның 25-іне және желтоқсанның 25-іне дейін",
        "",
        "",
    ),
    (
        Schedule(
            "year",
            4,
            window=by(
                MonthDay(1, 10), MonthDay(4, 10), MonthDay(7, 10), MonthDay(10, 10), inclusive=False
            ),
        ),
        "тоқсан сайын, 10 сәуірге, 10 шілдеге, 10 қазанға, 10 қаңтарға дейін",
        "ежеквартально, до 10 апреля, 10 июля, 10 октября, 10 января",
        "",
    ),
    (
        Schedule("year", 2, window=by(MonthDay(1, 10), MonthDay(7, 10))),
        "",
        "",
        "twice a year, no later than 10 January and 10 July|by January 10 and July 10|"
        "by 10 January, 10 July",
    ),
    (
        Schedule("year", 2, window=on(MonthDay(5, 15), MonthDay(10, 15))),
        "15 мамыр және 15 қазан|жылына 2 рет, 15 мамыр, 15 қазан",
        "",
        "",
    ),
    (
        Schedule("year", window=by(MonthDay(5, 1), inclusive=False), years=(2024, 2025, 2026)),
        "2024-2026 жылдар, жыл сайын 1 мамырға дейін",
        "2024-2026 годы, до 1 мая ежегодно",
        "",
    ),
)
