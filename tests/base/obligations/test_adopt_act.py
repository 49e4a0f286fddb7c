"""An act becomes duties and dated obligations; expectations are worked out by hand."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from birlik.base.journal.queries import first_wrong_entry, last_entry
from birlik.base.mandate.models import Indicator, Observation, Target
from birlik.base.mandate.queries import indicator_courses
from birlik.base.obligations.actions import add_text, adopt_act, end_act
from birlik.base.obligations.models import Duty, Obligation, Party
from birlik.base.obligations.queries import counts_of, obligations_of, records_of
from birlik.base.records.actions.translate import word_act
from birlik.base.records.engine.draft import (
    ActDraft,
    ActReference,
    ExecutorDraft,
    Paragraph,
    SourceText,
)
from birlik.base.records.models import Act, ActReading, Finding, Provision, Source, Telling
from birlik.base.records.queries.acts import acts
from birlik.base.registry.models import Structure
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError
from birlik.base.values.schedule import Schedule
from tests.base.obligations.drafts import (
    AT,
    STRANGER,
    SYSTEM,
    body,
    charter,
    draft,
    measure,
    reading,
    reference,
)

pytestmark = pytest.mark.django_db
MINISTRY = ExecutorDraft("МИН")
AKIMATS = ExecutorDraft("қалалардың және облыстардың әкімдіктері", group=True)
YEARLY = Schedule("year")
DAY = date(2023, 4, 13)


@pytest.fixture(autouse=True)
def _settings(settings: object, tmp_path: object) -> None:
    """Files go to a folder of the test."""
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def ministry() -> Structure:
    """The charter, two akimats and a ministry that became another in September 2023."""
    charter()
    body("akimat", "Абай")
    body("akimat", "Жетісу", founded_on=date(2023, 6, 1))
    heir = body("ministry", "Мұрагер", short=LocalText("МҰР", "МҰР"), founded_on=date(2023, 9, 1))
    return body(
        "ministry", "Министрлік", short=LocalText("МИН", "МИН"), closed_on=date(2023, 9, 1),
        successor=heir.pk,
    )  # fmt: skip


def adopted(one: ActDraft, **given: object) -> Act:
    """The act that a draft becomes."""
    return adopt_act(SYSTEM, reading(one), at=AT, **given)


def test_act_with_its_points(ministry: Structure) -> None:
    """The act carries its text, its points in order, its findings and its indicators."""
    act = adopted(draft(measure("1", YEARLY, MINISTRY), measure("1.1", None, MINISTRY)))
    paths = list(act.provisions.values_list("path", flat=True))
    assert paths == ["section/1", "indicator/1", "direction/1", "measure/1", "measure/1.1"]
    assert act.provisions.get(path="measure/1.1").parent.path == "measure/1"
    assert act.provisions.get(path="section/1").wordings.get().title == "Бірінші"
    assert (act.first_year, act.last_year) == (2022, 2026)
    assert Source.objects.get().text == "act 1"
    assert Finding.objects.get().message.ru == "ошибка?"
    assert (str(Target.objects.get().value), Target.objects.get().year) == ("80.200", 2022)
    assert (Observation.objects.get().kind, Observation.objects.get().year) == ("estimate", 2021)
    assert Indicator.objects.get().key == "деңгей барлығы"


def test_duty_parties_and_forms(ministry: Structure) -> None:
    """The longest wording names the form; parties stand as printed with their roles."""
    adopted(draft(measure("1", YEARLY, AKIMATS, MINISTRY)))
    duty = Duty.objects.get()
    assert (duty.form, duty.doubtful) == ("analytical_report", [])
    parties = Party.objects.values_list("role", "group", "structure__short_kk")
    assert list(parties) == [("contributor", "akimats", None), ("lead", "", "МИН")]


def test_form_that_nobody_knows(ministry: Structure) -> None:
    """A form outside the charter keeps its words and has no code."""
    one = replace(measure("1", YEARLY, MINISTRY), completion_form="ән")
    adopted(draft(one))
    assert (Duty.objects.get().form, Duty.objects.get().form_words) == ("", "ән")


def test_obligations_follow_existence_and_succession(ministry: Structure) -> None:
    """Due on 31.12.2022 the ministry leads and one akimat contributes; a year later the
    successor leads and both akimats contribute."""
    adopted(draft(measure("1", Schedule("year", years=(2022, 2023)), MINISTRY, AKIMATS)))
    rows = [
        (one.nominal_on.year, one.debtor.name_kk, one.role, one.lead and one.lead.debtor.name_kk)
        for one in Obligation.objects.order_by("nominal_on", "lead", "debtor__name_kk")
    ]
    assert sorted(rows, key=str) == sorted(
        [
            (2022, "Министрлік", "lead", None),
            (2022, "Абай", "contributor", "Министрлік"),
            (2023, "Мұрагер", "lead", None),
            (2023, "Абай", "contributor", "Мұрагер"),
            (2023, "Жетісу", "contributor", "Мұрагер"),
        ],
        key=str,
    )


def test_unknown_body_is_entered(ministry: Structure) -> None:
    """A body that only the act names enters the registry once, with the name the act gives."""
    newcomer = ExecutorDraft("ЖАҢА", by_agreement=True)
    adopted(draft(measure("1", YEARLY, MINISTRY, newcomer), measure("2", YEARLY, newcomer)))
    entered = Structure.objects.get(short_kk="ЖАҢА")
    assert (entered.name_kk, entered.kind) == ("Жаңа орган", "outside_body")
    assert Party.objects.filter(structure=entered, by_agreement=True).count() == 2


def test_unread_deadline_makes_nothing_due(ministry: Structure) -> None:
    """Without a schedule there is a duty, and nothing falls due."""
    act = adopted(draft(measure("1", None, MINISTRY)))
    assert counts_of(act.pk) == {"duties": 1, "obligations": 0, "contributions": 0, "void": 0}


def test_doubtful_cells_need_acceptance(ministry: Structure) -> None:
    """A doubtful cell stops the adoption unless accepted as read, and then it stays marked."""
    one = replace(measure("1", YEARLY, MINISTRY), certain={"title": False})
    with pytest.raises(RefusedError, match="clarified"):
        adopted(draft(one))
    assert not Act.objects.exists()
    adopted(draft(one), accept_doubtful=True)
    assert Duty.objects.get().doubtful[0] == "title"


@pytest.mark.parametrize("lacking", [{"number": ""}, {"adopted_on": None}])
def test_head_is_needed(lacking: dict[str, object]) -> None:
    """Without number or date no act can be told from another."""
    with pytest.raises(RefusedError, match="number and date"):
        adopted(draft(**lacking))


def test_same_act_is_recognised(ministry: Structure) -> None:
    """The same act again leads to the one that is there; nothing is doubled."""
    one = draft(measure("1", YEARLY, MINISTRY))
    first, second = adopted(one), adopted(one)
    assert first == second
    assert Obligation.objects.count() == 5
    assert set(ActReading.objects.values_list("state", "act")) == {("confirmed", first.pk)}


def test_repealing_act_ends_the_repealed(ministry: Structure) -> None:
    """The later act's day ends the earlier one: the year it cuts and the year after are void."""
    act = adopted(draft(measure("1", YEARLY, MINISTRY)))
    later = draft(
        number="2",
        adopted_on=date(2025, 12, 29),
        title="2030 жылға дейінгі тұжырымдама",
        repeals=(reference("1", date(2022, 9, 15)), reference("9", None)),
        indicators=(),
    )
    repealing = adopted(later)
    act.refresh_from_db()
    assert (act.repealed_on, act.repealed_by) == (date(2025, 12, 29), repealing)
    void = Obligation.objects.filter(outcome="void").order_by("due_on")
    assert list(void.values_list("due_on", "void_reason")) == [
        (date(2025, 12, 31), "period_cut_by_repeal"),
        (date(2026, 12, 31), "after_repeal"),
    ]
    assert (repealing.first_year, repealing.last_year) == (2025, 2030)


