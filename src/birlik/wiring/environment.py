"""What the installation's environment says, and what production may not leave at its default."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SMTP_MAIL = "birlik.adapters.mail.SmtpMail"
FOLDER_MAIL = "birlik.adapters.mail.FolderMail"


class UnsafeProductionError(RuntimeError):
    """What was asked for is no kind of installation, or production with settings that only a
    demonstration may have."""


@dataclass(frozen=True, slots=True)
class Environment:
    """The installation as its environment describes it.

    `tls` is False where the proxy in front serves plain HTTP, on a closed network.
    `demo` is the default: everything lives in `var/`, the secret is drawn once and kept there.
    `address` is where people find the cabinet, for links in mail; `mail` names the adapter that
    sends it with its settings, and is empty where none does.
    `personal_secrets` seal personal data: the first seals, all open. Without
    BIRLIK_PERSONAL_SECRETS (separated by spaces, the newest first) it is the secret key.
    Of the demonstration's invented register `demo_share` is drawn, above 0 and at most 1 (all).
    `BIRLIK_ENV=production` turns every default that would be unsafe into a refusal to start.
    """

    production: bool
    debug: bool
    tls: bool
    secret_key: str
    personal_secrets: tuple[str, ...]
    hosts: tuple[str, ...]
    database_url: str
    var: Path
    address: str
    mail: Mapping[str, Any]
    demo_share: float

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
        tls = environ.get("BIRLIK_TLS", "on") != "off"
        secret = environ.get("BIRLIK_SECRET_KEY") or drawn_secret(var)
        return cls(
            production=production,
            debug=debug,
            tls=tls,
            secret_key=secret,
            personal_secrets=tuple(environ.get("BIRLIK_PERSONAL_SECRETS", "").split()) or (secret,),
            hosts=hosts or ("127.0.0.1", "localhost", "[::1]"),
            database_url=environ.get("DATABASE_URL") or f"sqlite:///{var / 'birlik.sqlite3'}",
            var=var,
            address=address_of(environ, hosts, tls=tls and production),
            mail=mail_of(environ, hosts, var, production=production),
            demo_share=share_of(environ.get("BIRLIK_DEMO_SHARE", "1")),
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


def share_of(text: str) -> float:
    """How much of something there is to be; raises `UnsafeProductionError` for what is no number
    above 0 and at most 1."""
    try:
        share = float(text)
    except ValueError:
        share = 0
    if not 0 < share <= 1:
        raise UnsafeProductionError(f"BIRLIK_DEMO_SHARE: {text!r} is no number above 0, at most 1")
    return share


def address_of(environ: Mapping[str, str], hosts: tuple[str, ...], *, tls: bool) -> str:
    """The address of the cabinet without a slash at the end: as given, else by host and port."""
    if given := environ.get("BIRLIK_ADDRESS", "").rstrip("/"):
        return given
    host = hosts[0].lstrip(".") if hosts else f"127.0.0.1:{environ.get('PORT', '8000')}"
    return f"{'https' if tls else 'http'}://{host}"


def mail_of(
    environ: Mapping[str, str], hosts: tuple[str, ...], var: Path, *, production: bool
) -> dict[str, Any]:
    """The adapter that sends mail, as dotted name and settings.

    With BIRLIK_MAIL_HOST it is a mail server; without it a demonstration writes into `var/mail`,
    and production sends nothing. Raises `UnsafeProductionError` for a port that is no number or an
    unknown kind of security.
    """
    host = environ.get("BIRLIK_MAIL_HOST", "")
    domain = hosts[0].lstrip(".") if hosts else "birlik.example"
    sender = environ.get("BIRLIK_MAIL_FROM") or f"birlik@{domain}"
    if not host:
        folder = {"adapter": FOLDER_MAIL, "settings": {"sender": sender, "folder": var / "mail"}}
        return {} if production else folder
    port, security = (
        environ.get("BIRLIK_MAIL_PORT", "587"),
        environ.get("BIRLIK_MAIL_TLS", "starttls"),
    )
    if not port.isdecimal() or security not in {"starttls", "tls", "off"}:
        raise UnsafeProductionError(
            "BIRLIK_MAIL_PORT is a number, BIRLIK_MAIL_TLS is starttls, tls or off"
        )
    return {
        "adapter": SMTP_MAIL,
        "settings": {
            "sender": sender,
            "host": host,
            "port": int(port),
            "user": environ.get("BIRLIK_MAIL_USER", ""),
            "password": environ.get("BIRLIK_MAIL_PASSWORD", ""),
            "security": security,
        },
    }


def drawn_secret(var: Path) -> str:
    """The demonstration's secret, drawn on the first start and kept in `var/`, readable by its
    owner only."""
    place = var / "secret"
    if not place.exists():
        var.mkdir(parents=True, exist_ok=True)
        place.touch(mode=0o600)
        place.write_text(secrets.token_urlsafe(48), encoding="utf-8")
    return place.read_text(encoding="utf-8")
