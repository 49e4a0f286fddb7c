"""Adding evidence to the draft of a report, describing it, taking it out again.

Each page answers a plain form by leading back to the page of the obligation, and htmx with the part
of the page that changed. What could not be taken comes back as it was entered.
"""

from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django_htmx.http import retarget, trigger_client_event

from birlik.base.obligations.actions import (
    attach_evidence,
    attach_file,
    describe_evidence,
    detach_evidence,
)
from birlik.base.obligations.models import Evidence, Obligation
from birlik.base.obligations.queries.evidence import evidence_by_number, obligation_by_number
from birlik.base.obligations.rules import (
    may_open_evidence,
    may_open_reporting,
    may_report,
    may_see_evidence,
    may_see_obligation,
)
from birlik.base.obligations.web.evidence import (
    CARD_IDS,
    LINK_IDS,
    EvidencePart,
    Piece,
    evidence_part,
    paper_form,
)
from birlik.base.obligations.web.examination import examined
from birlik.base.obligations.web.forms import CardForm, LinkForm
from birlik.base.records.engine.content import UnfitFileError
from birlik.base.ui.language import reader_language
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.values.refused import require

CHANGED = "evidence-changed"


def by_htmx(request: ActorRequest) -> bool:
    """Whether only a part of the page is asked for."""
    return bool(vars(request)["htmx"])


def to_obligation(number: int) -> HttpResponse:
    """Back to the page of an obligation, to its evidence."""
    return redirect(f"{reverse('obligation', args=[number])}#evidence")


def seen_obligation(request: ActorRequest, pk: int) -> Obligation:
    """An obligation that the actor sees. Raises Http404 for one that is unknown or not to be seen:
    an address answers alike whether or not there is something behind it."""
    found = obligation_by_number(pk)
    if found is None or not may_see_obligation(request.actor, found, now()):
        raise Http404
    return found


def seen_evidence(request: ActorRequest, pk: int) -> Evidence:
    """A piece of evidence that the actor sees; raises Http404 as `seen_obligation` does."""
    found = evidence_by_number(pk)
    if found is None or not may_see_evidence(request.actor, found, now()):
        raise Http404
    return found


@page(
    "evidence_list",
    "obligations/<int:pk>/evidence/list/",
    title=_("Evidence"),
    may=may_open_evidence,
    section="obligations",
)
def evidence_list(request: ActorRequest, pk: int) -> HttpResponse:
    """The evidence of the draft, as a part of the page."""
    obligation = seen_obligation(request, pk)
    return listed(request, obligation)


@page(
    "evidence_add",
    "obligations/<int:pk>/evidence/",
    title=_("Add evidence"),
    may=may_open_reporting,
    section="obligations",
)
def evidence_add(request: ActorRequest, pk: int) -> HttpResponse:
    """Add files in one go, a link or a card; the forms on a page of their own when asked."""
    obligation = seen_obligation(request, pk)
    require(may_report(request.actor, obligation, now()))
    part = evidence_part(obligation, actor=request.actor, at=now())
    if request.method != "POST":
        return render(request, "obligations/evidence_page.html", {"part": part})
    kind = request.POST.get("kind")
    if kind == Evidence.Kind.LINK:
        part["link_form"] = LinkForm(request.POST, auto_id=LINK_IDS)
        taken = take(request, obligation, part["link_form"])
    elif kind == Evidence.Kind.CARD:
        part["card_form"] = CardForm(request.POST, auto_id=CARD_IDS)
        taken = take(request, obligation, part["card_form"])
    else:
        taken = take_files(request, part)
    return answer(request, part, taken=taken)


def take(request: ActorRequest, obligation: Obligation, form: LinkForm | CardForm) -> bool:
    """Add what a form describes, when it is whole."""
    if form.is_valid():
        attach_evidence(request.actor, obligation, at=now(), item=form.item())
    return form.is_valid()


