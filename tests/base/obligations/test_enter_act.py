"""An act entered by hand becomes an act with duties, and what it would make is told before."""

from datetime import date

import pytest

from birlik.base.journal.models import Entry
from birlik.base.obligations.actions import enter_act
from birlik.base.obligations.actions.foresight import foresee_act
from birlik.base.obligations.models import Duty, Obligation
from birlik.base.records.actions import begin_reading, finish_reading, store_document
from birlik.base.records.engine.by_hand import HandAct, HandPoint, composed_texts
from birlik.base.records.engine.draft import ExecutorDraft
from birlik.base.records.engine.draft_record import to_record
from birlik.base.records.models import Act, Document
from birlik.base.registry.models import Structure
from birlik.base.values.actor import Actor, Grant
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError
from tests.base.obligations.drafts import AKIMATS, AT, MINISTRY, STRANGER, SYSTEM, body, charter

pytestmark = pytest.mark.django_db
COORDINATOR = Actor(1, 1, "coordinator", frozenset({Grant("acts.import")}))
BOTH = HandPoint(
    "1",
    LocalText("Есеп дайындау", "Подготовить отчет"),
    "есеп",
    "2022 жылғы 25 қарашаға дейін",
    (MINISTRY, ExecutorDraft("ЖАҢА", by_agreement=True)),
)
RUSSIAN = HandPoint(
    "2", LocalText(ru="Провести форум"), "форум", "ежеквартально в 2023 году", (AKIMATS,)
)


def hand_act(*points: HandPoint, **changes: object) -> HandAct:
    """Minutes No. 7 of 20.09.2022 of a council."""
    plain = {
        "kind": "protocol",
        "kind_name": LocalText("хаттама", "протокол"),
        "number": "7",
        "adopted_on": date(2022, 9, 20),
        "issuer": LocalText("Кеңес", "Совет"),
        "title": LocalText("Кеңес отырысының хаттамасы", "Протокол заседания совета"),
        "points": points,
    }
    return HandAct(**(plain | changes))


@pytest.fixture
def akimats() -> list[Structure]:
    """A charter, a ministry and two akimats."""
    charter()
    body("ministry", "МИН")
    return [body("akimat", name) for name in ("Абай", "Ұлытау")]


@pytest.mark.usefixtures("akimats")
def test_points_become_duties_with_obligations() -> None:
    """Two points make two duties: one report by the ministry with a contribution, and four
    quarters for each of two akimats."""
    act = enter_act(COORDINATOR, None, at=AT, entered=hand_act(BOTH, RUSSIAN))
    assert [one.provision.number for one in Duty.objects.all()] == ["1", "2"]
    owed = Obligation.objects.filter(act=act)
    assert owed.filter(duty__provision__number="1", role="lead").get().nominal_on == date(
        2022, 11, 24
    )
    assert owed.filter(role="contributor").get().debtor.short_ru == "ЖАҢА"
    assert owed.filter(duty__provision__number="2").count() == 8


@pytest.mark.usefixtures("akimats")
def test_each_language_is_a_text_in_which_every_point_has_its_place() -> None:
    """The act keeps a text in Kazakh and one in Russian, and every wording stands at its offsets
    in the text of its language."""
    act = enter_act(COORDINATOR, None, at=AT, entered=hand_act(BOTH, RUSSIAN))
    texts = {one.language: one.text for one in act.sources.all()}
    assert set(texts) == {"kk", "ru"}
    places = [
        (one.title, texts[one.language][one.start : one.end])
        for provision in act.provisions.all()
        for one in provision.wordings.all()
    ]
    assert len(places) == 3
    assert all(title in words for title, words in places)
    assert (act.title_ru, act.issuer_ru) == ("Протокол заседания совета", "Совет")


@pytest.mark.usefixtures("akimats")
def test_one_journal_entry_leads_to_all_others() -> None:
    """What was entered is one entry; the steps it is made of name it as theirs."""
    act = enter_act(COORDINATOR, None, at=AT, entered=hand_act(BOTH))
    outer = Entry.objects.get(action="act.entered")
    adopted = Entry.objects.get(action="act.adopted")
    assert (outer.subject, adopted.outer) == (str(act.pk), outer.pk)


