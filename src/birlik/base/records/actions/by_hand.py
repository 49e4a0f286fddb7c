"""A paper that a body writes itself, kept as an act: its texts and points, without duties."""

from datetime import datetime

from birlik.base.journal.action import action, note
from birlik.base.records.actions.documents import store_document
from birlik.base.records.actions.readings import begin_reading, finish_reading
from birlik.base.records.actions.register import register_act
from birlik.base.records.actions.sources import add_source
from birlik.base.records.engine.by_hand import HandAct, composed_texts
from birlik.base.records.engine.composed import ComposedText
from birlik.base.records.engine.draft_record import to_record
from birlik.base.records.models import Act, ActReading
from birlik.base.records.queries.readings import act_read_before
from birlik.base.records.rules import may_register_act
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError

NO_POINTS = LocalText(
    kk="Құжатта бірде-бір тармақ жоқ. Кемінде біреуін жазыңыз.",
    ru="В документе нет ни одного пункта. Напишите хотя бы один.",
    en="The paper has no point. Write at least one.",
)
KNOWN = LocalText(
    kk="Осы нөмірлі және осы күнгі құжат бұрыннан тіркелген. Нөмірі мен күнін тексеріңіз.",
    ru="Документ с этим номером и датой уже зарегистрирован. Проверьте номер и дату.",
    en="A paper of this number and day is registered already. Check the number and the day.",
)


@action(
    "paper.recorded",
    may=may_register_act,
    label=LocalText("Құжат акт ретінде тіркелді", "Документ записан как акт", "Paper recorded"),
    digested=("entered",),
)
def record_paper(
    by: Actor, _subject: None, /, *, at: datetime, entered: HandAct, told: str = ""
) -> Act:
    """Keep a paper as an act whose points can be a ground; nobody owes anything by it.

    Raises `RefusedError` for one without words, and when an act of this kind, number, day and
    issuer is here already.
    """
    texts = composed_texts(entered)
    if not texts or not entered.points:
        raise RefusedError(NO_POINTS)
    main, *others = texts
    if act_read_before(main.draft, told=told):
        raise RefusedError(KNOWN)
    reading = kept_reading(by, main, at=at)
    act = register_act(by, reading, at=at, draft=main.draft, told=told)
    reading.act = act
    reading.state = ActReading.State.CONFIRMED
    reading.save(update_fields=["act", "state"])
    for other in others:
        second = kept_reading(by, other, at=at)
        add_source(by, second, at=at, act=act, text=other.source, other=main.source)
    note(act=act, points=len(entered.points))
    return act


def kept_reading(by: Actor, text: ComposedText, *, at: datetime) -> ActReading:
    """A composed text as a stored file and its reading."""
    document = store_document(
        by, None, at=at, name=text.name, media_type="text/plain", content=text.content
    )
    reading = begin_reading(by, document, at=at)
    if reading.state == ActReading.State.WAITING:
        finish_reading(
            by, reading, at=at, text=text.source.text, draft=to_record(text.draft), findings=[]
        )
        reading.refresh_from_db()
    return reading
