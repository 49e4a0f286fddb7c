"""Deadlines as official plans write them, and what they mean by the conventions of the domain page.

Each row is a meaning, then the phrases for it in Kazakh, Russian and English, separated by "|".
The Kazakh phrases of the first part include every deadline of the plan annexed to decree No. 1014
of 15.09.2022, with its broken words and misprints.
"""

from birlik.base.values.schedule import AfterPeriod, MonthDay, Schedule, Window

MAY_1, NOVEMBER_1 = MonthDay(5, 1), MonthDay(11, 1)


def by(*days: MonthDay, inclusive: bool = True) -> Window:
    return Window("by", days=days, inclusive=inclusive)


def on(*days: MonthDay) -> Window:
    return Window("on", days=days)


def quarter(number: int) -> Window:
    return Window("quarter", number)


def half(number: int) -> Window:
    return Window("half", number)


def month(number: int) -> Window:
    return Window("month", number)


def counted(per: str, quantity: int, unit: str, at_least: bool = False) -> Schedule:
    return Schedule(per, quantity=quantity, unit=unit, at_least=at_least)


Row = tuple[Schedule, str, str, str]

RHYTHMS: tuple[Row, ...] = (
    (
        Schedule("year"),
        "жыл сайын|Жыл сайын.|жылына 1 рет|жылына бір рет|жылда|әр жыл сайын|1 рет жылына|"
        "жылына кемінде 1 рет|жылына бір реттен кем емес|жыл\nсайын|ж ы л  с а й ы н|жылсайын|"
        "жыл cайын|жыл сайьін|жылына 1рет|жылына 1 peт|жыл ішінде|жыл ішшде|жыл соңына дейін|"
        "жыл сайын (графикке сәйкес)|жыл ішінде 1 рет|жылына 1 (бір) рет|кемінде жылына 1 рет|"
        "күнтізбелік жыл ішінде",
        "ежегодно|Ежегодно.|– ежегодно|ежегодно –|1 раз в год|один раз в год|раз в год|каждый год|"
        "не реже 1 раза в год|не реже одного раза в год|ежегодно, 1 раз в год|в течение года|"
        "до конца года|в конце года|"
        "ежегодно, в течение года|еже- годно|ежегoдно|e ж е г о д н о|ежегодно, согласно графику|"
        "1 (один) раз в год|1 р. в год|1 раз/год|1 раз в течение года|по одному разу в год",
        "yearly|annually|Annually.|every year|each year|once a year|once per year|once every year|"
        "at least once a year|within the year|during the year|by the end of the year|yeаrly|"
        "y e a r l y|one time a year|in the course of the year|once during the year|"
        "once (1) a year|on an annual basis",
    ),
    (
        Schedule("year", 2),
        "жылына 2 рет|жылына екі рет|екі рет жылына|жыл сайын, жылына 2 рет|жыл сайын, 2 рет",
        "2 раза в год|два раза в год|дважды в год|не менее 2 раз в год|ежегодно, 2 раза|"
        "не реже двух раз в год|2 р а з а  в  г о д|в год 2 раза",
        "twice a year|two times a year|2 times a year|twice yearly|at least twice a year|"
        "twice per annum",
    ),
    (
        Schedule("year", 3),
        "жылына 3 рет|жылына үш рет",
        "3 раза в год|трижды в год|три раза в год",
        "three times a year|3 times per year|thrice a year",
    ),
    (
        Schedule("year", 4),
        "жылына 4 рет|жыл сайын, жылына\n4 рет|жылына төрт рет",
        "4 раза в год|ежегодно, 4 раза в год|четыре раза в год",
        "4 times a year|four times each year",
    ),
    (
        Schedule("year", 9),
        "жылына 9 рет|жылына тоғыз рет",
        "9 раз в год|девять раз в год",
        "nine times a year",
    ),
    (
        Schedule("half"),
        "жартыжылдықта 1 рет|жарты- жылдықта 1 \nрет|жарты жылда 1 рет|жартыжылдық сайын|"
        "жартыжылдығына бір рет|әр жартыжылдықта|жарты жыл сайын",
        "1 раз в полугодие|раз в полугодие|каждое полугодие|раз в полгода|1 раз в полу-\nгодие|"
        "по полугодиям|один раз в полуг.|ежегодно, 1 раз в полугодие",
        "half-yearly|every half-year|once every half-year|semi-annually|once every half year",
    ),
    (
        Schedule("quarter"),
        "тоқсан сайын|тоқсанына 1 рет|тоқсанда бір рет|әр тоқсан сайын|токсан сайын|"
        "т о қ с а н  с а й ы н|т о қ с а н с а й ы н|тоқсан сайын, жылына 4 рет|әр тоқсан",
        "ежеквартально|1 раз в квартал|раз в квартал|каждый квартал|ежеквар-\nтально|"
        "по кварталам|ежеквартально, 4 раза в год|не реже одного раза в квартал|1 раз в кв.",
        "quarterly|every quarter|once a quarter|each quarter|once per quarter|quаrterly|"
        "quarterly, four times a year",
    ),
    (
        Schedule("month"),
        "ай сайын|айына 1 рет|айына бір рет|әр ай сайын",
        "ежемесячно|1 раз в месяц|раз в месяц|каждый месяц",
        "monthly|every month|once a month",
    ),
    (
        Schedule("week"),
        "апта сайын|аптасына 1 рет|аптасына бір рет",
        "еженедельно|1 раз в неделю|каждую неделю",
        "weekly|every week|once a week",
    ),
    (
        Schedule("quarter", 2),
        "тоқсанына 2 рет|тоқсанына екі рет",
        "2 раза в квартал",
        "twice a quarter",
    ),
    (Schedule("week", 2), "аптасына 2 рет", "2 раза в неделю", "twice a week"),
    (
        Schedule("continuous"),
        "жыл бойы|үнемі|тұрақты|тұрақты негізде|жыл бойына|үнемі, жыл сайын",
        "постоянно|на постоянной основе|в течение всего года|весь год|круглый год|"
        "на протяжении всего года|постоянно, ежегодно",
        "constantly|continuously|throughout the year|on an ongoing basis|all year round|"
        "throughout the whole year",
    ),
    (
        Schedule("as_needed"),
        "қажеттілігіне қарай|қажет болған жағдайда|қажеттілік туындағанда",
        "по мере необходимости|при необходимости|по необходимости",
        "as needed|as necessary|if necessary|when required|as and when required",
    ),
)

