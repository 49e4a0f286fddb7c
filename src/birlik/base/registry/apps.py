"""Django's card of this module."""

from django.apps import AppConfig


class RegistryConfig(AppConfig):
    """The `registry` rung of the base."""

    name = "birlik.base.registry"
    label = "registry"
