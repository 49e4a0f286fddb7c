"""What is typed about lines of registers."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, cast

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from birlik.base.charter.engine.kinds import RegisterCard
from birlik.base.registry.engine.registers import EnrolmentRow
from birlik.base.registry.models import Structure
from birlik.base.registry.web.cards.forms import EXTRA, extra_field, extra_value
from birlik.base.ui.forms import REQUIRED, DayField
from birlik.base.ui.templatetags.birlik import words


class TermForm(forms.Form):
    """From which day to which, with the certificate and the ground."""

    use_required_attribute = False
    number = forms.CharField(label=_("Number of the certificate"), max_length=100, required=False)
    valid_from = DayField(label=_("First day"))
    last_on = DayField(
        label=_("Last day"), required=False, help_text=_("Empty where no end is known.")
    )
    ground = forms.CharField(
        label=_("Ground"),
        max_length=200,
        required=False,
        help_text=_("The decision or order by its kind, date and number."),
    )

    @property
    def valid_until(self) -> date | None:
        """The first day on which it is over; None while no end is known."""
        last: date | None = self.cleaned_data["last_on"]
        return last + timedelta(days=1) if last else None


class EnrolForm(TermForm):
    """A person's line in a register, in a body or in the whole territory."""

    structure = forms.ChoiceField(
        label=_("Works in the body"),
        required=False,
        help_text=_("Empty where the person belongs to no body of the territory."),
    )
    field_order = ("structure",)

    def __init__(
        self, sent: Any, *, card: RegisterCard, place: str, bodies: Iterable[Structure]
    ) -> None:
        super().__init__(sent)
        self.card, self.place = card, place
        choices = [("", "—"), *((str(one.pk), words(one.name)) for one in bodies)]
        cast("forms.ChoiceField", self.fields["structure"]).choices = choices
        for extra in card.fields:
            self.fields[EXTRA + extra.code] = extra_field(extra)
            self.fields[EXTRA + extra.code].label = capfirst(words(extra.name))

    @property
    def extras(self) -> list[forms.BoundField]:
        """The fields that only this register has."""
        return [self[EXTRA + one.code] for one in self.card.fields]

    def row(self) -> EnrolmentRow:
        """The line as written; only where the form is valid."""
        clean = self.cleaned_data
        said = {one.code: extra_value(one, clean[EXTRA + one.code]) for one in self.card.fields}
        return EnrolmentRow(
            register=self.card.code,
            valid_from=clean["valid_from"],
            valid_until=self.valid_until,
            structure=int(clean["structure"]) if clean["structure"] else None,
            territory=self.place,
            number=clean["number"],
            ground=clean["ground"],
            particulars={code: value for code, value in said.items() if value != ""},
        )


class EndForm(forms.Form):
    """On which day a line ends, and why."""

    use_required_attribute = False
    on = DayField(label=_("First day on which it no longer holds"))
    ground = forms.CharField(
        label=_("Ground"), max_length=200, error_messages={"required": REQUIRED}
    )