def test_repealed_act_that_comes_later(ministry: Structure) -> None:
    """An act that comes in after the one that repealed it is ended at once; an act of which only a
    point is repealed stays."""
    later = draft(
        number="2",
        adopted_on=date(2025, 12, 29),
        title="2030 жылға дейінгі тұжырымдама",
        repeals=(reference("1", date(2022, 9, 15)), replace(reference("3", DAY), part="35")),
        indicators=(),
    )
    repealing = adopted(later)
    act = adopted(draft(measure("1", YEARLY, MINISTRY)))
    assert Act.objects.get(pk=act.pk).repealed_by == repealing
    assert counts_of(act.pk)["void"] == 2
    other = adopted(draft(number="3", adopted_on=DAY, indicators=()))
    assert Act.objects.get(pk=other.pk).repealed_on is None


def test_retelling_is_not_the_act(ministry: Structure) -> None:
    """The demonstration's retelling of an act neither stands in the way of the act itself nor is
    listed beside it."""
    one = draft(measure("1", YEARLY, MINISTRY), indicators=())
    retold = adopt_act(SYSTEM, reading(one), at=AT, told=Telling.RETOLD)
    assert (retold.retold, retold.invented) == (True, False)
    assert obligations_of(number="1", on=DAY).count() == 5
    ActReading.objects.all().delete()
    act = adopted(one)
    assert act != retold
    assert not act.retold
    listed = obligations_of(number="1", on=DAY)
    assert {row.duty.provision.act for row in listed} == {act}