YEARS: tuple[Row, ...] = (
    (
        Schedule("once", years=(2022,)),
        "2022 жылы|2022 жыл|2022 ж.|2022ж.|2022 жыл ішінде|2022 жылдың соңына дейін|2 0 2 2 жыл",
        "2022 год|в 2022 году|в 2022 г.г.|2022 г.|в течение 2022 года|до конца 2022 года|"
        "на 2022 год|2022",
        "2022|in 2022|within 2022|during 2022|by the end of 2022|in the year 2022",
    ),
    (
        Schedule("once", years=(2022, 2025)),
        "2022 және 2025 жылдар|2022, 2025 жылдар|2022 ж. және 2025 ж.",
        "2022 и 2025 годы|2022, 2025 гг.|в 2022 и 2025 годах|2022 г. и 2025 г.",
        "2022 and 2025|in 2022 and 2025|2022, 2025",
    ),
    (
        Schedule("once", years=(2022, 2023, 2025)),
        "2022, 2023 және 2025 жылдар",
        "2022, 2023 и 2025 годы|2022, 2023, 2025 гг.|2022-2023, 2025 годы",
        "2022, 2023 and 2025",
    ),
    (
        Schedule("continuous", years=(2022, 2023, 2024)),
        "2022-2024 жылдар|2022 – 2024 жж.|2022-2024 жылдар ішінде|2022 жылдан 2024 жылға дейін",
        "2022-2024 годы|2022–2024 гг.|с 2022 по 2024 год|в течение 2022-2024 годов|2022-24 гг.|"
        "в период с 2022 по 2024 год",
        "2022-2024|2022–2024|from 2022 to 2024|throughout 2022-2024|between 2022 and 2024|"
        "2022 through 2024",
    ),
    (
        Schedule("continuous", years=(2024,)),
        "2024 жыл бойы",
        "на протяжении всего 2024 года",
        "throughout 2024",
    ),
    (
        Schedule("year", years=(2022, 2023, 2024)),
        "2022-2024 жылдар, жылына 1 рет|жыл сайын, 2022-2024 жылдар|2022-2024 жж. жыл сайын",
        "2022-2024 годы, 1 раз в год|ежегодно, 2022–2024 гг.",
        "2022-2024, once a year|every year, 2022–2024",
    ),
    (
        Schedule("year", years=(2023,)),
        "2023 жыл, жылына \n1 рет",
        "2023 год, 1 раз в год",
        "2023, once a year",
    ),
    (
        Schedule("quarter", years=(2024,)),
        "2024 жыл, тоқсан сайын",
        "ежеквартально в 2024 году",
        "quarterly in 2024",
    ),
    (Schedule("once", 2, years=(2024,)), "2024 жылы 2 рет", "в 2024 году 2 раза", "twice in 2024"),
)

