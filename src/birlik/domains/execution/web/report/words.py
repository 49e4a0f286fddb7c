"""What a report's states, languages and changes are called, in the reader's language."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy, pgettext_lazy

from birlik.base.values.local_text import LocalText
from birlik.base.values.period import Period

LANGUAGES: dict[str, str | Promise] = {
    "kk": pgettext_lazy("language of a report", "Kazakh"),
    "ru": pgettext_lazy("language of a report", "Russian"),
    "both": pgettext_lazy("language of a report", "Kazakh and Russian"),
}
REPORT_PILLS: dict[str, tuple[str, str | Promise]] = {
    "waiting": ("wait", gettext_lazy("waits for the worker")),
    "making": ("wait", gettext_lazy("is being made")),
    "made": ("open", gettext_lazy("made, not sent")),
    "failed": ("late", gettext_lazy("could not be made")),
    "sent": ("ok", pgettext_lazy("report", "sent")),
}
CHANGES: dict[str, str | Promise] = {
    "added": gettext_lazy("new in this report"),
    "gone": gettext_lazy("no longer in this report"),
    "words": gettext_lazy("the words of the measure changed"),
    "execution": gettext_lazy("what is said of its execution changed"),
}


def period_words(code: str) -> LocalText:
    """A period by its code, in words."""
    return Period.parse(code).in_words()
