"""The fields that a template of a consolidated report may use.

Whoever writes a template sees these names; `MEANINGS` says in three languages what each holds, and
the checker of templates, the page and the documentation are made from the same two.
"""

from dataclasses import dataclass, fields, is_dataclass
from typing import Any, get_args, get_origin, get_type_hints

from birlik.base.values.local_text import LocalText


@dataclass(frozen=True, slots=True)
class Said:
    """A text of the report: printed in the report's language, or in one that is named."""

    kk: str
    ru: str
    shown: str

    def __str__(self) -> str:
        return self.shown


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture of the report: in the report's language, or in one that is named."""

    kk: object
    ru: object
    shown: object

    def __str__(self) -> str:
        return str(self.shown)

    def __html__(self) -> str:
        """What a template places in the document: the picture itself."""
        return str(self.shown)


@dataclass(frozen=True, slots=True)
class ActFields:
    """The act."""

    title: Said
    kind: Said
    number: str
    adopted_on: str
    issuer: Said


@dataclass(frozen=True, slots=True)
class CountFields:
    """Obligations counted."""

    owed: int
    fulfilled: int
    fulfilled_late: int
    submitted: int
    returned: int
    overdue: int
    pending: int
    released: int
    void: int
    no_record: int
    kept: int
    fallen_due: int
    rate: str
    agreed_kept: int
    agreed_due: int
    agreed_rate: str


@dataclass(frozen=True, slots=True)
class SentenceFields:
    """A paragraph of the information on execution."""

    text: str
    head: bool


@dataclass(frozen=True, slots=True)
class SentencesFields:
    """The paragraphs of the information on execution in each language."""

    kk: tuple[SentenceFields, ...]
    ru: tuple[SentenceFields, ...]


@dataclass(frozen=True, slots=True)
class MeasureFields:
    """A measure."""

    number: str
    title: Said
    form: Said
    deadline: Said
    executors: Said
    information: Said
    sentences: tuple[SentenceFields, ...]
    sentences_in: SentencesFields


@dataclass(frozen=True, slots=True)
class DirectionFields:
    """A direction."""

    number: str
    title: Said
    counts: CountFields
    measures: tuple[MeasureFields, ...]


@dataclass(frozen=True, slots=True)
class ExecutorFields:
    """An executor."""

    name: Said
    counts: CountFields


@dataclass(frozen=True, slots=True)
class ValueFields:
    """The values of an indicator for a year."""

    year: int
    plan: str
    fact: str
    estimate: str


@dataclass(frozen=True, slots=True)
class IndicatorFields:
    """An indicator."""

    title: Said
    unit: str
    chart: Drawn
    values: tuple[ValueFields, ...]


@dataclass(frozen=True, slots=True)
class ReportFields:
    """The report: what stands at the top of every template."""

    act: ActFields
    period: Said
    stated_on: str
    made_on: str
    version: int
    demonstration: bool
    counts: CountFields
    directions: tuple[DirectionFields, ...]
    executors: tuple[ExecutorFields, ...]
    indicators: tuple[IndicatorFields, ...]
    idle: str


def text(kk: str, ru: str, en: str) -> LocalText:
    """What a field holds."""
    return LocalText(kk, ru, en)


