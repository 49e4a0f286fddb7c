"""The completion forms that plans of the Assembly use, in Kazakh and Russian.

Source: the glossary's keys `form_*`, taken from the plan of decree No. 1014 of 15.09.2022 and
from official Russian usage of the plans of 2013-2025. In force from 2013; a form outside the
list is read all the same, but never as certain.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

FORMS: dict[str, tuple[str, ...]] = {
    "report": (
        *("орындалған жұмыс туралы есеп", "атқарылған жұмыс туралы есеп"),
        *("өткізілген іс-шаралар туралы есеп", "есеп", "талдамалық есеп", "жылдық есеп"),
        *("отчет о проделанной работе", "отчёт о проделанной работе", "отчет", "годовой отчет"),
        *("отчет о проведенных мероприятиях", "аналитический отчет", "отчет о выполненной работе"),
    ),
    "paper": (
        *("талдамалық баяндама", "баяндама", "аналитический доклад", "доклад"),
        *("талдамалық жазба", "аналитическая записка"),
    ),
    "information": (
        *("ақпарат", "ақпарат беру", "анықтама", "информация", "справка"),
        *("ұсыныстар", "ұсыныс", "предложения", "предложение"),
    ),
    "minutes": (
        *("отырыс хаттамасы", "отырыс хаттамалары", "сессия хаттамасы", "хаттама"),
        *("протокол заседания", "протоколы заседаний", "протокол сессии", "протокол"),
    ),
    "sitting": ("отырыс", "заседание", "кеңес", "совещание", "сессия"),
    "project": ("жоба", "проект", "жобаны іске асыру", "реализация проекта"),
    "event": (
        *("іс-шара", "мероприятие", "акция", "форум", "конференция", "конкурс", "фестиваль"),
        *("лагерь", "көшпелі лагерь", "выездной лагерь", "лекторий", "дөңгелек үстел"),
        *("круглый стол", "экспедиция", "көрме", "выставка", "концерт", "брифинг", "съезд"),
        *("наградаларды беру салтанаты", "церемония вручения наград", "тікелей эфир"),
        *("прямой эфир", "пресс-конференция", "салтанатты жиын", "торжественное собрание"),
    ),
    "training": (
        *("семинар", "тренинг", "семинар-тренинг", "семинарлар-тренингтер", "курстар"),
        *("семинары-тренинги", "курсы", "курс", "оқыту", "обучение", "вебинар"),
    ),
    "registry": (
        *("тізілімді жаңарту", "тізілімін жаңарту", "тізілім", "обновление реестра", "реестр"),
    ),
    "publication": (
        *("жарияланымдар графигі", "график публикаций", "жарияланымдар", "публикации"),
        *("материалдар жариялау", "публикация материалов", "жариялау", "публикация"),
        *("ақпараттық ресурстарда орналастыру", "размещение на информационных ресурсах"),
        *("ақпараттық ресурстардағы бейнероликтер", "видеоролики на информационных ресурсах"),
        *("республикалық телеарналар", "республиканские телеканалы", "бейнероликтер"),
        *("республикалық радиоарналар", "республиканские радиоканалы", "видеоролики"),
        *("ақпараттық-талдамалық басылым", "информационно-аналитическое издание", "басылым"),
        *("ақпараттық-анықтамалық материалдар", "информационно-справочные материалы"),
        *("әдістемелік құрал", "методическое пособие", "мақалалар", "статьи", "жинақ", "сборник"),
    ),
    "monitoring": (
        *("ресми сайтты мониторингтеу", "ресми сайтын мониторингтеу", "мониторинг"),
        *("мониторинг официального сайта",),
    ),
    "study": ("зерттеу", "исследование", "социологическое исследование"),
    "act": (
        *("бұйрық", "приказ", "қаулы", "постановление", "шешім", "решение", "жоспар", "план"),
        *("меморандум", "соглашение", "құқықтық акт жобасы", "проект правового акта"),
    ),
}
# «АҚДМ-ға ақпарат», «информация в МИОР», «ҚХА ресми сайтын мониторингтеу»: a form may be
# addressed to a body, before it in Kazakh, after it in Russian.
ADDRESSEE = re.compile(r"(?:[а-яәғқңөұүһі«»\" -]*[А-ЯӘҒҚҢӨҰҮҺІ]{2,}(?:-\w{2,4})?\s+)")
ADDRESSED = re.compile(r"\s+(?:в|во|для)\s+[А-ЯA-ZӘҒҚҢӨҰҮҺІ]{2,}\S*(?:\s+[А-ЯЁ]{1,8})?$")
SEPARATOR = re.compile(r"\s*[,;]\s*|\s+(?:және|и)\s+")
PHRASES: tuple[tuple[str, ...], ...] = tuple(
    sorted({tuple(form.split()) for forms in FORMS.values() for form in forms}, key=len)[::-1]
)
WORDS = tuple(sorted({word for phrase in PHRASES for word in phrase}))
BY_FIRST: dict[str, tuple[tuple[str, ...], ...]] = {
    first: tuple(phrase for phrase in PHRASES if phrase[0] == first)
    for first in {phrase[0] for phrase in PHRASES}
}
# The plural, which a form takes without changing its meaning.
ENDING = re.compile(r"лар|лер|дар|дер|тар|тер")


def is_known_form(text: str) -> bool:
    """Whether every item of the cell is a form of the list, as printed or addressed to a body."""
    items = SEPARATOR.split(text.strip(" .;,"))
    return bool(text.strip()) and all(_known(item) for item in items)


def phrase_at(cores: Sequence[str], at: int) -> int:
    """How many of the words from `cores[at]` on spell a form of the list; 0 when none does."""
    for phrase in BY_FIRST.get(_stem(cores[at]), ()):
        found = cores[at : at + len(phrase)]
        if len(found) == len(phrase) and all(map(_same, found, phrase)):
            return len(phrase)
    return 0


def _known(item: str) -> bool:
    plain = ADDRESSED.sub("", ADDRESSEE.sub("", item, count=1)).casefold()
    words = plain.split()
    return bool(words) and (_covered(words) or _covered(item.casefold().split()))


def _covered(words: list[str]) -> bool:
    """Whether the words are forms of the list, one after another."""
    at = 0
    while at < len(words):
        length = phrase_at(words, at)
        if not length:
            return False
        at += length
    return True


def _same(word: str, form: str) -> bool:
    return word == form or (
        word.startswith(form) and bool(ENDING.fullmatch(word[len(form) :])) and len(form) > 3
    )


@lru_cache(maxsize=4096)
def _stem(word: str) -> str:
    if word in BY_FIRST:
        return word
    return next((first for first in BY_FIRST if _same(word, first)), word)
