"""How long after the reported period.

Written by hand from how such plans are worded; the rows have the form of `phrases.py`.
"""

from birlik.base.values.schedule import AfterPeriod, Schedule
from tests.base.values.deadline.phrases import Row

EXAMINED_AFTER: tuple[Row, ...] = (
    (
        Schedule("quarter", after_period=AfterPeriod(months=1, day=5)),
        "тоқсан сайын есепті айдан кейінгі айдың 5-іне дейін|"
        "тоқсан сайын, есепті тоқсаннан кейінгі айдың 5-күніне дейін|"
        "тоқсан сайын, келесі айдың 5-іне дейін|"
        "тоқсан сайын, есепті тоқсаннан кейінгі айдың 5-жұлдызына дейін|"
        "тоқсан сайын, есепті тоқсаннан кейінгі айдың бесінші күніне дейін|"
        "тоқсан сайын есепті кезеңнен кейінгі айдың 5 күніне дейін|"
        "есепті тоқсаннан кейінгі айдың 5 күнінен кешіктірмей",
        "ежеквартально, до 5 числа месяца, следующего за отчетным|"
        "ежеквартально, до 5 числа месяца, следующего за отчётным кварталом|"
        "ежеквартально, не позднее 5-го числа месяца, следующего за отчетным периодом|"
        "ежеквартально к 5 числу месяца, следующего за отчетным кварталом|"
        "до 5 числа месяца, следующего за отчетным кварталом|"
        "ежеквартально до 5-го числа месяца, следующего за отчетным|"
        "ежеквартально, до 5 числа следующего за отчетным кварталом месяца",
        "quarterly, by the 5th of the month following the reporting quarter|"
        "quarterly, by the 5th day of the month following the reporting period|"
        "by the 5th day of the month following the quarter|"
        "quarterly, before the 5th of the month following the reporting month|"
        "quarterly, by day 5 of the month after the reporting quarter",
    ),
    (
        Schedule("quarter", after_period=AfterPeriod(months=1, day=10)),
        "тоқсан сайын есепті кезеңнен кейінгі айдың 10-на дейін|"
        "тоқсан сайын, есепті тоқсаннан кейінгі айдың 10-күнінен кешіктірмей",
        "",
        "quarterly, no later than the 10th of the following month|"
        "quarterly, by the 10th of the month following the quarter",
    ),
    (
        Schedule("month", after_period=AfterPeriod(months=1, day=5)),
        "ай сайын, есепті айдан кейінгі айдың 5-күніне дейін",
        "",
        "monthly, by the 5th of the following month|"
        "monthly, not later than the 5th day of the next month",
    ),
    (
        Schedule("half", after_period=AfterPeriod(days=10)),
        "есепті жартыжылдықтан кейін 10 күн ішінде|"
        "жартыжылдық сайын, есепті жартыжылдықтан кейін 10 күн ішінде",
        "в течение 10 дней после окончания полугодия",
        "",
    ),
    (
        Schedule("half", after_period=AfterPeriod(months=1, day=15)),
        "жартыжылдық сайын, есепті кезеңнен кейінгі айдың 15-іне дейін",
        "раз в полугодие, до 15 числа месяца, следующего за отчетным полугодием|"
        "раз в полугодие, до 15 числа месяца, следующего за отчетным периодом|"
        "по итогам полугодия до 15 числа|"
        "по итогам полугодия, до 15 числа месяца, следующего за отчетным",
        "",
    ),
    (
        Schedule("year", after_period=AfterPeriod(months=1, day=20)),
        "жыл сайын, есепті жылдан кейінгі айдың 20-сына дейін|"
        "жыл сайын, келесі жылдың 20 қаңтарына дейін",
        "ежегодно, до 20 января года, следующего за отчетным годом|"
        "ежегодно, не позднее 20 января следующего года",
        "annually, by 20 January of the following year|"
        "annually, by January 20 of the year following the reporting year",
    ),
    (
        Schedule("quarter", after_period=AfterPeriod(days=15)),
        "тоқсан аяқталғаннан кейін 15 күн ішінде|"
        "тоқсан сайын, тоқсан аяқталғаннан кейін 15 күнтізбелік күн ішінде|"
        "есепті тоқсан аяқталғаннан кейін 15 күннен кешіктірмей",
        "в течение 15 календарных дней после окончания квартала|"
        "ежеквартально, в течение 15 дней после отчетного квартала|"
        "ежеквартально, в течение 15 дней по окончании квартала|"
        "не позднее 15 дней после окончания отчетного квартала",
        "",
    ),
    (
        Schedule("year", after_period=AfterPeriod(months=1, day=15)),
        "жыл қорытындысы бойынша, есепті жылдан кейінгі айдың 15-іне дейін",
        "ежегодно, до 15 числа месяца, следующего за отчетным годом",
        "",
    ),
    (
        Schedule("month", after_period=AfterPeriod(months=1, day=10)),
        "",
        "ежемесячно, до 10 числа месяца, следующего за отчетным|"
        "ежемесячно, до 10-го числа следующего месяца",
        "",
    ),
    (
        Schedule("month", after_period=AfterPeriod(months=1, day=3)),
        "",
        "ежемесячно, к 3 числу месяца, следующего за отчетным месяцем",
        "",
    ),
    (
        Schedule("year", after_period=AfterPeriod(months=2, day=1)),
        "жыл сайын, есепті жылдан кейінгі жылдың 1 ақпанына дейін|"
        "есепті жылдан кейінгі жылдың 1 ақпанынан кешіктірмей",
        "ежегодно, до 1 февраля года, следующего за отчетным",
        "",
    ),
    (
        Schedule("half", after_period=AfterPeriod(days=15)),
        "жартыжылдық аяқталғаннан кейін 15 күн ішінде|жартыжылдық аяқталған соң 15 күн ішінде|"
        "әр жартыжылдық аяқталғаннан кейін 15 күн ішінде|"
        "жартыжылдық сайын, жартыжылдық аяқталғаннан кейінгі 15 күн ішінде",
        "",
        "within 15 days of the end of each half-year|"
        "within 15 days after the end of the half-year|"
        "no later than 15 days after each half-year|half-yearly, within 15 days after the period|"
        "within 15 calendar days of the end of the half-year",
    ),
    (
        Schedule("quarter", after_period=AfterPeriod(days=10)),
        "",
        "не позднее 10 дней по окончании квартала",
        "within 10 days after the end of each quarter|"
        "quarterly, within 10 days after the end of the quarter|"
        "quarterly, within ten days of the end of the quarter|"
        "no later than 10 days after the end of the reporting quarter",
    ),
    (
        Schedule("year", after_period=AfterPeriod(days=30)),
        "есепті жыл аяқталғаннан кейін 30 күн ішінде",
        "в течение 30 дней после отчетного года",
        "within 30 days after the end of the year|"
        "annually, within 30 calendar days following the reporting year",
    ),
    (
        Schedule("quarter", after_period=AfterPeriod(months=1, day=25)),
        "тоқсан сайын, есепті тоқсаннан кейінгі айдың 25-не дейін",
        "",
        "",
    ),
    (
        Schedule("half", after_period=AfterPeriod(months=1, day=10)),
        "",
        "по итогам полугодия, не позднее 10 числа следующего месяца",
        "",
    ),
    (
        Schedule("month", after_period=AfterPeriod(days=5)),
        "",
        "",
        "within five days after the end of each month",
    ),
    (
        Schedule("month", after_period=AfterPeriod(months=0, day=25)),
        "әр айдың 25-іне дейін|ай сайын, әр айдың 25-не дейін",
        "до 25 числа каждого месяца|не позднее 25 числа каждого месяца",
        "by the 25th of each month|by the 25th day of every month",
    ),
)
