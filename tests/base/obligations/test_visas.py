"""The way of a body's reports: visas in order, the signature at the end, here or on paper."""

from collections.abc import Callable
from datetime import date

import pytest

from birlik.base.obligations import rules
from birlik.base.obligations.actions import (
    BroughtFile,
    EvidenceItem,
    PaperDetails,
    SignedPaper,
    attach_evidence,
    describe_evidence,
    detach_evidence,
    give_visa,
    lay_way,
    return_report,
    save_draft,
    send_round,
    submit_report,
)
from birlik.base.obligations.models import Evidence, Obligation, Submission, Visa, VisaStep
from birlik.base.obligations.queries import seen_by
from birlik.base.obligations.queries.desk import visas_awaited, visas_of, visas_on
from birlik.base.obligations.refusals import LACKS, NO_REPORTING, desk
from birlik.base.registry.models import Account, Structure
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError
from tests.base.obligations.desk_world import House, Way, house, in_body, seated, way
from tests.base.obligations.reporting_world import AT, PROTOCOL, SYSTEM, again, later

pytestmark = pytest.mark.django_db
TEXT = {"text_kk": "Отырыс өтті", "text_ru": "Заседание проведено"}


@pytest.fixture
def world() -> House:
    """The house of the ministry."""
    return house()


@pytest.fixture
def on_way(world: House) -> Way:
    """The way of its reports."""
    return way(world)


def drafted(world: House) -> Obligation:
    """The minutes of the ministry with a draft that lacks nothing."""
    lead, by = world.plan.lead, world.plan.executor
    attach_evidence(by, lead, at=AT, item=PROTOCOL)
    save_draft(by, lead, at=AT, **TEXT)
    return lead


def sent(world: House) -> list[Visa]:
    """The visas of the draft that goes round."""
    return send_round(world.plan.executor, drafted(world), at=AT)


def agreed(world: House, on_way: Way) -> Obligation:
    """The same after all have agreed."""
    lawyer, economist, _deputy = sent(world)
    give_visa(on_way.lawyer, lawyer, at=AT, approves=True)
    give_visa(on_way.economist, economist, at=AT, approves=True, remark="Келісемін, бірақ")
    return world.plan.lead


def reason_of(error: pytest.ExceptionInfo[RefusedError]) -> LocalText:
    """Why it was refused."""
    return error.value.reason


def decisions(obligation: Obligation) -> list[str]:
    """What was said, in order."""
    return [one.decision for one in visas_on(obligation)]


def test_without_a_way_nothing_changes(world: House) -> None:
    """A body that has no way submits as ever, and has no round."""
    lead = drafted(world)
    assert rules.may_send_round(world.plan.executor, lead, AT).reason is desk.NO_ROUND
    assert submit_report(world.plan.executor, lead, at=AT, **TEXT).number == 1


def test_a_draft_goes_round_in_order_and_the_last_office_signs(world: House, on_way: Way) -> None:
    """Lawyers, economists, then the deputy: each is asked when it is its turn, and the deputy's
    submission closes the round."""
    lawyer, economist, deputy = sent(world)
    lead = world.plan.lead
    assert list(visas_awaited(on_way.lawyer)) == [lawyer]
    assert list(visas_awaited(on_way.economist)) == []
    assert rules.may_give_visa(on_way.economist, economist, AT).reason is desk.NOT_YOUR_TURN
    give_visa(on_way.lawyer, lawyer, at=AT, approves=True)
    give_visa(on_way.economist, economist, at=AT, approves=True, remark="Қосымша бар")
    assert list(visas_awaited(on_way.deputy)) == [deputy]
    made = submit_report(on_way.deputy, lead, at=AT, **TEXT)
    assert decisions(lead) == ["approved", "remarked", "approved"]
    assert again(lead).stage == "submitted"
    turn = visas_of(made, visas_on(lead))
    assert [one.office for one in turn.visas] == list(on_way.offices)
    assert list(visas_awaited(on_way.deputy)) == []


