"""An act becomes duties and dated obligations; expectations are worked out by hand."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from birlik.base.journal.queries import first_wrong_entry, last_entry
from birlik.base.mandate.models import Indicator, Observation, Target
from birlik.base.mandate.queries import indicator_courses
from birlik.base.obligations.actions import adopt_act, end_act
from birlik.base.obligations.models import Duty, Obligation, Party
from birlik.base.obligations.queries import counts_of, obligations_of
from birlik.base.records.actions.translate import word_act
from birlik.base.records.engine.draft import (
    ExecutorDraft,
)
from birlik.base.records.models import Act, ActReading, Finding, Source, Telling
from birlik.base.records.queries.acts import acts
from birlik.base.registry.models import Structure
from birlik.base.values.refused import RefusedError
from birlik.base.values.schedule import Schedule
from tests.base.obligations.drafts import (
    AKIMATS,
    AT,
    DAY,
    MINISTRY,
    STRANGER,
    SYSTEM,
    YEARLY,
    adopted,
    draft,
    measure,
    reading,
)

pytestmark = pytest.mark.django_db


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
