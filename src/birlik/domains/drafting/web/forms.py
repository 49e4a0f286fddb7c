"""What a person enters of a draft."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, cast

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from birlik.base.records.models import Act
from birlik.base.registry.models import Territory
from birlik.base.ui.forms import REQUIRED, DayField
from birlik.base.ui.templatetags.birlik import local, words
from birlik.base.values.local_text import LocalText
from birlik.domains.drafting.actions.agreement import RemarkWords
from birlik.domains.drafting.actions.measures import MeasureWords
from birlik.domains.drafting.engine.content import IndicatorRow, MeasureRow, TaskRow
from birlik.domains.drafting.models import Agreement

LONGEST = 4000
FIRST_YEAR, LAST_YEAR = 1991, 2100


class WordsField(forms.CharField):
    """Words on one line, however they were pasted, in a language where that is known."""

    def __init__(self, *, language: str = "", rows: int = 2, **options: Any) -> None:
        attrs: dict[str, Any] = {"lang": language} if language else {}
        attrs |= {"rows": rows} if rows > 1 else {"autocomplete": "off"}
        options.setdefault("max_length", LONGEST)
        options.setdefault("error_messages", {"required": REQUIRED})
        widget = forms.Textarea(attrs=attrs) if rows > 1 else forms.TextInput(attrs=attrs)
        super().__init__(widget=widget, **options)

    def to_python(self, value: Any) -> str:
        """The words with single spaces between them."""
        return " ".join(str(value or "").split())


class YearField(forms.IntegerField):
    """A year, in four digits."""

    def __init__(self, **options: Any) -> None:
        wrong = _("Enter the year in four digits.")
        super().__init__(
            min_value=FIRST_YEAR,
            max_value=LAST_YEAR,
            widget=forms.TextInput(attrs={"inputmode": "numeric", "maxlength": "4", "size": "6"}),
            error_messages={
                **{"invalid": wrong, "min_value": wrong, "max_value": wrong},
                "required": REQUIRED,
            },
            **options,
        )


class PlanForm(forms.Form):
    """The act that a plan carries out, what the plan is called, and its years."""

    act = forms.TypedChoiceField(coerce=int, error_messages={"required": REQUIRED})
    region = forms.ChoiceField(label=_("Region"), error_messages={"required": REQUIRED})
    title_kk = WordsField(label=_("Title of the plan in Kazakh"), language="kk")
    title_ru = WordsField(label=_("Title of the plan in Russian"), language="ru")
    first_year = YearField(label=_("First year"))
    last_year = YearField(label=_("Last year"))

    def __init__(
        self, *args: Any, acts: Sequence[Act], regions: Sequence[Territory] = (), **more: Any
    ) -> None:
        super().__init__(*args, **more)
        self.acts = {one.pk: one for one in acts}
        self.regions = {one.code: one for one in regions}
        act = cast("forms.ChoiceField", self.fields["act"])
        act.label = _("National plan") if regions else _("Concept")
        act.choices = [(one.pk, f"{one} — {words(one.title)}") for one in acts]
        if regions:
            region = cast("forms.ChoiceField", self.fields["region"])
            region.choices = [(one.code, words(one.name)) for one in regions]
        else:
            del self.fields["region"]

    def clean(self) -> dict[str, Any]:
        """The years in their order."""
        first, last = (self.cleaned_data.get(f"{name}_year") for name in ("first", "last"))
        if first and last and last < first:
            self.add_error("last_year", gettext("The last year cannot come before the first."))
        return self.cleaned_data

    def chosen_act(self) -> Act:
        """The act itself."""
        return self.acts[self.cleaned_data["act"]]

    def chosen_region(self) -> Territory:
        """The region itself."""
        return self.regions[self.cleaned_data["region"]]

    def title(self) -> LocalText:
        """What the plan is called."""
        return LocalText(self.cleaned_data["title_kk"], self.cleaned_data["title_ru"])

    def years(self) -> tuple[int, int]:
        """The years of the plan."""
        return self.cleaned_data["first_year"], self.cleaned_data["last_year"]


class MeasureForm(forms.Form):
    """A measure in the columns of the plan's form, with what it serves."""

    direction = forms.ChoiceField(label=_("Direction"), error_messages={"required": REQUIRED})
    title_kk = WordsField(label=_("Measure in Kazakh"), language="kk", rows=3, required=False)
    title_ru = WordsField(label=_("Measure in Russian"), language="ru", rows=3, required=False)
    form_kk = WordsField(label=_("Completion form in Kazakh"), language="kk", required=False)
    form_ru = WordsField(label=_("Completion form in Russian"), language="ru", required=False)
    deadline_kk = WordsField(
        label=_("Deadline in Kazakh"), language="kk", required=False, rows=1, max_length=400
    )
    deadline_ru = WordsField(
        label=_("Deadline in Russian"), language="ru", required=False, rows=1, max_length=400
    )
    executors_kk = WordsField(
        label=_("Executors in Kazakh"),
        language="kk",
        required=False,
        help_text=_("By their abbreviations or names, with commas between; the first one leads."),
    )
    executors_ru = WordsField(label=_("Executors in Russian"), language="ru", required=False)
    tasks = forms.MultipleChoiceField(
        label=_("Tasks of the concept that it covers"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    indicators = forms.TypedMultipleChoiceField(
        label=_("Indicators that it serves"),
        required=False,
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(
        self,
        *args: Any,
        tasks: Sequence[TaskRow],
        indicators: Iterable[IndicatorRow],
        **more: Any,
    ) -> None:
        super().__init__(*args, **more)
        direction = cast("forms.ChoiceField", self.fields["direction"])
        direction.choices = [
            (one.number, f"{one.number}. {words(one.title)}") for one in tasks if not one.direction
        ]
        covered = cast("forms.MultipleChoiceField", self.fields["tasks"])
        covered.choices = [
            (one.number, format_html("{}. {}", one.number, local(one.title)))
            for one in tasks
            if one.direction
        ]
        served = cast("forms.TypedMultipleChoiceField", self.fields["indicators"])
        served.choices = [(one.key, words(one.title)) for one in indicators]

    def clean(self) -> dict[str, Any]:
        """A title in one language at least."""
        if not self.cleaned_data.get("title_kk") and not self.cleaned_data.get("title_ru"):
            self.add_error("title_kk", REQUIRED)
        return self.cleaned_data

    def words(self) -> MeasureWords:
        """The measure as entered."""
        clean = self.cleaned_data

        def cell(name: str) -> LocalText:
            return LocalText(clean[f"{name}_kk"], clean[f"{name}_ru"])

        return MeasureWords(
            direction=clean["direction"],
            title=cell("title"),
            form=cell("form"),
            deadline=cell("deadline"),
            executors=cell("executors"),
            tasks=clean["tasks"],
            indicators=clean["indicators"],
        )

    @staticmethod
    def of(row: MeasureRow) -> dict[str, object]:
        """What the form begins with for a measure that is there."""
        cells = {
            f"{name}_{language}": getattr(getattr(row, name), language)
            for name in ("title", "form", "deadline", "executors")
            for language in ("kk", "ru")
        }
        return {
            **cells,
            "direction": row.direction,
            "tasks": list(row.tasks),
            "indicators": list(row.indicators),
        }


class TaskForm(forms.Form):
    """The words of a direction or task."""

    title_kk = WordsField(label=_("In Kazakh"), language="kk", rows=3)
    title_ru = WordsField(label=_("In Russian"), language="ru", rows=3)


class AskForm(forms.Form):
    """By which day the bodies are to answer."""

    agree_by = DayField(label=_("To be answered by"))

    def __init__(self, *args: Any, today: date, **more: Any) -> None:
        super().__init__(*args, **more)
        self.today = today

    def clean_agree_by(self) -> date:
        """A day that has not passed."""
        day: date = self.cleaned_data["agree_by"]
        if day < self.today:
            raise forms.ValidationError(gettext("This day has passed."))
        return day


class AnswerForm(forms.Form):
    """What a body answers: its stance, and remarks on its measures and on the whole draft."""

    stance = forms.ChoiceField(
        label=_("Answer"),
        choices=[
            (Agreement.Stance.AGREED, _("Agreed")),
            (Agreement.Stance.REMARKS, _("Agreed with remarks")),
            (Agreement.Stance.DISAGREED, _("Not agreed")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose an answer.")},
    )
    by_letter = WordsField(
        label=_("Letter by which the body answered"),
        required=False,
        rows=1,
        max_length=200,
        help_text=_("Its number and day. Needed where you record the answer of another body."),
    )
    text_all = WordsField(label=_("Remark on the whole draft"), required=False)
    proposed_all = WordsField(label=_("Proposed wording"), required=False)

    def __init__(self, *args: Any, measures: Sequence[int], **more: Any) -> None:
        super().__init__(*args, **more)
        self.measures = measures
        for key in measures:
            self.fields[f"text_{key}"] = WordsField(label=_("Remark"), required=False)
            self.fields[f"proposed_{key}"] = WordsField(label=_("Proposed wording"), required=False)

    def pair(self, key: int | str) -> tuple[forms.BoundField, forms.BoundField]:
        """The fields of a measure, or of the whole draft ("all")."""
        return self[f"text_{key}"], self[f"proposed_{key}"]

    def remarks(self) -> list[RemarkWords]:
        """The remarks that were written; a proposal without a remark is one."""
        found = []
        for measure, key in [(None, "all"), *((one, str(one)) for one in self.measures)]:
            text, proposed = (
                self.cleaned_data.get(f"{name}_{key}", "") for name in ("text", "proposed")
            )
            if text or proposed:
                found.append(RemarkWords(measure, text, proposed))
        return found


class ReplyForm(forms.Form):
    """What the drafter says to a remark."""

    taken = forms.TypedChoiceField(
        label=_("Decision"),
        choices=[("1", _("Taken over")), ("0", _("Declined"))],
        coerce=lambda code: code == "1",
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose an answer.")},
    )
    reply = WordsField(label=_("Reason or note"), required=False)

    def clean(self) -> dict[str, Any]:
        """Who declines says why."""
        if self.cleaned_data.get("taken") is False and not self.cleaned_data.get("reply"):
            self.add_error("reply", gettext("Say why the remark is declined."))
        return self.cleaned_data


class VersionForm(forms.Form):
    """What a version is."""

    words = WordsField(label=_("What this version is"), required=False, rows=1, max_length=200)


class ApproveForm(forms.Form):
    """The paper by which a plan was approved."""

    number = WordsField(label=_("Number"), rows=1, max_length=100)
    adopted_on = DayField(label=_("Adopted on"))


class ReopenForm(forms.Form):
    """Why a draft is given back."""

    reason = WordsField(label=_("Why it is given back"))
