"""The seal: what it encrypts is read with its secrets alone, and found by its exact value."""

import pytest
from cryptography.fernet import InvalidToken

from birlik.base.registry.engine.seal import Seal

OLD, NEW = Seal(["first"]), Seal(["second", "first"])


def test_words_are_opened_with_the_secret_alone() -> None:
    """What one secret sealed hides the words, opens with that secret, and with no other."""
    sealed = OLD.sealed("870105301009")
    assert "870105301009" not in sealed
    assert OLD.opened(sealed) == "870105301009"
    with pytest.raises(InvalidToken):
        Seal(["other"]).opened(sealed)


def test_same_words_never_look_the_same() -> None:
    """Two people with the same words cannot be told by what lies in the database."""
    assert OLD.sealed("қазақ") != OLD.sealed("қазақ")


def test_nothing_stays_nothing() -> None:
    """Empty words are neither sealed nor digested."""
    assert OLD.sealed("") == OLD.opened("") == OLD.digest("") == ""
    assert OLD.digests("") == ()


def test_new_secret_opens_what_the_old_one_sealed() -> None:
    """After a new secret the old words still open; new ones open with the new secret alone."""
    sealed = OLD.sealed("words")
    assert NEW.opened(sealed) == "words"
    with pytest.raises(InvalidToken):
        OLD.opened(NEW.sealed("words"))


def test_files_are_sealed_alike() -> None:
    """Bytes come back as they were."""
    sealed = OLD.sealed_bytes(b"PK\x03\x04")
    assert b"PK" not in sealed
    assert NEW.opened_bytes(sealed) == b"PK\x03\x04"


def test_digest_depends_on_the_secret() -> None:
    """A number is found by the same digest each time, which nobody makes without the secret; the
    digests under all secrets find it while the newest is not used everywhere yet."""
    assert OLD.digest("870105301009") == OLD.digest("870105301009")
    assert len(OLD.digest("870105301009")) == 64
    assert OLD.digest("870105301009") != NEW.digest("870105301009")
    assert NEW.digests("870105301009") == (
        NEW.digest("870105301009"),
        OLD.digest("870105301009"),
    )


def test_encryption_and_digest_use_keys_of_their_own() -> None:
    """The digest of a number is not made with the key that seals."""
    assert OLD.digest("1") not in OLD.sealed("1")
