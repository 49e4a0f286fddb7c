"""The letters of a round: the request to all bodies, a reminder to those that have not answered."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext, gettext_lazy
from django.utils.translation import gettext_lazy as _

from birlik.base.letters.actions import begin_mailing
from birlik.base.letters.engine.text import MailingKind, MailingText
from birlik.base.letters.engine.wordings import Wording
from birlik.base.ui.forms import REQUIRED
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.values.local_text import LocalText
from birlik.domains.execution.actions.rounds.close import attach_request
from birlik.domains.execution.engine.rounds.wordings import wording
from birlik.domains.execution.queries.rounds.letters import addressees_of, fields_of
from birlik.domains.execution.rules.rounds import may_run_rounds
from birlik.domains.execution.web.rounds.one import found_or_404, round_context

KINDS: dict[str, MailingKind] = {"request": "request", "reminder": "reminder"}


class LetterForm(forms.Form):
    """A letter as it is worded, and who signs it."""

    subject_kk = forms.CharField(label=_("Subject (Kazakh)"), max_length=500, required=False)
    text_kk = forms.CharField(
        label=_("Text (Kazakh)"), required=False, widget=forms.Textarea(attrs={"rows": "9"})
    )
    subject_ru = forms.CharField(label=_("Subject (Russian)"), max_length=500, required=False)
    text_ru = forms.CharField(
        label=_("Text (Russian)"),
        required=False,
        widget=forms.Textarea(attrs={"rows": "9"}),
        help_text=_("What stands in double braces is filled in for each addressee."),
    )
    signatory = forms.CharField(
        label=_("Signatory: office and name"),
        max_length=300,
        error_messages={"required": REQUIRED},
    )
    executor = forms.CharField(
        label=_("Executor of the letter"), max_length=200, error_messages={"required": REQUIRED}
    )
    phone = forms.CharField(label=_("Telephone"), max_length=60, required=False)

    @staticmethod
    def usual(worded: Wording) -> dict[str, str]:
        """What the form begins with."""
        return {
            "subject_kk": worded.subject.kk,
            "subject_ru": worded.subject.ru,
            "text_kk": worded.text.kk,
            "text_ru": worded.text.ru,
        }

    def clean(self) -> dict[str, Any]:
        """It says something in one of the languages."""
        clean = self.cleaned_data
        if not (clean.get("text_kk", "").strip() or clean.get("text_ru", "").strip()):
            self.add_error("text_kk", gettext("Write the letter in one language at least."))
        return clean

    def text(self, kind: MailingKind) -> MailingText:
        """What the letters say."""
        clean = self.cleaned_data
        return MailingText(
            kind=kind,
            subject=LocalText(clean["subject_kk"], clean["subject_ru"]),
            text=LocalText(clean["text_kk"], clean["text_ru"]),
            signatory=clean["signatory"],
            executor=clean["executor"],
            phone=clean["phone"],
        )


@page(
    "round_letter",
    "rounds/<int:pk>/letters/<str:kind>/",
    title=gettext_lazy("Letters of the round"),
    may=may_run_rounds,
    section="rounds",
)
def round_letter(request: ActorRequest, pk: int, kind: str) -> HttpResponse:
    """The wording of the request or the reminder, and to whom it goes; a letter for each is
    made."""
    one, mailed = found_or_404(pk), KINDS.get(kind, "request")
    worded = wording(mailed, ad_hoc=one.act is None)
    form = LetterForm(request.POST or None, initial=LetterForm.usual(worded))
    bodies = addressees_of(one, awaited=mailed == "reminder")
    if request.method == "POST" and form.is_valid() and bodies:
        mailing = begin_mailing(
            request.actor,
            None,
            at=now(),
            text=form.text(mailed),
            addressees=bodies,
            values=fields_of(one, bodies),
        )
        if mailed == "request":
            attach_request(request.actor, one, at=now(), mailing=mailing)
        told = gettext("Letters made: %(count)s. Give them their numbers and print them here.")
        messages.success(request, told % {"count": len(bodies)})
        return redirect("mailing", pk=mailing.pk)
    context = {**round_context(one), "form": form, "bodies": bodies, "kind": mailed}
    status = 422 if form.errors else 200
    return render(request, "execution/rounds/letter.html", context, status=status)
