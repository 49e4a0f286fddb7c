"""What letters are called on pages, in the reader's language."""

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from birlik.base.letters.models import Letter
from birlik.base.ui.templatetags.birlik import day
from birlik.domains.execution.engine.corresponding import ANSWERED, UNANSWERED, UNNUMBERED

KINDS: dict[str, str | Promise] = {
    "request": gettext_lazy("Request"),
    "reminder": gettext_lazy("Reminder"),
    "return": pgettext_lazy("letter", "Return"),
    "report": pgettext_lazy("letter", "Cover letter of a report"),
    "other": pgettext_lazy("letter", "Other"),
}
DIRECTION_NAMES: dict[str, str | Promise] = {
    "in": pgettext_lazy("letter", "Incoming"),
    "out": pgettext_lazy("letter", "Outgoing"),
}
STANDING_NAMES: dict[str, str | Promise] = {
    UNANSWERED: gettext_lazy("Sent, not answered"),
    ANSWERED: pgettext_lazy("letter", "Answered"),
    UNNUMBERED: gettext_lazy("Without number"),
}
STANDING_TONES = {UNANSWERED: "wait", ANSWERED: "ok", UNNUMBERED: "warn"}
VERBS: dict[str, str | Promise] = {
    "extend": gettext_lazy("Extend the due date"),
    "release": gettext_lazy("Release from execution"),
    "take_off": gettext_lazy("Take off control"),
}


def named(one: Letter) -> str:
    """A letter as people cite it: "№ 5-1/22, 26.04.2024"."""
    if not one.number:
        return _("letter without number")
    return f"№ {one.number}, {day(one.dated_on)}"


def standing_of(one: Letter, *, answered: bool) -> str:
    """Where an outgoing letter stands; '' for an incoming one."""
    if one.direction == Letter.Direction.INCOMING:
        return ""
    if not one.number:
        return UNNUMBERED
    return ANSWERED if answered else UNANSWERED
