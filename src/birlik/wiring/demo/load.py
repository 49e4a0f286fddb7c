"""Loads the demonstration through the same actions as real work; repeating is safe.

It begins in January 2024, so that two years of reporting lie behind it.
"""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import transaction

from birlik.base.journal.delivery import pass_over_facts
from birlik.base.journal.queries import last_entry
from birlik.base.mandate.actions import word_indicators
from birlik.base.obligations.actions import add_text, adopt_act
from birlik.base.records.actions import (
    begin_reading,
    finish_reading,
    store_document,
)
from birlik.base.records.actions.translate import word_act
from birlik.base.records.engine.check import check_acts
from birlik.base.records.engine.composed import ComposedText
from birlik.base.records.engine.draft_record import to_record
from birlik.base.records.models import Act, ActReading
from birlik.base.records.queries.acts import acts
from birlik.base.values.actor import Actor
from birlik.base.values.clock import ZONE, SystemClock
from birlik.wiring import foundations
from birlik.wiring.demo.accreditation import accreditation_events
from birlik.wiring.demo.acts import DemoAct
from birlik.wiring.demo.desk import sit_down
from birlik.wiring.demo.drafting import DRAFTING
from birlik.wiring.demo.letters import LETTERS
from birlik.wiring.demo.people import SIGN_IN, Staff
from birlik.wiring.demo.programmes import programme_events
from birlik.wiring.demo.register import register_events
from birlik.wiring.demo.reporting import Life
from birlik.wiring.demo.rounds import AUTUMN

SYSTEM = Actor.system()
Event = tuple[datetime, Callable[[Staff], None]]

BEGUN_AT = datetime(2024, 1, 3, 9, tzinfo=ZONE)
"""When the invented office began to work; from then on everything happens on its own day."""

RECENT = timedelta(days=14)
"""Of what happened before so many days nobody is told anew."""


def load(*, now: datetime | None = None, share: float | None = None) -> None:
    """Load foundations, people, acts and reports up to `now` (by default the present), as far as
    they are not there already; all or nothing. Of the register a `share` is drawn, 0 to 1, by
    default what the settings say."""
    at = now or SystemClock().now()
    with transaction.atomic():
        if last_entry("account.opened") is None:
            live_through(until=at, share=settings.DEMO_SHARE if share is None else share)
        else:
            foundations.lay(at=at)
            adopt_missing(at=at)


def live_through(*, until: datetime, share: float) -> None:
    """Begin in January 2024 and let everything happen in its order, up to an instant."""
    foundations.lay(at=BEGUN_AT)
    staff = Staff(at=BEGUN_AT, secret=make_password(SIGN_IN))
    life = Life(staff)
    checked: list[ComposedText] = []
    course: list[Event] = [
        (act.entered_at, partial(come_in, act, life, checked)) for act in DemoAct.all()
    ]
    for at, happen in sorted((*course, *events(share)), key=lambda event: event[0]):
        if at <= until:
            life.go_on(until=at)
            happen(staff)
            life.leave_reported()
    life.go_on(until=until)
    sit_down(staff, at=until)
    pass_over_facts(at=until, before=until - RECENT)


def come_in(act: DemoAct, life: Life, checked: list[ComposedText], _staff: Staff) -> None:
    """Put an act under control, checked beside those that came before."""
    checked.append(act.text("kk"))
    life.begin(adopt(act, at=act.entered_at, findings=findings_of(checked)))


def events(share: float) -> tuple[Event, ...]:
    """What happens beside the acts and the reports, and when."""
    return (
        *(*AUTUMN, *LETTERS, *DRAFTING),
        *(*register_events(share), *accreditation_events(), *programme_events()),
    )


def adopt_missing(*, at: datetime) -> None:
    """Adopt the acts that a later version of the demonstration has brought."""
    known = {(one.number, one.adopted_on) for one in acts()}
    checked: list[ComposedText] = []
    for act in DemoAct.all():
        checked.append(act.text("kk"))
        if act.identity not in known:
            adopt(act, at=at, findings=findings_of(checked))


def findings_of(texts: Sequence[ComposedText]) -> list[dict[str, Any]]:
    """What the check finds in the last of the texts, taken together with those before it."""
    own = texts[-1].digest
    found = check_acts([(one.digest, one.source, one.draft) for one in texts])
    return [to_record(one) for one in found if any(place.file == own for place in one.places)]


def adopt(act: DemoAct, *, at: datetime, findings: Sequence[dict[str, Any]]) -> Act:
    """Put an act under control in Kazakh, then give it its Russian text and its English words."""
    kk, ru = act.text("kk"), act.text("ru")
    adopted = adopt_act(
        SYSTEM,
        read(kk, at=at, findings=findings),
        at=at,
        controlled_from=act.controlled_from,
        told=act.told,
    )
    add_text(SYSTEM, read(ru, at=at), at=at, act=adopted, text=ru.source, other=kk.source)
    word_act(SYSTEM, adopted, at=at, language="en", title=act.title.en, words=act.titles("en"))
    word_indicators(SYSTEM, adopted, at=at, language="en")
    return adopted


def read(
    text: ComposedText, *, at: datetime, findings: Sequence[dict[str, Any]] = ()
) -> ActReading:
    """A text of the demonstration as a stored file and its reading."""
    document = store_document(
        SYSTEM, None, at=at, name=text.name, media_type="text/plain", content=text.content
    )
    reading = begin_reading(SYSTEM, document, at=at)
    finish_reading(
        SYSTEM,
        reading,
        at=at,
        text=text.source.text,
        draft=to_record(text.draft),
        findings=list(findings),
    )
    return reading