def test_retelling_is_not_shown_beside_the_act(ministry: Structure) -> None:
    """While only the retelling is here it is shown; once the act itself is, it alone is: its
    obligations, its plan, its indicators."""
    one = draft(measure("1", YEARLY, MINISTRY))
    retold = adopt_act(SYSTEM, reading(one), at=AT, told=Telling.RETOLD)
    assert [act.pk for act in acts()] == [retold.pk]
    assert [course.acts for course in indicator_courses()] == [{retold.pk: retold}]
    ActReading.objects.all().delete()
    act = adopted(one)
    assert [one.pk for one in acts()] == [act.pk]
    assert [course.acts for course in indicator_courses()] == [{act.pk: act}]
    assert {row.duty.provision.act for row in obligations_of(on=DAY)} == {act}


@pytest.mark.parametrize("named", [reference("1", date(2022, 9, 15)), reference("9", DAY)])
def test_only_what_is_earlier_is_repealed(ministry: Structure, named: ActReference) -> None:
    """A misread reference to the act itself or to a later act repeals nothing."""
    adopted(draft(number="9", adopted_on=DAY, indicators=()))
    adopted(draft(measure("1", YEARLY, MINISTRY), repeals=(named,)))
    assert not Act.objects.exclude(repealed_on=None).exists()


def test_first_repeal_stands(ministry: Structure) -> None:
    """What an act has repealed is not repealed again by a later one that names it too."""
    adopted(draft(measure("1", YEARLY, MINISTRY)))
    named = (reference("1", date(2022, 9, 15)),)
    first = adopted(draft(number="2", adopted_on=DAY, repeals=named, indicators=()))
    adopted(draft(number="3", adopted_on=date(2024, 1, 9), repeals=named, indicators=()))
    act = Act.objects.get(number="1")
    assert (act.repealed_by, act.repealed_on) == (first, DAY)


def test_repeal_before_adoption_is_refused(ministry: Structure) -> None:
    """An act cannot be repealed before it was adopted, neither at once nor later."""
    with pytest.raises(RefusedError):
        adopted(draft(indicators=()), repealed_on=date(2020, 1, 1))
    act = adopted(draft(indicators=()))
    with pytest.raises(RefusedError):
        end_act(SYSTEM, act, at=AT, repealed_on=date(2020, 1, 1))


def test_corrected_day_of_repeal(ministry: Structure) -> None:
    """Where the day of repeal was entered too early, what it alone made void is owed again."""
    act = adopted(draft(measure("1", YEARLY, MINISTRY)), repealed_on=date(2023, 6, 1))
    assert counts_of(act.pk)["void"] == 4
    assert end_act(SYSTEM, act, at=AT, repealed_on=date(2025, 12, 29)) == 2
    states = Obligation.objects.order_by("due_on").values_list("void_reason", flat=True)
    assert list(states) == ["", "", "", "period_cut_by_repeal", "after_repeal"]


def test_whatever_length(ministry: Structure) -> None:
    """Words longer than anybody expects, and a budget in tenge, are kept as the act has them."""
    (row,) = draft().indicators
    budget = replace(row.values[1], value=Decimal("1234567890123.5"))
    odd = replace(measure("1" * 50, YEARLY, ExecutorDraft("о" * 500)), direction="1" * 50)
    act = adopted(
        draft(
            odd,
            number="1" * 80,
            issuer="м" * 300,
            indicators=(replace(row, unit="т" * 90, values=(budget,)),),
        )
    )
    assert Target.objects.get().value == budget.value
    assert Party.objects.get().structure.short.kk == "о" * 500
    assert (act.number, act.issuer.kk) == ("1" * 80, "м" * 300)


def test_row_printed_twice(ministry: Structure) -> None:
    """A row of the table that stands twice gives one target for a year."""
    (row,) = draft().indicators
    adopted(draft(indicators=(row, row)))
    assert Target.objects.count() == 1


