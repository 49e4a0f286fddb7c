"""Django's card of this module."""

from django.apps import AppConfig


class ObligationsConfig(AppConfig):
    """The `obligations` rung of the base."""

    name = "birlik.base.obligations"
    label = "obligations"
