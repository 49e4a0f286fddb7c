"""The API: obligations within reach, and reports on them, for programs that bring a key."""

from collections.abc import Iterable
from http import HTTPStatus
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI, Path, Query, Status

from birlik.base.obligations.actions import EvidenceItem, attach_evidence, submit_report
from birlik.base.obligations.engine.explanation import Part
from birlik.base.obligations.models import Obligation
from birlik.base.obligations.queries import (
    obligation_within,
    obligations_within,
    standing_of,
    titles_for,
)
from birlik.base.obligations.queries.explanation import why_due
from birlik.base.ui.pages import ActorRequest, now
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError
from birlik.faces.opendata.keys import KeyHolder
from birlik.faces.opendata.public import public
from birlik.faces.opendata.shapes import (
    Number,
    ObligationOut,
    ObligationsOut,
    Refusal,
    ReportIn,
    ReportOut,
    Wanted,
    said,
)

api = NinjaAPI(
    title="Birlik",
    version="1",
    description="Тапсырмалар мен есептер · Поручения и отчеты · Obligations and reports",
    auth=KeyHolder(),
    urls_namespace="api",
    openapi_url="/openapi.json",
    docs_url="/docs",
)
REFUSED = {HTTPStatus.FORBIDDEN: Refusal}
api.add_router("/public", public)


@api.exception_handler(RefusedError)
def refused(request: HttpRequest, error: RefusedError) -> HttpResponse:
    """A refusal with its reason."""
    return api.create_response(request, {"reason": said(error.reason)}, status=HTTPStatus.FORBIDDEN)


@api.get(
    "/obligations",
    response={HTTPStatus.OK: ObligationsOut, **REFUSED},
    summary="Тапсырмалар · Поручения · Obligations",
)
def list_obligations(request: ActorRequest, wanted: Query[Wanted]) -> dict[str, Any]:
    """Everything within the reach of the appointment, by due date."""
    return listed(request.actor, wanted, power="plans.read")


@api.get(
    "/obligations/own",
    response={HTTPStatus.OK: ObligationsOut, **REFUSED},
    summary="Менің тапсырмаларым · Мои поручения · Own obligations",
)
def own_obligations(request: ActorRequest, wanted: Query[Wanted]) -> dict[str, Any]:
    """What the appointment's own body has to report on, by due date."""
    return listed(request.actor, wanted, power="obligations.report")


def listed(actor: Actor, wanted: Wanted, *, power: str) -> dict[str, Any]:
    """A part of a list, counted whole."""
    found = obligations_within(
        actor,
        power=power,
        on=day_of(now()),
        state=wanted.state or "",
        act=wanted.act,
        due=(wanted.due_from, wanted.due_until),
    )
    page = list(found[wanted.offset : wanted.offset + wanted.limit])
    titles = titles_for(one.duty.provision_id for one in page)
    why = why_due(page)
    items = [
        shown(one, titles.get(one.duty.provision_id, LocalText()), why[one.pk]) for one in page
    ]
    return {"count": found.count(), "items": items}


@api.get(
    "/obligations/{number}",
    response={HTTPStatus.OK: ObligationOut, **REFUSED},
    summary="Тапсырма · Поручение · One obligation",
)
def one_obligation(request: ActorRequest, number: Path[Number]) -> dict[str, Any]:
    """One obligation; what does not exist is refused as what may not be seen."""
    one = obligation_within(request.actor, number, at=now())
    titles = titles_for([one.duty.provision_id])
    return shown(one, titles.get(one.duty.provision_id, LocalText()), why_due([one])[one.pk])


@api.post(
    "/obligations/{number}/reports",
    response={HTTPStatus.CREATED: ReportOut, **REFUSED},
    summary="Есеп беру · Подать отчет · Submit a report",
)
def submit(request: ActorRequest, number: Path[Number], report: ReportIn) -> Status[dict[str, Any]]:
    """Submit a report on an obligation; all or nothing."""
    at = now()
    one = obligation_within(request.actor, number, at=at)
    with transaction.atomic():
        for link in report.evidence:
            item = EvidenceItem(**{**link.model_dump(), "link": str(link.link)})
            attach_evidence(request.actor, one, at=at, item=item)
        made = submit_report(
            request.actor, one, at=at, text_kk=report.text_kk, text_ru=report.text_ru
        )
    state = standing_of(made.obligation).state(day_of(at))
    answer = {"submission": made.pk, "number": made.number, "state": state}
    return Status(HTTPStatus.CREATED, answer)


def shown(one: Obligation, title: LocalText, why: Iterable[Part]) -> dict[str, Any]:
    """An obligation as the API gives it."""
    return {
        "id": one.pk,
        "act": one.act.number,
        "provision": one.duty.provision.number,
        "title": said(title),
        "debtor": said(one.debtor.name),
        "role": one.role,
        "by_agreement": one.by_agreement,
        "period": one.period,
        "number": one.number,
        "due_on": one.due_on,
        "why_due": [{"step": it.step, "on": it.on, "words": said(it.words)} for it in why],
        "quantity": one.quantity,
        "first_submitted_on": one.first_submitted_on,
        "state": standing_of(one).state(day_of(now())),
    }
