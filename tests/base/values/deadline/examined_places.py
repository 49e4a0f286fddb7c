"""In which quarter, half or month.

Written by hand from how such plans are worded; the rows have the form of `phrases.py`.
"""

from birlik.base.values.schedule import Schedule
from tests.base.values.deadline.phrases import Row, half, month, quarter

EXAMINED_PLACES: tuple[Row, ...] = (
    (
        Schedule("once", window=quarter(2), years=(2024,)),
        "2024 жылғы II тоқсан|2024 жылғы ІІ тоқсан|2024 жылдың II тоқсанында|2024 ж. 2-тоқсаны|"
        "2024 жылғы 2-ші тоқсан|2024 жылғы П тоқсан|2 0 2 4 жылғы ІІ тоқсан",
        "II кв. 2024 года|П квартал 2024 г.|II к в а р т а л 2024 г о д а",
        "",
    ),
    (
        Schedule("once", window=quarter(4), years=(2024,)),
        "2024 жылғы төртінші тоқсан|2024 жылғы ІV тоқсан|2024 жылғы 4 тоқсанда|"
        "2024 жылғы IV тоқсанның соңына дейін|4-тоқсан, 2024 ж.|2024 жылғы 4-тоқсан|"
        "2024 жылғы IV-тоқсан|2024 жылғы lV тоқсан|2024 жылғы IV тоқсанда|"
        "2024 жылғы IV тоқсан ішінде|2024 жылғы IV тоқсаны|2024 ЖЫЛҒЫ IV ТОҚСАН",
        "4-ый квартал 2024 г.|IV квартал 2024 года|ІV кв. 2024 г.|в IV квартале 2024 г.|"
        "до конца IV квартала 2024 года|4кв. 2024г.|четвёртый квартал 2024 года|"
        "четвертый квартал 2024 года|до конца 4 квартала 2024 г.|IV кв 2024|4 кв. 2024 года|"
        "IVкв. 2024|2024, IV квартал|2024 г., 4 кв.|к концу IV квартала 2024 года|"
        "IV КВАРТАЛ 2024 ГОДА",
        "Q4 2024|Q4 of 2024|4Q 2024|2024 Q4|IV quarter 2024|4th quarter of 2024|"
        "the fourth quarter of 2024|in the fourth quarter of 2024|fourth quarter, 2024|"
        "by the end of Q4 2024|Q4, 2024|Q4-2024|2024-Q4|2024Q4|fourth quarter of the year 2024",
    ),
    (
        Schedule("once", window=quarter(3), years=(2023,)),
        "2023 жылғы Ш тоқсан|2023 жылғы ІІІ тоқсан|ІІІ тоқсан, 2023 жыл|2023 жылғы үшінші тоқсанда",
        "",
        "",
    ),
    (
        Schedule("once", window=quarter(1), years=(2025,)),
        "2025 жылғы бірінші тоқсан|2025 жылғы І-тоқсан",
        "",
        "1st quarter of 2025|Quarter 1, 2025",
    ),
    (
        Schedule("year", window=quarter(1)),
        "жыл сайын, І тоқсан|жыл сайын І тоқсанда|І тоқсан",
        "ежегодно, в 1-м квартале",
        "every year in the first quarter|in Q1 of each year",
    ),
    (
        Schedule("year", window=quarter(4)),
        "жыл сайын, IV тоқсанда|жыл сайын төртінші тоқсанда",
        "ежегодно, IV квартал|ежегодно в IV квартале",
        "annually, Q4|annually in the fourth quarter",
    ),
    (
        Schedule("year", window=quarter(2)),
        "жылына 1 рет, II тоқсан",
        "II квартал ежегодно|во II квартале каждого года|II квартал",
        "",
    ),
    (
        Schedule("year", window=quarter(3)),
        "3-тоқсан",
        "",
        "",
    ),
    (
        Schedule("once", window=half(1), years=(2024,)),
        "2024 жылғы I жартыжылдық|2024 жылғы бірінші жартыжылдық|"
        "2024 жылғы бірінші жартыжылдықтың соңына дейін|2024 жылғы 1-ші жартыжылдық|"
        "2024 жылғы І жарты жылдық|2024 жылдың І жартысында",
        "I полугодие 2024 года|1-е полугодие 2024 г.|первое полугодие 2024 года|"
        "до конца первого полугодия 2024 года|1 п/г 2024|I полуг. 2024|1-ое полугодие 2024",
        "H1 2024|first half of 2024|1H 2024|in the first half of 2024|H1-2024|2024 H1|"
        "first half-year 2024|by the end of the first half of 2024",
    ),
    (
        Schedule("once", window=half(2), years=(2024,)),
        "2024 жылғы 2-жартыжылдық|2024 жылдың екінші жартыжылдығында|2024 ж. ІІ жартыжылдығы|"
        "2024 жылдың екінші жартысында",
        "2 полуг. 2024 г.|во втором полугодии 2024 года|II п/г 2024 г.|второе полугодие 2024 г.",
        "second half of 2024|H2 of 2024|2nd half of 2024|second half-year of 2024",
    ),
    (
        Schedule("year", window=half(1)),
        "жыл сайын, бірінші жартыжылдықта",
        "ежегодно, I полугодие",
        "annually, in the first half of the year",
    ),
    (
        Schedule("once", window=month(5), years=(2024,)),
        "2024 жылғы мамыр|2024 жылдың мамыр айы|2024 жылғы мамырда|2024 жылғы мамыр айында|"
        "2024 жылдың мамырында|2024 ж. мамыр|мамыр, 2024 ж.|мамыр 2024|"
        "2024 жылғы мамырдың соңына дейін|мамыр айы ішінде, 2024 жыл",
        "май 2024 года|май 2024 г.|в мае 2024 года|май, 2024|до конца мая 2024 года|"
        "в течение мая 2024 года",
        "May 2024|in May 2024|in May of 2024",
    ),
    (
        Schedule("once", window=month(12), years=(2025,)),
        "2025 жылғы желтоқсан|2025 ж. желтоқсан",
        "",
        "",
    ),
    (
        Schedule("once", window=month(9), years=(2025,)),
        "қыркүйек 2025 ж.",
        "сент. 2025 г.|сентябрь месяц 2025 года",
        "",
    ),
    (
        Schedule("year", window=month(5)),
        "жыл сайын мамыр айында|жыл сайын, мамыр",
        "ежегодно, май|ежегодно в мае",
        "annually in May|every May|May of each year|every year in May",
    ),
    (
        Schedule("year", window=month(4)),
        "жыл сайын, сәуірде",
        "",
        "",
    ),
    (
        Schedule("year", window=month(9)),
        "қыркүйек айы",
        "в сентябре ежегодно",
        "",
    ),
    (
        Schedule("once", window=quarter(1), years=(2024,)),
        "",
        "1 квартал 2024 года|I квартал 2024 г.|I кв. 2024 г.|1 кв. 2024|1-й квартал 2024 года|"
        "в первом квартале 2024 года|І квартал 2024 года|2024 год, I квартал",
        "",
    ),
    (
        Schedule("once", window=quarter(3), years=(2024,)),
        "III-тоқсан 2024 жыл",
        "III квартал 2024 года|Ш квартал 2024 года",
        "",
    ),
    (
        Schedule("year", window=half(2)),
        "",
        "ежегодно во 2-м полугодии",
        "",
    ),
    (
        Schedule("once", window=month(12), years=(2024,)),
        "",
        "декабрь 2024 года|декабрь 2024г.",
        "Dec. 2024|December, 2024|by the end of December 2024",
    ),
    (
        Schedule("year", window=month(12)),
        "",
        "декабрь",
        "",
    ),
    (
        Schedule("once", window=quarter(2), years=(2025,)),
        "",
        "",
        "2nd quarter 2025",
    ),
    (
        Schedule("once", window=quarter(3), years=(2025,)),
        "",
        "",
        "Q3/2025|third quarter 2025",
    ),
    (
        Schedule("once", window=month(9), years=(2024,)),
        "",
        "",
        "Sept 2024",
    ),
    (
        Schedule("once", window=month(5), years=(2024, 2025)),
        "2024, 2025 жылдардың мамыр айы",
        "май 2024 и 2025 годов",
        "",
    ),
    (
        Schedule("once", window=month(10), years=(2024,)),
        "",
        "окт. 2024 г.",
        "",
    ),
    (
        Schedule("once", window=month(11), years=(2024,)),
        "",
        "нояб. 2024",
        "",
    ),
    (
        Schedule("once", window=month(8), years=(2024,)),
        "тамыз айы 2024 жыл",
        "",
        "",
    ),
    (
        Schedule("once", window=month(2), years=(2024,)),
        "2024 жылғы ақпан|2024 жылғы ақпанда",
        "",
        "Feb. 2024",
    ),
    (
        Schedule("year", window=quarter(2), years=(2024, 2025, 2026)),
        "2024-2026 жылдардың II тоқсаны",
        "2024-2026 годы, II квартал|II квартал 2024 – 2026 гг.",
        "Q2 of 2024-2026",
    ),
)
