"""What a person enters of a resolution, and of the way of a body's reports."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from birlik.base.obligations.actions import ResolutionLine
from birlik.base.registry.models import Office, Structure
from birlik.base.ui.forms import DayField
from birlik.base.ui.templatetags.birlik import words
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError

MOST_LINES, MOST_STEPS = 20, 8
"""How many lines a resolution has at most, and how many offices a way."""

Choices = Sequence[tuple[str, object]]


def bodies_to_choose(bodies: Sequence[Structure]) -> Choices:
    """Bodies as choices; of those of one name each is told apart by the body it is a part of."""
    return [("", _("Choose who"))] + [(str(one.pk), words(one.name)) for one in bodies]


def offices_to_choose(offices: Sequence[Office], empty: object) -> Choices:
    """Offices as choices, gathered by body."""
    found: list[tuple[str, object]] = [("", empty)]
    for body, own in groupby(offices, key=lambda one: one.structure):
        found.append((words(body.name), [(str(one.pk), words(one.name)) for one in own]))
    return found


class LineForm(forms.Form):
    """A line of a resolution: who, what, by when; what is missing, the action says."""

    executor = forms.ChoiceField(label=_("Executor"), required=False)
    office = forms.ChoiceField(label=_("By name"), required=False)
    text_kk = forms.CharField(
        label="Қазақша",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2, "lang": "kk"}),
    )
    text_ru = forms.CharField(
        label="На русском",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2, "lang": "ru"}),
    )
    due_on = DayField(label=_("By the day"), required=False)
    term = forms.CharField(
        label=_("or a term in words"),
        required=False,
        max_length=200,
        help_text=_("For instance: monthly."),
    )

    use_required_attribute = False

    def __init__(
        self, sent: Mapping[str, Any] | None, *, place: int, bodies: Choices, offices: Choices
    ) -> None:
        super().__init__(sent, prefix=f"line{place}")
        cast("forms.ChoiceField", self.fields["executor"]).choices = bodies
        cast("forms.ChoiceField", self.fields["office"]).choices = offices

    @property
    def line(self) -> ResolutionLine:
        """The line as entered; executor 0 where none was chosen."""
        given = self.cleaned_data
        return ResolutionLine(
            executor=int(given["executor"] or 0),
            text=LocalText(given["text_kk"].strip(), given["text_ru"].strip()),
            due_on=given["due_on"],
            term=given["term"],
            office=int(given["office"]) if given["office"] else None,
        )


class ResolutionForm(forms.Form):
    """What holds for the whole resolution."""

    beyond = forms.BooleanField(
        label=_("A term later than that of the obligation itself is meant"), required=False
    )

    def refuse(self, refusal: RefusedError) -> None:
        """Show why the action was refused."""
        self.add_error(None, words(refusal.reason))


class WayForm(forms.Form):
    """The offices on a way, in order; the last one signs."""

    def __init__(self, sent: Mapping[str, Any] | None, *, offices: Choices, now: list[int]) -> None:
        super().__init__(sent, use_required_attribute=False)
        for place in range(1, MOST_STEPS + 1):
            field = forms.ChoiceField(
                label=_("Step %(place)s") % {"place": place},
                required=False,
                choices=offices,
                initial=str(now[place - 1]) if place <= len(now) else "",
            )
            self.fields[f"step_{place}"] = field

    @property
    def steps(self) -> list[int]:
        """The offices chosen, in order; steps left empty are passed over."""
        return [int(one) for one in self.cleaned_data.values() if one]

    def refuse(self, refusal: RefusedError) -> None:
        """Show why the action was refused."""
        self.add_error(None, words(refusal.reason))
