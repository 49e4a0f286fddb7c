"""Mail: through a server, or into a folder where a person can look at it.

Both build the same letter: plain UTF-8 text, one addressee, nothing that reports back.
"""

import smtplib
import ssl
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from pathlib import Path
from typing import Literal

Security = Literal["starttls", "tls", "off"]
REFUSED = (
    smtplib.SMTPResponseException,
    smtplib.SMTPRecipientsRefused,
    smtplib.SMTPNotSupportedError,
)
"""The server answered that it does not take the letter; anything else may mean that it did."""


def letter(
    *, sender: str, to: str, subject: str, text: str, key: str, at: datetime
) -> EmailMessage:
    """A letter whose identity follows from `key`, so that a server knows one that comes twice.

    Raises ValueError for an address or a subject that holds a line break.
    """
    message = EmailMessage(policy=SMTP)
    message["From"] = sender
    message["To"] = to
    message["Subject"] = subject
    message["Date"] = format_datetime(at)
    message["Message-ID"] = f"<{key}@{sender.rpartition('@')[2]}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(text, charset="utf-8")
    return message


@dataclass(frozen=True, slots=True)
class SmtpMail:
    """Sends through a mail server.

    `security` is "starttls" (the connection turns secret), "tls" (secret from the start) or "off",
    which is for a relay on the same machine only. `patience` is in seconds.
    """

    sender: str
    host: str
    port: int = 587
    user: str = ""
    password: str = ""
    security: Security = "starttls"
    patience: float = 30.0

    def send(self, *, to: str, subject: str, text: str, key: str, at: datetime) -> str:
        """Send one letter; '' when the server took it, else why it certainly did not.

        Raises SMTPServerDisconnected or OSError when the line broke while the server had the
        letter: then nobody knows.
        """
        message = letter(sender=self.sender, to=to, subject=subject, text=text, key=key, at=at)
        try:
            server = self.opened()
        except (OSError, smtplib.SMTPException) as error:
            return said(error)
        try:
            server.send_message(message)
        except REFUSED as error:
            return said(error)
        finally:
            with suppress(OSError, smtplib.SMTPException):
                server.quit()
        return ""

    def opened(self) -> smtplib.SMTP:
        """A connection that is secret and signed in, as far as the settings say so."""
        context = ssl.create_default_context()
        if self.security == "tls":
            server: smtplib.SMTP = smtplib.SMTP_SSL(
                self.host, self.port, timeout=self.patience, context=context
            )
        else:
            server = smtplib.SMTP(self.host, self.port, timeout=self.patience)
        try:
            if self.security == "starttls":
                server.starttls(context=context)
            if self.user:
                server.login(self.user, self.password)
        except BaseException:
            server.close()
            raise
        return server


def said(error: Exception) -> str:
    """What went wrong, in one line and without addresses of people."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return f"{type(error).__name__}: {sorted({code for code, _ in error.recipients.values()})}"
    if isinstance(error, smtplib.SMTPResponseException):
        return f"{type(error).__name__}: {error.smtp_code}"
    return f"{type(error).__name__}: {error}"


@dataclass(frozen=True, slots=True)
class FolderMail:
    """Writes every letter into a folder as `KEY.eml`, readable by its owner only."""

    sender: str
    folder: Path

    def send(self, *, to: str, subject: str, text: str, key: str, at: datetime) -> str:
        """Write one letter; '' when it is there, else why not."""
        message = letter(sender=self.sender, to=to, subject=subject, text=text, key=key, at=at)
        place = self.folder / f"{key}.eml"
        partial = place.with_suffix(".partial")
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            partial.touch(mode=0o600)
            partial.write_bytes(message.as_bytes())
            partial.rename(place)
        except OSError as error:
            return said(error)
        return ""
