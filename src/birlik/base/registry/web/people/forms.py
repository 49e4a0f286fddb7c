"""What is typed about people."""

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from birlik.base.registry.engine.people import SEEN_FOR, PersonRow, SeenFor
from birlik.base.registry.engine.personal import EMAIL, IIN, PHONE
from birlik.base.registry.models import Person
from birlik.base.registry.web.cards.forms import Choices
from birlik.base.registry.web.people.words import FIELDS
from birlik.base.ui.forms import REQUIRED, DayField
from birlik.base.ui.templatetags.birlik import words

DIGITS = {"inputmode": "numeric", "autocomplete": "off", "maxlength": "14"}
APART = {"iin": IIN, "phone": PHONE, "email": EMAIL}
"""What is kept apart, by field."""


def bare(number: str) -> str:
    """A number without the spaces in which it is often written."""
    return "".join(number.split())


class PersonForm(forms.Form):
    """A person as entered or corrected; what is kept apart is never shown in the form."""

    use_required_attribute = False
    full_name = forms.CharField(
        label=FIELDS["full_name"],
        max_length=200,
        error_messages={"required": REQUIRED},
        help_text=_("As in the identity document, in Kazakh where it has that form."),
    )
    full_name_ru = forms.CharField(label=FIELDS["full_name_ru"], max_length=200, required=False)
    full_name_latin = forms.CharField(
        label=FIELDS["full_name_latin"], max_length=200, required=False
    )
    territory = forms.ChoiceField(
        label=FIELDS["territory"],
        required=False,
        help_text=_("Its secretary answers for the record."),
    )
    languages = forms.MultipleChoiceField(
        label=FIELDS["languages"], required=False, widget=forms.CheckboxSelectMultiple
    )
    fields_of_work = forms.MultipleChoiceField(
        label=FIELDS["fields"], required=False, widget=forms.CheckboxSelectMultiple
    )
    iin = forms.CharField(
        label=FIELDS["iin"],
        max_length=14,
        required=False,
        widget=forms.TextInput(attrs=DIGITS),
        help_text=_("Optional, with the person’s consent. It is kept encrypted."),
    )
    phone = forms.CharField(
        label=FIELDS["phone"],
        max_length=60,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    email = forms.EmailField(
        label=FIELDS["email"],
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    remove = forms.MultipleChoiceField(
        label=_("Remove what is kept"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(
        self,
        sent: Any,
        *,
        offered: dict[str, Choices],
        person: Person | None = None,
        kept: Iterable[str] = (),
    ) -> None:
        super().__init__(sent, initial=initial_of(person) if person else None)
        for name, choices in offered.items():
            cast("forms.ChoiceField", self.fields[name]).choices = choices
        removable = [(name, words(APART[name])) for name in kept]
        cast("forms.ChoiceField", self.fields["remove"]).choices = removable
        if not removable:
            del self.fields["remove"]
        for name, _title in removable:
            self.fields[name].help_text = _("Something is kept. Leave this empty to leave it so.")

    def row(self) -> PersonRow:
        """The person as written; of what is kept apart, None where nothing was typed."""
        clean = self.cleaned_data
        gone = clean.get("remove", ())
        apart = {name: clean[name] or ("" if name in gone else None) for name in APART}
        apart["iin"] = bare(apart["iin"]) if apart["iin"] else apart["iin"]
        return PersonRow(
            full_name=clean["full_name"],
            full_name_ru=clean["full_name_ru"],
            full_name_latin=clean["full_name_latin"],
            territory=clean["territory"],
            languages=tuple(clean["languages"]),
            fields=tuple(clean["fields_of_work"]),
            **apart,
        )


def initial_of(person: Person) -> dict[str, Any]:
    """What stands in the form of a person."""
    return {
        "full_name": person.full_name,
        "full_name_ru": person.full_name_ru,
        "full_name_latin": person.full_name_latin,
        "territory": person.territory.code if person.territory else "",
        "languages": person.languages,
        "fields_of_work": person.fields,
    }


class NumberForm(forms.Form):
    """A number (ЖСН) by which somebody is found."""

    use_required_attribute = False
    iin = forms.CharField(
        label=FIELDS["iin"],
        max_length=14,
        error_messages={"required": REQUIRED},
        widget=forms.TextInput(attrs=DIGITS),
        help_text=_("Twelve digits, exactly: no part of a number finds anybody."),
    )


class SeenForForm(forms.Form):
    """For what somebody looks at what is kept apart."""

    use_required_attribute = False
    purpose = forms.ChoiceField(
        label=_("What you need it for"), error_messages={"required": REQUIRED}
    )
    whole_iin = forms.BooleanField(label=_("The whole IIN, not its last digits"), required=False)

    def __init__(self, sent: Any = None) -> None:
        super().__init__(sent)
        choices = [("", "—"), *((str(code), words(name)) for code, name in SEEN_FOR.items())]
        cast("forms.ChoiceField", self.fields["purpose"]).choices = choices

    @property
    def chosen(self) -> SeenFor:
        """The purpose; only where the form is valid."""
        return SeenFor(self.cleaned_data["purpose"])


class ConsentForm(forms.Form):
    """A consent as the person gave it."""

    use_required_attribute = False
    purpose = forms.ChoiceField(label=_("Purpose"), error_messages={"required": REQUIRED})
    given_on = DayField(label=_("Given on"))
    ground = forms.CharField(
        label=_("Paper"),
        max_length=300,
        required=False,
        help_text=_("Where the signed paper lies: its number, day and file."),
    )

    def __init__(self, sent: Any, purposes: Choices) -> None:
        super().__init__(sent)
        cast("forms.ChoiceField", self.fields["purpose"]).choices = [("", "—"), *purposes]


class WithdrawalForm(forms.Form):
    """From which day a consent no longer stands."""

    use_required_attribute = False
    consent = forms.IntegerField(widget=forms.HiddenInput)
    on = DayField(label=_("Withdrawn on"))


class AffiliationForm(forms.Form):
    """What a person declared, in the person's own words."""

    use_required_attribute = False
    words = forms.CharField(
        label=_("As the person named it"),
        max_length=200,
        error_messages={"required": REQUIRED},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    declared_on = DayField(label=_("Declared on"))


class RequestForm(forms.Form):
    """The day of a person's own request."""

    use_required_attribute = False
    asked_on = DayField(label=_("Date of the person’s request"))


class ErasureForm(RequestForm):
    """The day of the request, and what was seen of what it does."""

    seen = forms.CharField(widget=forms.HiddenInput)
    sure = forms.BooleanField(
        label=_("I have checked the request. Erase this: it cannot be brought back."),
        error_messages={"required": _("Confirm that it is to be erased.")},
    )