def test_the_executor_of_a_body_with_a_way_does_not_submit(world: House, on_way: Way) -> None:
    """Before the round, during it and after it, each with its reason."""
    lead, by = drafted(world), world.plan.executor
    with pytest.raises(RefusedError) as refused:
        submit_report(by, lead, at=AT, **TEXT)
    assert reason_of(refused) is desk.ROUND_FIRST
    lawyer, economist, _deputy = send_round(by, lead, at=AT)
    with pytest.raises(RefusedError) as refused:
        submit_report(by, lead, at=AT, **TEXT)
    assert reason_of(refused) is desk.VISAS_AWAITED
    give_visa(on_way.lawyer, lawyer, at=AT, approves=True)
    give_visa(on_way.economist, economist, at=AT, approves=True)
    with pytest.raises(RefusedError) as refused:
        submit_report(by, lead, at=AT, **TEXT)
    assert reason_of(refused) is desk.ONLY_SIGNS
    with pytest.raises(RefusedError) as refused:
        submit_report(on_way.deputy, lead, at=AT, text_kk="Басқа мәтін")
    assert reason_of(refused) is desk.ROUND_FIRST


def test_the_signing_office_alone_signs_for_its_body(world: House, on_way: Way) -> None:
    """The deputy submits for the ministry, not for the akimat; who gives visas does not submit."""
    assert rules.may_submit(on_way.deputy, None, AT)
    assert rules.may_submit(on_way.deputy, world.plan.lead, AT)
    assert rules.may_submit(on_way.deputy, world.plan.agreed, AT).reason is NO_REPORTING
    assert rules.may_submit(on_way.lawyer, world.plan.lead, AT).reason is NO_REPORTING
    assert rules.may_submit(world.head, None, AT).reason is NO_REPORTING


def test_what_is_sent_back_is_mended_and_sent_again(world: House, on_way: Way) -> None:
    """A remark ends the turn; the next begins with the first office, and both stay on record."""
    lawyer, _economist, _deputy = sent(world)
    lead, by = world.plan.lead, world.plan.executor
    with pytest.raises(RefusedError) as refused:
        give_visa(on_way.lawyer, lawyer, at=AT, approves=False)
    assert reason_of(refused) is desk.VISA_REMARK_NEEDED
    give_visa(on_way.lawyer, lawyer, at=AT, approves=False, remark="Нөмірі жоқ")
    assert decisions(lead) == ["sent_back", "withdrawn", "withdrawn"]
    assert list(visas_awaited(on_way.economist)) == []
    with pytest.raises(RefusedError) as refused:
        submit_report(on_way.deputy, lead, at=AT, **TEXT)
    assert reason_of(refused) is desk.ROUND_FIRST
    save_draft(by, lead, at=later(1), text_kk="Отырыс өтті, № 7 хаттама", text_ru="")
    again_sent = send_round(by, lead, at=later(1))
    assert {one.turn for one in again_sent} == {2}
    assert rules.may_give_visa(on_way.lawyer, again_sent[0], later(1))


def test_the_office_that_signs_can_send_back_but_not_only_approve(
    world: House, on_way: Way
) -> None:
    """Its approval is the submission."""
    lead = agreed(world, on_way)
    (awaited,) = visas_awaited(on_way.deputy)
    with pytest.raises(RefusedError) as refused:
        give_visa(on_way.deputy, awaited, at=AT, approves=True)
    assert reason_of(refused) is desk.SIGN_BY_SUBMITTING
    give_visa(on_way.deputy, awaited, at=AT, approves=False, remark="Толықтыру керек")
    assert decisions(lead)[-1] == "sent_back"


def test_changing_the_words_takes_a_draft_out_of_its_round(world: House, on_way: Way) -> None:
    """Another text ends the round; the same text saved again, or with other ends of lines, does
    not."""
    lawyer, *_rest = sent(world)
    lead, by = world.plan.lead, world.plan.executor
    save_draft(by, lead, at=AT, text_kk=TEXT["text_kk"] + "\r\n", text_ru=TEXT["text_ru"])
    assert rules.may_send_round(by, lead, AT).reason is desk.GOES_ROUND
    save_draft(by, lead, at=AT, text_kk="Жаңа мәтін", text_ru="")
    assert set(decisions(lead)) == {"withdrawn"}
    assert rules.may_give_visa(on_way.lawyer, lawyer, AT).reason is desk.NOT_YOUR_TURN


def added(world: House) -> None:
    """A link is added to the draft."""
    item = EvidenceItem(title="Фото", link="https://example.kz/")
    attach_evidence(world.plan.executor, world.plan.lead, at=AT, item=item)


def described(world: House) -> None:
    """The paper of the draft gets another number."""
    details = PaperDetails(number="8", dated_on=date(2024, 4, 30), issuer="Кеңес")
    piece = Evidence.objects.get()
    describe_evidence(
        world.plan.executor, world.plan.lead, at=AT, evidence=piece.pk, details=details
    )


