"""What every answer carries so that a browser keeps others out."""

import re
from html.parser import HTMLParser

import pytest
from django.contrib.auth.hashers import make_password
from django.test import Client

from birlik.base.registry.actions import open_account
from birlik.wiring.pages import PAGES
from tests.domains.execution.plan_world import AT, SYSTEM, sign_in

pytestmark = pytest.mark.django_db
POWERS = (
    *("acts.read", "acts.import", "plans.read", "indicators.read", "journal.read"),
    *("obligations.review", "obligations.report", "reports.read", "reports.make", "registry.keep"),
    *("letters.register", "rounds.run", "obligations.direct", "charter.keep"),
    *("plans.draft", "plans.agree", "plans.approve"),
    *("structures.read", "structures.keep", "structures.propose", "people.read", "people.keep"),
    *("accreditation.run", "accreditation.check", "accreditation.vote", "accreditation.apply"),
)
PLAIN = sorted("/" + page.route for page in PAGES if "<" not in page.route)
"""The addresses of all the pages that need no number."""

OTHERS = ("/account/login/", "/no-such-page/", "/api/obligations")
HEADERS = {
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
"""The policy by the letter: nothing but what comes from this installation."""


ELSEWHERE = re.compile(r"(?i)javascript:|//|https?:")


class Inline(HTMLParser):
    """Whatever a page writes into itself that the policy would have to allow."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at the attributes of a tag."""
        named = dict(attrs)
        if tag == "style" or (tag == "script" and "src" not in named):
            self.found.append(tag)
        self.found += [name for name in named if name == "style" or name.startswith("on")]
        self.found += [
            value
            for name, value in attrs
            if name in {"href", "src", "action"}
            and re.match(r"(?i)javascript:|//|https?:", value or "")
        ]


def policy_of(header: str) -> dict[str, str]:
    """The directives of a policy; a nonce that pages draw anew is left out."""
    parts = (one.strip().partition(" ") for one in header.split(";"))
    return {name: re.sub(r" 'nonce-[^']+'", "", value) for name, _space, value in parts}


@pytest.mark.parametrize(
    "address", [*PLAIN, "/account/login/", "/no-such-page/", "/api/obligations"]
)
def test_every_answer_keeps_others_out(client: Client, address: str) -> None:
    """Pages, refusals, missing pages and the API carry the same headers and policy."""
    if address != "/account/login/":
        sign_in(client, *POWERS)
    answer = client.get(address)
    assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS
    assert policy_of(answer.headers["Content-Security-Policy"]) == POLICY


@pytest.mark.parametrize("address", PLAIN)
def test_no_page_needs_what_the_policy_forbids(client: Client, address: str) -> None:
    """No page has a script or style written into it, nor an address of another host."""
    sign_in(client, *POWERS)
    answer = client.get(address, follow=True)
    assert answer.status_code == 200
    if answer.headers["Content-Type"].startswith("text/html"):
        page = Inline()
        page.feed(answer.content.decode())
        assert page.found == []


def test_cookies_are_closed_to_scripts_and_other_sites(client: Client) -> None:
    """The session is out of the reach of scripts; neither it nor the form's token goes along with
    requests that other sites make."""
    open_account(
        SYSTEM,
        None,
        at=AT,
        full_name="Анна",
        email="anna@birlik.example",
        password_hash=make_password("a long password"),
    )
    client.get("/account/login/")
    client.post("/account/login/", {"login": "anna@birlik.example", "password": "a long password"})
    assert client.cookies["sessionid"]["httponly"]
    assert {name: one["samesite"] for name, one in client.cookies.items()} == dict.fromkeys(
        ("sessionid", "csrftoken", "birlik_language"), "Lax"
    )