PLACES: tuple[Row, ...] = (
    (
        Schedule("year", window=quarter(2)),
        "жылына 1 рет, II \nтоқсан|жылына 1 рет, ІІ тоқсан|II тоқсан|2-тоқсан|екінші тоқсан|"
        "жыл сайын, II тоқсанда|жыл сайын (II тоқсан)|"
        "жылдың II тоқсанында",
        "1 раз в год, II квартал|II квартал|во II квартале|ежегодно, 2 квартал|второй квартал|"
        "П квартал|2-й квартал|ежегодно (II кв.)|1 раз во II квартале|до конца II квартала",
        "once a year, II quarter|second quarter|in the second quarter|Q2|quarter 2|"
        "annually, 2nd quarter",
    ),
    (
        Schedule("year", window=quarter(3)),
        "жылына 1 рет, III \nтоқсан|Ш тоқсан|ІІІ тоқсан|III - тоқсан|І І І тоқсан",
        "III квартал|Ш квартал|третий квартал",
        "III quarter|third quarter",
    ),
    (
        Schedule("year", window=quarter(4)),
        "жылына 1 рет, IV \nтоқсан|lV тоқсан|ІV тоқсан|4-ші тоқсан|IV-ші тоқсан|IVтоқсан|1V тоқсан",
        "IV квартал|ежегодно в IV квартале|в четвертом квартале|ІУ квартал",
        "fourth quarter|every year in the fourth quarter|in the fourth quarter of each year",
    ),
    (
        Schedule("year", window=quarter(1)),
        "жылына 1 рет, I \nтоқсан|І тоқсан|1 тоқсан",
        "I квартал|1-й кв.",
        "first quarter|Q1",
    ),
    (
        Schedule("year", window=half(2)),
        "жылына 1 рет, 2- \nжарты- жылдық|2-жартыжылдық|екінші жартыжылдықта|II жартыжылдық|"
        "жылдың екінші жартысы",
        "второе полугодие|II-е полугодие|2-е полугодие|II полугодие|"
        "во втором полугодии|1 раз в год, 2 полугодие",
        "second half-year|second half of the year|in the second half of the year|H2",
    ),
    (
        Schedule("year", window=month(5)),
        "мамыр|мамыр айы|мамырда|жыл сайын, мамыр айында",
        "май|в мае|ежегодно, май|до конца мая",
        "May|in May|every year in May|annually, May|every May|in May of each year",
    ),
    (
        Schedule("once", window=quarter(1), years=(2024,)),
        "2024 жылғы I тоқсан|2024 ж. I тоқсан|2024 жылдың 1-тоқсаны|2024 жылғы І тоқсан ішінде",
        "I квартал 2024 года|I кв. 2024 г.|в 1 квартале 2024 года|до конца I квартала 2024 года|"
        "в течение I квартала 2024 года",
        "first quarter of 2024|Q1 2024|in the first quarter of 2024",
    ),
    (
        Schedule("once", window=half(1), years=(2025,)),
        "2025 жылғы 1-жартыжылдық|2025 жылдың бірінші жартыжылдығы",
        "первое полугодие 2025 года|1-е полугодие 2025 г.",
        "first half of 2025|H1 2025",
    ),
    (
        Schedule("once", window=month(12), years=(2025,)),
        "2025 жылғы желтоқсан|2025 жылғы желтоқсанда",
        "декабрь 2025 года|в декабре 2025 г.",
        "December 2025|in Dec 2025",
    ),
    (
        Schedule("once", window=quarter(4), years=(2022, 2025)),
        "2022 және 2025 жылдар, IV тоқсан",
        "2022 и 2025 годы, IV квартал",
        "2022 and 2025, fourth quarter",
    ),
    (
        Schedule("year", window=quarter(4), years=(2022, 2023, 2024)),
        "2022-2024 жылдар, IV тоқсан",
        "IV квартал 2022-2024 годов",
        "2022-2024, fourth quarter",
    ),
    (
        Schedule("month", window=quarter(2)),
        "ай сайын, II тоқсан",
        "ежемесячно во II квартале",
        "monthly in the second quarter",
    ),
)

