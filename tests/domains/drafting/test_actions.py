"""Every write to a draft, before and after, and every reason for which it is refused."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from birlik.base.journal.models import Entry
from birlik.base.records.models import Act, Provision
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError
from birlik.domains.drafting import actions, refusals
from birlik.domains.drafting.actions.agreement import RemarkWords
from birlik.domains.drafting.actions.begin import Beginning
from birlik.domains.drafting.models import (
    Agreement,
    Difference,
    DraftMeasure,
    DraftVersion,
    PlanDraft,
)
from birlik.domains.drafting.queries.agreement import agreements_of
from tests.domains.drafting.world import AT, FAIR, MEETINGS, SYSTEM, TASKS, World, world

pytestmark = pytest.mark.django_db
BY = date(2026, 2, 12)


def refused(reason: LocalText, act: Callable[[], object]) -> None:
    """Expect an action to be refused for a reason."""
    with pytest.raises(RefusedError) as refusal:
        act()
    assert refusal.value.reason == reason


def asked(found: World) -> dict[str, Agreement]:
    """The draft sent for agreement: short name of a body → what was asked of it."""
    actions.ask_agreement(found.drafter, found.draft, at=AT, agree_by=BY)
    found.draft.refresh_from_db()
    return {one.structure.short.kk: one for one in agreements_of(found.draft)}


def submitted(found: World) -> None:
    """The draft submitted."""
    actions.submit_draft(found.drafter, found.draft, at=AT)
    found.draft.refresh_from_db()


def approved(found: World) -> None:
    """The draft approved by a resolution of the Government."""
    submitted(found)
    actions.approve_draft(
        found.drafter, found.draft, at=AT, number="211", adopted_on=date(2026, 3, 25)
    )
    found.draft.refresh_from_db()


def regional(found: World) -> PlanDraft:
    """A draft of the first region that derives from the concept's own act."""
    beginning = Beginning(
        concept=found.concept,
        title=LocalText("Өңір жоспары", "План региона"),
        years=(2026, 2030),
        tasks=TASKS,
        parent=found.concept,
        measures=[MEETINGS],
    )
    return actions.begin_draft(found.secretary, found.regions[0], at=AT, beginning=beginning)


def test_a_draft_begins_with_the_tasks_of_its_concept() -> None:
    """Two directions and three tasks under them, in their order; the journal says how many, and
    not their words."""
    found = world()
    rows = [(one.number, one.direction.number if one.direction else "") for one in
            found.draft.tasks.select_related("direction")]  # fmt: skip
    assert rows == [("1", ""), ("1.1", "1"), ("1.2", "1"), ("2", ""), ("2.1", "2")]
    entry = Entry.objects.get(action="plan_draft.begun")
    assert '"tasks":5' in entry.text.replace(" ", "") and "орнықтылық" not in entry.text


def test_a_region_is_begun_by_its_secretary_alone() -> None:
    """The secretary begins a draft of the own region, with the measures it takes over; not of
    another, and not the country's; a region needs the plan that it derives from."""
    found = world()
    draft = regional(found)
    assert (draft.region, draft.parent) == (found.regions[0], found.concept)
    assert draft.measures.get().title_kk == "Кеңес отырыстары"
    bare = Beginning(found.concept, LocalText("а", "б"), (2026, 2030), TASKS)
    for region in (None, found.regions[1]):
        refused(
            refusals.NO_DRAFTING,
            lambda region=region: actions.begin_draft(
                found.secretary, region, at=AT, beginning=bare
            ),
        )
    refused(
        refusals.NO_PLAN_TO_DERIVE,
        lambda: actions.begin_draft(found.secretary, found.regions[0], at=AT, beginning=bare),
    )


def test_a_task_is_mended_and_added() -> None:
    """A misread task gets other words; a number that is not there yet is added to its direction;
    an unknown direction is refused."""
    found = world()
    title = LocalText("жаңа сөз", "новые слова")
    actions.amend_task(found.drafter, found.draft, at=AT, number="1.2", title=title, direction="1")
    actions.amend_task(found.drafter, found.draft, at=AT, number="2.2", title=title, direction="2")
    tasks = {one.number: one for one in found.draft.tasks.all()}
    assert tasks["1.2"].title == title
    assert tasks["2.2"].direction == tasks["2"] and tasks["2.2"].position == 5
    refused(
        refusals.NOT_IN_DRAFT,
        lambda: actions.amend_task(
            found.drafter, found.draft, at=AT, number="9.1", title=title, direction="9"
        ),
    )


