"""What a person writes on a card, with the fields that the charter gives the kind."""

from collections.abc import Iterable, Mapping
from dataclasses import fields as fields_of
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from birlik.base.charter.engine.kinds import ExtraField, KindCard
from birlik.base.registry.actions.cards import UnfitCardError
from birlik.base.registry.actions.reorganise import NewBody
from birlik.base.registry.engine.cards import CardRow, Particular
from birlik.base.registry.models import Structure, Territory
from birlik.base.registry.queries.cards_named import Codes, Named
from birlik.base.registry.web.cards.words import FIELDS, LEVELS
from birlik.base.ui.forms import REQUIRED, DayField
from birlik.base.ui.templatetags.birlik import words
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError

EXTRA = "x_"
"""With this begin the names of the fields that only a kind has."""

Choices = list[tuple[str, str]]
NUMBERS = ("parent", "house")


class CardForm(forms.Form):
    """A card of one kind. What it does not ask stays as it is."""

    name_kk = forms.CharField(max_length=1000, error_messages={"required": REQUIRED})
    name_ru = forms.CharField(max_length=1000, error_messages={"required": REQUIRED})
    name_en = forms.CharField(max_length=1000, required=False)
    short_kk = forms.CharField(max_length=100, required=False)
    short_ru = forms.CharField(max_length=100, required=False)
    territory = forms.ChoiceField(required=False)
    settlement = forms.CharField(
        label=gettext_lazy("Code of the settlement"),
        max_length=9,
        required=False,
        help_text=gettext_lazy(
            "Only where the body belongs to a village or rural district: its nine digits by the "
            "classifier, in place of the territory chosen."
        ),
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )
    level = forms.ChoiceField(required=False)
    parent = forms.ChoiceField(required=False)
    founded_on = DayField(required=False)
    bin = forms.CharField(
        max_length=20,
        required=False,
        help_text=gettext_lazy("Twelve digits, as in the certificate of registration."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    registered_on = DayField(required=False)
    registration_number = forms.CharField(max_length=100, required=False)
    registered_by = forms.CharField(max_length=300, required=False)
    ground = forms.CharField(
        max_length=500,
        required=False,
        help_text=gettext_lazy("The act by its kind, date and number."),
    )
    address_kk = forms.CharField(max_length=300, required=False)
    address_ru = forms.CharField(max_length=300, required=False)
    phone = forms.CharField(
        max_length=60,
        required=False,
        help_text=gettext_lazy("The telephone of the body, not a person's own: it is public."),
    )
    email = forms.EmailField(required=False)
    website = forms.URLField(required=False, assume_scheme="https")
    house = forms.ChoiceField(required=False)
    culture = forms.ChoiceField(required=False)
    languages = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)
    fields_of_work = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        sent: QueryDict | None,
        card: CardRow,
        *,
        kind: KindCard | None,
        offered: Mapping[str, Choices],
        asked: Iterable[str] = (),
        seen: str = "",
    ) -> None:
        super().__init__(sent, initial={**initial_of(card), "seen": seen})
        self.sent, self.card, self.kind = sent, card, kind
        for extra in kind.fields if kind else ():
            self.fields[EXTRA + extra.code] = extra_field(extra)
        for name, choices in offered.items():
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = choices
        self.keep_only(frozenset(asked) or frozenset(initial_of(card)))
        for name, field in self.fields.items():
            if title := FIELDS.get(card_name(name)):
                field.label = str(title)

    def look_again(self, seen: str) -> None:
        """Carry the digest of the card as it is now, so that the next save is a knowing one."""
        if self.sent is not None:
            again = self.sent.copy()
            again["seen"] = seen
            self.data = again

    def keep_only(self, asked: frozenset[str]) -> None:
        """Ask only some fields of the card, and what its kind can have of them."""
        devoted = self.kind is not None and self.kind.devoted
        for name in list(self.fields):
            own = card_name(name)
            known = (
                own in asked or name == "seen" or (name == "settlement" and "territory" in asked)
            )
            extra = name.startswith(EXTRA) and "particulars" in asked
            if not (known or extra) or (own == "culture" and not devoted):
                del self.fields[name]

    def row(self) -> CardRow:
        """The card as it is written; only where the form is valid."""
        clean = self.cleaned_data
        found: dict[str, Any] = {
            one.name: getattr(self.card, one.name) for one in fields_of(CardRow)
        }
        for name in self.fields:
            own = card_name(name)
            if own in found:
                found[own] = value_of(own, clean[name])
        if clean.get("settlement"):
            found["territory"] = clean["settlement"].strip()
        found["particulars"] = dict(self.card.particulars) | self.extras()
        return CardRow(**found)

    def extras(self) -> dict[str, Particular | str]:
        """What the fields of the kind say; '' for nothing."""
        kind = {one.code: one for one in self.kind.fields} if self.kind else {}
        return {
            code: extra_value(kind[code], self.cleaned_data[name])
            for name in self.fields
            if name.startswith(EXTRA) and (code := name.removeprefix(EXTRA)) in kind
        }

    def refuse(self, refusal: RefusedError) -> None:
        """Say beside the fields what is wrong with them, or above all what is refused."""
        found = refusal.faults if isinstance(refusal, UnfitCardError) else {}
        for name, reason in found.items():
            code = name.partition(".")[2]
            field = EXTRA + code if code else {"fields": "fields_of_work"}.get(name, name)
            self.add_error(field if field in self.fields else None, words(reason))
        if not found:
            self.add_error(None, words(refusal.reason))


