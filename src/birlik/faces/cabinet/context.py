"""What the layout of every page knows: menu, page, office, demonstration notice."""

from functools import partial
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.module_loading import import_string

from birlik.base.registry.queries import unseen_count
from birlik.base.ui.pages import menu_for, now
from birlik.base.values.actor import Actor


def shell(request: HttpRequest) -> dict[str, Any]:
    """The layout's context; without an actor (the request failed early) there is no menu."""
    actor: Actor | None = getattr(request, "actor", None)
    pages = import_string(settings.CABINET_PAGES)
    return {
        "demonstration": settings.DEMONSTRATION,
        "page": getattr(request, "page", None),
        "menu": menu_for(pages, actor, now()) if actor else [],
        "appointments": getattr(request, "appointments", []),
        # Called where a template shows it, so that a part of a page asks nothing.
        "unseen": partial(unseen_count, (actor.account_id if actor else None) or 0),
    }
