"""What a person enters in the wizard."""

from collections.abc import Iterable
from datetime import date
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from birlik.base.records.engine.amendment import HeadWords, MeasureWords
from birlik.base.records.engine.draft import ActDraft, ExecutorDraft, MeasureDraft
from birlik.base.ui.forms import REQUIRED, DayField, SizedFileField
from birlik.base.values.local_text import Language
from birlik.domains.execution.web.imports.spoken import read_words

FILE_TYPES = ".docx,.html,.htm,.pdf,.txt,.md"


class FileForm(forms.Form):
    """The file of an act."""

    file = SizedFileField(label=_("File of the act"), types=FILE_TYPES)


class HeadForm(forms.Form):
    """The head of the act."""

    version = forms.CharField(widget=forms.HiddenInput)
    kind = forms.ChoiceField(label=_("Kind of act"), error_messages={"required": REQUIRED})
    number = forms.CharField(
        label=_("Number"), max_length=40, error_messages={"required": REQUIRED}
    )
    adopted_on = DayField(label=_("Adopted on"))
    issuer = forms.CharField(label=_("Issuer"), max_length=200, required=False)
    title = forms.CharField(
        label=_("Title"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": REQUIRED},
    )

    def __init__(self, *args: Any, kinds: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kind = cast("forms.ChoiceField", self.fields["kind"])
        kind.choices = [("", "—"), *kinds]

    def words(self) -> HeadWords:
        """The head as entered."""
        clean = self.cleaned_data
        return HeadWords(
            clean["kind"], clean["number"], clean["adopted_on"], clean["issuer"], clean["title"]
        )

    @staticmethod
    def shows(draft: ActDraft) -> dict[str, object]:
        """What the form shows of a draft."""
        return {
            "kind": draft.kind,
            "number": draft.number,
            "adopted_on": draft.adopted_on,
            "issuer": draft.issuer,
            "title": draft.title,
        }


class MeasureForm(forms.Form):
    """A measure of the plan, without its executors."""

    version = forms.CharField(widget=forms.HiddenInput)
    title = forms.CharField(
        label=_("Measure"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4, "autofocus": True}),
        error_messages={"required": REQUIRED},
    )
    completion_form = forms.CharField(
        label=_("Completion form"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    deadline = forms.CharField(label=_("Deadline"), max_length=400, required=False)

    def words(self, executors: Iterable[ExecutorDraft], language: Language) -> MeasureWords:
        """The measure as entered, its deadline read."""
        clean = self.cleaned_data
        schedule, certain = read_words(clean["deadline"], language)
        return MeasureWords(
            clean["title"],
            clean["completion_form"],
            clean["deadline"],
            tuple(executors),
            schedule,
            certain,
        )

    @staticmethod
    def shows(measure: MeasureDraft) -> dict[str, object]:
        """What the form shows of a measure."""
        return {
            "title": measure.title,
            "completion_form": measure.completion_form,
            "deadline": measure.deadline,
        }


class ExecutorForm(forms.Form):
    """One executor; an emptied line takes the executor away."""

    code = forms.CharField(
        max_length=400,
        required=False,
        widget=forms.TextInput(attrs={"aria-label": _("Executor")}),
    )
    by_agreement = forms.BooleanField(label=_("by agreement"), required=False)
    group = forms.BooleanField(label=_("group"), required=False)


ExecutorForms = forms.formset_factory(ExecutorForm, extra=2, max_num=100)


def executors_shown(measure: MeasureDraft) -> list[dict[str, object]]:
    """What the lines of executors show of a measure."""
    return [
        {"code": one.code, "by_agreement": one.by_agreement, "group": one.group}
        for one in measure.executors
    ]


def executors_entered(lines: Any) -> tuple[ExecutorDraft, ...]:
    """The executors of the lines that name one, in order."""
    return tuple(
        ExecutorDraft(line["code"], by_agreement=line["by_agreement"], group=line["group"])
        for line in lines.cleaned_data
        if line.get("code")
    )


class ConfirmForm(forms.Form):
    """The last step: when the act lost its force, since when it is under control here, and whether
    doubt is accepted."""

    repealed_on = DayField(
        label=_("Repealed on"),
        required=False,
        help_text=_(
            "Only if the act has already lost its force: what falls due later will be void."
        ),
    )
    controlled_from = DayField(
        label=_("Under control from"),
        required=False,
        help_text=_(
            "If left empty, from today. Of what fell due earlier there is no record here, and it "
            "never counts as overdue."
        ),
    )
    accept_doubtful = forms.BooleanField(
        label=_("Accept the doubtful cells as they were read"), required=False
    )

    def __init__(
        self, *args: Any, adopted_on: date | None = None, doubtful: int = 0, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.adopted_on = adopted_on
        self.doubtful = doubtful

    def clean_repealed_on(self) -> date | None:
        """A day not before the adoption."""
        day: date | None = self.cleaned_data["repealed_on"]
        if day and self.adopted_on and day < self.adopted_on:
            raise forms.ValidationError(_("The act cannot be repealed before it was adopted."))
        return day

    def clean_accept_doubtful(self) -> bool:
        """A tick, where doubtful cells are left."""
        accepted: bool = self.cleaned_data["accept_doubtful"]
        if self.doubtful and not accepted:
            raise forms.ValidationError(
                _("Check the doubtful cells, or accept them as they were read.")
            )
        return accepted