def test_a_measure_knows_who_is_meant() -> None:
    """The ministry is found by its abbreviation, the akimats as a group of the charter; a name that
    nobody bears stays as words; the Russian words serve where there are no Kazakh ones."""
    found = world()
    words = replace(FAIR, executors=LocalText("", "МКИ (по согласованию), Неведомый совет"))
    made = actions.write_measure(found.drafter, found.draft, at=AT, words=words)
    assert [(one.structure, one.group) for one in found.meetings.parties.all()] == [
        (found.culture, ""),
        (None, "akimats"),
    ]
    assert [(one.words, one.structure, one.by_agreement) for one in made.parties.all()] == [
        ("МКИ", found.culture, True),
        ("Неведомый совет", None, False),
    ]
    assert [one.number for one in found.meetings.tasks.all()] == ["1.1", "1.2"]


def test_a_measure_is_put_otherwise_and_taken_out() -> None:
    """Another wording takes the place of the first; a measure that is taken out stays stored but
    no longer stands in the draft."""
    found = world()
    words = replace(FAIR, indicators=(found.indicator.pk,), direction="1", tasks=())
    actions.write_measure(found.drafter, found.draft, at=AT, words=words, measure=found.fair)
    found.fair.refresh_from_db()
    assert found.fair.direction.number == "1"
    assert list(found.fair.indicators.all()) == [found.indicator]
    actions.withdraw_measure(found.drafter, found.draft, at=AT, measure=found.fair)
    assert DraftMeasure.objects.get(pk=found.fair.pk).withdrawn_at == AT
    found.fair.refresh_from_db()
    refused(
        refusals.NOT_IN_DRAFT,
        lambda: actions.write_measure(
            found.drafter, found.draft, at=AT, words=words, measure=found.fair
        ),
    )


@pytest.mark.parametrize("changed", [{"direction": "9"}, {"tasks": ("9.9",)}])
def test_a_measure_names_only_what_the_draft_has(changed: dict[str, object]) -> None:
    """A direction or a task that the draft does not have is refused."""
    found = world()
    words = replace(FAIR, **changed)
    refused(
        refusals.NOT_IN_DRAFT,
        lambda: actions.write_measure(found.drafter, found.draft, at=AT, words=words),
    )


def test_what_belongs_to_another_draft_is_refused() -> None:
    """A measure, or a remark, of another draft is not touched from this one."""
    found, calls = world(), []
    other = regional(found)
    stray = other.measures.get()
    calls.append(
        lambda: actions.write_measure(found.drafter, found.draft, at=AT, words=FAIR, measure=stray)
    )
    calls.append(lambda: actions.withdraw_measure(found.drafter, found.draft, at=AT, measure=stray))
    one = asked(found)["МАМ"]
    strange = RemarkWords(stray.pk, "ескерту")
    calls.append(
        lambda: actions.answer_agreement(
            found.executor, one, at=AT, stance="remarks", remarks=[strange]
        )
    )
    actions.answer_agreement(
        found.executor, one, at=AT, stance="remarks", remarks=[RemarkWords(None, "ескерту")]
    )
    said = Difference.objects.get()
    calls.append(
        lambda: actions.reply_difference(
            found.secretary, other, at=AT, difference=said, taken=True, reply=""
        )
    )
    for number, call in enumerate(calls):
        reason = refusals.ANSWERED if number == 2 else refusals.NOT_IN_DRAFT
        refused(reason, call)


def test_a_remark_on_a_foreign_measure_is_refused() -> None:
    """A body remarks on measures of the draft that it was asked about, and on no other."""
    found = world()
    stray = regional(found).measures.get()
    one = asked(found)["МАМ"]
    refused(
        refusals.NOT_IN_DRAFT,
        lambda: actions.answer_agreement(
            found.executor, one, at=AT, stance="remarks", remarks=[RemarkWords(stray.pk, "х")]
        ),
    )


def test_every_body_named_is_asked() -> None:
    """Both ministries and, for the group, both akimats are asked in a first round; the draft is
    kept as a version; asking again opens a second round."""
    found = world()
    assert sorted(asked(found)) == ["Абай әкімдігі", "МАМ", "СІМ", "Қарағанды әкімдігі"]
    assert (found.draft.state, found.draft.round, found.draft.agree_by) == ("agreeing", 1, BY)
    assert DraftVersion.objects.count() == 1
    asked(found)
    assert (found.draft.round, Agreement.objects.count()) == (2, 8)
    assert DraftVersion.objects.count() == 1  # nothing was written between the rounds


def test_a_regional_draft_asks_its_own_akimat() -> None:
    """Of a group, only the member of the region is asked about the region's draft."""
    found = world()
    draft = regional(found)
    actions.ask_agreement(found.secretary, draft, at=AT, agree_by=BY)
    draft.refresh_from_db()
    bodies = {one.structure for one in agreements_of(draft)}
    assert bodies == {found.culture, found.akimats[0]}


