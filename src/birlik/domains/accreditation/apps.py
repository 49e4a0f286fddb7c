"""Django's card of this module."""

from django.apps import AppConfig


class AccreditationConfig(AppConfig):
    """Public accreditation of ethnocultural associations."""

    name = "birlik.domains.accreditation"
    label = "accreditation"
