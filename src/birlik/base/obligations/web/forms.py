"""What a person enters about evidence."""

from dataclasses import asdict
from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _

from birlik.base.obligations.actions import EvidenceItem, PaperDetails
from birlik.base.obligations.models import Evidence
from birlik.base.ui.forms import REQUIRED, DayField

WEB = ("http", "https")


class PaperForm(forms.Form):
    """Number, date and issuer of a paper, and how many of the things demanded it proves."""

    number = forms.CharField(label=_("Number"), max_length=100, required=False)
    dated_on = DayField(label=_("Date"), required=False)
    issuer = forms.CharField(
        label=_("Issued by"),
        max_length=300,
        required=False,
        help_text=_("For minutes: the body whose minutes they are."),
    )
    quantity = forms.IntegerField(
        label=_("Counts for"),
        required=False,
        min_value=1,
        max_value=1_000_000,
        help_text=_("How many of the things demanded it proves. Empty: it counts for none."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"invalid": _("Enter a whole number.")},
    )

    def details(self) -> PaperDetails:
        """The details as entered."""
        clean = self.cleaned_data
        return PaperDetails(
            clean["number"].strip(), clean["dated_on"], clean["issuer"].strip(), clean["quantity"]
        )

    @staticmethod
    def shows(evidence: Evidence) -> dict[str, object]:
        """What the form shows of a piece of evidence."""
        return {
            "number": evidence.number,
            "dated_on": evidence.dated_on,
            "issuer": evidence.issuer,
            "quantity": evidence.quantity,
        }


class LinkForm(PaperForm):
    """A page of the web that proves a report."""

    link = forms.URLField(
        label=_("Address of the page"),
        max_length=1000,
        assume_scheme="https",
        widget=forms.URLInput(attrs={"placeholder": "https://"}),
        error_messages={"required": REQUIRED, "invalid": _("Enter an address as https://…")},
    )
    title = forms.CharField(label=_("What is there"), max_length=300, required=False)
    field_order = ("link", "title", "quantity", "number", "dated_on", "issuer")

    def clean_link(self) -> str:
        """An address of the web, and nothing a browser would run."""
        link: str = self.cleaned_data["link"]
        URLValidator(schemes=WEB, message=_("Enter an address as https://…"))(link)
        return link

    def item(self) -> EvidenceItem:
        """The link as evidence; without a title it is called by its host."""
        clean = self.cleaned_data
        title = clean["title"].strip() or (urlsplit(clean["link"]).hostname or clean["link"])
        return EvidenceItem(title=title[:300], link=clean["link"], **asdict(self.details()))


class CardForm(PaperForm):
    """The card of a paper of limited access: where it is to be found, and nothing it says."""

    kept_at = forms.CharField(
        label=_("Where the paper lies"), max_length=300, error_messages={"required": REQUIRED}
    )
    addressees = forms.CharField(label=_("Addressees"), max_length=300, required=False)
    field_order = ("number", "dated_on", "issuer", "kept_at", "addressees", "quantity")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("number", "dated_on"):
            self.fields[name].required = True
            self.fields[name].error_messages["required"] = REQUIRED

    def item(self) -> EvidenceItem:
        """The card as evidence. It is called by number and day: a title would tell its content."""
        clean = self.cleaned_data
        return EvidenceItem(
            title=f"№ {clean['number']}, {clean['dated_on']:%d.%m.%Y}",
            kept_at=clean["kept_at"].strip(),
            addressees=clean["addressees"].strip(),
            **asdict(self.details()),
        )