@pytest.mark.usefixtures("akimats")
def test_paper_is_kept_with_the_act() -> None:
    """The file of the paper is kept with the act that was entered from it."""
    paper = Document.objects.create(
        digest="d", name="a.pdf", media_type="application/pdf", size=1, stored_at=AT
    )
    act = enter_act(COORDINATOR, None, at=AT, entered=hand_act(BOTH), paper=paper)
    assert Act.objects.get(pk=act.pk).paper == paper


@pytest.mark.usefixtures("akimats")
def test_two_councils_may_have_the_same_number_of_one_day() -> None:
    """An act of the same kind, number and day is another one where another body issued it, and is
    refused where the same did."""
    enter_act(SYSTEM, None, at=AT, entered=hand_act(BOTH))
    other = LocalText("Басқа кеңес", "Другой совет")
    enter_act(SYSTEM, None, at=AT, entered=hand_act(BOTH, issuer=other))
    with pytest.raises(RefusedError, match="already here"):
        enter_act(SYSTEM, None, at=AT, entered=hand_act(RUSSIAN))
    assert Act.objects.count() == 2


def test_nothing_worded_is_refused() -> None:
    """An act without a word in Kazakh or Russian is refused with what to do."""
    with pytest.raises(RefusedError, match="in Kazakh or Russian"):
        enter_act(SYSTEM, None, at=AT, entered=hand_act(title=LocalText()))


def test_only_a_coordinator_enters_an_act() -> None:
    """Who may not import acts may not enter one."""
    with pytest.raises(RefusedError, match="coordinator"):
        enter_act(STRANGER, None, at=AT, entered=hand_act(BOTH))


@pytest.mark.usefixtures("akimats")
def test_open_ended_act_is_reckoned_to_the_end_of_the_next_year() -> None:
    """A yearly duty of an act without an end, entered in 2022, falls due in 2022 and 2023."""
    yearly = HandPoint("1", LocalText("Есеп"), "есеп", "жыл сайын", (MINISTRY,))
    act = enter_act(SYSTEM, None, at=AT, entered=hand_act(yearly, open_ended=True))
    assert act.open_ended
    assert sorted(act.obligations.values_list("due_on", flat=True)) == [
        date(2022, 12, 31),
        date(2023, 12, 31),
    ]


@pytest.mark.usefixtures("akimats")
def test_years_and_force_are_those_entered() -> None:
    """An act in force from 01.01.2023 for 2023-2024 makes a yearly duty owed in those years."""
    yearly = HandPoint("1", LocalText("Есеп"), "есеп", "жыл сайын", (MINISTRY,))
    entered = hand_act(yearly, in_force_from=date(2023, 1, 1), years=(2023, 2024))
    act = enter_act(SYSTEM, None, at=AT, entered=entered)
    assert (act.in_force_from, act.first_year, act.last_year) == (date(2023, 1, 1), 2023, 2024)
    assert act.obligations.count() == 2


@pytest.mark.usefixtures("akimats")
def test_foresight_tells_what_entering_makes_and_writes_nothing() -> None:
    """What is foreseen are the same dates and debtors that entering then stores; before that
    nothing is there, not even the body that the registry did not know."""
    entered = hand_act(BOTH, RUSSIAN)
    before = Structure.objects.count()
    _act, points = foresee_act(entered, at=AT)
    told = sorted(
        (one.point.number, due.due_on, due.role, points[0].bodies[due.debtor].short_ru)
        for one in points
        for due in one.made.owed
    )
    assert (Structure.objects.count(), Act.objects.count()) == (before, 0)
    enter_act(SYSTEM, None, at=AT, entered=entered)
    stored = Obligation.objects.values_list(
        "duty__provision__number", "due_on", "role", "debtor__short_ru"
    )
    assert told == sorted(stored)
    assert [one.due_on for one in points[1].leads[:2]] == [date(2023, 3, 31)] * 2


@pytest.mark.usefixtures("akimats")
def test_text_that_was_read_before_is_taken_as_it_is() -> None:
    """Where the very text lies here as a file that was read, its reading becomes the act."""
    entered = hand_act(BOTH)
    text = composed_texts(entered)[0]
    document = store_document(
        SYSTEM, None, at=AT, name="a.txt", media_type="text/plain", content=text.content
    )
    reading = begin_reading(SYSTEM, document, at=AT)
    draft = to_record(text.draft)
    finish_reading(SYSTEM, reading, at=AT, text=text.source.text, draft=draft, findings=[])
    act = enter_act(SYSTEM, None, at=AT, entered=entered)
    reading.refresh_from_db()
    assert (reading.act, reading.state) == (act, "confirmed")
