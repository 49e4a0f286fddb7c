"""Django's card of this module."""

from django.apps import AppConfig


class ProgramsConfig(AppConfig):
    """The programs' shell."""

    name = "birlik.faces.opendata"
    label = "opendata"
