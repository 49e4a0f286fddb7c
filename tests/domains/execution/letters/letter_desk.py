"""Browsers of those who work with letters, on 2 May 2024."""

from dataclasses import dataclass
from importlib import import_module

import pytest
from django.test import Client

from birlik.base.charter.actions import load_charter
from birlik.base.letters.models import Letter
from birlik.base.records.models import Wording
from tests.base.obligations.letter_world import letter_of
from tests.base.obligations.reporting_world import AT, SYSTEM
from tests.domains.execution.obligation_desk import at, signed_in
from tests.domains.execution.offices import OFFICES, Staffed, staffed

WEB = "birlik.domains.execution.web.letters"
MODULES = ("register", "one", "incoming", "mailings", "answers", "settle")
REGISTRAR = """
  registrar:
    - {kk: т, ru: р, en: r, from: 2000-01-01, ground: x, powers: {plans.read: all,
       letters.register: all}}
"""


@dataclass(frozen=True, slots=True)
class LetterDesk:
    """The small plan, with the registrar and a coordinator signed in."""

    staff: Staffed
    registrar: Client
    coordinator: Client

    def came(self, **more: object) -> Letter:
        """A letter of the ministry."""
        return letter_of(self.staff.ministry, **more)


def letter_desk(monkeypatch: pytest.MonkeyPatch) -> LetterDesk:
    """Everybody at work on 2 May 2024."""
    at(monkeypatch, AT)
    for name in MODULES:
        module = import_module(f"{WEB}.{name}")
        if hasattr(module, "now"):
            monkeypatch.setattr(module, "now", lambda: AT)
    staff = staffed()
    Wording.objects.create(
        provision=staff.plan.counted.duty.provision,
        language="kk",
        title="Жариялаулар",
        valid_from=AT.date(),
    )
    with_letters = OFFICES.replace(
        "obligations.review: all,", "obligations.review: all, letters.register: all,"
    )
    load_charter(SYSTEM, None, at=AT, content=f"{with_letters}{REGISTRAR}".encode())
    return LetterDesk(
        staff=staff,
        registrar=signed_in("registrar", staff.committee, "registrar"),
        coordinator=signed_in("coordinator", staff.committee, "coordinator"),
    )
