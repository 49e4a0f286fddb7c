"""What is done from the page of an application: each form, and the step that it takes."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django import forms as django_forms
from django.contrib import messages
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from birlik.base.obligations.web.examination import examined
from birlik.base.records.engine.content import UnfitFileError
from birlik.base.ui.language import reader_language
from birlik.base.ui.pages import ActorRequest, now
from birlik.base.values.clock import day_of
from birlik.domains.accreditation.actions import (
    answer_appeal,
    appeal,
    attach_paper,
    complete_application,
    remove_paper,
    return_application,
    submit_application,
    vote,
    withdraw_application,
    write_application,
)
from birlik.domains.accreditation.models import Application
from birlik.domains.accreditation.queries.applications import branches_of
from birlik.domains.accreditation.queries.rounds import asked_in
from birlik.domains.accreditation.web.forms import (
    AnswerForm,
    AppealForm,
    PaperForm,
    ReturnForm,
    StatementForm,
    VoteForm,
)
from birlik.domains.accreditation.web.words import in_readers_words

LONGEST_NUMBER = 18


@dataclass(slots=True)
class Forms:
    """The forms of the page; the one that was sent is bound. `refused` is why a step was not
    taken."""

    statement: StatementForm
    paper: PaperForm
    returning: ReturnForm
    voting: VoteForm
    appealing: AppealForm
    answering: AnswerForm
    refused: str = ""
    sent: django_forms.Form | None = field(default=None)

    @property
    def wrong(self) -> bool:
        """Whether something is to be mended."""
        return bool(self.refused) or (self.sent is not None and bool(self.sent.errors))


def forms_of(request: ActorRequest, found: Application) -> Forms:
    """The forms of the page of an application."""
    items = asked_in(found.round).papers
    branches = branches_of(found.structure, on=day_of(now()))
    deed = request.POST.get("do", "") if request.method == "POST" else ""

    def sent(name: str) -> QueryDict | None:
        return request.POST if deed == name else None

    said = {
        "statement": found.statement,
        "branches": [one.pk for one in found.branches.all()],
    }
    made = Forms(
        StatementForm(sent("write"), branches=branches, initial=said),
        PaperForm(
            sent("attach"),
            request.FILES if deed == "attach" else None,
            items=items,
            on_paper=found.on_paper,
            initial=asked_item(request),
        ),
        ReturnForm(sent("return"), items=items, prefix="return"),
        VoteForm(sent("vote")),
        AppealForm(sent("appeal"), prefix="appeal"),
        AnswerForm(sent("answer"), prefix="answer"),
    )
    made.sent = {
        "write": made.statement,
        "attach": made.paper,
        "return": made.returning,
        "vote": made.voting,
        "appeal": made.appealing,
        "answer": made.answering,
    }.get(deed)
    return made


def asked_item(request: ActorRequest) -> dict[str, str]:
    """The item of the checklist that the reader wants to attach."""
    return {"item": request.GET.get("item", "")}


def written(request: ActorRequest, found: Application, forms: Forms) -> None:
    """Keep the statement and the branches."""
    clean = forms.statement.cleaned_data
    write_application(
        request.actor,
        found,
        at=now(),
        statement=clean["statement"],
        branches=clean.get("branches", []),
    )


def attached(request: ActorRequest, found: Application, forms: Forms) -> None:
    """Attach a file whose content is fit, or mark that the paper lies with the application."""
    clean, brought = forms.paper.cleaned_data, None
    if file := clean.get("file"):
        try:
            brought = examined(file.read, str(file.name), file.size or 0)
        except UnfitFileError as error:
            forms.paper.add_error("file", error.reason.get(reader_language()))
            return
    attach_paper(request.actor, found, at=now(), item=clean["item"], file=brought)


def removed(request: ActorRequest, found: Application, _forms: Forms) -> None:
    """Take a paper out that was not submitted yet."""
    number = request.POST.get("paper", "")
    known = number.isascii() and number.isdigit() and len(number) <= LONGEST_NUMBER
    remove_paper(request.actor, found, at=now(), paper=int(number) if known else 0)


def submitted(request: ActorRequest, found: Application, _forms: Forms) -> None:
    """Submit the application."""
    submit_application(request.actor, found, at=now())


def withdrawn(request: ActorRequest, found: Application, _forms: Forms) -> None:
    """Take the application back."""
    withdraw_application(request.actor, found, at=now())


def completed(request: ActorRequest, found: Application, _forms: Forms) -> None:
    """Find the papers complete."""
    complete_application(request.actor, found, at=now())


def returned(request: ActorRequest, found: Application, forms: Forms) -> None:
    """Return the application."""
    clean = forms.returning.cleaned_data
    return_application(
        request.actor,
        found,
        at=now(),
        missing=clean["missing"],
        reason=in_readers_words(clean["reason"]),
    )


def voted(request: ActorRequest, found: Application, forms: Forms) -> None:
    """Cast the member's vote."""
    vote(request.actor, found, at=now(), choice=forms.voting.cleaned_data["choice"])


def appealed(request: ActorRequest, found: Application, forms: Forms) -> None:
    """Appeal what was decided."""
    reason = in_readers_words(forms.appealing.cleaned_data["reason"])
    appeal(request.actor, found, at=now(), reason=reason)


def answered(request: ActorRequest, found: Application, forms: Forms) -> None:
    """Decide the appeal."""
    clean = forms.answering.cleaned_data
    reason = in_readers_words(clean["reason"])
    answer_appeal(request.actor, found, at=now(), upheld=clean["upheld"], reason=reason)


Deed = Callable[[ActorRequest, Application, Forms], None]
DEEDS: dict[str, tuple[Deed, str | Promise]] = {
    "write": (written, _("The application was saved.")),
    "attach": (attached, _("The paper was attached.")),
    "remove": (removed, _("The paper was taken out.")),
    "submit": (submitted, _("The application was submitted. You will be told what follows.")),
    "withdraw": (withdrawn, _("The application was withdrawn.")),
    "complete": (completed, _("The application is with the commission now.")),
    "return": (returned, _("The application was returned, and the association is told.")),
    "vote": (voted, _("Your vote was cast.")),
    "appeal": (appealed, _("The appeal was filed.")),
    "answer": (answered, _("The appeal was decided, and the association is told.")),
}
"""What the button of a form says → what is done, and what is said of it."""


def deed_of(request: ActorRequest, found: Application, forms: Forms) -> bool:
    """Do what was sent; whether it was done. Raises `RefusedError` as the actions do."""
    deed, said = DEEDS.get(request.POST.get("do", ""), (None, ""))
    if deed is None or (forms.sent is not None and not forms.sent.is_valid()):
        return False
    deed(request, found, forms)
    if forms.wrong:
        return False
    messages.success(request, str(said))
    return True
