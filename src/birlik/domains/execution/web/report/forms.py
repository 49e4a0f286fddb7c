"""What a person enters to make a report, or to put a template in place of ours."""

from collections.abc import Sequence
from datetime import date
from typing import Any, cast, get_args

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from birlik.base.records.models import Act
from birlik.base.ui.forms import REQUIRED, DayField, SizedFileField
from birlik.base.ui.templatetags.birlik import words
from birlik.base.values.period import Period
from birlik.domains.execution.engine.naming import period_named
from birlik.domains.execution.engine.report.filling import ReportLanguage
from birlik.domains.execution.engine.report.periods import last_half, periods_of
from birlik.domains.execution.web.report.words import LANGUAGES


class ReportForm(forms.Form):
    """The act, the period and the language of a report; days of one's own in place of a period."""

    act = forms.TypedChoiceField(label=_("Act"), coerce=int, error_messages={"required": REQUIRED})
    period = forms.ChoiceField(label=_("Period"), error_messages={"required": REQUIRED})
    first_on = DayField(label=_("From"), required=False)
    last_on = DayField(
        label=_("To"),
        required=False,
        help_text=_("Days of your own, in place of the period chosen above."),
    )
    language = forms.ChoiceField(label=_("Language"), choices=list(LANGUAGES.items()))

    def __init__(self, *args: Any, acts: Sequence[Act], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.acts = {one.pk: one for one in acts}
        act = cast("forms.ChoiceField", self.fields["act"])
        act.choices = [(one.pk, act_label(one)) for one in acts]
        period = cast("forms.ChoiceField", self.fields["period"])
        years = range(min(one.first_year for one in acts), max(one.last_year for one in acts) + 1)
        period.choices = [
            (year, [(one.code, words(one.in_words())) for one in periods_of(year)])
            for year in reversed(years)
        ]

    def clean_act(self) -> Act:
        """The act itself."""
        return self.acts[self.cleaned_data["act"]]

    def clean(self) -> dict[str, Any]:
        """Both days or none, in their order."""
        clean = self.cleaned_data
        first, last = clean.get("first_on"), clean.get("last_on")
        if first and last and last < first:
            self.add_error("last_on", gettext("The last day cannot come before the first."))
        elif bool(first) != bool(last) and not {"first_on", "last_on"} & set(self.errors):
            self.add_error("last_on" if first else "first_on", gettext("Give both days, or none."))
        return clean

    def chosen_period(self) -> Period:
        """The days given, or the period chosen."""
        first, last = self.cleaned_data["first_on"], self.cleaned_data["last_on"]
        return period_named(first, last) if first else Period.parse(self.cleaned_data["period"])

    def chosen_language(self) -> ReportLanguage:
        """The language chosen."""
        return language_named(self.cleaned_data["language"])

    @staticmethod
    def usual(acts: Sequence[Act], *, on: date, language: str) -> dict[str, object]:
        """What the form begins with: the newest act and its last half."""
        act = acts[0]
        half = last_half(on, first_year=act.first_year, last_year=act.last_year)
        return {
            "act": act.pk,
            "period": half.code,
            "language": "ru" if language == "ru" else "kk",
        }


def act_label(act: Act) -> str:
    """An act in a list of choices: its number, day and title."""
    title = words(act.title)
    return f"{act} — {title}" if title else str(act)


def language_named(code: str) -> ReportLanguage:
    """The language of a report that a code names; Kazakh for any other."""
    return next((one for one in get_args(ReportLanguage) if one == code), "kk")


class TemplateForm(forms.Form):
    """A Word template for the reports in a language."""

    language = forms.ChoiceField(label=_("Reports in"), choices=list(LANGUAGES.items()))
    file = SizedFileField(label=_("Word template"), types=".docx")
