"""Why a point is worded anew, and on what ground."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from birlik.base.records.models import Act
from birlik.base.ui.forms import REQUIRED, DayField
from birlik.base.ui.templatetags.birlik import words
from birlik.domains.execution.queries.corrections import grounds, point_named
from birlik.domains.execution.web.acts_by_hand.forms import WordsField

MISREAD, AMENDED = "misread", "amended"
LONGEST = 70


class HowForm(forms.Form):
    """A misreading, or an amendment by a point of an act from a day on."""

    nature = forms.ChoiceField(
        label=_("Why it is worded anew"),
        choices=(
            (MISREAD, _("It was misread: it holds from the beginning")),
            (AMENDED, _("It was amended: it holds from a day on")),
        ),
        initial=MISREAD,
        widget=forms.RadioSelect,
        error_messages={"required": REQUIRED},
    )
    since = DayField(label=_("Amended from"), required=False)
    ground_act = forms.ChoiceField(
        label=_("Act that amended it"),
        required=False,
        help_text=_("If it is not in the list, import it or enter it by hand first."),
    )
    ground_point = WordsField(label=_("Its point"), max_length=20, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = cast("forms.ChoiceField", self.fields["ground_act"])
        field.choices = [("", "—"), *((str(one.pk), named(one)) for one in grounds())]

    def clean(self) -> dict[str, Any]:
        """Day and ground of an amendment; a misreading has neither."""
        clean = self.cleaned_data
        clean["ground"] = None
        if clean.get("nature") != AMENDED:
            clean["since"] = None
            return clean
        if not clean.get("since") and "since" not in self.errors:
            self.add_error("since", REQUIRED)
        if not clean.get("ground_act"):
            self.add_error("ground_act", _("Name the act that amended it."))
            return clean
        point = point_named(int(clean["ground_act"]), clean.get("ground_point", ""))
        if point is None:
            self.add_error("ground_point", _("That act has no such point."))
        else:
            clean["ground"] = point.pk
        return clean


def named(act: Act) -> str:
    """An act in a list: number, day and the beginning of its title."""
    title = words(act.title)
    return f"{act} — {title[:LONGEST]}{'…' if len(title) > LONGEST else ''}"