DAYS: tuple[Row, ...] = (
    (
        Schedule("year", window=by(MAY_1, inclusive=False)),
        "жыл сайын, 1 \nмамырға дейін|1 мамырға дейін|әр жылдың 1 мамырына дейін",
        "до 1 мая|ежегодно, до 1 мая|до 1 мая ежегодно|до 01.05|до 1 мая каждого года|"
        "в срок до 1 мая",
        "before 1 May|every year, before 1 May|before May 1|prior to 1 May",
    ),
    (
        Schedule("year", window=by(MAY_1)),
        "1 мамырдан кешіктірмей|жыл сайын, 1 мамырдан кешіктірілмей|жыл сайын 1 мамырға қарай",
        "не позднее 1 мая|ежегодно не позднее 1 мая|до 1 мая включительно|к 1 мая",
        "by 1 May|no later than 1 May|not later than May 1|by the 1st of May|annually by 1 May|"
        "on or before 1 May",
    ),
    (
        Schedule("year", window=on(MAY_1)),
        "жыл сайын, 1 \nмамыр|1 мамыр|1 мамырда",
        "1 мая|ежегодно, 1 мая|ежегодно 1 мая|01.05",
        "1 May|on 1 May|every year on May 1|on the 1st of May",
    ),
    (
        Schedule("year", window=on(MonthDay(3, 1))),
        "жыл сайын, 1 \nнаурыз",
        "1 марта ежегодно",
        "yearly, on 1 March",
    ),
    (
        Schedule("year", window=on(MonthDay(6, 1))),
        "жыл сайын, 1 \nмаусым",
        "1 июня ежегодно",
        "yearly, on 1 June",
    ),
    (
        Schedule("year", 2, by(MAY_1, NOVEMBER_1, inclusive=False)),
        "жыл сайын 1 мамырға және 1 қарашаға дейін|1 мамырға, 1 қарашаға дейін|"
        "1 мамыр мен 1 қарашаға дейін|1 мамырға дейін және 1 қарашаға дейін|"
        "жылына 2 рет, 1 мамырға және 1 қарашаға дейін",
        "ежегодно, до 1 мая и 1 ноября|до 1 мая и до 1 ноября|"
        "1 раз в полугодие, до 1 мая и 1 ноября|2 раза в год: до 1 мая и 1 ноября",
        "before 1 May and 1 November|every year, before 1 May and before 1 November",
    ),
    (
        Schedule("year", 2, on(MAY_1, MonthDay(12, 16))),
        "жыл сайын, 1 мамыр мен 16 желтоқсан",
        "1 мая и 16 декабря ежегодно",
        "every year, on 1 May and 16 December",
    ),
    (
        Schedule("once", window=by(MAY_1, inclusive=False), years=(2024,)),
        "2024 жылғы 1 мамырға дейін",
        "до 1 мая 2024 года|до 1 мая 2024 г.|до 01.05.2024|до 01.05.2024 г.",
        "before 1 May 2024|before May 1, 2024",
    ),
    (
        Schedule("once", window=by(MonthDay(12, 25)), years=(2025,)),
        "2025 жылғы 25 желтоқсаннан кешіктірілмей",
        "не позднее 25 декабря 2025 года",
        "by 25 December 2025|no later than December 25, 2025",
    ),
    (
        Schedule("once", window=on(MonthDay(6, 15)), years=(2024,)),
        "2024 жылғы 15 маусым|2024 жылғы 15 маусымда",
        "15 июня 2024 года|15.06.2024|15.06.24",
        "15 June 2024|June 15, 2024|2024-06-15|on 15 June 2024",
    ),
    (
        Schedule("once", 2, on(MAY_1, MonthDay(10, 1)), (2024,)),
        "2024 жылғы 1 мамыр және 2024 жылғы 1 қазан",
        "1 мая 2024 года и 1 октября 2024 года",
        "1 May 2024 and 1 October 2024",
    ),
    (
        Schedule("once", window=on(MAY_1), years=(2024, 2025)),
        "2024 жылғы 1 мамыр, 2025 жылғы 1 мамыр",
        "1 мая 2024 года и 1 мая 2025 года",
        "1 May 2024 and 1 May 2025",
    ),
)

