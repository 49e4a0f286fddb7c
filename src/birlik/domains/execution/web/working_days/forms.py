"""The days that an act moves, as its keeper enters them."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from birlik.base.ui.forms import REQUIRED, DayField
from birlik.base.values.working_days import MovedDate

ROWS = 4
"""How many moves of one act are entered at once."""


class MoveForm(forms.Form):
    """An act and up to four moves: a day that becomes off, a day worked for it, or either alone."""

    use_required_attribute = False
    ground = forms.CharField(
        label=_("Act"),
        help_text=_("Its kind, number and date: it is shown wherever a due date moves by it."),
        max_length=300,
        error_messages={"required": REQUIRED},
    )

    def __init__(self, sent: Any = None, **options: Any) -> None:
        super().__init__(sent, **options)
        for row in range(ROWS):
            self.fields[f"off_{row}"] = DayField(label=_("Becomes a day off"), required=False)
            self.fields[f"worked_{row}"] = DayField(label=_("Is worked instead"), required=False)

    @property
    def rows(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """The fields of each move."""
        return [(self[f"off_{row}"], self[f"worked_{row}"]) for row in range(ROWS)]

    @property
    def days(self) -> list[MovedDate]:
        """The days entered, by date; two of one row take each other's place."""
        found = []
        for row in range(ROWS):
            off, worked = (self.cleaned_data.get(f"{name}_{row}") for name in ("off", "worked"))
            if off:
                found.append(MovedDate(off, worked=False, moved_from=worked))
            if worked:
                found.append(MovedDate(worked, worked=True, moved_from=off))
        return sorted(found, key=lambda one: one.on)