def removed(world: House) -> None:
    """The paper is taken out of the draft."""
    piece = Evidence.objects.get()
    detach_evidence(world.plan.executor, world.plan.lead, at=AT, evidence=piece.pk)


@pytest.mark.parametrize("change", [added, described, removed])
@pytest.mark.usefixtures("on_way")
def test_changing_the_evidence_takes_a_draft_out_of_its_round(
    world: House, change: Callable[[House], None]
) -> None:
    """Whatever becomes of the evidence, the visas hold no longer."""
    sent(world)
    change(world)
    assert set(decisions(world.plan.lead)) == {"withdrawn"}


@pytest.mark.usefixtures("on_way")
def test_what_lacks_something_does_not_go_round(world: House) -> None:
    """A draft without the minutes is told what it lacks before anybody reads it."""
    lead, by = world.plan.lead, world.plan.executor
    with pytest.raises(RefusedError) as refused:
        send_round(by, lead, at=AT)
    assert LACKS["content"].kk in reason_of(refused).kk
    assert rules.may_send_round(world.head, lead, AT).reason is NO_REPORTING


def test_a_visa_belongs_to_the_office(world: House, on_way: Way) -> None:
    """Whoever acts in it gives it; the executor, another office and who has none do not."""
    lawyer, *_rest = sent(world)
    for actor in (world.plan.executor, on_way.deputy, Actor(1, None, "x")):
        assert rules.may_give_visa(actor, lawyer, AT).reason is desk.NO_VISA
    _office, substitute = seated(world.first, "x", 50, "plans.read")
    moved = Actor(substitute.account_id, on_way.lawyer.appointment_id, "x", substitute.powers)
    assert rules.may_give_visa(moved, lawyer, AT)
    assert rules.may_open_visas(Actor(1, None, "x"), AT).reason is desk.NO_VISA


def test_who_is_asked_for_a_visa_sees_the_draft(world: House, on_way: Way) -> None:
    """Offices of departments reach what the ministry owes once they are asked, and not before; the
    list says the same."""
    lead = world.plan.lead
    assert not rules.may_see_obligation(on_way.lawyer, lead, AT)
    sent(world)
    for actor in (on_way.lawyer, on_way.economist, on_way.deputy):
        assert rules.may_see_obligation(actor, lead, AT)
        assert rules.may_see_draft(actor, lead, AT)
        assert lead in Obligation.objects.filter(seen_by(actor, on=AT.date()))
    assert lead not in Obligation.objects.filter(
        seen_by(on_way.lawyer, on=AT.date(), hanging=False)
    )
    assert not rules.may_see_draft(world.head, lead, AT)


def test_a_way_of_the_signature_alone_needs_no_round(world: House) -> None:
    """Where only one office signs it submits at once, and the executor does not."""
    deputy, by_deputy = seated(world.ministry, "deputy", 33, "plans.read")
    lay_way(SYSTEM, world.ministry, at=AT, offices=[deputy.pk])
    lead = drafted(world)
    with pytest.raises(RefusedError) as refused:
        submit_report(world.plan.executor, lead, at=AT, **TEXT)
    assert reason_of(refused) is desk.ONLY_SIGNS
    assert submit_report(by_deputy, lead, at=AT, **TEXT).number == 1


def test_a_returned_report_goes_round_anew(world: House, on_way: Way) -> None:
    """What was agreed before does not hold for the evidence brought again."""
    lead = agreed(world, on_way)
    made = submit_report(on_way.deputy, lead, at=AT, **TEXT)
    return_report(world.plan.coordinator, lead, at=AT, submission=made.pk, reason="Толықтыру")
    with pytest.raises(RefusedError) as refused:
        submit_report(on_way.deputy, lead, at=AT, **TEXT)
    assert reason_of(refused) is desk.ROUND_FIRST


def test_a_way_is_laid_by_the_keeper_or_the_head(world: House) -> None:
    """Laid anew it replaces the old one, laid empty there is none; others do not lay it."""
    lawyer, _by = seated(world.first, "lawyer", 31)
    deputy, _by = seated(world.ministry, "deputy", 33)
    body = world.ministry
    keeper = in_body(60, body, "registry.keep")
    lay_way(keeper, body, at=AT, offices=[lawyer.pk, deputy.pk])
    ministry_head = in_body(20, body, "obligations.direct")
    lay_way(ministry_head, body, at=AT, offices=[deputy.pk, lawyer.pk])
    steps = [(one.office, one.signs) for one in VisaStep.objects.all()]
    assert steps == [(deputy, False), (lawyer, True)]
    lay_way(ministry_head, body, at=AT, offices=[])
    assert not VisaStep.objects.exists()
    assert rules.may_lay_way(world.plan.executor, body, AT).reason is desk.NO_WAY
    assert rules.may_lay_way(world.first_head, body, AT).reason is desk.NO_WAY
    assert rules.may_open_ways(world.first_head, AT)