ASKED_WITH = {"seen": "", "settlement": "territory"}
"""Fields of the form that are none of the card's → with which of those they are asked; '' for
always."""


def values_of(card: CardRow) -> dict[str, Any]:
    """The fields of a card by name, as they are."""
    return {one.name: getattr(card, one.name) for one in fields_of(CardRow)}


def card_name(name: str) -> str:
    """The field of the card that a field of the form writes."""
    return "fields" if name == "fields_of_work" else name


def initial_of(card: CardRow) -> dict[str, Any]:
    """What stands in the fields of the form for a card."""
    found = values_of(card)
    extras = {EXTRA + code: extra_initial(value) for code, value in card.particulars.items()}
    return found | extras | {"fields_of_work": list(card.fields), "languages": list(card.languages)}


def extra_initial(value: Particular) -> object:
    """What stands in a field of a kind."""
    return {True: YES, False: NO}[value] if isinstance(value, bool) else value


def value_of(name: str, value: Any) -> Any:
    """What a field of the form means on the card."""
    if name in NUMBERS:
        return int(value) if value else None
    return tuple(value) if name in ("languages", "fields") else value


YES, NO = "1", "0"


def extra_field(extra: ExtraField) -> forms.Field:
    """The field of a form for one that only a kind has."""
    label, empty = words(extra.name), [("", "—")]
    if extra.type == "number":
        return forms.IntegerField(label=label, required=False, min_value=0)
    if extra.type == "flag":
        return forms.ChoiceField(
            label=label, required=False, choices=[*empty, (YES, _("yes")), (NO, _("no"))]
        )
    if extra.type == "choice":
        options = [(code, words(name)) for code, name in extra.options]
        return forms.ChoiceField(label=label, required=False, choices=[*empty, *options])
    return forms.CharField(label=label, required=False, max_length=500)


def extra_value(extra: ExtraField, value: Any) -> Particular | str:
    """What a field that only a kind has means on the card."""
    if value in (None, ""):
        return ""
    found: Particular = value == YES if extra.type == "flag" else value
    return found


def offered_for(
    kind: KindCard | None,
    codes: Codes,
    places: Iterable[Territory],
    above: Iterable[Structure],
    houses: Iterable[Structure],
) -> dict[str, Choices]:
    """What the fields of a form offer: levels of the kind, places, bodies above, houses, codes of
    the charter."""
    levels = (kind.levels if kind else ()) or tuple(LEVELS)
    none = [("", "—")]
    return {
        "level": [*none, *((one, str(LEVELS[one])) for one in levels)],
        "territory": [("", _("— the republic —")), *places_named(places)],
        "parent": [*none, *((str(one.pk), words(one.name)) for one in above)],
        "house": [*none, *((str(one.pk), words(one.name)) for one in houses)],
        "culture": [*none, *named(codes.cultures)],
        "languages": named(codes.languages),
        "fields_of_work": named(codes.fields),
    }