AFTER: tuple[Row, ...] = (
    (
        Schedule("quarter", after_period=AfterPeriod(months=1, day=10)),
        "есепті тоқсаннан кейінгі айдың 10-күніне дейін|"
        "тоқсан сайын, есепті тоқсаннан кейінгі айдың 10-күнінен кешіктірмей|"
        "есепті кезеңнен кейінгі айдың 10-на дейін, тоқсан сайын",
        "до 10 числа месяца, следующего за отчетным кварталом|"
        "ежеквартально, до 10 числа месяца, следующего за отчетным периодом|"
        "ежеквартально, не позднее 10-го числа месяца, следующего за отчётным кварталом",
        "by the 10th of the month following the reporting quarter|"
        "quarterly, by day 10 of the month after the reported period|"
        "by the 10th day of the month following the reported quarter",
    ),
    (
        Schedule("quarter", after_period=AfterPeriod(months=2, day=15)),
        "тоқсан сайын, есепті кезеңнен кейінгі екінші айдың 15-күніне дейін",
        "ежеквартально, до 15 числа второго месяца, следующего за отчетным периодом",
        "quarterly, by the 15th day of the second month after the reported quarter",
    ),
    (
        Schedule("month", after_period=AfterPeriod(months=1, day=5)),
        "ай сайын, келесі айдың 5-күніне дейін|ай сайын, келесі айдың 5-іне дейін",
        "ежемесячно, до 5 числа следующего месяца|ежемесячно, к 5 числу следующего месяца|"
        "до 5 числа месяца, следующего за отчетным месяцем",
        "monthly, by the 5th of the following month|"
        "by the 5th of the month following the reporting month",
    ),
    (
        Schedule("month", after_period=AfterPeriod(months=0, day=5)),
        "әр айдың 5-күніне дейін",
        "до 5 числа каждого месяца|5 числа каждого месяца",
        "by the 5th of each month|by the 5th day of every month",
    ),
    (
        Schedule("quarter", after_period=AfterPeriod(days=10)),
        "есепті тоқсаннан кейін 10 күн ішінде|тоқсан аяқталғаннан кейін 10 күн ішінде",
        "в течение 10 дней после отчетного квартала|не позднее 10 дней после окончания квартала|"
        "в течение 10 календарных дней после окончания отчетного квартала|"
        "после окончания квартала в течение 10 дней",
        "within 10 days after the reported quarter|within 10 days after the end of the quarter|"
        "10 days after the reported quarter|"
        "within 10 days after the end of each quarter|within ten days of the end of the quarter",
    ),
    (
        Schedule("half", after_period=AfterPeriod(days=20)),
        "жартыжылдық сайын, есепті кезеңнен кейін 20 күн ішінде",
        "раз в полугодие, в течение 20 дней после отчетного периода",
        "half-yearly, within 20 days after the reported period",
    ),
)

