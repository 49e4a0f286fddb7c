"""Django's card of this module."""

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    """The `records` rung of the base."""

    name = "birlik.base.records"
    label = "records"
