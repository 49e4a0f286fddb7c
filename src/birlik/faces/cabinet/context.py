"""What the layout of every page knows: menu, language, office, demonstration notice."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def shell(request: HttpRequest) -> dict[str, Any]:
    """The layout's context."""
    return {"demonstration": settings.DEMONSTRATION}
