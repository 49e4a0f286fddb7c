"""Addresses: every module's pages, sign-in, and the language switch."""

from django.urls import include, path
from django.views.i18n import set_language

from birlik.wiring.pages import PAGES

urlpatterns = [
    path("account/", include("allauth.urls")),
    path("language/", set_language, name="set_language"),
    *(page.url_pattern() for page in PAGES),
]
handler404 = "birlik.faces.cabinet.errors.not_found"
handler500 = "birlik.faces.cabinet.errors.failed"
