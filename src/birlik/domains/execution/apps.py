"""Django's card of this module."""

from django.apps import AppConfig


class ExecutionConfig(AppConfig):
    """Import of acts, plans and boards."""

    name = "birlik.domains.execution"
    label = "execution"
