"""Pages for what went wrong: each says what happened and what to do."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The request makes no sense."""
    return trouble(request, "cabinet/bad_request.html", 400)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """There is no such page, or it is not to be seen by its address."""
    return trouble(request, "cabinet/not_found.html", 404)


def failed(_request: HttpRequest) -> HttpResponse:
    """Something broke on our side: the page asks nothing of what may be broken."""
    return HttpResponse(render_to_string("cabinet/failed.html"), status=500)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form came without its token: too old, or from elsewhere."""
    return trouble(request, "cabinet/stale_form.html", 403)


def trouble(request: HttpRequest, template: str, status: int) -> HttpResponse:
    """A page of trouble: inside the shell for who has signed in, alone otherwise."""
    actor = getattr(request, "actor", None)
    layout = "ui/base.html" if actor is not None and actor.account_id else "ui/entrance.html"
    return render(request, template, {"layout": layout}, status=status)
