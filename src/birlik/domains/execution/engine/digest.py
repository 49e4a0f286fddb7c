"""The daily digest as words: figures in, a subject and a plain text out, in one language."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from birlik.base.values.local_text import Language, LocalText
from birlik.domains.execution.engine.telling import OBLIGATION_PAGE, Named


@dataclass(frozen=True, slots=True)
class Line:
    """An overdue obligation: its number, what names it, and how many days it is overdue."""

    number: int
    named: Named
    days: int


@dataclass(frozen=True, slots=True)
class Tally:
    """Obligations counted, and the worst of the overdue: `soon` and `later` are those that fall
    due within the shorter and the longer of the digest's terms, the later without the soon."""

    overdue: int = 0
    soon: int = 0
    later: int = 0
    returned: int = 0
    worst: tuple[Line, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.overdue or self.soon or self.later or self.returned)


@dataclass(frozen=True, slots=True)
class Figures:
    """What somebody's offices show: what they owe, what they watch, what waits for them."""

    own: Tally = Tally()
    watched: Tally = Tally()
    to_review: int = 0
    extensions: int = 0

    def __bool__(self) -> bool:
        return bool(self.own or self.watched or self.to_review or self.extensions)


@dataclass(frozen=True, slots=True)
class Day:
    """What is the same for everybody's digest: the day, its terms in days, the address of the
    cabinet without a slash at the end, and the end of the journal."""

    on: date
    terms: tuple[int, int]
    address: str
    head_number: int
    head_hash: str


@dataclass(frozen=True, slots=True)
class News:
    """Notices not seen yet: how many, and the newest of them with their addresses."""

    count: int
    newest: tuple[tuple[LocalText, str], ...]


SUBJECT = LocalText("Birlik: {day} шолуы", "Birlik: сводка за {day}", "Birlik: digest of {day}")
OWN = LocalText("Сіздің тапсырмаларыңыз", "Ваши поручения", "Your obligations")
WATCHED = LocalText("Бақылаудағы тапсырмалар", "Поручения на контроле", "Obligations you watch")
OVERDUE = LocalText("Мерзімі өткен", "Просрочено", "Overdue")
WITHIN = LocalText(
    "Мерзіміне {days} күн не одан аз қалған",
    "До срока не более {days} дн.",
    "Due within {days} days",
)
LATER = LocalText(
    "Мерзіміне {first}–{last} күн қалған",
    "До срока {first}–{last} дн.",
    "Due in {first}–{last} days",
)
RETURNED = LocalText("Есебі қайтарылған", "Отчет возвращен", "Report returned")
WORST = LocalText("Ең ұзақ кешіккендері:", "Дольше всего просрочены:", "Longest overdue:")
DAYS = LocalText("{days} күн өтті", "дней просрочки: {days}", "days overdue: {days}")
WAITING = LocalText("Сіздің шешіміңізді күтеді", "Ожидают вашего решения", "Waiting for you")
TO_REVIEW = LocalText("Қаралатын есептер", "Отчеты на рассмотрении", "Reports to review")
EXTENSIONS = LocalText(
    "Мерзімді ұзарту туралы өтініштер",
    "Просьбы о продлении срока",
    "Requests to extend the due date",
)
NEWS = LocalText("Қаралмаған хабарламалар", "Непросмотренные уведомления", "Notices not seen yet")
JOURNAL = LocalText("Әрекеттер журналы", "Журнал действий", "Journal of actions")
LAST = LocalText(
    "Соңғы жазбаның нөмірі мен бақылау сомасы:",
    "Номер последней записи и ее контрольная сумма:",
    "Number of the last entry and its digest:",
)
KEEP = LocalText(
    "Осы хатты сақтаңыз: ол журналдың соңы кейін кесілген-кесілмегенін көрсетеді. Серверде "
    "орындалатын бұйрық:",
    "Сохраните это письмо: оно покажет, не обрезан ли позднее конец журнала. Команда на сервере:",
    "Keep this letter: it shows whether the end of the journal is cut off later. Command on the "
    "server:",
)


def digest_of(figures: Figures, news: News, day: Day, language: Language) -> tuple[str, str]:
    """Subject and text of a digest in a language; what there is nothing to say of is left out."""
    blocks = [
        tally_lines(OWN, figures.own, day, language),
        tally_lines(WATCHED, figures.watched, day, language),
        waiting_lines(figures, language),
        news_lines(news, day, language),
        journal_lines(day, language),
    ]
    subject = SUBJECT.get(language).format(day=f"{day.on:%d.%m.%Y}")
    said = ["\n".join(lines) for lines in map(list, blocks) if lines]
    return subject, "\n\n".join([subject, *said]) + "\n"


def tally_lines(head: LocalText, tally: Tally, day: Day, language: Language) -> Iterator[str]:
    """Figures under a head, then the worst of the overdue; nothing for empty figures."""
    if not tally:
        return
    first, last = day.terms
    yield head.get(language)
    yield from counted(
        (
            (OVERDUE.get(language), tally.overdue),
            (WITHIN.get(language).format(days=first), tally.soon),
            (LATER.get(language).format(first=first + 1, last=last), tally.later),
            (RETURNED.get(language), tally.returned),
        )
    )
    if tally.worst:
        yield f"  {WORST.get(language)}"
    for one in tally.worst:
        yield f"  - {one.named.words(language)} ({DAYS.get(language).format(days=one.days)})"
        yield f"    {day.address}{OBLIGATION_PAGE.format(one.number)}"


def waiting_lines(figures: Figures, language: Language) -> Iterator[str]:
    """What waits for a decision; nothing when nothing does."""
    if figures.to_review or figures.extensions:
        yield WAITING.get(language)
        yield from counted(
            (
                (TO_REVIEW.get(language), figures.to_review),
                (EXTENSIONS.get(language), figures.extensions),
            )
        )


def counted(rows: Sequence[tuple[str, int]]) -> Iterator[str]:
    """One line for each figure that is not nought."""
    yield from (f"  {label}: {value}" for label, value in rows if value)


def news_lines(news: News, day: Day, language: Language) -> Iterator[str]:
    """How many notices wait, and the newest; nothing when none does."""
    if news.count:
        yield f"{NEWS.get(language)}: {news.count}"
        for text, address in news.newest:
            yield f"  - {text.get(language)}"
            yield f"    {day.address}{address}"


def journal_lines(day: Day, language: Language) -> Iterator[str]:
    """The end of the journal, and what to do with it."""
    yield JOURNAL.get(language)
    yield f"  {LAST.get(language)}"
    yield f"  {day.head_number} {day.head_hash}"
    yield f"  {KEEP.get(language)}"
    yield f"  birlik verify --head {day.head_number}:{day.head_hash}"
