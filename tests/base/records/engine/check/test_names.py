"""Names and abbreviations."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from birlik.base.records.engine.check import abbreviations, names
from birlik.base.records.engine.check.reading import CheckedAct

MakeAct = Callable[..., CheckedAct]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Реализуется проект «Шанырак». Учрежден орден «Шанырак».", 1),
        ("Реализуется проект «Шанырак». Продолжен проект «Шанырак».", 0),
        ("Реализуется проект «Шанырак». Действует программа «Шанырак».", 0),
        ("Проекты «Тамыр», «Шанырак» и «Дос». Открыт центр «Дос».", 1),
        ("Принят закон «О языках». Создан центр «О языках».", 0),
        ('"Ел бірлігі" жобасы аяқталды. "Ел бірлігі" ордені берілді.', 1),
        ('"Ел бірлігі" жобасы аяқталды. "Ел бірлігі" туралы айтылды.', 0),
        ('"Тамыр", "Дос" жобалары іске асырылуда. "Тамыр" орталығы өңірде құрылды.', 1),
        ("«Шанырак» открыт. Орден «Шанырак» учрежден.", 0),
    ],
)
def test_one_name_is_given_to_one_thing(act: MakeAct, text: str, found: int) -> None:
    """A quoted name beside words for different sorts of things is asked about."""
    assert len(list(names.one_name_for_two([act(text)]))) == found


def test_names_of_measures_count_too(act: MakeAct, measure: Callable[..., Any]) -> None:
    """A contest of the plan and a centre of the text may share a name."""
    row = measure("4", "провести конкурс «Шанырак»", start=24, end=30)
    text = "Открыт центр «Шанырак».\n4. ...\n"
    (finding,) = names.one_name_for_two([act(text.replace("\n", "\n\n"), measures=(row,))])
    assert "центр, конкурс" in finding.message.en


@pytest.mark.parametrize(
    ("one", "two", "found"),
    [
        ("Салауатты сана", "Салауатты Сана", 1),
        ("Жүректен жүрекке", "Жүректен - жүрекке", 1),
        ("Единство в многообразии", "Единство через многообразие", 1),
        ("Добрососедство", "Добрососедства", 0),
        ("Дорожная карта", "Дорожной карты", 0),
        ("Добрососедство", "Добрасоседство", 1),
        ("Казахстан-2050", "Казахстан - 2050", 0),
        ("единство в многообразии", "Единство в многообразии", 0),
        ("Стратегия 2030", "Стратегия 2050", 0),
        ("Дос", "Дом", 0),
        ("Школа лидеров", "Академия лидеров", 0),
    ],
)
def test_one_name_is_spelt_in_one_way(act: MakeAct, one: str, two: str, found: int) -> None:
    """Two spellings of one name are asked about; blanks by a dash or a capital first are not."""
    text = f"Проект «{one}» начат. Проект «{one}» идет. Проект «{two}» завершен.\n"
    assert len(list(names.two_spellings([act(text)]))) == found


def test_the_rarer_spelling_is_asked_about(act: MakeAct) -> None:
    """The spelling that stands most often comes last among the places."""
    text = "Проект «Тамыр-лас». Проект «Тамырлас». Проект «Тамырлас».\n"
    (finding,) = names.two_spellings([act(text)])
    assert text[finding.places[0].start : finding.places[0].end] == "«Тамыр-лас»"


def test_a_name_kept_in_translation_stands_in_both_texts(act: MakeAct) -> None:
    """A Latin or Kazakh name of the Russian text that its Kazakh pair lacks is asked about."""
    identity = {"number": "417", "adopted_on": date(2031, 3, 3)}
    kazakh = act(
        'Кеңес туралы 2031 жылғы 3 наурыздағы № 417 бұйрық\n\n"Koryo Ilbo" газеті 12 облыста '
        "таратылады.\n\n2. Бақылау аппаратқа жүктелсін.\n",
        "kk",
        **identity,
    )
    russian = (
        "Приказ от 3 марта 2031 года № 417 о совете\n\nГазета «{}» распространяется в 12 областях "
        "и в «Доме мира».\n\n2. Контроль возложить на аппарат.\n"
    )
    right, wrong = (act(russian.format(name), "ru", **identity) for name in ("Koryo Ilbo", "Koryo"))
    other = act(russian.format("Korea Times"), "ru", **identity)
    assert list(names.names_in_both_languages([kazakh, right])) == []
    assert list(names.names_in_both_languages([kazakh, wrong])) == []
    (finding,) = names.names_in_both_languages([kazakh, other])
    assert finding.kind == "two_names_one_thing"


@pytest.mark.parametrize(
    "note",
    [
        'слово "Целиноград" заменено словом "Астана"',
        '"Целиноград" деген сөз "Астана" деген сөзбен ауыстырылды',
    ],
)
def test_a_replaced_name_does_not_stand_any_more(act: MakeAct, note: str) -> None:
    """A name that the act says was replaced is found where it was left, also broken by a line."""
    text = f"{note}.\n\nАкиматы Астаны, Цели-\nноград и Целиноград.\n"
    (finding,) = names.replaced_names([act(text)])
    assert text[finding.places[0].start : finding.places[0].end] == "Целиноград"


def test_an_abbreviation_has_one_meaning(act: MakeAct) -> None:
    """One short name with two wordings is asked about; a longer wording of the same is not."""
    one = act("Научно-экспертный совет (далее – НЭС) создан. НЭС работает.\n", "a")
    two = act("Научно-экспертная палата (далее – НЭС) создана. НЭС работает.\n", "b")
    (finding,) = names.two_meanings([one, two])
    assert [place.file for place in finding.places] == ["a", "b"]
    assert list(names.two_meanings([one, one])) == []
    strange = act("Новая энергосистема (далее – НЭС) создана. НЭС работает.\n", "c")
    assert list(names.two_meanings([one, strange])) == []


def test_a_ministry_may_be_renamed_between_acts(act: MakeAct) -> None:
    """Two acts may explain the short name of a ministry by the names of their years."""
    text = "Министерство культуры и {} (далее – МКИ) создано. МКИ работает.\n"
    acts = [act(text.format(word), word) for word in ("информации", "искусства")]
    assert list(names.two_meanings(acts)) == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Материалы опубликованы в СМИ области.", ["СМИ"]),
        ("Средства информации (далее – СМИ) работают. Статьи в СМИ вышли.", []),
        ("Опыт США и ООН изучен на XXIV и ХХХІІІ сессиях.", []),
        ("УКАЗ\n\nСовет создан.", []),
        ("О СОЗДАНИИ СОВЕТА", []),
        ("Совет ПОСТАНОВИЛ ДА утвердить план работы на год.", []),
        ("Статьи в СМИ и передачи СМИ готовы.", ["СМИ"]),
    ],
)
def test_abbreviations_are_explained(act: MakeAct, text: str, codes: list[str]) -> None:
    """One finding for each short name that is explained nowhere; headings and words everybody knows
    are left alone."""
    found = list(abbreviations.unexplained([act(text + "\n")]))
    assert [finding.message.en.split('"')[1] for finding in found] == codes


def test_what_is_introduced_is_used(act: MakeAct) -> None:
    """A short name that never comes again need not have been introduced."""
    unused = act("Научно-экспертный совет (далее – НЭС) создан.\n")
    used = act("Научно-экспертный совет (далее – НЭС) создан. НЭС работает.\n")
    assert len(list(abbreviations.unused([unused]))) == 1
    assert list(abbreviations.unused([used])) == []


def test_the_list_after_the_plan_explains(act: MakeAct) -> None:
    """What the act's own list has is explained, and must be used."""
    text = (
        "Статьи в СМИ вышли.\n\nПримечание: расшифровка аббревиатур:\n"
        "СМИ - средства массовой информации;\nМКИ - Министерство культуры и информации\n"
    )
    checked = act(text, abbreviations={"СМИ": "средства массовой информации"})
    assert list(abbreviations.unexplained([checked])) == []
    (finding,) = abbreviations.unused([checked])
    assert "МКИ" in finding.message.en
