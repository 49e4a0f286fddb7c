"""What is asked of an appointment and of its end."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from birlik.base.ui.forms import REQUIRED, DayField
from birlik.base.ui.templatetags.birlik import words
from birlik.base.values.local_text import LocalText

DAY = timedelta(days=1)


class FillForm(forms.Form):
    """Who, from when, until when, on what ground, from which group, for whom."""

    use_required_attribute = False
    person = forms.IntegerField(required=False, widget=forms.HiddenInput)
    new_name = forms.CharField(
        label=_("Name of a new person"),
        help_text=_("As official papers write it: family name, given name, patronymic."),
        max_length=200,
        required=False,
    )
    valid_from = DayField(label=_("First day"))
    valid_until = DayField(
        label=_("Last day"),
        help_text=_("Leave empty where no end is known; a term that the charter sets is computed."),
        required=False,
    )
    acting = forms.BooleanField(label=_("Acts only temporarily"), required=False)
    ground = forms.CharField(
        label=_("Ground"),
        help_text=_("The kind, date and number of the decision or order."),
        max_length=300,
        error_messages={"required": REQUIRED},
    )
    represents = forms.CharField(
        label=_("Represents"),
        help_text=_(
            "The full name or the abbreviation of a body, where the person speaks for one."
        ),
        max_length=300,
        required=False,
    )

    def __init__(
        self, sent: Any = None, *, groups: Mapping[str, LocalText] | None = None, **options: Any
    ) -> None:
        super().__init__(sent, **options)
        if groups:
            named = [(code, words(name)) for code, name in groups.items()]
            self.fields["group"] = forms.ChoiceField(
                label=_("Group"), choices=[("", "–"), *named], required=False
            )

    @property
    def until(self) -> date | None:
        """The first day after the last one."""
        last: date | None = self.cleaned_data["valid_until"]
        return last + DAY if last else None


class LeaveForm(forms.Form):
    """The last day of a term, and why it ends."""

    use_required_attribute = False
    last_on = DayField(label=_("Last day"))
    ground = forms.CharField(
        label=_("Ground"),
        help_text=_("The kind, date and number of the decision or order."),
        max_length=300,
        error_messages={"required": REQUIRED},
    )
