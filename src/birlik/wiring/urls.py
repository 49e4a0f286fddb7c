"""Addresses: every module's pages, sign-in, the office in which one acts, the language."""

from allauth.account.views import (
    account_inactive,
    login,
    logout,
    password_change,
    reauthenticate,
    signup,
)
from allauth.mfa.base.views import authenticate as authenticate_by_code
from allauth.mfa.base.views import reauthenticate as reauthenticate_by_code
from allauth.mfa.recovery_codes.views import download_recovery_codes, view_recovery_codes
from django.urls import path
from django.views.i18n import set_language

from birlik.faces.cabinet.web.home import choose_office
from birlik.faces.cabinet.web.second_factor import NewCodes, Removal, SetUp, account
from birlik.faces.opendata.api import api
from birlik.wiring.pages import PAGES

urlpatterns = [
    path("account/login/", login, name="account_login"),
    path("account/logout/", logout, name="account_logout"),
    path("account/inactive/", account_inactive, name="account_inactive"),
    path("account/password/", password_change, name="account_change_password"),
    path("account/signup/", signup, name="account_signup"),
    path("account/again/", reauthenticate, name="account_reauthenticate"),
    path("account/again/code/", reauthenticate_by_code, name="mfa_reauthenticate"),
    path("account/login/code/", authenticate_by_code, name="mfa_authenticate"),
    path("account/factor/", SetUp.as_view(), name="mfa_activate_totp"),
    path("account/factor/off/", Removal.as_view(), name="mfa_deactivate_totp"),
    path("account/codes/", view_recovery_codes, name="mfa_view_recovery_codes"),
    path("account/codes/new/", NewCodes.as_view(), name="mfa_generate_recovery_codes"),
    path("account/codes/file/", download_recovery_codes, name="mfa_download_recovery_codes"),
    path(account.route, account.view, name="mfa_index"),
    path("language/", set_language, name="set_language"),
    path("office/", choose_office, name="office"),
    path("api/", api.urls),
    *(page.url_pattern() for page in PAGES),
]
handler400 = "birlik.faces.cabinet.errors.bad_request"
handler404 = "birlik.faces.cabinet.errors.not_found"
handler500 = "birlik.faces.cabinet.errors.failed"
