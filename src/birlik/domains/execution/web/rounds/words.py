"""What the states of rounds and sheets and the kinds of columns are called."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy, pgettext_lazy

ROUND_PILLS: dict[str, tuple[str, str | Promise]] = {
    "draft": ("todo", pgettext_lazy("round", "draft")),
    "open": ("open", pgettext_lazy("round", "open")),
    "closed": ("void", pgettext_lazy("round", "closed")),
}
SHEET_PILLS: dict[str, tuple[str, str | Promise]] = {
    "open": ("todo", pgettext_lazy("sheet", "not answered")),
    "sent": ("ok", pgettext_lazy("sheet", "answered")),
    "returned": ("warn", pgettext_lazy("sheet", "returned")),
}
CHOICES: dict[str, str | Promise] = {
    "": gettext_lazy("All bodies"),
    "awaited": gettext_lazy("Have not answered"),
    "sent": gettext_lazy("Have answered"),
    "returned": gettext_lazy("Returned to them"),
}
KIND_NAMES: dict[str, str | Promise] = {
    "text": pgettext_lazy("kind of column", "Text"),
    "number": pgettext_lazy("kind of column", "Number"),
    "date": pgettext_lazy("kind of column", "Date"),
    "link": pgettext_lazy("kind of column", "Link"),
    "choice": gettext_lazy("Choice from a list"),
}
ROWS: dict[str, str | Promise] = {
    "lines": gettext_lazy("The same rows for every body"),
    "districts": gettext_lazy("A row for each district of the body's region"),
    "free": gettext_lazy("Every body adds its own rows"),
}
