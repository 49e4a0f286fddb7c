"""What the installation's environment says, and what production may not leave at its default."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


class UnsafeProductionError(RuntimeError):
    """What was asked for is no kind of installation, or production with settings that only a
    demonstration may have."""


@dataclass(frozen=True, slots=True)
class Environment:
    """The installation as its environment describes it.

    `tls` is False where the proxy in front serves plain HTTP, on a closed network.
    `demo` is the default: everything lives in `var/`, the secret is drawn once and kept there.
    `BIRLIK_ENV=production` turns every default that would be unsafe into a refusal to start.
    """

    production: bool
    debug: bool
    tls: bool
    secret_key: str
    hosts: tuple[str, ...]
    database_url: str
    var: Path

    @classmethod
    def read(cls, environ: Mapping[str, str], root: Path) -> "Environment":
        """Read the variables; raise `UnsafeProductionError` naming each one that is missing."""
        kind = environ.get("BIRLIK_ENV", "demo")
        if kind not in {"demo", "production"}:
            raise UnsafeProductionError(f"BIRLIK_ENV: {kind!r} is neither demo nor production")
        production = kind == "production"
        var = Path(environ.get("BIRLIK_VAR", root / "var"))
        named = (name.strip() for name in environ.get("BIRLIK_HOSTS", "").split(","))
        hosts = tuple(name for name in named if name)
        debug = environ.get("BIRLIK_DEBUG", "false").lower() in {"1", "true", "yes"}
        if production:
            refuse_defaults(environ, hosts, debug=debug)
        return cls(
            production=production,
            debug=debug,
            tls=environ.get("BIRLIK_TLS", "on") != "off",
            secret_key=environ.get("BIRLIK_SECRET_KEY") or drawn_secret(var),
            hosts=hosts or ("127.0.0.1", "localhost", "[::1]"),
            database_url=environ.get("DATABASE_URL") or f"sqlite:///{var / 'birlik.sqlite3'}",
            var=var,
        )


def refuse_defaults(environ: Mapping[str, str], hosts: tuple[str, ...], *, debug: bool) -> None:
    """Raise `UnsafeProductionError` with every setting that production must not leave as it is."""
    wrong = []
    if len(environ.get("BIRLIK_SECRET_KEY", "")) < 32:
        wrong.append("BIRLIK_SECRET_KEY: set a secret of at least 32 characters")
    if debug:
        wrong.append("BIRLIK_DEBUG: must be off")
    if not hosts or "*" in hosts:
        wrong.append("BIRLIK_HOSTS: name the hosts that are served, separated by commas")
    if not environ.get("DATABASE_URL"):
        wrong.append("DATABASE_URL: name the database")
    if wrong:
        raise UnsafeProductionError("Birlik does not start in production:\n  " + "\n  ".join(wrong))


def drawn_secret(var: Path) -> str:
    """The demonstration's secret, drawn on the first start and kept in `var/`, readable by its
    owner only."""
    place = var / "secret"
    if not place.exists():
        var.mkdir(parents=True, exist_ok=True)
        place.touch(mode=0o600)
        place.write_text(secrets.token_urlsafe(48), encoding="utf-8")
    return place.read_text(encoding="utf-8")
