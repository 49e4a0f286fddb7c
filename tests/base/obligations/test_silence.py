"""The journal never forgets, so it holds nobody's words: no reason, ground or name of a file."""

import pytest

from birlik.base.journal.models import Entry
from birlik.base.obligations.actions import (
    BroughtFile,
    EvidenceItem,
    PaperDetails,
    accept_report,
    ask_extension,
    attach_evidence,
    attach_file,
    begin_upload,
    describe_evidence,
    grant_extension,
    make_remark,
    release_obligation,
    return_report,
    submit_report,
    take_off_control,
)
from tests.base.obligations.reporting_world import AT, Reporting, later, reporting

pytestmark = pytest.mark.django_db
NAME = "Болатов"
"""Somebody whose name stands in everything that is written here."""


@pytest.fixture
def world() -> Reporting:
    """The plan of 2024 on 2 May."""
    return reporting()


def bring_evidence(world: Reporting) -> None:
    """A file, a link and a card, each described in words."""
    file = BroughtFile(f"{NAME} анықтамасы.txt", "text/plain", f"{NAME} қатысты".encode())
    attach_file(world.executor, world.lead, at=AT, file=file)
    begin_upload(world.executor, world.lead, at=AT, name=f"{NAME}.pdf", size=9)
    link = EvidenceItem(title=NAME, link=f"https://example.kz/{NAME}")
    kept = attach_evidence(world.executor, world.lead, at=AT, item=link)
    details = PaperDetails(number=NAME, issuer=NAME)
    describe_evidence(world.executor, world.lead, at=AT, evidence=kept.pk, details=details)
    card = EvidenceItem(title=NAME, kept_at=NAME, addressees=NAME)
    attach_evidence(world.executor, world.lead, at=AT, item=card)


def test_the_journal_holds_nobody_s_words(world: Reporting) -> None:
    """Whatever is written on the way of an obligation, its entries hold no word of it."""
    head, debtor, owed = world.coordinator, world.contributor, world.agreed
    bring_evidence(world)
    make_remark(debtor, owed, at=AT, text=f"{NAME} ауырып қалды")
    ask_extension(debtor, owed, at=AT, wanted_on=later(60).date(), reason=f"{NAME} ауырып қалды")
    grant_extension(head, owed, at=later(1), ground=f"{NAME} хаты")
    first = submit_report(debtor, owed, at=later(2), text_kk=f"{NAME} өткізді")
    return_report(head, owed, at=later(3), submission=first.pk, reason=f"{NAME} кім?")
    made = submit_report(debtor, owed, at=later(4), text_kk=f"{NAME} төраға")
    accept_report(head, owed, at=later(5), submission=made.pk, words=f"Рақмет, {NAME}")
    take_off_control(head, owed, at=later(6), ground=f"{NAME} бұрыштамасы")
    release_obligation(
        head, world.counted, at=later(7), ground=world.ground, reason=f"{NAME} қайтыс болды"
    )
    written = set(Entry.objects.values_list("action", flat=True))
    assert {"document.stored", "extension.granted", "obligation.taken_off"} <= written
    assert "obligation.released" in written
    assert not Entry.objects.filter(text__contains=NAME).exists()
