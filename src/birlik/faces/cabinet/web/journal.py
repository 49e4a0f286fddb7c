"""The journal of actions, for whoever audits: who did what, when, on what, and does it hold."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.conf import settings
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from birlik.base.journal.action import ACTIONS
from birlik.base.journal.models import Entry
from birlik.base.journal.queries import Leaf, Wanted, entries_wanted, head, leaf_of, unsound
from birlik.base.journal.rules import may_read_journal
from birlik.base.registry.models import Appointment
from birlik.base.registry.queries import appointments_known, holders
from birlik.base.ui.export import Column, Listing, exported
from birlik.base.ui.forms import DayField
from birlik.base.ui.pages import ActorRequest, Page, now, page
from birlik.base.ui.templatetags.birlik import words
from birlik.base.values.local_text import LocalText

LEAF = 50
KINDS: Mapping[str, str | Promise] = {
    "obligations.obligation": gettext_lazy("Obligation"),
    "obligations.duty": gettext_lazy("Measure"),
    "obligations.upload": gettext_lazy("File being brought"),
    "obligations.evidence": gettext_lazy("Evidence"),
    "records.act": gettext_lazy("Act"),
    "records.actreading": gettext_lazy("Reading of an act"),
    "records.document": gettext_lazy("Document"),
    "records.provision": gettext_lazy("Point of an act"),
    "registry.accesskey": gettext_lazy("Access key"),
    "registry.account": gettext_lazy("Account"),
    "registry.appointment": gettext_lazy("Appointment"),
    "registry.digest": gettext_lazy("Daily digest"),
    "registry.office": gettext_lazy("Office"),
    "registry.structure": gettext_lazy("Structure"),
    "registry.territory": gettext_lazy("Territory"),
}
"""What the subjects of actions are called."""

PAGES_OF = {
    "obligations.obligation": "obligation",
    "records.act": "act",
    "records.actreading": "reading",
}
"""The page that shows a subject of a kind by its number."""


class JournalForm(forms.Form):
    """What a reader of the journal looks for; everything may be left open."""

    action = forms.ChoiceField(required=False, label=gettext_lazy("What was done"))
    who = forms.ChoiceField(required=False, label=gettext_lazy("Who did it"))
    kind = forms.ChoiceField(required=False, label=gettext_lazy("On what"))
    number = forms.CharField(
        required=False,
        label=gettext_lazy("Its number"),
        max_length=64,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )
    since = DayField(required=False, label=gettext_lazy("From"))
    until = DayField(required=False, label=gettext_lazy("Until"))

    def __init__(self, asked: Mapping[str, str]) -> None:
        super().__init__(asked)
        labels = sorted((words(card.label), key) for key, card in ACTIONS.items())
        people = [(str(one.pk), named(one)) for one in appointments_known()]
        kinds = sorted((str(name), kind) for kind, name in KINDS.items())
        self.offer("action", _("All actions"), [(key, label) for label, key in labels])
        self.offer("who", _("Everybody"), [("0", _("the installation")), *people])
        self.offer("kind", _("Everything"), [(kind, name) for name, kind in kinds])

    def offer(self, name: str, anything: str, choices: list[tuple[str, str]]) -> None:
        """Let a field be chosen among these, or be left open."""
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", anything), *choices]

    def wanted(self) -> Wanted:
        """What is looked for; a field that could not be read counts as open."""
        self.is_valid()
        found: dict[str, Any] = self.cleaned_data
        return Wanted(
            action=found.get("action", ""),
            appointment=int(found["who"]) if found.get("who") else None,
            kind=found.get("kind", ""),
            number=found.get("number", ""),
            since=found.get("since"),
            until=found.get("until"),
        )


@dataclass(frozen=True, slots=True)
class Line:
    """An entry in the reader's language.

    `url` is where its subject can be seen, '' where the reader may not; `history` the query that
    shows all that was done on it; `details` what was given
    and noted, as the entry holds it; `sound` whether it hashes to what it says.
    """

    entry: Entry
    label: LocalText
    who: str
    subject: str
    url: str
    history: str
    details: tuple[tuple[str, str], ...]
    sound: bool


@page(
    "journal",
    "journal/",
    title=gettext_lazy("Journal of actions"),
    may=may_read_journal,
    section="journal",
    menu=49,
)
def journal(request: ActorRequest) -> HttpResponseBase:
    """The entries, newest first, as far as they are looked for; all of them as a file."""
    form = JournalForm(request.GET.dict())
    wanted = form.wanted()
    if file := exported(request, listing_of(wanted), at=now()):
        return file
    leaf = leaf_of(
        wanted,
        LEAF,
        before=number_in(request.GET.get("before", "")),
        after=number_in(request.GET.get("after", "")),
    )
    lines = list(lines_of(leaf, request))
    number, digest = head()
    return render(
        request,
        "cabinet/journal.html",
        {
            "form": form,
            "lines": lines,
            "leaf": leaf,
            "broken": [line.entry.number for line in lines if not line.sound],
            "head_number": number,
            "head_hash": digest,
            "query": kept_query(request),
            "narrowed": any(request.GET.get(name) for name in form.fields),
        },
    )


def listing_of(wanted: Wanted) -> Listing[Entry]:
    """The entries looked for as a file, each with its hash and its whole text, so that whoever has
    the file can recompute the chain."""
    known = {one.pk: one for one in appointments_known()}

    def who(entry: Entry) -> str:
        holder = known.get(entry.appointment or 0)
        return named(holder) if holder else unknown(entry)

    def label(entry: Entry) -> LocalText:
        card = ACTIONS.get(entry.action)
        return card.label if card else LocalText(en=entry.action)

    columns: tuple[Column[Entry], ...] = (
        Column("№", lambda entry: entry.number, 8),
        Column(gettext_lazy("When"), lambda entry: entry.at, 20),
        Column(gettext_lazy("What was done"), label, 40),
        Column(gettext_lazy("Who did it"), who, 44),
        Column(gettext_lazy("On what"), subject_of, 28),
        Column(gettext_lazy("Hash"), lambda entry: entry.hash, 20),
        Column(gettext_lazy("Text of the entry"), lambda entry: entry.text, 60),
    )
    chosen = (
        (_("What was done"), wanted.action),
        (_("On what"), f"{wanted.kind} {wanted.number}".strip()),
        (_("From"), wanted.since),
        (_("Until"), wanted.until),
    )
    entries = entries_wanted(wanted).order_by("-number")
    return Listing("journal", gettext_lazy("Journal of actions"), columns, entries, chosen)


def number_in(text: str) -> int | None:
    """The number of an entry in an address; None for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None