COUNTS: tuple[Row, ...] = (
    (counted("year", 18, "отырыс"), "18 отырыс, жыл \nсайын|жылына 18 отырыс", "", ""),
    (counted("year", 20, "клуб"), "20 клуб, жыл сайын|20 клуб,\nжыл сайын", "", ""),
    (
        counted("year", 5, "іс-шара", True),
        "жыл сайын кемінде \n5 іс-шара|5-тен кем емес іс-шара, жыл сайын|"
        "жыл сайын кемінде 5 іс- шара",
        "",
        "",
    ),
    (
        counted("year", 10, "материал", True),
        "жыл сайын кемінде \n10 материал|жылына кемінде он материал",
        "",
        "",
    ),
    (counted("year", 5, "ролик"), "жыл ішшде 5 ролик|жыл ішінде 5 р о л и к", "", ""),
    (counted("year", 2, "брифинг", True), "жыл сайын, кемінде\n2 брифинг", "", ""),
    (counted("year", 17, "жарияланым"), "жыл сайын 17 \nжарияланым, (\nграфикке сәйкес)", "", ""),
    (
        counted("year", 50, "жарияланым", True),
        "жыл сайын, кемінде\n50 жарияланым|кем дегенде елу жарияланым жыл сайын",
        "",
        "",
    ),
    (
        counted("year", 3, "әдістемелік құрал", True),
        "жыл сайын, кемінде \n3 әдістемелік құрал",
        "",
        "",
    ),
    (
        counted("quarter", 2, "жарияланым"),
        "тоқсанына 2 \nжарияланым|тоқсан сайын 2 жарияланым|тоқсанына 2 жарияла- ным",
        "",
        "",
    ),
    (counted("quarter", 1, "отырыс"), "4 отырыс, тоқсан \nсайын|тоқсанына бір отырыс", "", ""),
    (
        counted("year", 50, "публикаций", True),
        "",
        "не менее 50 публикаций в год|ежегодно, не менее 50 публикаций|"
        "не менее пятидесяти публикаций ежегодно",
        "",
    ),
    (counted("year", 20, "клубов"), "", "20 клубов, ежегодно|двадцать клубов ежегодно", ""),
    (
        counted("quarter", 2, "публикации"),
        "",
        "2 публикации в квартал|две публикации в квартал|ежеквартально, 2 публикации",
        "",
    ),
    (counted("quarter", 1, "заседания"), "", "4 заседания, ежеквартально", ""),
    (counted("year", 25, "научных статей"), "", "двадцать пять научных статей в год", ""),
    (
        counted("year", 50, "publications", True),
        "",
        "",
        "at least 50 publications a year|at least 50 publications, every year|"
        "yearly, no fewer than 50 publications",
    ),
    (counted("year", 20, "clubs"), "", "", "20 clubs, every year|twenty clubs yearly"),
    (
        counted("quarter", 2, "publications"),
        "",
        "",
        "2 publications a quarter|2 publications per quarter|two publications every quarter",
    ),
    (counted("year", 18, "sittings"), "", "", "18 sittings yearly|18 sittings, yearly"),
    (counted("quarter", 1, "sittings"), "", "", "4 sittings, every quarter"),
    (
        Schedule("year", window=quarter(4), quantity=20, at_least=True, unit="материал"),
        "жыл сайын, кемінде \n20 материал, IV \nтоқсан",
        "",
        "",
    ),
    (Schedule("once", years=(2024,), quantity=5, unit="фильмов"), "", "5 фильмов, 2024 год", ""),
    (Schedule("continuous", quantity=5, unit="ролик"), "жыл бойы 5 ролик", "", ""),
)

CERTAIN: tuple[Row, ...] = (*RHYTHMS, *YEARS, *PLACES, *DAYS, *AFTER, *COUNTS)

