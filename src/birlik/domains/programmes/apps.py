"""Django's card of this module."""

from django.apps import AppConfig


class ProgrammesConfig(AppConfig):
    """What associations do, and their yearly reports."""

    name = "birlik.domains.programmes"
    label = "programmes"
