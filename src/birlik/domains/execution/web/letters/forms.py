"""What a person enters about letters."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, cast

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from birlik.base.letters.actions import IncomingLetter
from birlik.base.letters.engine.text import MailingKind, MailingText, filled
from birlik.base.letters.engine.wordings import WORDINGS
from birlik.base.letters.models import Letter
from birlik.base.obligations.actions import PaperDetails
from birlik.base.obligations.actions.by_letter import LetterAnswer
from birlik.base.obligations.actions.settle_by_letter import Settling, Verb
from birlik.base.obligations.models import Obligation
from birlik.base.records.models import Act, Document
from birlik.base.registry.models import Structure
from birlik.base.ui.forms import REQUIRED, DayField
from birlik.base.ui.templatetags.birlik import day, words
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError
from birlik.domains.execution.queries.letters import sent_under
from birlik.domains.execution.web.letters.words import VERBS, named

LONGEST = 20_000
"""How many characters a text may have in one language."""

ACT = "act"
PERIOD = "period"
TERM = "term"


class LetterForm(forms.Form):
    """A form whose refusals are told by the page, in the reader's language."""

    use_required_attribute = False

    def refuse(self, refusal: RefusedError) -> None:
        """Show why the action was refused."""
        self.add_error(None, words(refusal.reason))


def line(label: Any, *, longest: int = 300, required: bool = True, hint: Any = "") -> Any:
    """A field of one line."""
    return forms.CharField(
        label=label,
        max_length=longest,
        required=required,
        help_text=hint,
        error_messages={"required": REQUIRED},
    )


def text(label: Any, *, rows: int, lang: str = "", required: bool = False, hint: Any = "") -> Any:
    """A field of several lines, in a language."""
    attrs = {"rows": rows, **({"lang": lang} if lang else {})}
    return forms.CharField(
        label=label,
        max_length=LONGEST,
        required=required,
        help_text=hint,
        widget=forms.Textarea(attrs=attrs),
        error_messages={"required": REQUIRED},
    )


class IncomingForm(LetterForm):
    """A letter that came in."""

    correspondent = forms.TypedChoiceField(
        label=_("Who wrote it"), coerce=int, error_messages={"required": REQUIRED}
    )
    number = line(_("Outgoing number of the sender"), longest=100)
    dated_on = DayField(label=_("Date of the letter"))
    incoming_number = line(_("Our incoming number"), longest=100)
    received_on = DayField(label=_("Day on which it came"))
    subject = line(_("What it is about"), longest=500, required=False)
    signatory = line(_("Who signed it"), required=False)
    answers = line(
        _("Our number that it answers"),
        longest=100,
        required=False,
        hint=_("The outgoing number of our letter, where this one replies to it."),
    )
    scan = forms.FileField(label=_("Scan"), required=False)
    kept_at = line(
        _("Where the paper lies"),
        required=False,
        hint=_("Only for a paper of limited access: no scan of it may be kept here."),
    )

    def __init__(self, *args: Any, bodies: Iterable[Structure], **options: Any) -> None:
        super().__init__(*args, **options)
        self.bodies = {one.pk: one for one in bodies}
        chosen = cast("forms.ChoiceField", self.fields["correspondent"])
        names = sorted((words(one.name), pk) for pk, one in self.bodies.items())
        chosen.choices = [("", "—"), *((pk, name) for name, pk in names)]

    def clean_correspondent(self) -> Structure:
        """The body itself."""
        return self.bodies[self.cleaned_data["correspondent"]]

    def clean(self) -> dict[str, Any]:
        """The letter that it answers, by its number; a scan or the place of the paper, not both."""
        clean = super().clean() or {}
        if clean.get("answers") and clean.get("correspondent"):
            clean["answered"] = sent_under(clean["answers"].strip(), clean["correspondent"])
            if clean["answered"] is None:
                self.add_error(
                    "answers", gettext("No outgoing letter has this number. Check it, or leave it.")
                )
        if clean.get("scan") and clean.get("kept_at"):
            self.add_error("kept_at", gettext("Give the scan or the place of the paper, not both."))
        return clean

    def letter(self, document: Document | None) -> IncomingLetter:
        """The letter as entered, with its scan as it is kept."""
        clean = self.cleaned_data
        named_so = ("correspondent", "number", "dated_on", "incoming_number", "received_on")
        return IncomingLetter(
            **{name: clean[name] for name in (*named_so, "subject", "signatory", "kept_at")},
            document=document,
            answers=clean.get("answered"),
        )