def kept_query(request: ActorRequest) -> str:
    """What is looked for, as the address of another leaf goes on with it: "action=…&"."""
    kept = {name: value for name, value in request.GET.items() if name in JournalForm.base_fields}
    return urlencode({name: value for name, value in kept.items() if value}) + "&" if kept else ""


def lines_of(leaf: Leaf, request: ActorRequest) -> Iterator[Line]:
    """The entries of a leaf, with those who acted and what they acted on."""
    known = holders(one.appointment for one in leaf.entries if one.appointment)
    wrong = unsound(leaf.entries)
    opened = {one.name for one in pages() if one.may(request.actor, now())}
    for entry in leaf.entries:
        card = ACTIONS.get(entry.action)
        holder = known.get(entry.appointment or 0)
        name = PAGES_OF.get(entry.subject_kind)
        yield Line(
            entry=entry,
            label=card.label if card else LocalText(en=entry.action),
            who=named(holder) if holder else unknown(entry),
            subject=subject_of(entry),
            url=reverse(name, kwargs={"pk": entry.subject}) if name in opened else "",
            history=urlencode({"kind": entry.subject_kind, "number": entry.subject}),
            details=tuple(details_of(entry)),
            sound=entry.number not in wrong,
        )


def pages() -> tuple[Page, ...]:
    """The pages of this installation."""
    found: tuple[Page, ...] = import_string(settings.CABINET_PAGES)
    return found


def named(appointment: Appointment) -> str:
    """A person with the office, in the reader's language."""
    return f"{appointment.person} — {words(appointment.office.name)}"


def unknown(entry: Entry) -> str:
    """Who acted, where the registry knows no appointment of that number."""
    return _("the installation") if entry.account is None else entry.actor


def subject_of(entry: Entry) -> str:
    """What was acted on, by its kind and number; '' where nothing stored was."""
    if not entry.subject_kind:
        return ""
    return f"{KINDS.get(entry.subject_kind, entry.subject_kind)} № {entry.subject}"


def details_of(entry: Entry) -> Iterator[tuple[str, str]]:
    """What an action was given and what it noted, by the names that the entry has for them."""
    try:
        told = json.loads(entry.text)
        found = {**told["given"], **told["noted"]}
    except (ValueError, KeyError, TypeError):
        return
    for name, value in found.items():
        plain = isinstance(value, str)
        yield name, value if plain else json.dumps(value, ensure_ascii=False, sort_keys=True)
