"""Django's card of this module."""

from django.apps import AppConfig


class CharterConfig(AppConfig):
    """The `charter` rung of the base."""

    name = "birlik.base.charter"
    label = "charter"
