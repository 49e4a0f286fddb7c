"""A certificate: its page with what was decided of it, and the paper itself."""

from io import BytesIO
from urllib.parse import urljoin

from django.conf import settings
from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from birlik.base.records.models import Telling
from birlik.base.ui.language import reader_language
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError
from birlik.domains.accreditation.actions import (
    ProtocolLine,
    answer_withdrawal,
    appeal_withdrawal,
    record_protocol,
)
from birlik.domains.accreditation.engine.paper import PrintedCertificate, certificate_pdf
from birlik.domains.accreditation.engine.standing import CERTIFICATE, steps_from
from birlik.domains.accreditation.models import Certificate
from birlik.domains.accreditation.papers import certificate_source
from birlik.domains.accreditation.queries.certificates import certificate_known
from birlik.domains.accreditation.rules.certificates import (
    inner_state,
    may_answer_withdrawal,
    may_appeal_withdrawal,
    may_keep,
    shown_state,
)
from birlik.domains.accreditation.rules.reach import (
    applies,
    may_open_accreditation,
    region_of,
    sees_certificate,
)
from birlik.domains.accreditation.web.forms import AnswerForm, AppealForm, MeasureForm
from birlik.domains.accreditation.web.words import (
    CERTIFICATES,
    STEPS,
    in_readers_words,
    last_day,
)

PAPERS = ("kk", "ru")
MEASURES = ("suspended", "resumed", "withdrawn", "restored")


def seen_certificate(request: ActorRequest, pk: int) -> Certificate:
    """A certificate that the reader sees; raises Http404 for one that is foreign or unknown."""
    found = certificate_known(pk)
    if found is None or not sees_certificate(request.actor, found):
        raise Http404
    return found


def public_address(request: ActorRequest, code: str) -> str:
    """The address of the public page of a certificate."""
    path = reverse("verify", args=[code])
    if settings.CABINET_ADDRESS:
        return urljoin(settings.CABINET_ADDRESS, path)
    return str(request.build_absolute_uri(path))


@page(
    "accreditation_certificate",
    "registry/accreditation/certificates/<int:pk>/",
    title=_("Certificate of accreditation"),
    may=may_open_accreditation,
    section="registry",
)
def certificate(request: ActorRequest, pk: int) -> HttpResponse:
    """A certificate with its term, what was decided of it, and what may be decided."""
    found, at = seen_certificate(request, pk), now()
    on, actor = day_of(at), request.actor
    kinds = steps_from(CERTIFICATE, inner_state(found, on=on))
    deed = request.POST.get("do", "") if request.method == "POST" else ""
    decided = [(one, str(STEPS[one])) for one in MEASURES if one in kinds]
    forms = {
        "measure": MeasureForm(request.POST if deed == "measure" else None, kinds=decided)
        if may_keep(actor, found, at) and decided
        else None,
        "appeal": AppealForm(request.POST if deed == "appeal" else None)
        if may_appeal_withdrawal(actor, found, at)
        else None,
        "answer": AnswerForm(request.POST if deed == "answer" else None)
        if may_answer_withdrawal(actor, found, at)
        else None,
    }
    form = forms.get(deed)
    if form is not None and form.is_valid() and done(request, found, form):
        return redirect("accreditation_certificate", pk=pk)
    own = applies(actor, found.structure)
    terms = [one.structure for one in found.terms.all() if one.structure_id != found.structure_id]
    context = {
        "certificate": found,
        "state": shown_state(found, on=on),
        "certificates": CERTIFICATES,
        "last_day": last_day(found),
        "branches": terms,
        "steps": [(one, STEPS[one.kind]) for one in reversed(found.steps.all())],
        "address": public_address(request, found.code),
        "forms": forms,
        "own": own,
    }
    status = 422 if form is not None and form.errors else 200
    return render(request, "accreditation/certificate.html", context, status=status)


def done(
    request: ActorRequest, found: Certificate, form: MeasureForm | AppealForm | AnswerForm
) -> bool:
    """Do what a form says; whether that was done."""
    try:
        if isinstance(form, MeasureForm):
            settle(request, found, form)
        elif isinstance(form, AnswerForm):
            clean = form.cleaned_data
            reason = in_readers_words(clean["reason"])
            answer_withdrawal(request.actor, found, at=now(), upheld=clean["upheld"], reason=reason)
        else:
            reason = in_readers_words(form.cleaned_data["reason"])
            appeal_withdrawal(request.actor, found, at=now(), reason=reason)
    except RefusedError as refusal:
        form.add_error(None, refusal.reason.get(reader_language()))
        return False
    messages.success(request, gettext("It is recorded, and those whom it concerns are told."))
    return True


def settle(request: ActorRequest, found: Certificate, form: MeasureForm) -> None:
    """Record the protocol by which a certificate was suspended, resumed, withdrawn or restored."""
    clean = form.cleaned_data
    until = clean["until"] if clean["kind"] == "suspended" else None
    line = ProtocolLine(found, form.reasons(), clean["kind"], until)
    region = region_of(found.structure)
    record_protocol(request.actor, region, at=now(), head=form.head(), lines=[line])


@page(
    "accreditation_certificate_pdf",
    "registry/accreditation/certificates/<int:pk>/<str:language>.pdf",
    title=_("Certificate of accreditation"),
    may=may_open_accreditation,
    section="registry",
)
def certificate_paper(request: ActorRequest, pk: int, language: str) -> FileResponse:
    """The certificate as PDF in Kazakh or Russian."""
    found = seen_certificate(request, pk)
    if language not in PAPERS:
        raise Http404
    content = certificate_pdf(
        certificate_source(), printed(request, found), language=language, at=now()
    )
    return FileResponse(
        BytesIO(content),
        as_attachment=True,
        filename=f"birlik-{found.number}-{language}.pdf",
        content_type="application/pdf",
        headers={"X-Content-Type-Options": "nosniff", "Cache-Control": "private, no-store"},
    )


def printed(request: ActorRequest, found: Certificate) -> PrintedCertificate:
    """What stands on the paper."""
    region = region_of(found.structure)
    act = found.provision.act
    return PrintedCertificate(
        number=found.number,
        name=found.structure.name,
        region=region.name if region else LocalText(),
        bin=found.structure.bin,
        branches=tuple(
            one.structure.name
            for one in found.terms.all()
            if one.structure_id != found.structure_id
        ),
        valid_from=found.valid_from,
        last_day=last_day(found),
        protocol=f"№ {act.number}, {act.adopted_on:%d.%m.%Y}",
        code=found.code,
        address=public_address(request, found.code),
        invented=act.told == Telling.INVENTED,
    )
