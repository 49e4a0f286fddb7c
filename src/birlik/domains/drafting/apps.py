"""Django's card of this module."""

from django.apps import AppConfig


class DraftingConfig(AppConfig):
    """Drafts of plans, their agreement and adoption."""

    name = "birlik.domains.drafting"
    label = "drafting"
