"""Django's card of this module."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """The `ui` rung of the base."""

    name = "birlik.base.ui"
    label = "ui"
