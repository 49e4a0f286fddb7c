"""Secrets that open something without sign-in: 256 random bits, of which only a digest is kept."""

import hashlib
import secrets

BITS = 256


def new_secret() -> str:
    """A secret that nobody guesses, in letters that an address may hold."""
    return secrets.token_urlsafe(BITS // 8)


def secret_digest(secret: str) -> str:
    """SHA-256 of a secret, in hex.

    The database is asked for the digest: how long that takes tells nothing of the secret, and who
    reads the table cannot open anything with it.
    """
    return hashlib.sha256(secret.encode()).hexdigest()
