"""Signing in: accounts are given by the office, nobody opens one alone."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class ClosedAccountAdapter(DefaultAccountAdapter):
    """Sign-in without sign-up."""

    def is_open_for_signup(self, _request: HttpRequest) -> bool:
        """Nobody signs up: the registry's office opens accounts."""
        return False