def test_offices_of_other_houses_stand_on_no_way(world: House) -> None:
    """An akimat's office, and one named twice, are refused; that of the body above is not."""
    foreign, _by = seated(world.plan.contribution.debtor, "x", 41)
    own, _by = seated(world.first, "y", 42)
    above, _by = seated(world.ministry, "z", 43)
    for offices in ([foreign.pk], [own.pk, own.pk]):
        with pytest.raises(RefusedError) as refused:
            lay_way(SYSTEM, world.first, at=AT, offices=offices)
        assert reason_of(refused) is desk.OFFICE_OUTSIDE
    assert len(lay_way(SYSTEM, world.first, at=AT, offices=[own.pk, above.pk])) == 2


def paper(signatory: str = "Вице-министр", on: date = date(2024, 5, 1)) -> SignedPaper:
    """A report signed on paper."""
    return SignedPaper(signatory, on, BroughtFile("scan.pdf", "application/pdf", b"%PDF-1.4 x"))


def test_a_signature_on_paper_closes_the_way_where_the_signer_is_not_here(
    world: House, on_way: Way
) -> None:
    """After the visas the executor submits with the scan; it is told as a signature on paper."""
    lead = agreed(world, on_way)
    made = submit_report(world.plan.executor, lead, at=AT, signed=paper(), **TEXT)
    kept = Submission.objects.get(pk=made.pk).paper_signature
    assert (kept.signatory, kept.signed_on) == ("Вице-министр", date(2024, 5, 1))
    assert decisions(lead) == ["approved", "remarked", "approved"]


def test_paper_passes_over_no_visa_and_no_signer_who_is_here(world: House, on_way: Way) -> None:
    """The visas are needed all the same; and who can sign here, signs here."""
    lead = drafted(world)
    with pytest.raises(RefusedError) as refused:
        submit_report(world.plan.executor, lead, at=AT, signed=paper(), **TEXT)
    assert reason_of(refused) is desk.ROUND_FIRST
    lawyer, economist, deputy = send_round(world.plan.executor, lead, at=AT)
    give_visa(on_way.lawyer, lawyer, at=AT, approves=True)
    give_visa(on_way.economist, economist, at=AT, approves=True)
    holder = deputy.office.appointments.get().person
    Account.objects.create(email="deputy@birlik.example", person=holder)
    with pytest.raises(RefusedError) as refused:
        submit_report(world.plan.executor, lead, at=AT, signed=paper(), **TEXT)
    assert reason_of(refused) is desk.SIGNER_IS_HERE


@pytest.mark.parametrize(
    ("signatory", "on"), [(" ", date(2024, 5, 1)), ("А. Б.", date(2024, 5, 3))]
)
def test_a_signature_on_paper_says_who_and_when(world: House, signatory: str, on: date) -> None:
    """Nobody, or a day that is still ahead, is refused; also where there is no way."""
    lead = drafted(world)
    with pytest.raises(RefusedError) as refused:
        submit_report(world.plan.executor, lead, at=AT, signed=paper(signatory, on), **TEXT)
    assert reason_of(refused) is desk.SIGNATORY_NEEDED
    assert submit_report(world.plan.executor, lead, at=AT, signed=paper(), **TEXT).paper_signature


def test_a_settled_obligation_needs_no_visa(world: House, on_way: Way) -> None:
    """Released while it goes round, it is refused with what became of it."""
    lawyer, *_rest = sent(world)
    Obligation.objects.filter(pk=world.plan.lead.pk).update(outcome="released")
    lawyer.obligation.refresh_from_db()
    verdict = rules.may_give_visa(on_way.lawyer, lawyer, AT)
    assert verdict.reason is not None
    assert "released" in verdict.reason.en


def test_the_successor_of_a_body_goes_its_own_way(world: House, on_way: Way) -> None:
    """Once a body has ended the way of who answers for it holds."""
    heir = Structure.objects.create(kind="ministry", name_kk="Мұрагер")
    body = world.ministry
    body.closed_on, body.successor = date(2024, 5, 1), heir
    body.save()
    lead = again(world.plan.lead)
    assert not rules.way_of(lead, on=AT.date()).exists()
    assert not rules.signs_for(on_way.deputy, lead, AT.date())