def places_named(places: Iterable[Territory]) -> Choices:
    """Places by their codes; what lies in a region stands under it."""
    return [
        (one.code, f"— {words(one.name)}" if one.parent_id else words(one.name)) for one in places
    ]


def named(codes: Named) -> Choices:
    """Codes with their names in the reader's language."""
    return [(code, words(name)) for code, name in codes.items()]


class ChangeForm(forms.Form):
    """Whether a mistake is corrected or something changed, and from which day."""

    CORRECT, CHANGE = "correct", "change"
    how = forms.ChoiceField(
        label=gettext_lazy("What you do"),
        widget=forms.RadioSelect,
        choices=(
            (CORRECT, gettext_lazy("I correct a mistake: it was always so")),
            (
                CHANGE,
                gettext_lazy("It has changed: the history keeps what the card said"),
            ),
        ),
        error_messages={"required": REQUIRED},
    )
    on = DayField(label=gettext_lazy("Holds from the day"), required=False)

    def clean(self) -> dict[str, Any]:
        """Raise `ValidationError` for a change without its day."""
        found: dict[str, Any] = self.cleaned_data
        if found.get("how") == self.CHANGE and not found.get("on") and "on" not in self.errors:
            self.add_error("on", _("Write from which day it holds."))
        return found


class ProposalForm(forms.Form):
    """From which day, and what the head writes to the secretary."""

    on = DayField(label=gettext_lazy("Holds from the day"))
    words = forms.CharField(
        label=gettext_lazy("To the secretary"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy(
            "What the secretary should know. A new name, a place in the tree or an end of the body "
            "is written here too: the secretary enters it."
        ),
    )


class ReasonForm(forms.Form):
    """Why a proposal is declined."""

    reason = forms.CharField(
        label=gettext_lazy("Why it is declined"),
        max_length=2000,
        error_messages={"required": REQUIRED},
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class EndForm(forms.Form):
    """From which day a body no longer exists, or goes on under another name, and on what ground."""

    on = DayField(
        label=gettext_lazy("First day of the new order"),
    )
    ground = forms.CharField(
        label=gettext_lazy("Ground"),
        max_length=300,
        error_messages={"required": REQUIRED},
        help_text=gettext_lazy("The act by its kind, date and number."),
    )


class NamesForm(forms.Form):
    """The names of a body that a reorganisation founds."""

    name_kk = forms.CharField(max_length=1000, required=False)
    name_ru = forms.CharField(max_length=1000, required=False)
    name_en = forms.CharField(max_length=1000, required=False)
    short_kk = forms.CharField(max_length=100, required=False)
    short_ru = forms.CharField(max_length=100, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.label = str(FIELDS[name])

    def body(self) -> NewBody:
        """The body to be founded; only where the form is valid."""
        clean = self.cleaned_data
        return NewBody(
            LocalText(clean["name_kk"], clean["name_ru"], clean["name_en"]),
            LocalText(clean["short_kk"], clean["short_ru"]),
        )


class MergeForm(forms.Form):
    """Into which body one goes, or with which others into a new one."""

    into = forms.ChoiceField(
        label=gettext_lazy("Joins the body"),
        required=False,
        help_text=gettext_lazy("That body goes on under its own name."),
    )
    others = forms.MultipleChoiceField(
        label=gettext_lazy("Or merges with these bodies into a new one"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, sent: Any, bodies: Iterable[Structure]) -> None:
        super().__init__(sent)
        choices = [(str(one.pk), words(one.name)) for one in bodies]
        for name, first in (("into", [("", gettext_lazy("— a new structure —"))]), ("others", [])):
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = [*first, *choices]
