"""How many things.

Written by hand from how such plans are worded; the rows have the form of `phrases.py`.
"""

from birlik.base.values.schedule import Schedule
from tests.base.values.deadline.phrases import Row, quarter

EXAMINED_COUNTS: tuple[Row, ...] = (
    (
        Schedule("month", quantity=2, unit="материал"),
        "айына 2 материал",
        "",
        "",
    ),
    (
        Schedule("quarter", quantity=2, at_least=True, unit="материал"),
        "тоқсанына кемінде 2 материал",
        "",
        "",
    ),
    (
        Schedule("year", quantity=5, at_least=True),
        "жыл сайын 5-тен кем емес",
        "ежегодно, не менее 5",
        "",
    ),
    (
        Schedule("year", quantity=50, at_least=True, unit="жарияланым"),
        "жыл сайын кемінде 50 жарияланым|жылына кемінде 50 жарияланым",
        "",
        "",
    ),
    (
        Schedule("year", quantity=18, unit="отырыс"),
        "18 отырыс, жыл сайын",
        "",
        "",
    ),
    (
        Schedule("year", quantity=20, unit="клуб"),
        "20 клуб, жыл сайын",
        "",
        "",
    ),
    (
        Schedule("quarter", quantity=1, unit="отырыс"),
        "4 отырыс, тоқсан сайын",
        "",
        "",
    ),
    (
        Schedule("year", quantity=10, at_least=True, unit="іс-шара"),
        "жылына кемінде 10 іс-шара|кемінде 10 іс-шара, жыл сайын",
        "",
        "",
    ),
    (
        Schedule("year", quantity=3, at_least=True, unit="семинар"),
        "жыл сайын кем дегенде 3 семинар",
        "",
        "",
    ),
    (
        Schedule("year", quantity=50, at_least=True, unit="публикаций"),
        "",
        "не менее 50 публикаций ежегодно|ежегодно не менее 50 публикаций|"
        "ежегодно, не менее 50-ти публикаций",
        "",
    ),
    (
        Schedule("year", quantity=20, unit="клубов"),
        "",
        "20 клубов, ежегодно|ежегодно 20 клубов",
        "",
    ),
    (
        Schedule("quarter", quantity=2, unit="публикации"),
        "",
        "2 публикации в квартал",
        "",
    ),
    (
        Schedule("quarter", quantity=10, at_least=True),
        "",
        "не менее 10 в квартал",
        "at least 10 per quarter",
    ),
    (
        Schedule("year", quantity=5, at_least=True, unit="мероприятий"),
        "",
        "минимум 5 мероприятий в год",
        "",
    ),
    (
        Schedule("year", quantity=12, at_least=True, unit="заседаний"),
        "",
        "не менее 12 заседаний в год",
        "",
    ),
    (
        Schedule("year", quantity=18, unit="заседаний"),
        "",
        "18 заседаний в год",
        "",
    ),
    (
        Schedule("year", quantity=100, unit="человек"),
        "",
        "100 человек ежегодно",
        "",
    ),
    (
        Schedule("year", quantity=1000, at_least=True, unit="человек"),
        "",
        "ежегодно не менее 1000 человек|ежегодно не менее 1 000 человек",
        "",
    ),
    (
        Schedule("month", quantity=4, at_least=True, unit="материалов"),
        "",
        "не менее 4 материалов в месяц",
        "",
    ),
    (
        Schedule("once", quantity=3, at_least=True, unit="семинаров", years=(2024,)),
        "",
        "2024 год, не менее 3 семинаров",
        "",
    ),
    (
        Schedule("year", quantity=50, at_least=True, unit="publications"),
        "",
        "",
        "at least 50 publications annually|at least 50 publications per year|"
        "no fewer than 50 publications a year|not less than 50 publications every year|"
        "annually, minimum 50 publications",
    ),
    (
        Schedule("year", quantity=20, unit="clubs"),
        "",
        "",
        "20 clubs, every year",
    ),
    (
        Schedule("quarter", quantity=2, unit="publications"),
        "",
        "",
        "2 publications a quarter|2 publications per quarter|two publications each quarter",
    ),
    (
        Schedule("year", quantity=18, unit="sittings"),
        "",
        "",
        "18 sittings, yearly",
    ),
    (
        Schedule("month", quantity=4, at_least=True, unit="posts"),
        "",
        "",
        "at least 4 posts a month",
    ),
    (
        Schedule("year", quantity=1000, at_least=True, unit="people"),
        "",
        "",
        "at least 1,000 people annually",
    ),
    (
        Schedule("once", quantity=3, at_least=True, unit="seminars", years=(2024,)),
        "",
        "",
        "at least 3 seminars in 2024",
    ),
    (
        Schedule("year", quantity=100, at_least=True, unit="материалов"),
        "",
        "не менее 100 материалов ежегодно",
        "",
    ),
    (
        Schedule("quarter", quantity=2, at_least=True, unit="мероприятий"),
        "",
        "не менее двух мероприятий в квартал|ежеквартально не менее 2-х мероприятий",
        "",
    ),
    (
        Schedule("year", quantity=5, unit="семинаров-тренингов"),
        "",
        "5 семинаров-тренингов ежегодно",
        "",
    ),
    (
        Schedule("year", quantity=5, unit="семинар-тренинг"),
        "жыл сайын 5 семинар-тренинг",
        "",
        "",
    ),
    (
        Schedule("year", quantity=1, at_least=True, unit="форум"),
        "жылына кемінде 1 форум|жылына кемінде бір форум",
        "",
        "",
    ),
    (
        Schedule("year", quantity=1, at_least=True, unit="форума"),
        "",
        "не менее 1 форума в год",
        "",
    ),
    (
        Schedule("year", quantity=1, at_least=True, unit="forum"),
        "",
        "",
        "at least one forum a year",
    ),
    (
        Schedule("month", quantity=1, unit="передача"),
        "",
        "1 передача в месяц",
        "",
    ),
    (
        Schedule("month", quantity=2, at_least=True, unit="бағдарлама"),
        "ай сайын кемінде 2 бағдарлама",
        "",
        "",
    ),
    (
        Schedule("week", quantity=1, at_least=True, unit="сюжет"),
        "аптасына кемінде бір сюжет",
        "",
        "",
    ),
    (
        Schedule("week", quantity=1, at_least=True, unit="сюжета"),
        "",
        "еженедельно не менее 1 сюжета",
        "",
    ),
    (
        Schedule("year", quantity=1000, at_least=True, unit="адам"),
        "жыл сайын кемінде 1000 адам|жыл сайын кемінде 1 мың адам|жыл сайын кемінде 1 000 адам",
        "",
        "",
    ),
    (
        Schedule("year", quantity=20000, at_least=True, unit="человек"),
        "",
        "не менее 20 тыс. человек ежегодно",
        "",
    ),
    (
        Schedule("year", quantity=20000, at_least=True, unit="people"),
        "",
        "",
        "at least 20 thousand people every year",
    ),
    (
        Schedule("year", quantity=25, at_least=True, unit="мақала"),
        "жылына кемінде жиырма бес мақала",
        "",
        "",
    ),
    (
        Schedule("year", quantity=10, at_least=True),
        "жылына кемінде 10|жылына 10-нан кем емес",
        "не менее 10 в год",
        "at least 10 a year|at least 10 annually|annually, at least 10",
    ),
    (
        Schedule("quarter", quantity=3, at_least=True),
        "тоқсанына 3-тен кем емес|кемінде 3, тоқсанына",
        "",
        "",
    ),
    (
        Schedule("year", quantity=3000, unit="экземпляров"),
        "",
        "3000 экземпляров ежегодно",
        "",
    ),
    (
        Schedule("once", quantity=30, at_least=True, unit="участников", years=(2025,)),
        "",
        "2025 год, не менее 30 участников",
        "",
    ),
    (
        Schedule("year", window=quarter(4), quantity=5, at_least=True, unit="фильмов"),
        "",
        "ежегодно, IV квартал, не менее 5 фильмов",
        "",
    ),
    (
        Schedule("year", quantity=7, at_least=True, unit="сотрудников"),
        "",
        "не менее 7 сотрудников ежегодно",
        "",
    ),
    (
        Schedule("quarter", quantity=20, at_least=True, unit="хабарлама"),
        "тоқсанына кемінде 20 хабарлама",
        "",
        "",
    ),
)
