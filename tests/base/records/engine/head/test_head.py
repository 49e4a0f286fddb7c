"""Heads of acts in other forms than those of the concepts."""

from datetime import date

import pytest

from birlik.base.records.engine.draft import SourceText
from birlik.base.records.engine.head import Head, read_head, read_passport, read_repeals
from birlik.base.records.engine.head.reference import kind_of, references, written_date
from birlik.base.records.engine.sources import read_source


def source(text: str) -> SourceText:
    """A source of plain text."""
    return read_source(text.encode(), "act.txt")


def head(text: str) -> Head:
    """The head of a plain text."""
    return read_head(source(text))


@pytest.mark.parametrize(
    ("line", "kind", "number", "adopted_on", "issuer"),
    [
        (
            "Постановление Правительства Республики Казахстан от 5 марта 2027 года № 100.",
            "resolution",
            "100",
            date(2027, 3, 5),
            "Правительство Республики Казахстан",
        ),
        (
            "Приказ Министра садов Республики Казахстан от 1 мая 2027 года № 57-НҚ. "
            "Зарегистрирован в Министерстве юстиции Республики Казахстан.",
            "order",
            "57-НҚ",
            date(2027, 5, 1),
            "Министр садов Республики Казахстан",
        ),
        (
            "Қазақстан Республикасы Үкіметінің 2027 жылғы 5 наурыздағы № 100 қаулысы.",
            "resolution",
            "100",
            date(2027, 3, 5),
            "Қазақстан Республикасының Үкіметі",
        ),
        (
            "Қазақстан Республикасы Бау-бақша министрінің 2027 жылғы 1 мамырдағы № 7 бұйрығы",
            "order",
            "7",
            date(2027, 5, 1),
            "Қазақстан Республикасының Бау-бақша министрі",
        ),
        (
            "Закон Республики Казахстан от 20 октября 2027 года № 70-IV ЗРК.",
            "law",
            "70-IV ЗРК",
            date(2027, 10, 20),
            "",
        ),
    ],
)
def test_header_line(line: str, kind: str, number: str, adopted_on: date, issuer: str) -> None:
    """The line under the title names kind, issuer, date and number."""
    read = head(f"О садах\n\n{line}\n\nВ соответствии с законом ПОСТАНОВЛЯЮ:\n\n1. Утвердить.")
    assert (read.kind, read.number, read.adopted_on) == (kind, number, adopted_on)
    assert read.issuer == issuer
    assert read.title == "О садах"
    assert all(read.certain[field] for field in ("kind", "number", "adopted_on", "title"))
    assert read.certain["issuer"] == bool(issuer)


def test_places_that_disagree() -> None:
    """A number that header and stamp give differently is not certain."""
    read = head(
        "О садах\n\nУказ Президента Республики Казахстан от 5 марта 2027 года № 10.\n\n"
        "ПОСТАНОВЛЯЮ:\n\n1. Утвердить план.\n\nУТВЕРЖДЕН\nУказом Президента Республики Казахстан\n"
        "от 5 марта 2027 года № 16\n\nПлан садов"
    )
    assert read.number == "10"
    assert not read.certain["number"]
    assert read.certain["adopted_on"]


def test_kind_that_the_text_contradicts() -> None:
    """A header line that the act's own words contradict leaves the kind uncertain."""
    read = head(
        "О садах\n\nУказ Президента Республики Казахстан от 5 марта 2027 года № 10.\n\n"
        "ПОСТАНОВЛЯЮ:\n\n1. Настоящее постановление вводится в действие."
    )
    assert not read.certain["kind"]


def test_plan_approved_by_an_order() -> None:
    """The stamp of a plan names the act that approves it; the plan keeps its own title."""
    read = head(
        "Утвержден приказом Министра садов Республики Казахстан от 1 мая 2027 года № 7\n\n"
        "План мероприятий по садам"
    )
    assert (read.kind, read.number, read.adopted_on) == ("order", "7", date(2027, 5, 1))
    assert read.title == "План мероприятий по садам"
    assert not read.certain["title"]


def test_bare_plan() -> None:
    """A plan without any header is a plan by its title, and nothing of that is certain."""
    read = head("Бау-бақша жөніндегі іс-қимыл жоспары\n\n1. Ағаш егу")
    assert (read.kind, read.number, read.adopted_on, read.issuer) == ("plan", "", None, "")
    assert read.title == "Бау-бақша жөніндегі іс-қимыл жоспары"
    assert not any(read.certain.values())


@pytest.mark.parametrize(
    "title",
    [
        'О садах "Тень',
        "О садах В соответствии с законом о садах",
        "О садах Указ Президента Республики Казахстан от 5 марта 2027 года № 12",
    ],
)
def test_title_that_ran_on(title: str) -> None:
    """A title with an open quotation mark, or with the text below run into it, is not certain."""
    read = head(f"{title}\n\nПОСТАНОВЛЯЮ:\n\n1. Утвердить.")
    assert read.title == title
    assert not read.certain["title"]


def test_act_older_than_what_it_cites() -> None:
    """A date before that of an act it names cannot be the act's own beyond doubt."""
    read = head(
        "О садах\n\nУказ Президента Республики Казахстан от 5 марта 2017 года № 10.\n\n"
        "В соответствии с Указом Президента Республики Казахстан от 1 мая 2020 года № 5 "
        "ПОСТАНОВЛЯЮ:\n\n1. Утвердить."
    )
    assert read.number == "10"
    assert not read.certain["number"]
    assert not read.certain["adopted_on"]