MEANINGS: dict[str, LocalText] = {
    "act": text("актінің деректемелері", "реквизиты акта", "the act"),
    "act.title": text("актінің атауы", "название акта", "its title"),
    "act.kind": text("актінің түрі", "вид акта", "its kind"),
    "act.number": text("актінің нөмірі", "номер акта", "its number"),
    "act.adopted_on": text("қабылданған күні", "дата принятия", "the day of its adoption"),
    "act.issuer": text("актіні қабылдаған", "кем принят", "who adopted it"),
    "period": text("есепті кезең", "отчетный период", "the reporting period"),
    "stated_on": text(
        "тапсырмалардың күйі алынған күн",
        "день, на который взяты состояния поручений",
        "the day of the states",
    ),
    "made_on": text("есеп жасалған күн", "дата составления", "the day on which it was made"),
    "version": text("есептің нұсқасы", "версия отчета", "the version of the report"),
    "demonstration": text(
        "демонстрациялық орнату ма: шарт үшін",
        "демонстрационная ли это установка: для условия",
        "whether this is a demonstration: for a condition",
    ),
    "counts": text(
        "тапсырмалар саны: есепте, бағытта немесе орындаушыда",
        "число поручений: в отчете, направлении или у исполнителя",
        "obligations counted: in the report, in a direction, of an executor",
    ),
    "counts.owed": text("тапсырмалар саны", "всего поручений", "how many are owed"),
    "counts.fulfilled": text("мерзімінде орындалды", "исполнено в срок", "fulfilled on time"),
    "counts.fulfilled_late": text(
        "мерзімінен кеш орындалды", "исполнено с опозданием", "fulfilled late"
    ),
    "counts.submitted": text("қаралып жатыр", "на рассмотрении", "submitted, under review"),
    "counts.returned": text("пысықтауға қайтарылды", "возвращено на доработку", "returned"),
    "counts.overdue": text("мерзімі өткен", "просрочено", "overdue"),
    "counts.pending": text(
        "мерзімі әлі келмеген", "срок еще не наступил", "not yet due and not reported"
    ),
    "counts.released": text("орындаудан босатылды", "освобождено от исполнения", "released"),
    "counts.void": text("қолданылмайды", "не применяется", "void"),
    "counts.no_record": text("мәлімет жоқ", "нет данных", "without a record"),
    "counts.kept": text(
        "мерзімі келгендерден уақтылы ұсынылып, қабылданғаны",
        "из наступивших принято и представлено в срок",
        "of those fallen due, accepted and submitted in time",
    ),
    "counts.fallen_due": text("мерзімі келгені", "срок наступил", "fallen due"),
    "counts.rate": text(
        "уақтылы орындау үлесі, %", "доля исполненных в срок, %", "on-time rate, %"
    ),
    "counts.agreed_kept": text(
        "келісу бойынша: уақтылы", "по согласованию: в срок", "by agreement: in time"
    ),
    "counts.agreed_due": text(
        "келісу бойынша: мерзімі келгені",
        "по согласованию: срок наступил",
        "by agreement: fallen due",
    ),
    "counts.agreed_rate": text(
        "келісу бойынша: үлесі, %", "по согласованию: доля, %", "by agreement: rate, %"
    ),
    "directions": text(
        "бағыттар: қайталау үшін", "направления: для цикла", "the directions: for a loop"
    ),
    "direction.number": text("бағыттың нөмірі", "номер направления", "its number"),
    "direction.title": text("бағыттың атауы", "название направления", "its title"),
    "direction.measures": text(
        "бағыттың іс-шаралары: қайталау үшін",
        "мероприятия направления: для цикла",
        "its measures: for a loop",
    ),
    "measure.number": text("іс-шараның нөмірі", "номер мероприятия", "its number"),
    "measure.title": text("іс-шара", "мероприятие", "the measure"),
    "measure.form": text("аяқталу нысаны", "форма завершения", "its completion form"),
    "measure.deadline": text("орындау мерзімі", "срок исполнения", "its deadline"),
    "measure.executors": text("орындаушылар", "исполнители", "its executors"),
    "measure.information": text(
        "орындалуы туралы ақпарат, бір мәтінмен",
        "информация об исполнении одним текстом",
        "the information on execution as one text",
    ),
    "measure.sentences": text(
        "орындалуы туралы ақпарат, абзац-абзац: қайталау үшін",
        "информация об исполнении по абзацам: для цикла",
        "the information on execution by paragraphs: for a loop",
    ),
    "measure.sentences_in": text(
        "сол абзацтар аталған тілде",
        "те же абзацы на названном языке",
        "the same paragraphs in a language that is named",
    ),
    "measure.sentences_in.kk": text("қазақша", "на казахском", "in Kazakh"),
    "measure.sentences_in.ru": text("орысша", "на русском", "in Russian"),
    "sentence.text": text("абзацтың мәтіні", "текст абзаца", "the words of the paragraph"),
    "sentence.head": text(
        "абзац мерзім мен күйді айта ма: шарт үшін",
        "называет ли абзац срок и состояние: для условия",
        "whether it names the due date and the state: for a condition",
    ),
    "executors": text(
        "орындаушылар: қайталау үшін", "исполнители: для цикла", "the executors: for a loop"
    ),
    "executor.name": text("орындаушының атауы", "название исполнителя", "its name"),
    "indicators": text(
        "нысаналы индикаторлар: қайталау үшін",
        "целевые индикаторы: для цикла",
        "the indicators: for a loop",
    ),
    "indicator.title": text("индикатордың атауы", "название индикатора", "its title"),
    "indicator.unit": text("өлшем бірлігі", "единица измерения", "its unit"),
    "indicator.chart": text("диаграмма", "диаграмма", "its chart"),
    "indicator.values": text(
        "жылдар бойынша мәндері: қайталау үшін",
        "значения по годам: для цикла",
        "its values by year: for a loop",
    ),
    "value.year": text("жылы", "год", "the year"),
    "value.plan": text("жоспар", "план", "the plan"),
    "value.fact": text("факт", "факт", "the fact"),
    "value.estimate": text("бағалау", "оценка", "the estimate"),
    "idle": text(
        "кезеңде мерзімі жоқ іс-шаралардың нөмірлері",
        "номера мероприятий без срока в этом периоде",
        "the numbers of measures of which nothing falls into the period",
    ),
}
"""Field → what it holds. Of a list, "direction" stands for each of `directions`, and so on."""


def parts_of(kind: Any) -> dict[str, Any]:
    """The fields that stand under one of a kind, with their kinds; none under a plain value."""
    if not is_dataclass(kind):
        return {}
    hints = get_type_hints(kind)
    return {one.name: hints[one.name] for one in fields(kind) if one.name != "shown"}


def item_of(kind: Any) -> Any:
    """The kind of what a list holds; None for what is no list."""
    return get_args(kind)[0] if get_origin(kind) is tuple else None


def documented(kind: Any = ReportFields, path: str = "") -> list[str]:
    """The names of all fields as `MEANINGS` gives them, found by walking the kinds."""
    found: list[str] = []
    for name, inner in parts_of(kind).items():
        here = f"{path}.{name}" if path else name
        if name == "counts" and path:
            continue
        found.append(here)
        item = item_of(inner)
        if item is not None:
            single = SINGLE.get(name)
            found += documented(item, single) if single else []
        elif inner not in {Said, Drawn}:
            found += documented(inner, here)
    return found


SINGLE = {
    "directions": "direction",
    "measures": "measure",
    "executors": "executor",
    "indicators": "indicator",
    "values": "value",
    "sentences": "sentence",
}
"""A list → what one of it is called in the documentation; a template may call it otherwise."""
