"""Fields that forms of every module share."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

REQUIRED = _("Fill in this field.")


class DayField(forms.DateField):
    """A day as official papers write it: 20.11.2026."""

    def __init__(self, **options: Any) -> None:
        attrs = {
            **{"inputmode": "numeric", "autocomplete": "off", "maxlength": "10", "size": "12"},
            "placeholder": _("DD.MM.YYYY"),
        }
        super().__init__(
            input_formats=["%d.%m.%Y"],
            widget=forms.DateInput(format="%d.%m.%Y", attrs=attrs),
            error_messages={"invalid": _("Enter the date as DD.MM.YYYY."), "required": REQUIRED},
            **options,
        )
