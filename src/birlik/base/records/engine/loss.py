"""What a text has lost, said in the words of the reader's language."""

from birlik.base.records.engine.draft import Loss
from birlik.base.values.local_text import LocalText

TABLE = "indicators"
NAMED = {
    ("heading", "title"): LocalText(
        kk="актінің атауы", ru="наименование акта", en="the act's title"
    ),
    ("heading", "stamp"): LocalText(
        kk="бекіту белгісіндегі күн мен нөмір",
        ru="дата и номер в грифе утверждения",
        en="date and number of the approval stamp",
    ),
    ("heading", "contents"): LocalText(
        kk="мазмұнның бір бөлігі", ru="часть оглавления", en="a part of the contents"
    ),
    ("heading", TABLE): LocalText(
        kk="нысаналы индикаторлар кестесінің басы",
        ru="шапка таблицы целевых индикаторов",
        en="the head of the table of target indicators",
    ),
    ("table", TABLE): LocalText(
        kk="нысаналы индикаторлар кестесі",
        ru="таблица целевых индикаторов",
        en="the table of target indicators",
    ),
}
ROWS = {
    "row": LocalText(
        kk="нысаналы индикаторлар кестесінің {}-жолы",
        ru="строка {} таблицы целевых индикаторов",
        en="row {} of the table of target indicators",
    ),
    "cell": LocalText(
        kk="нысаналы индикаторлар кестесінің {}-жолындағы ұяшықтың бір бөлігі",
        ru="часть ячейки в строке {} таблицы целевых индикаторов",
        en="a part of a cell in row {} of the table of target indicators",
    ),
    "word": LocalText(
        kk="нысаналы индикаторлар кестесінің {}-жолындағы сөздің бір бөлігі",
        ru="часть слова в строке {} таблицы целевых индикаторов",
        en="a part of a word in row {} of the table of target indicators",
    ),
}
OTHERS = {
    "page": LocalText(kk="{}-беттің мәтіні", ru="текст страницы {}", en="the text of page {}"),
    "table": LocalText(kk="кесте: {}", ru="таблица: {}", en="table: {}"),
    "row": LocalText(kk="жоспардың {}-тармағы", ru="пункт {} плана", en="point {} of the plan"),
    "heading": LocalText(kk="тақырып: {}", ru="заголовок: {}", en="heading: {}"),
    "cell": LocalText(kk="ұяшық: {}", ru="ячейка: {}", en="cell: {}"),
    "word": LocalText(kk="сөз: {}", ru="слово: {}", en="word: {}"),
}


def describe_loss(loss: Loss) -> LocalText:
    """What was lost, as a noun phrase in three languages."""
    named = NAMED.get((loss.kind, loss.what))
    if named:
        return named
    table, _, number = loss.what.partition("/")
    if table == TABLE and loss.kind in ROWS:
        return _filled(ROWS[loss.kind], number)
    return _filled(OTHERS[loss.kind], loss.what)


def _filled(pattern: LocalText, words: str) -> LocalText:
    return LocalText(*(one.format(words) for one in (pattern.kk, pattern.ru, pattern.en)))
