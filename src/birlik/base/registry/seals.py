"""The seal of this installation."""

from functools import lru_cache

from django.conf import settings

from birlik.base.registry.engine.seal import Seal


def seal() -> Seal:
    """The seal of the installation's secrets for personal data, the present one first."""
    return seal_of(tuple(settings.PERSONAL_SECRETS))


@lru_cache(maxsize=4)
def seal_of(secrets: tuple[str, ...]) -> Seal:
    """The seal of some secrets."""
    return Seal(secrets)
