"""Django's card of this module."""

from django.apps import AppConfig


class LettersConfig(AppConfig):
    """The `letters` rung of the base."""

    name = "birlik.base.letters"
    label = "letters"
