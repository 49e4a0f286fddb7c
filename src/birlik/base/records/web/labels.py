"""What the check's findings are called on a page."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

FINDING_KINDS: dict[str, str | Promise] = {
    "quantity_inside": _("One quantity given differently inside the act"),
    "quantity_languages": _("A quantity differs between the languages"),
    "quantity_acts": _("A quantity differs between acts"),
    "sum": _("Figures that do not add up"),
    "percentage": _("A percentage that does not follow from the figures"),
    "indicator_table_plan": _("An indicator differs between table and plan"),
    "indicator_acts": _("An indicator differs between acts"),
    "indicator_course": _("An indicator planned to worsen"),
    "target_exceeded": _("A target already exceeded"),
    "fact_against_plan": _("A fact against the earlier act's plan"),
    "promised_count": _("A promised count that the sub-measures do not have"),
    "parent_child_deadline": _("Deadlines of a measure and its part that cannot both hold"),
    "past_deadline": _("A deadline before the adoption"),
    "after_repeal": _("A deadline after the repeal"),
    "outside_term": _("A deadline outside the act's years"),
    "deadline_unclear": _("A deadline that can be taken in two ways"),
    "repeated_measure": _("Two measures that order the same thing"),
    "executor_unknown": _("An executor outside the list of abbreviations"),
    "executor_agreement": _("“By agreement” in one place and not in another"),
    "passport_absent": _("An executor of the passport absent from the plan"),
    "one_name_two_things": _("One name for two things"),
    "two_names_one_thing": _("Two names for one thing"),
    "missing_abbreviation": _("A missing abbreviation"),
    "missing_section": _("A missing section"),
    "missing_row": _("A missing row of a table"),
}
SEVERITIES: dict[str, tuple[str, str | Promise]] = {
    "error": ("late", _("Contradiction")),
    "warning": ("warn", _("Follows from the text")),
    "question": ("wait", _("Question")),
}
"""Severity → the tone and the words of its pill."""