class NumberForm(LetterForm):
    """The number and the day of what goes out."""

    number = line(_("Outgoing number"), longest=100)
    dated_on = DayField(label=_("Date"))


class MailingNumberForm(NumberForm):
    """The numbers of all the letters of a mailing."""

    number = line(
        _("First outgoing number"),
        longest=100,
        hint=_("The others follow it in sequence: 07-12/1001, 07-12/1002…"),
    )
    one_for_all = forms.BooleanField(label=_("One number for all letters"), required=False)
    field_order = ("number", "dated_on", "one_for_all")


class MailingForm(LetterForm):
    """One text to many addressees."""

    subject_kk = line(_("Subject in Kazakh"), longest=500, required=False)
    text_kk = text(_("Text in Kazakh"), rows=10, lang="kk")
    subject_ru = line(_("Subject in Russian"), longest=500, required=False)
    text_ru = text(_("Text in Russian"), rows=10, lang="ru")
    act = forms.TypedChoiceField(
        label=_("Act"),
        coerce=int,
        required=False,
        empty_value=None,
        help_text=_("Fills the field {{act}}."),
    )
    term = DayField(label=_("Term"), required=False, help_text=_("Fills the field {{term}}."))
    signatory = text(
        _("Who signs"),
        rows=2,
        required=True,
        hint=_("The post, and on the next line initials and surname."),
    )
    executor = line(_("Executor of the letter"), longest=200)
    phone = line(_("Telephone"), longest=60, required=False)

    def __init__(self, *args: Any, kind: MailingKind, acts: Sequence[Act], **options: Any) -> None:
        super().__init__(*args, **options)
        self.kind, self.acts = kind, {one.pk: one for one in acts}
        chosen = cast("forms.ChoiceField", self.fields["act"])
        chosen.choices = [("", "—"), *((one.pk, act_cited(one).kk) for one in acts)]

    @staticmethod
    def usual(kind: MailingKind, *, period: LocalText | None = None) -> dict[str, Any]:
        """What the form shows at first: the usual words of a kind, with the period if it is
        known."""
        wording = WORDINGS[kind]
        text = filled(wording.text, {PERIOD: period} if period else {})
        return {
            **{"subject_kk": wording.subject.kk, "subject_ru": wording.subject.ru},
            **{"text_kk": text.kk, "text_ru": text.ru},
        }

    def clean_act(self) -> Act | None:
        """The act itself."""
        return self.acts.get(self.cleaned_data["act"])

    def clean_signatory(self) -> str:
        """The signatory as the database takes it."""
        signatory: str = self.cleaned_data["signatory"].replace("\r\n", "\n").strip()
        if len(signatory) > 300:
            raise forms.ValidationError(gettext("Write no more than 300 characters."))
        return signatory

    def written(self) -> MailingText:
        """The text as entered, with the fields filled that are alike for all."""
        clean = self.cleaned_data
        alike: dict[str, LocalText] = {}
        if clean["act"]:
            alike[ACT] = act_cited(clean["act"])
        if clean["term"]:
            alike[TERM] = LocalText(day(clean["term"]), day(clean["term"]))
        return MailingText(
            kind=self.kind,
            subject=LocalText(clean["subject_kk"], clean["subject_ru"]),
            text=LocalText(plain_lines(clean["text_kk"]), plain_lines(clean["text_ru"])),
            signatory=clean["signatory"],
            executor=clean["executor"],
            phone=clean["phone"],
        ).filled(alike)


def plain_lines(told: str) -> str:
    """A text of a browser with the ends of lines as everywhere."""
    return told.replace("\r\n", "\n")


def act_cited(act: Act) -> LocalText:
    """An act as a letter cites it: title, day and number."""
    title = act.title
    return LocalText(
        *(f"{title.get(code)} ({act.adopted_on:%d.%m.%Y}, № {act.number})" for code in ("kk", "ru"))
    )


