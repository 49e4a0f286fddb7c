"""Addresses: every module's pages, sign-in, the office in which one acts, the language."""

from allauth.account.views import (
    account_inactive,
    login,
    logout,
    password_change,
    signup,
)
from django.urls import path
from django.views.i18n import set_language

from birlik.faces.cabinet.web.home import choose_office
from birlik.wiring.pages import PAGES

urlpatterns = [
    path("account/login/", login, name="account_login"),
    path("account/logout/", logout, name="account_logout"),
    path("account/inactive/", account_inactive, name="account_inactive"),
    path("account/password/", password_change, name="account_change_password"),
    path("account/signup/", signup, name="account_signup"),
    path("language/", set_language, name="set_language"),
    path("office/", choose_office, name="office"),
    *(page.url_pattern() for page in PAGES),
]
handler400 = "birlik.faces.cabinet.errors.bad_request"
handler404 = "birlik.faces.cabinet.errors.not_found"
handler500 = "birlik.faces.cabinet.errors.failed"
