"""The first page, and the choice of the office in which one acts."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from birlik.base.registry.web.middleware import CHOSEN
from birlik.base.ui.pages import ActorRequest, may_when_signed_in, menu_for, now, page


@page("home", "", title=_("Birlik"), may=may_when_signed_in, section="home")
def home(request: ActorRequest) -> HttpResponse:
    """Leads to the first page of the menu; says what to do where the office opens none."""
    menu = menu_for(import_string(settings.CABINET_PAGES), request.actor, now())
    return redirect(menu[0].name) if menu else render(request, "cabinet/no_office.html")


@require_POST
def choose_office(request: HttpRequest) -> HttpResponse:
    """Act in another of one's own appointments from now on; any other number changes nothing."""
    own = {str(one.pk): one.pk for one in vars(request)["appointments"]}
    chosen = own.get(request.POST.get("appointment", ""))
    if chosen is not None:
        request.session[CHOSEN] = chosen
    back = request.POST.get("next", "/")
    safe = url_has_allowed_host_and_scheme(
        back, {request.get_host()}, require_https=request.is_secure()
    )
    return HttpResponseRedirect(back if safe else "/")