class AnswerForm(LetterForm):
    """What a letter says of one point."""

    text_kk = text(_("Text in Kazakh"), rows=2, lang="kk")
    text_ru = text(_("Text in Russian"), rows=2, lang="ru")
    quantity = forms.IntegerField(
        label=_("How many were done"),
        required=False,
        min_value=1,
        max_value=1_000_000,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"invalid": _("Enter a whole number.")},
    )
    number = line(_("Number of the minutes"), longest=100, required=False)
    dated_on = DayField(label=_("Date of the minutes"), required=False)
    issuer = line(_("Whose minutes"), required=False)
    over_heads = text(_("Why the report does not wait for them"), rows=2)

    def __init__(
        self,
        sent: Any = None,
        *,
        obligation: Obligation,
        of_minutes: bool,
        waits: bool,
        **options: Any,
    ) -> None:
        super().__init__(sent, prefix=str(obligation.pk), **options)
        self.obligation = obligation
        if not waits:
            del self.fields["over_heads"]
        if obligation.quantity is None:
            del self.fields["quantity"]
        if not of_minutes:
            for name in ("number", "dated_on", "issuer"):
                del self.fields[name]

    def answer(self, kk: str, ru: str) -> LetterAnswer:
        """The answer as entered; without words of its own it has those for all points."""
        clean = self.cleaned_data
        own = clean["text_kk"].strip() or clean["text_ru"].strip()
        number, issuer = clean.get("number", ""), clean.get("issuer", "")
        minutes = PaperDetails(number, clean.get("dated_on"), issuer)
        return LetterAnswer(
            obligation=self.obligation.pk,
            text_kk=clean["text_kk"] if own else kk,
            text_ru=clean["text_ru"] if own else ru,
            quantity=clean.get("quantity"),
            paper=minutes if number and issuer and minutes.dated_on else None,
            over_heads=clean.get("over_heads", ""),
        )


class ForAllForm(LetterForm):
    """The words for all points that have none of their own."""

    all_kk = text(_("Text in Kazakh"), rows=3, lang="kk")
    all_ru = text(_("Text in Russian"), rows=3, lang="ru")


class SettleForm(LetterForm):
    """What a letter does to the chosen obligations."""

    verb = forms.ChoiceField(
        label=_("What to do"), choices=list(VERBS.items()), error_messages={"required": REQUIRED}
    )
    letter = forms.TypedChoiceField(
        label=_("On the ground of the letter"), coerce=int, error_messages={"required": REQUIRED}
    )
    due_on = DayField(
        label=_("New due date"), required=False, help_text=_("Only to extend the due date.")
    )
    words = text(_("Ground in words"), rows=2, required=True)

    def __init__(self, *args: Any, letters: Iterable[Letter], **options: Any) -> None:
        super().__init__(*args, **options)
        self.letters = {one.pk: one for one in letters}
        chosen = cast("forms.ChoiceField", self.fields["letter"])
        chosen.choices = [
            ("", "—"),
            *(
                (pk, f"{named(one)} · {words(one.correspondent.short)}")
                for pk, one in self.letters.items()
            ),
        ]

    def clean_letter(self) -> Letter:
        """The letter itself."""
        return self.letters[self.cleaned_data["letter"]]

    def clean(self) -> dict[str, Any]:
        """Whoever extends says until when."""
        clean = super().clean() or {}
        if (
            clean.get("verb") == "extend"
            and not clean.get("due_on")
            and "due_on" not in self.errors
        ):
            self.add_error("due_on", REQUIRED)
        return clean

    def settling(self) -> Settling:
        """What is to be done, as entered."""
        clean = self.cleaned_data
        verb = cast("Verb", clean["verb"])
        due_on: date | None = clean["due_on"] if verb == "extend" else None
        return Settling(verb, clean["words"], due_on)

    @property
    def previewed(self) -> str:
        """What tells one thing to be done from another: it is done as it was looked over."""
        clean = self.cleaned_data
        return f"{clean['verb']}/{clean['letter'].pk}/{clean['due_on'] or ''}"
