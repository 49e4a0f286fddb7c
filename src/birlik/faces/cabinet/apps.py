"""Django's card of this module."""

from django.apps import AppConfig


class CabinetConfig(AppConfig):
    """The staff's shell."""

    name = "birlik.faces.cabinet"
    label = "cabinet"
