"""Words of a line whose letters were set apart, and words that a line's end broke."""

import pytest

from birlik.base.records.engine.plan.cells import CellText, put_together
from birlik.base.records.engine.plan.lexicon import Lexicon, native
from birlik.base.records.engine.plan.words import Word, read_lines, read_words

BODY = (
    "Жыл бойы ғылыми кеңес әр өңірде жұмыс пен оқуды ұйымдастыру туралы сөз айтты, \n"
    "ал кеңестің жұмысы және оның бірліктің үлгісі болғаны жөніндегі сөз өзге де, \n"
    "басқа да қалаларда және ауылдарда сараптамалық кеңес құрылғаны туралы болды, \n"
    "онда ғылыми-практикалық жиын мен ақпараттық кеш өтіп, мәдени-ағартушылық іс \n"
    "басталды, Шымкент пен Астана, Шымкент пен Алматы қаласы бұл іске қосылды. \n"
)


def _words(line: str, body: str = BODY) -> list[Word]:
    lexicon = Lexicon(f"{body}\n{line}\n")
    return [
        word for one in read_lines(line, 0, len(line)) for word in read_words(line, one, lexicon)
    ]


def _cell(lines: str, body: str = BODY) -> CellText:
    return put_together(_words(lines, body), Lexicon(f"{body}\n{lines}\n"))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("ж ұ м ы с ы  ", ["жұмысы"]),
        ("1 )  Қ Х А  ", ["1)", "ҚХА"]),
        ("1 ) Қ Х А", ["1)", "ҚХА"]),
        ("б а с қ а  д а  ", ["басқа", "да"]),
        ("б а с қ а д а", ["басқа", "да"]),
        ("б ірл ікт ің", ["бірліктің"]),
        ("жөніндег і  ", ["жөніндегі"]),
        ('к е ш "  сөз', ['кеш"', "сөз"]),
        ('2 ) Қ Х А "', ["2)", "ҚХА", '"']),
        ("д о м б ы р а", ["домбыра"]),
        ("І І Іымкент  ", ["ІІІымкент"]),
        ("3)сөз туралы", ["3)", "сөз", "туралы"]),
        ("мен де сен де", ["мен", "де", "сен", "де"]),
    ],
)
def test_letters_set_apart_are_closed(line: str, expected: list[str]) -> None:
    """Letters are joined to the words that the act uses; words stay words."""
    assert [word.text for word in _words(line)] == expected


def test_words_keep_their_places() -> None:
    """A closed word spans all of its letters in the source."""
    line = "қосымша ж ұ м ы с"
    words = _words(line)
    assert [line[word.start : word.end] for word in words] == ["қосымша", "ж ұ м ы с"]


def test_gaps_tell_lines_blocks_and_pages() -> None:
    """A line's end, a blank line, more blank lines and a form feed are four kinds of gap."""
    text = "бір\nекі\n\nүш\n\n\nтөрт\n\fбес"
    gaps = [line.gap for line in read_lines(text, 0, len(text))]
    assert gaps == ["page", "line", "blank", "page", "page"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("сараптама\nлық кеңес", "сараптамалық кеңес"),
        ("ғылыми-практика\nлық жиын", "ғылыми-практикалық жиын"),
        ("кеңестің\nжұмысы", "кеңестің жұмысы"),
        ("мәдени-\nағартушылық іс", "мәдени-ағартушылық іс"),
        ("кеңес- тің жұмысы", "кеңестің жұмысы"),
        ("2- \nжиын", "2-жиын"),
        ('"Бірлік" үйі, "\nҚоғам" сөзі', '"Бірлік" үйі, "Қоғам" сөзі'),
        ('"Бірлік кеші\n" жиын', '"Бірлік кеші" жиын'),
        ("ән (би\n, күй\n) кеші", "ән (би, күй) кеші"),
        ("(\nсөз туралы)", "(сөз туралы)"),
        ("Тарихқа тағзым - \nөткенге тағзым", "Тарихқа тағзым - өткенге тағзым"),
        ("кеңес\nШымкент", "кеңес Шымкент"),
    ],
)
def test_broken_words_are_joined_as_the_act_spells_them(lines: str, expected: str) -> None:
    """The rest of the act says whether a line's end broke a word or parted two."""
    assert _cell(lines).text == expected


def test_a_break_that_nothing_explains_is_doubtful() -> None:
    """Two pieces that the act has nowhere else are left apart, and asked about."""
    cell = _cell("тұғыр\nқазық")
    assert cell.text == "тұғыр қазық"
    assert not cell.sure


def test_a_break_is_two_words_where_the_line_kept_its_blank() -> None:
    """A blank at the line's end is the sign of a break between two words."""
    assert _cell("тұғыр \nқазық").text == "тұғыр қазық"
    assert _cell("тұғыр \nқазық").sure


def test_slips_of_the_scan_are_repaired_and_doubtful() -> None:
    """A letter that scans confuse is put right where the act uses the word that was meant."""
    body = (
        BODY
        + "өңірлік кеңес, өңірлік жиын, өңірлік кеш, өңірлік сөз, ұлт туралы, \n"
        + 5 * "Шымкент сөзі, құқық туралы, "
    )
    cell = _cell("еңірлік кеңес", body)
    assert cell.text == "өңірлік кеңес"
    assert not cell.sure
    assert _cell("Еңірлік кеңес", body).text == "Өңірлік кеңес"
    assert _cell("ІІІымкент сөзі", body).text == "Шымкент сөзі"
    assert _cell("кұкық туралы", body).text == "құқық туралы"
    assert _cell('"Үоutube" арнасы', body).text == '"Youtube" арнасы'


def test_roman_numerals_are_no_slips() -> None:
    """«II» and «І» stay what they are, whatever words are like them."""
    assert _cell("II тоқсан, І тоқсан").text == "II тоқсан, І тоқсан"
    assert _cell("II тоқсан, І тоқсан").sure


def test_a_rare_word_near_another_is_not_vouched_for() -> None:
    """Too little to repair it, enough to ask: «үлт» beside «ұлттық»."""
    body = BODY + "ұлттық кеш пен ұлттық жиын туралы сөз болды, \n"
    assert not _cell("үлт кеңесі", body).spelt
    assert _cell("жыл кеңесі", body).spelt


def test_unbalanced_signs_and_stray_letters_are_doubtful() -> None:
    """A quotation mark without its pair, or a letter by itself, leaves a doubt."""
    assert not _cell('"Бірлік" кеші" жиыны').sure
    assert not _cell("қ кеңесі").sure
    assert _cell('"Бірлік" кеші').sure


def test_latin_letters_inside_cyrillic_words_are_replaced() -> None:
    """Look-alike letters change, real Latin words do not, and the length stays."""
    assert native("кеңeс тypaлы YouTube II тоқсан") == "кеңес туралы YouTube II тоқсан"
