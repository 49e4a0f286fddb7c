"""The words of the installed catalogues together."""

from pathlib import Path

import polib
import pytest
from django.utils.translation import gettext, override, pgettext

import birlik
from birlik.base.values.local_text import LANGUAGES

CATALOGUES = "locale/{language}/LC_MESSAGES/django.po"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_says_what_its_own_catalogue_says(language: str) -> None:
    """No catalogue of a library, nor of another app, takes the place of an app's own word."""
    places = Path(birlik.__file__).parent.rglob(CATALOGUES.format(language=language))
    entries = [one for place in places for one in polib.pofile(place) if not one.msgid_plural]
    assert entries
    with override(language):
        said = [
            pgettext(one.msgctxt, one.msgid) if one.msgctxt else gettext(one.msgid)
            for one in entries
        ]
    assert said == [one.msgstr for one in entries]
