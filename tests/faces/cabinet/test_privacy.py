"""What nobody on the way, at a shared computer or in the log may find."""

import logging
from http import HTTPStatus
from io import StringIO

import pytest
from django.conf import settings
from django.test import Client
from django.utils.module_loading import import_string

from tests.domains.execution.plan_world import sign_in

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "address",
    ["/plans/", "/obligations/", "/account/", "/account/login/", "/no-such-page/", "/api/docs"],
)
def test_no_answer_is_kept(client: Client, address: str) -> None:
    """Pages, refusals and missing pages are kept by nobody: after signing out, going back shows
    nothing of them."""
    if address != "/account/login/":
        sign_in(client, "plans.read")
    kept = client.get(address).headers["Cache-Control"]
    assert {"private", "no-store"} <= set(kept.split(", "))


@pytest.mark.parametrize("address", ["/obligations/?act=%00", "/plans/1/measures/%00/", "/?%00"])
def test_null_character_in_an_address_is_senseless(client: Client, address: str) -> None:
    """An address that no database could look up is answered with a page that says so, signed in
    or not."""
    assert client.get(address).status_code == HTTPStatus.BAD_REQUEST
    sign_in(client, "plans.read")
    assert client.get(address).status_code == HTTPStatus.BAD_REQUEST


def test_log_keeps_no_secret_of_an_address(client: Client) -> None:
    """The line that tells of a wrong or tired calendar covers its secret."""
    told = StringIO()
    keeper = logging.StreamHandler(told)
    keeper.addFilter(import_string(settings.LOGGING["filters"]["secrets"]["()"])())
    logging.getLogger("django.request").addHandler(keeper)
    client.get("/calendar/tUqXsecret-_0.ics")
    logging.getLogger("django.request").removeHandler(keeper)
    assert told.getvalue() == "Not Found: /calendar/….ics\n"


def test_every_handler_of_the_log_covers_secrets() -> None:
    """No way to the log goes round the filter."""
    handlers = settings.LOGGING["handlers"].values()
    assert all(one["filters"] == ["secrets"] for one in handlers)
