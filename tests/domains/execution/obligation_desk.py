"""Browsers of those who work with the small plan of `reporting_world`, at a chosen instant."""

from dataclasses import dataclass
from datetime import datetime
from importlib import import_module

import pytest
from django.test import Client

from birlik.base.obligations.models import Obligation
from birlik.base.registry.models import Structure
from tests.domains.execution.offices import Staffed, settle, staffed

WEB = "birlik.domains.execution.web"
PAGES = (
    *(f"{WEB}.obligation.sheet", f"{WEB}.obligation.verbs", f"{WEB}.obligation.report"),
    *(f"{WEB}.obligations", "birlik.faces.cabinet.web.today"),
)
"""The modules that read the clock."""


@dataclass(frozen=True, slots=True)
class Desk:
    """The plan, and who has signed in: the ministry's executor and a colleague, the akimat's
    executor, two coordinators, a head, and the executor of a body that owes nothing."""

    staff: Staffed
    executor: Client
    colleague: Client
    contributor: Client
    coordinator: Client
    other: Client
    head: Client
    foreign: Client


def at(monkeypatch: pytest.MonkeyPatch, instant: datetime) -> None:
    """The pages are asked at that instant."""
    for name in PAGES:
        monkeypatch.setattr(import_module(name), "now", lambda: instant)


def desk() -> Desk:
    """Everybody at work."""
    staff = staffed()
    elsewhere = Structure.objects.create(kind="akimat", name_kk="Бөтен", name_ru="Чужой")
    return Desk(
        staff=staff,
        executor=signed_in("executor", staff.ministry, "executor"),
        colleague=signed_in("executor", staff.ministry, "colleague"),
        contributor=signed_in("executor", staff.akimat, "contributor"),
        coordinator=signed_in("coordinator", staff.committee, "coordinator"),
        other=signed_in("coordinator", staff.committee, "other"),
        head=signed_in("head", staff.committee, "head"),
        foreign=signed_in("executor", elsewhere, "foreign"),
    )


def signed_in(kind: str, structure: Structure, name: str) -> Client:
    """A browser in English of somebody in an office of this kind."""
    client = Client()
    client.force_login(settle(kind, structure, name=name))
    client.cookies["birlik_language"] = "en"
    return client


def address(obligation: Obligation, verb: str = "") -> str:
    """The address of an obligation, or of something done about it."""
    return f"/obligations/{obligation.pk}/{verb}"


def page_of(client: Client, obligation: Obligation) -> str:
    """The page of an obligation."""
    answer = client.get(address(obligation))
    assert answer.status_code == 200
    return answer.content.decode()


def sent(client: Client, obligation: Obligation, verb: str, **entered: object) -> tuple[int, str]:
    """What a form is answered with: the status before any redirect, and the page in the end."""
    answer = client.post(address(obligation, verb), entered)
    if answer.status_code == 302:
        return 302, client.get(answer.headers["Location"]).content.decode()
    return answer.status_code, answer.content.decode()


def report(client: Client, obligation: Obligation, text: str = "Орындалды") -> tuple[int, str]:
    """Submit a report in Kazakh over whatever draft is there."""
    obligation.refresh_from_db()
    draft = getattr(obligation, "draft", None)
    version = draft.version if draft else 0
    return sent(client, obligation, "submit/", text_kk=text, text_ru="", version=version)
