"""Fields that forms of every module share."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

REQUIRED = _("Fill in this field.")
MEGABYTE = 2**20


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


class SizedFileField(forms.FileField):
    """A file of some types (".docx,.pdf"; "" for any), no larger than an act's file may be."""

    def __init__(self, *, types: str = "", **options: Any) -> None:
        super().__init__(
            widget=forms.ClearableFileInput(attrs={"accept": types} if types else {}),
            error_messages={
                "required": _("Choose a file."),
                "empty": _("The file is empty."),
                "invalid": _("Choose a file."),
                "missing": _("Choose a file."),
            },
            **options,
        )

    def validate(self, value: Any) -> None:
        """Raise `ValidationError` for a file that is missing or too large."""
        super().validate(value)
        limit = settings.ACT_FILE_LIMIT
        if value and (value.size or 0) > limit:
            raise forms.ValidationError(
                gettext("The file is too large: at most %(max)s MB.") % {"max": limit // MEGABYTE}
            )