def test_nobody_is_asked_where_nobody_is_named() -> None:
    """A draft whose measures name no executor is not sent."""
    found = world()
    for measure in (found.meetings, found.fair):
        actions.withdraw_measure(found.drafter, found.draft, at=AT, measure=measure)
    refused(
        refusals.NOBODY_TO_ASK,
        lambda: actions.ask_agreement(found.drafter, found.draft, at=AT, agree_by=BY),
    )
    refused(refusals.NO_MEASURES, lambda: submitted(found))


def test_a_body_answers_once_with_its_remarks() -> None:
    """The ministry agrees with a remark on its measure and a wording; the journal holds how many
    remarks, not their words; a second answer waits for the next round."""
    found = world()
    one = asked(found)["МАМ"]
    remark = RemarkWords(found.meetings.pk, "Тым жиі", "жылына 2 рет")
    actions.answer_agreement(found.executor, one, at=AT, stance="remarks", remarks=[remark])
    one.refresh_from_db()
    said = one.differences.get()
    assert (one.stance, one.answered_at) == ("remarks", AT)
    assert (said.measure, said.text, said.proposed) == (found.meetings, "Тым жиі", "жылына 2 рет")
    entry = Entry.objects.get(action="plan_draft.agreement_given")
    assert "Тым жиі" not in entry.text and '"remarks":1' in entry.text.replace(" ", "")
    refused(
        refusals.ANSWERED,
        lambda: actions.answer_agreement(found.executor, one, at=AT, stance="agreed"),
    )


def test_remarks_that_are_announced_are_written() -> None:
    """Who disagrees, or agrees with remarks, writes one at least."""
    found = world()
    one = asked(found)["МАМ"]
    refused(
        refusals.REMARKS_WANTED,
        lambda: actions.answer_agreement(found.executor, one, at=AT, stance="disagreed"),
    )


def test_an_answer_by_letter_names_the_letter() -> None:
    """The drafter records the answer of a body that wrote a letter, and says which; a foreign
    executor answers for nobody else."""
    found = world()
    one = asked(found)["СІМ"]
    refused(
        refusals.LETTER_WANTED,
        lambda: actions.answer_agreement(found.drafter, one, at=AT, stance="agreed"),
    )
    refused(
        refusals.NOT_ASKED,
        lambda: actions.answer_agreement(found.executor, one, at=AT, stance="agreed"),
    )
    actions.answer_agreement(
        found.drafter, one, at=AT, stance="agreed", by_letter="№ 7, 01.02.2026"
    )
    one.refresh_from_db()
    assert (one.stance, one.by_letter) == ("agreed", "№ 7, 01.02.2026")


def test_an_earlier_round_is_over() -> None:
    """What was asked in an earlier round, or of a draft that was submitted, is answered no more."""
    found = world()
    first = asked(found)["МАМ"]
    second = asked(found)["МАМ"]
    refused(
        refusals.AGREEMENT_OVER,
        lambda: actions.answer_agreement(found.executor, first, at=AT, stance="agreed"),
    )
    submitted(found)
    refused(
        refusals.AGREEMENT_OVER,
        lambda: actions.answer_agreement(found.executor, second, at=AT, stance="agreed"),
    )


def test_a_remark_is_taken_over_or_declined() -> None:
    """The drafter says what became of a remark and why; who does not write the draft does not."""
    found = world()
    one = asked(found)["МАМ"]
    remark = RemarkWords(None, "Қаржысы көрсетілмеген")
    actions.answer_agreement(found.executor, one, at=AT, stance="disagreed", remarks=[remark])
    said = Difference.objects.get()
    actions.reply_difference(
        found.drafter, found.draft, at=AT, difference=said, taken=False, reply="Нысанда жоқ"
    )
    said.refresh_from_db()
    assert (said.answer, said.reply, said.replied_at) == ("declined", "Нысанда жоқ", AT)
    refused(
        refusals.NO_DRAFTING,
        lambda: actions.reply_difference(
            found.executor, found.draft, at=AT, difference=said, taken=True, reply=""
        ),
    )


def test_a_version_never_changes_and_is_kept_once() -> None:
    """The same words are one version; other words are the next; the first says what it said."""
    found = world()
    first = actions.freeze_version(found.drafter, found.draft, at=AT, words="бірінші")
    same = actions.freeze_version(found.drafter, found.draft, at=AT)
    assert (same.pk, same.number) == (first.pk, 1)
    words = replace(FAIR, title=LocalText("Көрме", "Выставка"))
    actions.write_measure(found.drafter, found.draft, at=AT, words=words, measure=found.fair)
    second = actions.freeze_version(found.drafter, found.draft, at=AT)
    first.refresh_from_db()
    titles = [one.content["measures"][1]["title"]["kk"] for one in (first, second)]
    assert (second.number, titles) == (2, ["Кітап жәрмеңкесі", "Көрме"])
    assert first.digest != second.digest


