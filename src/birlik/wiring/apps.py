"""Django's card of the wiring: the one place where modules are connected at start."""

from importlib import import_module

from django.apps import AppConfig


class WiringConfig(AppConfig):
    """Connects facts to those who react to them."""

    name = "birlik.wiring"
    label = "wiring"

    def ready(self) -> None:
        """Connect the subscriptions once all models are loaded."""
        import_module("birlik.wiring.subscriptions").connect()