def test_signature_before_the_stamp() -> None:
    """A signature that stands before the stamp is no part of the issuer's name."""
    read = head(
        "Қазақстан Республикасының\nПрезиденті Қ.Тоқаев\nПрезидентінің\n2027 жылғы 5 наурыздағы "
        "№ 12 Жарлығымен\nБЕКІТІЛГЕН"
    )
    assert (read.number, read.issuer) == ("12", "")


def test_nothing_to_read() -> None:
    """A text that is no act has an empty head, none of it certain."""
    read = head("Алма ағашы гүлдеді.")
    assert (read.kind, read.number, read.issuer) == ("", "", "")
    assert not any(read.certain.values())


def test_approval_within_a_sentence_is_no_stamp() -> None:
    """«… бекітілген ереже» in running text does not name this act."""
    read = head(
        "Қазақстан Республикасы Президентінің 2011 жылғы 7 қыркүйектегі № 149 Жарлығымен "
        "Бекітілген ережеге сәйкес ҚАУЛЫ ЕТЕМІН:\n\n1. Жоспар бекітілсін."
    )
    assert read.number == ""
    assert [one.what for one in read.lost] == ["title"]


def test_place_of_signing() -> None:
    """Date and number beside the place of signing are the act's, also on two lines."""
    read = head(
        "Бақтар туралы\n\nҚАУЛЫ ЕТЕМІН:\n\n1. Осы Жарлық қолданысқа енгізілсін.\n\n"
        "Астана, Ақорда, 2027 жылғы 5 наурыз\n\n№ 12"
    )
    assert (read.kind, read.number, read.adopted_on) == ("decree", "12", date(2027, 3, 5))


def test_stamp_in_a_table() -> None:
    """Legal databases set the stamp in a table without lines."""
    page = (
        "<html><body><h1>О садах</h1><p>ПОСТАНОВЛЯЮ:</p><p>1. Утвердить.</p>"
        "<table><tr><td></td><td>УТВЕРЖДЕН<br>Указом Президента<br>Республики Казахстан<br>"
        "от 5 марта 2027 года № 12</td></tr></table><p>План садов</p></body></html>"
    )
    read = read_head(read_source(page.encode(), "a.html"))
    assert (read.number, read.issuer) == ("12", "Президент Республики Казахстан")


def test_repeal_in_one_sentence() -> None:
    """An act repealed in the sentence itself is found; a kind torn from its place too."""
    text = (
        "ПОСТАНОВЛЯЮ:\n\n2. Признать утратившим силу постановление Правительства Республики "
        "Казахстан от 1 мая 2020 года № 5 «О садах».\n\n3. Признать утратившими силу:\n\n"
        "1) Президента Республики Казахстан от 2 мая 2020 года № 6 Указ «О парках»;\n\n"
        "2) пункты 3 и 4 изменений, утвержденных Указом Президента Республики Казахстан "
        "от 3 мая 2020 года № 7;\n\n3) прочее;\n\n4. Вводится в действие."
    )
    found = read_repeals(source(text), len(text))
    assert [(one.kind, one.number, one.part) for one in found] == [
        ("resolution", "5", ""),
        ("decree", "6", ""),
        ("decree", "7", "3 и 4"),
    ]
    assert read_repeals(source(text), 0) == ()


def test_repeal_close_to_the_stamp() -> None:
    """An act repealed right before the stamp of the annex is found too."""
    text = (
        "Бақтар туралы\n\nҚАУЛЫ ЕТЕМІН:\n\n1. Мыналардың күші жойылды деп танылсын:\n\n"
        "1) Қазақстан Республикасы Президентінің 2020 жылғы 1 мамырдағы № 5 Жарлығы.\n\n"
        "Қазақстан Республикасы Президентінің\n2027 жылғы 5 наурыздағы\n№ 12 Жарлығымен\n"
        "БЕКІТІЛГЕН"
    )
    found = read_repeals(source(text), head(text).decree_end)
    assert [(one.kind, one.number) for one in found] == [("decree", "5")]
    assert head(text).number == "12"


def test_impossible_dates() -> None:
    """A date that does not exist is no date, and names no act."""
    assert written_date("31", "ақпан", "2027") is None
    assert written_date("1", "яблоня", "2027") is None
    assert references("Указ Президента от 31 февраля 2027 года № 5") == []
    assert kind_of("бақ") == ""


def test_unknown_issuer() -> None:
    """An issuer whose nominative is not known is left empty rather than guessed."""
    [one] = references("Приказ Садовода-испытателя от 1 мая 2027 года № 5")
    assert (one.kind, one.issuer) == ("order", "")
    [kazakh] = references("Бағбанның 2027 жылғы 1 мамырдағы № 5 бұйрығы")
    assert (kazakh.kind, kazakh.issuer) == ("order", "")


def test_passport_of_a_real_table() -> None:
    """A passport in a real table gives its rows as they are."""
    page = (
        "<html><body><h2>Раздел 1. Паспорт</h2><table><tr><td>Наименование</td><td>Сады</td></tr>"
        "<tr><td colspan='2'>примечание</td></tr><tr><td>1</td><td>Цель</td><td>тень</td></tr>"
        "</table><h2>Раздел 2. Анализ</h2></body></html>"
    )
    rows = read_passport(read_source(page.encode(), "a.html"))
    assert [(row.name, row.value) for row in rows] == [("Наименование", "Сады"), ("Цель", "тень")]


def test_no_passport() -> None:
    """A text without a passport has no rows."""
    assert read_passport(source("Бақ")) == ()
    assert read_passport(source("Паспорт\n\nРаздел 2. Анализ\n\nНаименование: сад")) == ()