def test_a_submitted_draft_stands_still() -> None:
    """What is submitted is written no more until it is taken back; then it is written again."""
    found = world()
    submitted(found)
    assert found.draft.state == "submitted"
    refused(
        refusals.CLOSED,
        lambda: actions.write_measure(found.drafter, found.draft, at=AT, words=FAIR),
    )
    actions.reopen_draft(found.drafter, found.draft, at=AT, reason="қате табылды")
    found.draft.refresh_from_db()
    assert (found.draft.state, found.draft.returned) == ("draft", "қате табылды")
    refused(
        refusals.NOT_SUBMITTED,
        lambda: actions.reopen_draft(found.drafter, found.draft, at=AT, reason="тағы"),
    )


def test_the_chair_of_the_region_approves() -> None:
    """A region's plan is approved by the chair of its assembly, not by who wrote it; the chair may
    send it back as well."""
    found = world()
    draft = regional(found)
    actions.submit_draft(found.secretary, draft, at=AT)
    paper = {"number": "3-ө", "adopted_on": date(2026, 4, 1)}
    for actor in (found.secretary, found.drafter):
        refused(
            refusals.NO_APPROVAL,
            lambda actor=actor: actions.approve_draft(actor, draft, at=AT, **paper),
        )
    actions.reopen_draft(found.chair, draft, at=AT, reason="мерзімдер кеш")
    draft.refresh_from_db()
    actions.submit_draft(found.secretary, draft, at=AT)
    actions.approve_draft(found.chair, draft, at=AT, **paper)
    draft.refresh_from_db()
    assert (draft.state, draft.number, draft.adopted_on) == ("approved", "3-ө", date(2026, 4, 1))


def test_approval_waits_for_submission() -> None:
    """A draft that nobody submitted is not approved, and a stranger gives nothing back."""
    found = world()
    refused(
        refusals.NOT_SUBMITTED,
        lambda: actions.approve_draft(
            found.drafter, found.draft, at=AT, number="1", adopted_on=date(2026, 4, 1)
        ),
    )
    submitted(found)
    refused(
        refusals.NO_APPROVAL,
        lambda: actions.reopen_draft(found.stranger, found.draft, at=AT, reason="х"),
    )


def test_the_adopted_act_is_tied_once() -> None:
    """The act is tied to the approved draft, each measure to the point that it became; an act that
    is tied already is refused, and so is a draft that was not approved."""
    found = world()
    point = Provision.objects.create(
        act=found.concept, kind="measure", path="measure/1", number="1", position=9
    )
    tie = {"act": found.concept, "points": {found.fair.pk: point.pk}}
    refused(
        refusals.NOT_APPROVED, lambda: actions.tie_act(found.drafter, found.draft, at=AT, **tie)
    )
    approved(found)
    actions.tie_act(found.drafter, found.draft, at=AT, **tie)
    found.draft.refresh_from_db()
    found.fair.refresh_from_db()
    assert (found.draft.state, found.draft.act, found.fair.point) == (
        *("adopted", found.concept),
        point,
    )
    other = regional(found)
    actions.submit_draft(found.secretary, other, at=AT)
    actions.approve_draft(found.chair, other, at=AT, number="2", adopted_on=date(2026, 4, 1))
    refused(
        refusals.ACT_TAKEN,
        lambda: actions.tie_act(found.secretary, other, at=AT, act=found.concept, points={}),
    )


@pytest.mark.parametrize("power", ["write", "task", "withdraw", "ask", "freeze", "submit", "tie"])
def test_who_does_not_write_the_draft_is_refused(power: str) -> None:
    """The secretary of a region writes nothing in the national draft, nor does a stranger."""
    found = world()
    title = LocalText("а", "б")
    deeds: dict[str, Callable[[Actor], object]] = {
        "write": lambda by: actions.write_measure(by, found.draft, at=AT, words=FAIR),
        "task": lambda by: actions.amend_task(by, found.draft, at=AT, number="1", title=title),
        "withdraw": lambda by: actions.withdraw_measure(by, found.draft, at=AT, measure=found.fair),
        "ask": lambda by: actions.ask_agreement(by, found.draft, at=AT, agree_by=BY),
        "freeze": lambda by: actions.freeze_version(by, found.draft, at=AT),
        "submit": lambda by: actions.submit_draft(by, found.draft, at=AT),
        "tie": lambda by: actions.tie_act(by, found.draft, at=AT, act=Act.objects.get(), points={}),
    }
    for actor in (found.secretary, found.stranger):
        refused(refusals.NO_DRAFTING, lambda actor=actor: deeds[power](actor))


def test_the_system_may_do_all_of_it() -> None:
    """The installation itself writes and answers, as when a demonstration is loaded."""
    found = world()
    actions.answer_agreement(SYSTEM, asked(found)["МАМ"], at=AT, stance="agreed")
    assert Agreement.objects.exclude(stance="").count() == 1
