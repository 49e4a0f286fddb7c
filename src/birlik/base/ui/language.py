"""The language of a page: the reader's own choice, else Kazakh.

The browser's wish is not asked: on a first visit Birlik speaks the state language.
"""

from collections.abc import Callable, Mapping

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language, override

from birlik.base.values.local_text import LANGUAGES, Language


def reader_language() -> Language:
    """The language in which the page is being written."""
    return known_language(get_language() or "")


def known_language(code: str) -> Language:
    """The language of the Assembly that `code` names ("ru", "ru-RU"), else Kazakh."""
    return next((known for known in LANGUAGES if known == code[:2]), "kk")


def chosen_language(cookies: Mapping[str, str]) -> Language:
    """The language kept in the reader's cookie, else Kazakh."""
    return known_language(cookies.get(settings.LANGUAGE_COOKIE_NAME, ""))


class LanguageMiddleware:
    """Answers each request in the language its reader chose."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Activate the language for this request and say it in the answer."""
        language = chosen_language(request.COOKIES)
        vars(request).update(LANGUAGE_CODE=language)
        with override(language):
            response = self.answer(request)
        response.headers.setdefault("Content-Language", language)
        patch_vary_headers(response, ("Cookie",))
        return response
