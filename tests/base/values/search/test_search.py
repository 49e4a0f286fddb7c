"""Words are found however they are written, ended or slightly mistyped.

The texts are sentences of the kind that acts hold; what each query must find was written by hand.
"""

import pytest

from birlik.base.values.search import Field, WordIndex, asked_words, spans_of, tokens
from birlik.base.values.search.endings import english, kazakh, russian, stems

TEXTS = {
    "councils": (
        "Қоғамдық келісім кеңестерінің отырыстарын өткізу",
        "Проведение заседаний советов общественного согласия",
    ),
    "mothers": ("Аналар кеңесінің жұмысы", "Работа Совета матерей"),
    "houses": ("Достық үйлерін жаңғырту", "Модернизация домов дружбы"),
    "people": (
        "Қазақстан халқы Ассамблеясының мүшелері",
        "Члены Ассамблеи народа Казахстана",
    ),
    "mediators": ("Медиаторларды оқыту", "Обучение медиаторов"),
    "youth": (
        "Өңірлердегі жастар ұйымдарын қолдау",
        "Поддержка молодежных организаций в регионах",
    ),
    "language": ("Мемлекеттік тілді оқыту", "Обучение государственному языку"),
    "report": ("Талдамалық есеп әзірлеу", "Подготовка аналитического отчёта"),
    "charity": ("Қайырымдылық акциялары", "Благотворительные акции"),
    "capital": ("Астана қаласының әкімдігі", "Акимат города Астаны"),
    "publishing": ("Кітаптар шығару, 50 жарияланым", "Издание книг, 50 публикаций"),
    "law": ("Заң жобасын талқылау", "Обсуждение проекта закона"),
}
NUMBERS = {"councils": "8.1", "mothers": "8", "houses": "18.1", "people": "1.8"}


@pytest.fixture(scope="module")
def index() -> WordIndex[str]:
    """The sentences, with the numbers of some."""
    return WordIndex(
        (
            name,
            [Field(kk, "kk"), Field(ru, "ru"), Field(NUMBERS.get(name, ""), weight=3)],
        )
        for name, (kk, ru) in TEXTS.items()
    )


def answers(index: WordIndex[str], query: str) -> set[str]:
    """The sentences that meet every word of a query."""
    found = [index.found(forms).documents for forms in asked_words(query)]
    return set(found[0]).intersection(*found[1:]) if found else set()


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        # Kazakh: plural, possession and case come off one behind another.
        ("кеңес", "councils mothers"),
        ("кеңестің отырысы", "councils"),
        ("кеңестерде", "councils mothers"),
        ("отырыстарда", "councils"),
        ("ананың", "mothers"),
        ("үй", ""),
        ("үйлер", "houses"),
        ("достықтың үйлері", "houses"),
        ("халық", "people"),
        ("халықтың", "people"),
        ("халқымыз", "people"),
        ("ассамблея", "people"),
        ("ассамблеяға", "people"),
        ("медиатор", "mediators"),
        ("медиаторлармен", "mediators"),
        ("тіл", "language"),
        ("тілге", "language"),
        ("өңір", "youth"),
        ("өңірдегі ұйымдар", "youth"),
        ("есептің", "report"),
        ("акция", "charity"),
        ("акциясы", "charity"),
        ("қала", "capital"),
        ("астанада", "capital"),
        ("кітап", "publishing"),
        ("кітабы", "publishing"),
        ("заңның жобасы", "law"),
        # Russian: one ending comes off.
        ("совет", "councils mothers"),
        ("советами", "councils mothers"),
        ("заседание", "councils"),
        ("заседания", "councils"),
        ("общественное согласие", "councils"),
        ("ассамблей", "people"),
        ("казахстане", "people"),
        ("народы", "people"),
        ("медиаторами", "mediators"),
        ("государственный язык", "language"),
        ("языка", "language"),
        ("региону", "youth"),
        ("дома", "houses"),
        ("книги", "publishing"),
        ("законы", "law"),
        # Case and ё.
        ("ОТЧЕТ", "report"),
        ("отчёты", "report"),
        ("КЕҢЕС", "councils mothers"),
        # Without a Kazakh keyboard.
        ("кенестин отырысы", "councils"),
        ("коғамдык келисим", "councils"),
        ("онир", "youth"),
        ("уйлер", "houses"),
        ("акимдик", "capital"),
        ("улкен", ""),
        # Letters of the other script that look alike.
        ("COBET", "councils mothers"),
        ("кeңec", "councils mothers"),
        ("мeдиaтop", "mediators"),
        ("xaлық", "people"),
        # One slip in a longer word, none in a short one.
        ("зеседание", "councils"),
        ("медаитор", "mediators"),
        ("қайырымдылик", "charity"),
        ("благотворителная", "charity"),
        ("согласиие", "councils"),
        ("тол", ""),
        ("заеддание", ""),
        # The beginning of a word; short ones only where nothing else is meant.
        ("благотвор", "charity"),
        ("медиа", "mediators"),
        ("мед", "mediators"),
        ("ме", ""),
        # Numbers are not words: they have no endings and no beginnings.
        ("8.1", "councils"),
        ("8", "mothers"),
        ("№ 8.1", "councils"),
        ("50", "publishing"),
        ("5", ""),
        # Words that say nothing are passed over, unless there is nothing else.
        ("кеңес және отырыс", "councils"),
        ("в регионах", "youth"),
        ("заседания и советы", "councils"),
        # Every word has to be met, whatever its language.
        ("кеңес заседание", "councils"),
        ("совет язык", ""),
        ("", ""),
        ("?!", ""),
    ],
)
def test_queries_find_what_a_person_means(index: WordIndex[str], query: str, expected: str) -> None:
    """Each query finds the sentences written beside it and no others."""
    assert answers(index, query) == set(expected.split())