def test_row_without_a_title(ministry: Structure) -> None:
    """An uncertain row whose title was lost whole is no indicator that is known already."""
    (row,) = draft().indicators
    adopted(draft(indicators=(row, replace(row, number="2", title="", certain=False))))
    assert Indicator.objects.count() == 2


def test_repeal_entered_by_hand_gives_the_same(ministry: Structure) -> None:
    """Entered in the wizard, the day of repeal makes the same occurrences void."""
    act = adopted(draft(measure("1", YEARLY, MINISTRY)), repealed_on=date(2025, 12, 29))
    assert counts_of(act.pk)["void"] == 2


def test_years_come_from_what_is_planned(ministry: Structure) -> None:
    """Where the title names no years, the last year planned for ends the act's years."""
    act = adopted(draft(measure("1", YEARLY, MINISTRY), title="Жоспар"))
    assert (act.first_year, act.last_year) == (2022, 2022)
    bare = adopted(draft(number="3", title="Жоспар", indicators=()))
    assert bare.last_year == 2022


def test_years_never_end_before_they_begin(ministry: Structure) -> None:
    """An act that names only a year before its adoption plans for the year of its adoption."""
    past = measure("1", Schedule("once", years=(2021,)), MINISTRY)
    act = adopted(draft(past, measure("2", YEARLY, MINISTRY), title="Жоспар", indicators=()))
    until = adopted(draft(number="3", title="2020 жылға дейінгі жоспар", indicators=()))
    assert (act.first_year, act.last_year) == (2022, 2022)
    assert (until.first_year, until.last_year) == (2022, 2022)
    assert [one.due_on.year for one in obligations_of(number="1", on=DAY)] == [2021, 2022]


def test_states_depend_on_the_day(ministry: Structure) -> None:
    """Three times in 2023: scheduled before the year, then open, the first behind after April,
    all overdue after the year."""
    adopted(draft(measure("1", Schedule("year", times=3, years=(2023,)), MINISTRY)))
    days = {
        date(2022, 12, 31): ["scheduled"] * 3,
        date(2023, 4, 30): ["open"] * 3,
        date(2023, 5, 1): ["behind", "open", "open"],
        date(2023, 12, 31): ["behind", "behind", "open"],
        date(2024, 1, 1): ["overdue"] * 3,
    }
    found = {
        day: [one.state for one in obligations_of(number="1", on=day).order_by("number")]
        for day in days
    }
    assert found == days


def test_no_record_of_the_time_before(ministry: Structure) -> None:
    """An act put under control on 1 June 2023: of the year 2022 there is no record, the year 2023
    becomes overdue."""
    one = draft(measure("1", Schedule("year", years=(2022, 2023)), MINISTRY))
    adopt_act(SYSTEM, reading(one), at=datetime(2023, 6, 1, tzinfo=UTC))
    states = [row.state for row in obligations_of(on=date(2026, 1, 1))]
    assert states == ["no_record", "overdue"]


def test_void_is_never_overdue(ministry: Structure) -> None:
    """What is void stays void long after its day."""
    adopted(draft(measure("1", YEARLY, MINISTRY)), repealed_on=date(2022, 10, 1))
    assert {one.state for one in obligations_of(on=date(2030, 1, 1))} == {"void"}
    assert not obligations_of(state="overdue", on=date(2030, 1, 1)).exists()


def test_records_for_lists(ministry: Structure) -> None:
    """A list shows the title in the reader's language, or in the nearest that has it."""
    act = adopted(draft(measure("1", Schedule("once", years=(2023,), quantity=2), MINISTRY)))
    expected = {
        "act": "1",
        "provision": "1",
        "title": "Іс-шара 1",
        "debtor": "МҰР",
        "role": "lead",
        "by_agreement": False,
        "period": "2023",
        "number": 1,
        "due_on": "2023-12-31",
        "quantity": 2,
        "state": "overdue",
    }
    found = obligations_of(number="1", on=date(2026, 1, 1))
    assert list(records_of(found, "ru")) == [expected]
    worded = word_act(
        SYSTEM, act, at=AT, language="ru", title="Концепция",
        words={"measure/1": "Мероприятие 1", "measure/8": "нет такого"},
    )  # fmt: skip
    assert worded == 1
    assert next(records_of(found, "ru"))["title"] == "Мероприятие 1"
    assert Provision.objects.get(path="measure/1").wordings.count() == 2


def test_adoption_is_one_chain_of_entries(ministry: Structure) -> None:
    """The adoption's entry counts what it made, and the chain holds."""
    adopted(draft(measure("1", YEARLY, MINISTRY)))
    entry = last_entry("act.adopted")
    assert entry is not None
    assert '"obligations":5' in entry.text
    assert first_wrong_entry() is None


