"""Bringing a file in pieces: begin, ask how far it has come, send a piece, finish.

    POST   obligations/7/uploads/    name, size            201 {"address": …, "offset": 0}
    GET    uploads/KEY/                                    200 {"offset": 1048576, "size": …}
    PATCH  uploads/KEY/              Upload-Offset, bytes  200 {"offset": …}, 409 with the true one
    POST   uploads/KEY/finish/       smaller               200 {"evidence": 5}, 422 with the reason
    DELETE uploads/KEY/                                    204

What is refused says so in the reader's language as {"reason": …}.
"""

from collections.abc import Callable
from functools import wraps

from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from birlik.base.obligations import refusals
from birlik.base.obligations.actions import (
    OffsetError,
    begin_upload,
    continue_upload,
    drop_upload,
    finish_upload,
)
from birlik.base.obligations.models import Upload
from birlik.base.obligations.queries.evidence import (
    offset_of,
    partial_file,
    upload_by_key,
)
from birlik.base.obligations.rules import may_open_reporting
from birlik.base.obligations.web.additions import seen_obligation
from birlik.base.obligations.web.examination import examined
from birlik.base.records.engine.content import (
    UnfitFileError,
    refuse_marked_name,
    shown_name,
)
from birlik.base.ui.language import reader_language
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError

Answer = Callable[..., HttpResponse]


def refusal(reason: LocalText, status: int, **more: object) -> JsonResponse:
    """Why something was not done, in the reader's language."""
    return JsonResponse({"reason": reason.get(reader_language()), **more}, status=status)


def told_as_json(answer: Answer) -> Answer:
    """What is refused within a page, as JSON for the script that asked."""

    @wraps(answer)
    def told(request: ActorRequest, **captured: object) -> HttpResponse:
        try:
            return answer(request, **captured)
        except RefusedError as error:
            return refusal(error.reason, 403)
        except UnfitFileError as error:
            return refusal(error.reason, 422, marked=error.is_marked)

    return told


def own_upload(request: ActorRequest, key: str) -> Upload:
    """An upload that this account began; raises Http404 for any other, as for an unknown key."""
    found = upload_by_key(key)
    if found is None or found.account != request.actor.account_id:
        raise Http404
    return found


def progress(upload: Upload, status: int = 200) -> JsonResponse:
    """How far a file has come, and the evidence that it became."""
    came = offset_of(upload) if upload.evidence_id is None else upload.size
    answer = {"offset": came, "size": upload.size, "evidence": upload.evidence_id}
    return JsonResponse(answer, status=status)


@page(
    "upload_begin",
    "obligations/<int:pk>/uploads/",
    title=_("Upload a file"),
    may=may_open_reporting,
    section="obligations",
)
@told_as_json
def upload_begin(request: ActorRequest, pk: int) -> HttpResponse:
    """Announce a file; a name with a mark of limited access is refused before a byte is sent."""
    obligation = seen_obligation(request, pk)
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    name, size = request.POST.get("name", ""), request.POST.get("size", "")
    refuse_marked_name(name)
    begun = begin_upload(
        request.actor,
        obligation,
        at=now(),
        name=shown_name(name),
        size=int(size) if size.isascii() and size.isdigit() else 0,
    )
    address = reverse("upload", args=[begun.key])
    return JsonResponse({"address": address, "offset": 0}, status=201)


@page(
    "upload",
    "uploads/<str:key>/",
    title=_("Upload a file"),
    may=may_open_reporting,
    section="obligations",
)
@told_as_json
def upload(request: ActorRequest, key: str) -> HttpResponse:
    """How far a file has come; a further piece of it; or its end."""
    found = own_upload(request, key)
    if request.method == "PATCH":
        return take_piece(request, found)
    if request.method == "DELETE":
        drop_upload(request.actor, found, at=now())
        return HttpResponse(status=204)
    return progress(found)


def take_piece(request: ActorRequest, found: Upload) -> HttpResponse:
    """Add the body of the request; 409 with the true offset when it does not fit there."""
    offset = request.headers.get("Upload-Offset", "")
    if found.evidence_id is not None or not (offset.isascii() and offset.isdigit()):
        return progress(found, 409)
    try:
        continue_upload(request.actor, found, at=now(), offset=int(offset), piece=request.body)
    except OffsetError:
        return progress(found, 409)
    except RequestDataTooBig:
        return refusal(refusals.FILE_TOO_LARGE, 413)
    return progress(found)


@page(
    "upload_finish",
    "uploads/<str:key>/finish/",
    title=_("Upload a file"),
    may=may_open_reporting,
    section="obligations",
)
@told_as_json
def upload_finish(request: ActorRequest, key: str) -> HttpResponse:
    """Check the content of a file that has come whole and make it evidence, once; of one that is
    refused nothing is kept."""
    found = own_upload(request, key)
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    if found.evidence_id is not None:
        return progress(found)
    if offset_of(found) != found.size:
        return progress(found, 409)
    try:
        read = partial_file(found).read_bytes
        file = examined(read, found.name, found.size, smaller=bool(request.POST.get("smaller")))
    except UnfitFileError:
        drop_upload(request.actor, found, at=now())
        raise
    finish_upload(request.actor, found, at=now(), file=file)
    return progress(own_upload(request, key))