def test_the_better_fit_weighs_more(index: WordIndex[str]) -> None:
    """The same word counts more than another form of it, that more than its beginning, and a slip
    least; a field's weight multiplies."""

    def fit(query: str, name: str) -> float:
        return index.found(asked_words(query)[0]).documents[name]

    scores = [fit(query, "mediators") for query in ("обучение", "обучения", "обуче", "обуцение")]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == 4
    assert fit("8.1", "councils") == 3 * fit("советов", "councils")


def test_what_was_met_is_marked_in_the_text(index: WordIndex[str]) -> None:
    """The words that a query met are found again in the text, in the form that stands there."""
    kk, ru = TEXTS["councils"]
    met = index.found(asked_words("кеңес")[0]).words | index.found(asked_words("совет")[0]).words
    assert [kk[start:end] for start, end in spans_of(kk, met)] == ["кеңестерінің"]
    assert [ru[start:end] for start, end in spans_of(ru, met)] == ["советов"]
    assert spans_of("Ештеңе жоқ", met) == []


def test_a_text_falls_into_words_and_numbers() -> None:
    """Joined words part at the hyphen, numbers keep their points, and offsets are the text's."""
    text = "Іс-шара 8.1, 2022-2026 ж."
    found = [text[one.start : one.end] for one in tokens(text)]
    assert found == ["Іс", "шара", "8.1", "2022", "2026", "ж"]


def test_latin_words_stay_latin_where_they_are() -> None:
    """An English word keeps its letters; one whose every letter has a Cyrillic double is tried as
    both; one with a Cyrillic letter is Cyrillic."""
    assert next(tokens("forum")).forms == ("forum",)
    assert next(tokens("COBET")).forms == ("cobet", "совет")
    assert next(tokens("кeңec")).forms == ("кенес",)


def test_a_query_is_cut_to_a_few_words() -> None:
    """A long query is looked up by its first eight words."""
    assert len(asked_words(" ".join(f"сөз{chr(1072 + n) * 3}" for n in range(20)))) == 8


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("кенестеринин", "кенес"),
        ("органдарындагы", "орган"),
        ("халкына", "халык"),
        ("аймагында", "аймак"),
        ("китабымыз", "китап"),
        ("астанадан", "астана"),
        ("орны", "орын"),
    ],
)
def test_kazakh_forms_meet(one: str, other: str) -> None:
    """Two forms of one Kazakh word have a stem in common."""
    assert kazakh(one) & kazakh(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("заседаний", "заседанию"),
        ("общественного", "общественных"),
        ("ассамблей", "ассамблею"),
        ("согласием", "согласия"),
        ("молодежью", "молодежи"),
        ("ассамблеей", "ассамблеею"),
    ],
)
def test_russian_forms_meet(one: str, other: str) -> None:
    """Two forms of one Russian word have a stem in common."""
    assert russian(one) & russian(other)


def test_stems_are_never_shorter_than_three_letters() -> None:
    """A short word keeps its letters; a number has no stem but itself."""
    assert kazakh("дин") == {"дин"}
    assert russian("дом") == {"дом"}
    assert english("events") == {"events", "event"}
    assert stems("8.1") == {"8.1"}
    assert stems("мерами") >= russian("мерами") | kazakh("мерами")
