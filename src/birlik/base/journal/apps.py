"""Django's card of this module."""

from django.apps import AppConfig


class JournalConfig(AppConfig):
    """The `journal` rung of the base."""

    name = "birlik.base.journal"
    label = "journal"
