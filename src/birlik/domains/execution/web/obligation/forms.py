"""What a person enters on the page of an obligation; the names are those the actions take."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from birlik.base.ui.forms import REQUIRED, DayField
from birlik.base.ui.templatetags.birlik import day, words
from birlik.base.values.refused import RefusedError
from birlik.domains.execution.queries.obligation import acts_with_points, point_numbered

LONGEST = 40_000
"""How many characters a report may have in one language."""


class VerbForm(forms.Form):
    """A form of one verb on one obligation, whose fields are told from those of the others.

    What is missing is said by the page, in the reader's language, and not by the browser.
    """

    use_required_attribute = False

    def __init__(self, sent: Any = None, *, of: str, **options: Any) -> None:
        super().__init__(sent, auto_id=f"{of}_%s", **options)

    def refuse(self, refusal: RefusedError) -> None:
        """Show why the action was refused."""
        self.add_error(None, words(refusal.reason))

    @property
    def typed(self) -> list[str]:
        """The words that a person entered."""
        shown = (self[name] for name in self.fields if not self[name].is_hidden)
        return [str(field.value()) for field in shown if field.value()]


def written(label: Any, *, rows: int = 3, required: bool = True, hint: Any = "") -> forms.CharField:
    """A field for some sentences."""
    return forms.CharField(
        label=label,
        help_text=hint,
        max_length=4000,
        required=required,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"required": REQUIRED},
    )


class ReportForm(VerbForm):
    """The report in Kazakh, in Russian, or in both, and the draft it was begun with."""

    text_kk = forms.CharField(
        label="Қазақша",
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 9, "lang": "kk"}),
    )
    text_ru = forms.CharField(
        label="На русском",
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 9, "lang": "ru"}),
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)
    over_heads = written(_("Why the report does not wait for them"), rows=2, required=False)


class EmptyForm(VerbForm):
    """A verb that needs no words."""


class AcceptAllForm(VerbForm):
    """Acceptance of all the reports that a lead has seen waiting, by their numbers."""

    submissions = forms.CharField(widget=forms.HiddenInput, max_length=4000)

    def clean_submissions(self) -> frozenset[int]:
        """The numbers; what is none is left out."""
        parts = str(self.cleaned_data["submissions"]).split(",")
        return frozenset(int(one) for one in parts if one.isascii() and one.isdecimal())


class AcceptForm(VerbForm):
    """Acceptance of a report, with words or without."""

    submission = forms.IntegerField(widget=forms.HiddenInput)
    words = written(_("A word to the executor, if you like"), rows=2, required=False)


class ReturnForm(VerbForm):
    """Return of a report."""

    submission = forms.IntegerField(widget=forms.HiddenInput)
    reason = written(
        _("Reason of the return"), hint=_("Say what to correct: the executor reads this.")
    )


class TakeOffForm(VerbForm):
    """Taking off control."""

    ground = written(_("Ground"), rows=2)


class AskForm(VerbForm):
    """A request for a later due date."""

    wanted_on = DayField(label=_("New due date"))
    reason = written(_("Why it cannot be done in time"))


class GrantForm(VerbForm):
    """The decision to extend."""

    due_on = DayField(
        label=_("Extend until"), required=False, help_text=_("Empty: the day that was asked for.")
    )
    ground = written(_("Ground"), rows=2, required=False)


class RefuseForm(VerbForm):
    """The decision not to extend."""

    ground = written(_("Reason of the refusal"), rows=2)


class ReleaseForm(VerbForm):
    """Release on the ground of a point of an act."""

    act = forms.ChoiceField(
        label=_("Act that releases"), error_messages={"required": REQUIRED, "invalid_choice": ""}
    )
    point = forms.CharField(
        label=_("Number of its point"),
        max_length=40,
        error_messages={"required": REQUIRED},
        widget=forms.TextInput(attrs={"autocomplete": "off", "size": "12"}),
    )
    reason = written(_("Why nothing is owed any more"))

    def __init__(self, sent: Any = None, *, of: str, **options: Any) -> None:
        super().__init__(sent, of=of, **options)
        self.acts = {str(one.pk): one for one in acts_with_points()}
        field = cast("forms.ChoiceField", self.fields["act"])
        field.choices = [
            ("", _("Choose an act")),
            *(
                (pk, f"№ {one.number}, {day(one.adopted_on)}. {words(one.title)[:80]}")
                for pk, one in self.acts.items()
            ),
        ]

    def clean(self) -> dict[str, Any]:
        """The point that the act and the number name, as `ground`."""
        clean = dict(super().clean() or {})
        act, number = clean.pop("act", None), clean.pop("point", "")
        if act and number:
            clean["ground"] = point_numbered(self.acts[act], number.strip())
            if clean["ground"] is None:
                self.add_error("point", gettext("This act has no point of that number."))
        return clean


class ChildrenForm(VerbForm):
    """Release from what resolutions gave."""

    reason = written(_("Why nothing is owed any more"), rows=2)


class VisaForm(VerbForm):
    """An office's word on a draft."""

    remark = written(
        _("Remark"), rows=2, required=False, hint=_("Needed when you send the draft back.")
    )


class SignForm(VerbForm):
    """The signature of the office that signs."""

    over_heads = written(_("Why the report does not wait for them"), rows=2, required=False)


class PaperSignedForm(SignForm):
    """A signature on paper."""

    signatory = forms.CharField(
        label=_("Who signed"),
        max_length=300,
        error_messages={"required": REQUIRED},
        help_text=_("Office and name as on the paper."),
    )
    signed_on = DayField(label=_("Day of the signature"))
    scan = forms.FileField(label=_("Scan"), error_messages={"required": REQUIRED})
    field_order = ("signatory", "signed_on", "scan", "over_heads")


class RemarkForm(VerbForm):
    """A word in the conversation."""

    text = written(pgettext_lazy("of a conversation", "Message"), rows=2)