def take_files(request: ActorRequest, part: EvidencePart) -> bool:
    """Add every file that is fit; the others are named in the part with the reason."""
    smaller = bool(request.POST.get("smaller"))
    files = request.FILES.getlist("files")
    if not files:
        part["refused"].append(("", str(_("Choose a file."))))
    for file in files:
        try:
            take_file(request, part["obligation"], file, smaller=smaller)
        except UnfitFileError as error:
            part["refused"].append((str(file.name), error.reason.get(reader_language())))
            part["card_wanted"] = part["card_wanted"] or error.is_marked
    return not part["refused"]


def take_file(
    request: ActorRequest, obligation: Obligation, file: "UploadedFile[bytes]", *, smaller: bool
) -> None:
    """Add one file. Raises `UnfitFileError` for one that is not taken, and keeps nothing of it."""
    brought = examined(file.read, str(file.name), file.size or 0, smaller=smaller)
    attach_file(request.actor, obligation, at=now(), file=brought)


def answer(request: ActorRequest, part: EvidencePart, *, taken: bool) -> HttpResponse:
    """Back to the obligation, or the part of its page that changed; what was not taken comes back
    with the reason."""
    if taken and not by_htmx(request):
        return to_obligation(part["obligation"].pk)
    fresh = evidence_part(part["obligation"], actor=request.actor, at=now())
    if taken:
        context = {"part": fresh, "swapped": True}
        added = render(request, "obligations/evidence_added.html", context)
        return trigger_client_event(added, CHANGED)
    part.update({"pieces": fresh["pieces"], "counted": fresh["counted"]})
    template = "evidence_part_forms" if by_htmx(request) else "evidence_page"
    return render(request, f"obligations/{template}.html", {"part": part}, status=422)


@page(
    "evidence_details",
    "evidence/<int:pk>/details/",
    title=_("Details of evidence"),
    may=may_open_reporting,
    section="obligations",
)
def evidence_details(request: ActorRequest, pk: int) -> HttpResponse:
    """Enter number, date, issuer and quantity of a file or link of the draft."""
    found = seen_evidence(request, pk)
    if found.kind == Evidence.Kind.CARD:
        raise Http404
    obligation = found.obligation
    require(may_report(request.actor, obligation, now()))
    form = paper_form(found, request.POST if request.method == "POST" else None)
    if form.is_valid():
        details = form.details()
        describe_evidence(request.actor, obligation, at=now(), evidence=pk, details=details)
        return changed(request, obligation)
    context = {"piece": Piece(found, "", (), form), "obligation": obligation}
    status = 422 if form.errors else 200
    if not by_htmx(request):
        return render(request, "obligations/details_page.html", context, status=status)
    reply = render(request, "obligations/details_form.html", context, status=status)
    return retarget(reply, f"#paper-{pk}")


@page(
    "evidence_remove",
    "evidence/<int:pk>/remove/",
    title=_("Remove evidence"),
    may=may_open_reporting,
    section="obligations",
)
def evidence_remove(request: ActorRequest, pk: int) -> HttpResponse:
    """Take a piece of evidence out of the draft."""
    found = seen_evidence(request, pk)
    if request.method == "POST":
        detach_evidence(request.actor, found.obligation, at=now(), evidence=pk)
        return changed(request, found.obligation)
    return to_obligation(found.obligation_id)


def changed(request: ActorRequest, obligation: Obligation) -> HttpResponse:
    """The list anew for htmx, the page of the obligation for everybody else."""
    if not by_htmx(request):
        return to_obligation(obligation.pk)
    return listed(request, obligation)


def listed(request: ActorRequest, obligation: Obligation) -> HttpResponse:
    """The list anew, and the event by which the rest of the page hears that it changed."""
    part = evidence_part(obligation, actor=request.actor, at=now())
    return trigger_client_event(
        render(request, "obligations/evidence.html", {"part": part}), CHANGED
    )