def test_refusals(ministry: Structure) -> None:
    """Only who imports acts may adopt, end or word one."""
    waiting = reading(draft(measure("1", YEARLY, MINISTRY)))
    with pytest.raises(RefusedError):
        adopt_act(STRANGER, waiting, at=AT)
    act = adopt_act(SYSTEM, waiting, at=AT)
    with pytest.raises(RefusedError):
        end_act(STRANGER, act, at=AT, repealed_on=date(2025, 1, 1))
    with pytest.raises(RefusedError):
        word_act(STRANGER, act, at=AT, language="en", title="x", words={})


def test_issuer_in_all_languages(ministry: Structure) -> None:
    """An issuer of the charter is named in three languages; another only as the act has it."""
    president = adopted(draft(issuer="Республика Президенті"))
    other = adopted(draft(number="2", issuer="Мәслихат", indicators=()))
    assert (president.issuer.ru, president.issuer.en) == ("Президент", "President")
    assert (other.issuer.kk, other.issuer.ru) == ("Мәслихат", "")


def in_russian(one: ActDraft) -> tuple[ActReading, SourceText]:
    """A draft's reading in Russian, with a text of one paragraph."""
    russian = replace(one, language="ru", title="Концепция на 2022-2026 годы")
    return reading(russian), SourceText("акт", "text", "ru", (Paragraph(0, 3),))


def test_second_text_brings_what_the_first_lost(ministry: Structure) -> None:
    """A row of the table and a measure that only the second text carries are owed and planned
    for; what both carry is named in both languages and owed once."""
    first, second = measure("1", YEARLY, MINISTRY), measure("2", YEARLY, MINISTRY)
    row = draft().indicators[0]
    known = replace(row, number="2", title="Екінші")
    act = adopted(draft(second, indicators=(known,)))
    there = counts_of(act.pk)
    waiting, text = in_russian(draft(first, second, indicators=(row, known)))
    kazakh = SourceText("акт", "text", "kk", (Paragraph(0, 3),))
    add_text(SYSTEM, waiting, at=AT, act=act, text=text, other=kazakh)
    assert counts_of(act.pk)["obligations"] == 2 * there["obligations"]
    order = act.provisions.filter(kind__in=["indicator", "measure"]).order_by("position")
    paths = [one.path for one in order]
    assert paths == ["indicator/1", "indicator/2", "measure/1", "measure/2"]
    assert Target.objects.count() == 2
    assert Indicator.objects.get(title_kk="Екінші").title_ru == "Екінші"
    both = Provision.objects.get(path="measure/2").wordings.values_list("language", flat=True)
    assert set(both) == {"kk", "ru"}
    with pytest.raises(RefusedError):
        add_text(STRANGER, waiting, at=AT, act=act, text=text, other=kazakh)


def test_doubt_in_the_second_text_needs_acceptance(ministry: Structure) -> None:
    """A measure that only the second text carries is owed once somebody vouches for its cells;
    doubt about what the first text carries too changes nothing."""
    sure, doubtful = measure("1", YEARLY, MINISTRY), measure("2", YEARLY, MINISTRY)
    act = adopted(draft(sure, indicators=()))
    rows = (replace(sure, certain={}), replace(doubtful, certain={"title": False}))
    waiting, text = in_russian(draft(*rows, indicators=()))
    given = {"at": AT, "act": act, "text": text, "other": replace(text, language="kk")}
    with pytest.raises(RefusedError, match="clarified"):
        add_text(SYSTEM, waiting, **given)
    assert act.sources.count() == 1
    add_text(SYSTEM, waiting, **given, accept_doubtful=True)
    assert Duty.objects.count() == 2


def test_title_that_lost_its_beginning(ministry: Structure) -> None:
    """A row that is left with the end of its title is the one indicator that ends so; where two
    do, or the row is certain, it is an indicator of its own."""
    row = draft().indicators[0]
    adopted(draft(indicators=(replace(row, title="Этностың көңіл-күйі"),)))
    torn = replace(row, title="стың көңіл-күйі", certain=False)
    adopted(draft(number="2", indicators=(torn,)))
    assert Indicator.objects.count() == 1
    adopted(draft(number="3", indicators=(replace(row, title="Жастың көңіл-күйі"),)))
    adopted(draft(number="4", indicators=(torn,)))
    assert Indicator.objects.count() == 3
