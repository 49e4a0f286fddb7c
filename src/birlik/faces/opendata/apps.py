"""Django's card of this module."""

from django.apps import AppConfig


class OpenDataConfig(AppConfig):
    """The programs' shell."""

    name = "birlik.faces.opendata"
    label = "opendata"
