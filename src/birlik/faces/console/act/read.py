"""`birlik act read`: what an act says, with what is doubtful marked and what is lost named."""

import json

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from birlik.base.records.engine.act import read_act
from birlik.base.records.engine.act_json import act_record
from birlik.base.records.engine.draft import ActDraft, IndicatorDraft, MeasureDraft
from birlik.base.records.engine.loss import describe_loss
from birlik.base.values.local_text import Language, LocalText
from birlik.faces.console.act.files import AsJson, File, Lang, open_source, progress, spoken

WORDS = {
    "kind": LocalText(kk="Акт түрі", ru="Вид акта", en="Kind of act"),
    "number": LocalText(kk="Тіркеу нөмірі", ru="Регистрационный номер", en="Registration number"),
    "adopted_on": LocalText(kk="Қабылданған күні", ru="Дата принятия", en="Adopted on"),
    "issuer": LocalText(kk="Актіні қабылдаған орган", ru="Орган, принявший акт", en="Issuer"),
    "title": LocalText(kk="Атауы", ru="Наименование", en="Title"),
    "language": LocalText(kk="Тілі", ru="Язык", en="Language"),
    "repeals": LocalText(kk="Күші жойылатын актілер", ru="Утрачивают силу", en="Repeals"),
    "lost": LocalText(kk="Мәтінде жоқ", ru="Утрачено в тексте", en="Lost from the text"),
    "indicator": LocalText(kk="Нысаналы индикатор", ru="Целевой индикатор", en="Target indicator"),
    "unit": LocalText(kk="Өлшем бірлігі", ru="Единица измерения", en="Unit of measure"),
    "values": LocalText(kk="Мәндері", ru="Значения", en="Values"),
    "measure": LocalText(kk="Іс-шара", ru="Мероприятие", en="Measure"),
    "completion_form": LocalText(kk="Аяқталу нысаны", ru="Форма завершения", en="Completion form"),
    "deadline": LocalText(kk="Орындау мерзімі", ru="Срок исполнения", en="Deadline"),
    "executors": LocalText(kk="Орындаушылар", ru="Исполнители", en="Executors"),
    "reading": LocalText(kk="Актіні оқу", ru="Чтение акта", en="Reading the act"),
    "doubt": LocalText(
        kk="? — нақтылауды қажет етеді", ru="? — требует уточнения", en="? — to be clarified"
    ),
    "by_agreement": LocalText(kk="келісу бойынша", ru="по согласованию", en="by agreement"),
}
KINDS = {
    "decree": LocalText(kk="Жарлық", ru="Указ", en="Decree"),
    "law": LocalText(kk="Заң", ru="Закон", en="Law"),
    "resolution": LocalText(kk="Қаулы", ru="Постановление", en="Resolution"),
    "order": LocalText(kk="Бұйрық", ru="Приказ", en="Order"),
    "protocol": LocalText(kk="Хаттама", ru="Протокол", en="Protocol"),
    "concept": LocalText(kk="Тұжырымдама", ru="Концепция", en="Concept"),
    "plan": LocalText(kk="Жоспар", ru="План", en="Plan"),
}
KIND_MARKS = {
    "fact": LocalText(kk="факт", ru="факт", en="fact"),
    "estimate": LocalText(kk="бағалау", ru="оценка", en="estimate"),
    "plan": LocalText(kk="жоспар", ru="план", en="plan"),
}


def read(
    file: File,
    as_json: AsJson = False,
    language: Lang = None,
) -> None:
    """Read an act: head, outline, indicators, action plan, and what its text has lost."""
    tongue = spoken(language)
    source = open_source(file, tongue)
    with progress(WORDS["reading"].get(tongue)) as report:
        draft = read_act(source, report)
    if as_json:
        typer.echo(json.dumps(act_record(draft), ensure_ascii=False))
    else:
        _show(draft, tongue)


def _show(draft: ActDraft, tongue: Language) -> None:
    console = Console()
    console.print(_head(draft, tongue))
    if draft.indicators:
        console.print(_indicators(draft.indicators, tongue))
    if draft.measures:
        console.print(_measures(draft.measures, tongue))
    console.print(WORDS["doubt"].get(tongue), style="dim")


def _head(draft: ActDraft, tongue: Language) -> Table:
    table = Table(show_header=False, box=None)
    kind = KINDS[draft.kind].get(tongue) if draft.kind else ""
    adopted = draft.adopted_on.strftime("%d.%m.%Y") if draft.adopted_on else ""
    for field, words in (
        ("kind", kind),
        ("number", draft.number),
        ("adopted_on", adopted),
        ("issuer", draft.issuer),
        ("title", draft.title),
        ("language", draft.language),
    ):
        table.add_row(WORDS[field].get(tongue), _marked(words, draft.certain.get(field, False)))
    repeals = [
        " ".join(
            [
                KINDS[one.kind].get(tongue) if one.kind else "",
                f"№ {one.number}",
                one.adopted_on.strftime("%d.%m.%Y") if one.adopted_on else "",
                f"({one.part})" if one.part else "",
            ]
        ).strip()
        for one in draft.repeals
    ]
    if repeals:
        table.add_row(WORDS["repeals"].get(tongue), "\n".join(repeals))
    if draft.lost:
        lost = [describe_loss(one).get(tongue) for one in draft.lost]
        table.add_row(WORDS["lost"].get(tongue), Text("\n".join(lost), style="yellow"))
    return table


def _indicators(rows: tuple[IndicatorDraft, ...], tongue: Language) -> Table:
    table = Table("№", *(WORDS[name].get(tongue) for name in ("indicator", "unit", "values")))
    for row in rows:
        values = ", ".join(
            f"{one.year}: {one.value} ({KIND_MARKS[one.kind].get(tongue)})" for one in row.values
        )
        table.add_row(row.number, _marked(row.title, row.certain), row.unit, values)
    return table


def _measures(measures: tuple[MeasureDraft, ...], tongue: Language) -> Table:
    columns = ("measure", "completion_form", "deadline", "executors")
    table = Table("№", *(WORDS[name].get(tongue) for name in columns), show_lines=True)
    for one in measures:
        agreed = WORDS["by_agreement"].get(tongue)
        executors = ", ".join(
            f"{body.code} ({agreed})" if body.by_agreement else body.code for body in one.executors
        )
        sure = one.certain["deadline"] and one.certain["schedule"]
        table.add_row(
            one.number,
            _marked(one.title, one.certain["title"]),
            _marked(one.completion_form, one.certain["completion_form"]),
            _marked(one.deadline, sure),
            _marked(executors, one.certain["executors"]),
        )
    return table


def _marked(words: str, certain: bool) -> Text:
    """Words as read; what is not certain carries a question mark, so colour is never alone."""
    return Text(words) if certain else Text(f"{words} ?".strip(), style="yellow")