OUTSIDE = (
    # rarer than once a year
    "раз в два года|один раз в 2 года|1 раз в 3 года|каждые два года|каждый второй год",
    "екі жылда бір рет|2 жылда 1 рет|екі жыл сайын|әр үш жыл сайын",
    "once in two years|every two years|once every three years|every other year|biennially",
    # a term from an event, or of its own length
    "после принятия закона|через месяц после принятия закона|в трехмесячный срок",
    "в течение трех месяцев|в течение 10 рабочих дней после отчетного квартала",
    "заң қабылданғаннан кейін|үш ай мерзімде|3 ай ішінде",
    "after the law is adopted|within three months|three-month term|within 10 working days",
    "в течение двух кварталов|в течение 2 кварталов|two quarters|два квартала",
    # until or from a year, from day to day, several places
    "до 2025 года|начиная с 2024 года|ежегодно до 2026 года|2030 жылға дейін|2024 жылдан бастап",
    "by 2030|starting from 2024|с 1 по 5 мая|1-5 мая|до мая|мамырға дейін|до II квартала",
    "I и III кварталы|I-II кварталы 2024 года|в III-IV кварталах|раз в год в мае и октябре",
    "жылына 1 рет, I, III тоқсан|қыркүйек-қазан|May and October",
    "I квартал 2024 года - II квартал 2025 года",
    # exceptions, ranges of numbers, other rhythms
    "ежегодно, кроме 2024 года|не более 2 раз в год|2-3 раза в год|ежедневно|күн сайын|daily",
    "1 раз в 1 квартале|25 декабря отчетного года",
    # impossible
    "5 квартал|31 февраля 2024 года|32.01.2024|2025, 2022 годы|2024-13-01|1ІІІІ тоқсан",
    "IIIIтоқсан|3-жартыжылдық",
    "до 40 числа каждого месяца|до 32 числа следующего месяца|XIII тоқсан",
    # contradicting itself
    "quarterly, 3 times a year|тоқсан сайын, жылына 3 рет|ежеквартально, ежемесячно",
    "ежеквартально, IV квартал|жыл бойы, II тоқсан|постоянно, ежеквартально",
    "по мере необходимости, ежегодно|до 1 мая, IV квартал|2 раза в год, 3 раза в год",
    "1 маусым, 1 қарашаға дейін|1 мамырға дейін, 1 қарашада|1 июня, до 1 мая|"
    "до 1 мая и не позднее 1 ноября|до 1 мая, ежегодно, не позднее 1 ноября",
    "до 1 мая, не позднее 1 ноября|ежеквартально, до 1 мая",
    "2022 год, до 1 мая 2023 года|до 1 мая 2024 года и 1 октября 2025 года",
    "3 раза в год, до 1 мая и 1 ноября|2022-2024 годы, 3 раза|2022-2023 годы, ежегодно, 2025 год",
    "ежегодно, до 10 числа месяца, следующего за отчетным кварталом|5 роликов, 3 клуба ежегодно",
    "до 5 мая, ежеквартально, до 10 числа месяца, следующего за отчетным кварталом",
    # no deadline at all
    "ежегодно, 5 шт|тоқсан соңында|III квартал 2024 г., III квартал 2025 г.|с сентября по декабрь",
    "жыл|сайын|полугодие|тест|согласно графику|quarter",
)

PARTLY: tuple[tuple[str, Schedule, tuple[str, ...]], ...] = (
    ("жыл сайын, облыстар бойынша", Schedule("year"), ("облыстар бойынша",)),
    ("отчет ежегодно", Schedule("year"), ("отчет",)),
    ("ежегодно (по согласованию)", Schedule("year"), ("по согласованию",)),
    ("every year in all regions", Schedule("year"), ("in all regions",)),
    ("ж ы л  с а й ы н, м е д и а", Schedule("year"), ("м е д и а",)),
    ("тоқсан сайын % мөлшерінде", Schedule("quarter"), ("% мөлшерінде",)),
)

UNCLEAR: tuple[tuple[str, Schedule], ...] = (
    ("8 заседаний, ежеквартально", counted("quarter", 8, "заседаний")),
    ("ежеквартально, 4 заседания", counted("quarter", 4, "заседания")),
    ("ежеквартально, 3 раза", Schedule("quarter", 3)),
    ("жыл сайын 2 отырыс, тоқсан сайын", counted("quarter", 2, "отырыс")),
    ("жыл сайын, жылына 2 отырыс, тоқсан сайын", counted("quarter", 2, "отырыс")),
    ("жыл ішінде 5 ролик, ай сайын", counted("month", 5, "ролик")),
    (
        "жыл сайын, 1 мамырға дейін, 4 рет",
        Schedule("year", 4, by(MAY_1, inclusive=False)),
    ),
    ("жылына 2 рет, 5 ролик", Schedule("year", 2, quantity=5, unit="ролик")),
    (
        "2022-2024 жылдар, 5 ролик",
        Schedule("continuous", years=(2022, 2023, 2024), quantity=5, unit="ролик"),
    ),
)

ASSUMED: tuple[tuple[str, Schedule], ...] = (
    ("кемінде 10 тікелей \nэфир", counted("year", 10, "тікелей эфир", True)),
    ("at least 50 publications", counted("year", 50, "publications", True)),
    ("бір рет", Schedule("once")),
    ("дважды", Schedule("once", 2)),
    (
        "до 10 числа следующего месяца",
        Schedule("year", after_period=AfterPeriod(months=1, day=10)),
    ),
)
