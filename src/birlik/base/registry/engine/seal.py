"""What may be read only with the installation's key, and what is found only by its exact value."""

import hmac
from base64 import urlsafe_b64encode
from collections.abc import Sequence
from hashlib import sha256

from cryptography.fernet import Fernet, MultiFernet


class Seal:
    """Encrypts with the first of some secrets, and reads what any of them encrypted.

    Encryption is Fernet (AES-128-CBC with HMAC-SHA256); a digest is HMAC-SHA256 under a key of its
    own, so that nobody finds a number by trying all of them without the secret.
    """

    def __init__(self, secrets: Sequence[str]) -> None:
        self.secrets = tuple(secrets)
        keys = (urlsafe_b64encode(derived(one, "seal")) for one in self.secrets)
        self.cipher = MultiFernet([Fernet(key) for key in keys])

    def sealed(self, words: str) -> str:
        """Words as they lie in the database; '' stays ''."""
        return self.cipher.encrypt(words.encode()).decode() if words else ""

    def opened(self, sealed: str) -> str:
        """Words from the database; raises `cryptography.fernet.InvalidToken` for what another
        secret sealed."""
        return self.cipher.decrypt(sealed.encode()).decode() if sealed else ""

    def sealed_bytes(self, content: bytes) -> bytes:
        """The bytes of a file as they lie in the database."""
        return self.cipher.encrypt(content)

    def opened_bytes(self, sealed: bytes) -> bytes:
        """The bytes of a file from the database; raises `InvalidToken` as `opened` does."""
        return self.cipher.decrypt(sealed)

    def digest(self, number: str) -> str:
        """What a number is found by, in hex, under the first secret; '' for no number."""
        return next(iter(self.digests(number)), "")

    def digests(self, number: str) -> tuple[str, ...]:
        """The digests of a number under each of the secrets, the first secret's first: until
        everything is sealed anew, numbers lie under older ones too. None for no number."""
        keys = (derived(one, "digest") for one in self.secrets if number)
        return tuple(hmac.new(key, number.encode(), sha256).hexdigest() for key in keys)


def derived(secret: str, purpose: str) -> bytes:
    """A key of 32 bytes for one purpose."""
    return hmac.new(secret.encode(), f"birlik.personal.{purpose}".encode(), sha256).digest()
