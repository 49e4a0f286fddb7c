"""What Django and allauth say on our pages is said in Kazakh and Russian too."""

from collections.abc import Iterable
from pathlib import Path

import allauth
import django
import polib
import pytest

from tools.catalogues.merge import key
from tools.catalogues.messages import Message, messages_in
from tools.catalogues.places import INSIDE, ROOT

DJANGO = Path(django.__file__).parent
ALLAUTH = Path(allauth.__file__).parent

SHOWN = [
    *["core/paginator.py", "core/validators.py", "forms", "utils/dates.py", "utils/timesince.py"],
    *["template/defaultfilters.py", "utils/text.py", "utils/ipv6.py", "views/csrf.py"],
    *["contrib/auth/password_validation.py", "db/models/base.py"],
]
SHOWN_OF_ALLAUTH = [
    *["account/adapter.py", "account/forms.py", "account/fields.py", "templates/account"],
    *["mfa/adapter.py", "mfa/totp", "mfa/recovery_codes", "templates/mfa", "templates/allauth"],
]
# Ways in that Birlik does not offer: opening an account oneself, telephones, keys without password.
NOT_OFFERED = (
    "phone",
    "signup.",
    "signup_by",
    "webauthn",
    "passkey",
    "unknown_account",
    "already_exists",
)


def shown(package: Path, places: Iterable[str]) -> set[Message]:
    """The messages of the files of a library that our pages can show."""
    return {
        message
        for place in places
        for message, files in messages_in(package / place).items()
        if not all(any(word in name for word in NOT_OFFERED) for name in files)
    }


def translated(paths: Iterable[Path]) -> dict[Message, polib.POEntry]:
    """The translated entries of several catalogues; what comes later is better."""
    return {
        key(entry): entry
        for path in paths
        if path.exists()
        for entry in polib.pofile(str(path)).translated_entries()
    }


def catalogues(language: str) -> list[Path]:
    """Every catalogue that speaks on our pages for Django and allauth."""
    inside = Path("locale", language) / INSIDE
    return [
        DJANGO / "conf" / inside,
        DJANGO / "contrib/auth" / inside,
        ALLAUTH / inside,
        ROOT / inside,
    ]


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_nothing_borrowed_is_left_in_english(language: str) -> None:
    """Every message of Django and allauth that our pages can show is translated."""
    known = translated(catalogues(language))
    wanted = shown(DJANGO, SHOWN) | shown(ALLAUTH, SHOWN_OF_ALLAUTH)
    assert sorted(message.text for message in wanted - known.keys()) == []


def test_friday_is_spelt_as_kazakh_spells_it() -> None:
    """Friday is «Жұма», which Django's own catalogue misspells."""
    known = translated(catalogues("kk"))
    assert known[Message("Friday")].msgstr == "Жұма"


def test_months_stand_in_lower_case_inside_a_kazakh_date() -> None:
    """A date says «20 қараша»: the names of months are common nouns."""
    known = translated(catalogues("kk"))
    assert known[Message("November", context="alt. month")].msgstr == "қараша"
