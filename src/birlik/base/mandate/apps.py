"""Django's card of this module."""

from django.apps import AppConfig


class MandateConfig(AppConfig):
    """The `mandate` rung of the base."""

    name = "birlik.base.mandate"
    label = "mandate"
