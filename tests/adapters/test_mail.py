"""Mail: what a letter looks like, and what is known when a server does not take it."""

import email
import socketserver
import ssl
import stat
import threading
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest

from birlik.adapters.mail import FolderMail, SmtpMail, letter
from birlik.base.values.ports import Mail

AT = datetime(2026, 11, 20, 2, tzinfo=UTC)
LETTER = {
    "to": "a@birlik.example",
    "subject": "Birlik: 20.11.2026 шолуы",
    "text": "Мерзімі өткен: 3\nәғқңөұүһі ё\n.\nсоңы\n",
    "key": "digest-12",
    "at": AT,
}


class Server(socketserver.ThreadingTCPServer):
    """A mail server that answers each command as the test says, and keeps what it was told."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Conversation)
        self.answers: dict[str, str] = {}
        self.letters: list[bytes] = []
        self.commands: list[str] = []


class Conversation(socketserver.StreamRequestHandler):
    """One connection; an answer of "" hangs up."""

    server: Server

    def say(self, words: str) -> bool:
        """Answer; False when the line is to be cut."""
        if words:
            self.wfile.write(f"{words}\r\n".encode())
        return bool(words)

    def handle(self) -> None:
        """Talk until one of the two hangs up."""
        with suppress(OSError):
            self.talk()

    def talk(self) -> None:
        """Greet, then answer until the line is cut."""
        going = self.say(self.server.answers.get("GREET", "220 test"))
        while going and (line := self.rfile.readline().decode(errors="replace").strip()):
            verb = line[:4].upper()
            self.server.commands.append(line)
            if verb == "DATA" and self.say(self.server.answers.get("DATA", "354 go")):
                self.server.letters.append(self.body())
                verb = "DONE"
            usual = {"QUIT": "221 bye", "EHLO": "250 8BITMIME"}.get(verb, "250 ok")
            going = self.say(self.server.answers.get(verb, usual)) and verb != "QUIT"

    def finish(self) -> None:
        """Close; a client that has gone already is no matter."""
        with suppress(OSError):
            super().finish()

    def body(self) -> bytes:
        """The letter up to the lonely dot."""
        lines = []
        while (line := self.rfile.readline()) != b".\r\n":
            lines.append(line)
        return b"".join(lines)


@pytest.fixture
def server() -> Iterator[Server]:
    """A mail server on this machine."""
    with Server() as running:
        threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.02}).start()
        yield running
        running.shutdown()


def post(server: Server, **more: object) -> SmtpMail:
    """Mail through the server of the test."""
    port = server.server_address[1]
    given = {"security": "off", "patience": 2.0} | more
    return SmtpMail("birlik@birlik.example", "127.0.0.1", port, **given)


def parsed(content: bytes) -> EmailMessage:
    """A letter as a program of its reader sees it."""
    return email.message_from_bytes(content, policy=default)


def test_a_letter_arrives_as_it_was_written(server: Server) -> None:
    """Kazakh and Russian letters, a lonely dot and the subject arrive whole, as plain text."""
    assert post(server).send(**LETTER) == ""
    (content,) = server.letters
    found = parsed(content.replace(b"\r\n..", b"\r\n."))
    assert found["Subject"] == LETTER["subject"]
    assert found.get_content_type() == "text/plain"
    assert found.get_content().replace("\r\n", "\n") == LETTER["text"]
    assert found["To"] == "a@birlik.example"
    assert found["Message-ID"] == "<digest-12@birlik.example>"
    assert found["Auto-Submitted"] == "auto-generated"


@pytest.mark.parametrize(
    ("command", "answer", "said"),
    [
        ("GREET", "421 later", "SMTPConnectError: 421"),
        ("MAIL", "550 no", "SMTPSenderRefused: 550"),
        ("RCPT", "550 unknown", "SMTPRecipientsRefused: [550]"),
        ("DATA", "554 no", "SMTPDataError: 554"),
        ("DONE", "552 too large", "SMTPDataError: 552"),
    ],
)
def test_what_a_server_refuses_certainly_did_not_leave(
    server: Server, command: str, answer: str, said: str
) -> None:
    """A refusal at any step is told in words that hold no address."""
    server.answers[command] = answer
    assert post(server).send(**LETTER) == said


def test_an_absent_server_is_told(server: Server) -> None:
    """Where nobody listens the letter did not leave."""
    silent = SmtpMail("birlik@birlik.example", "127.0.0.1", 1, security="off", patience=1.0)
    assert silent.send(**LETTER).startswith("ConnectionRefusedError")


def test_a_line_cut_after_the_letter_leaves_a_doubt(server: Server) -> None:
    """When the line is cut after the letter was given and before the answer, nobody knows."""
    server.answers["DONE"] = ""
    with pytest.raises(OSError, match="closed"):
        post(server).send(**LETTER)
    assert len(server.letters) == 1


def test_a_rude_farewell_changes_nothing(server: Server) -> None:
    """The letter was taken: how the server says good-bye does not matter."""
    server.answers["QUIT"] = ""
    assert post(server).send(**LETTER) == ""


def test_no_secret_crosses_an_open_line(server: Server) -> None:
    """A server without encryption is given neither password nor letter."""
    answer = post(server, security="starttls", user="u", password="p").send(**LETTER)
    assert answer.startswith("SMTPNotSupportedError")
    assert server.letters == []
    assert not any(line.startswith("AUTH") for line in server.commands)


def test_the_account_signs_in(server: Server) -> None:
    """User and password are given where they are set."""
    server.answers |= {"EHLO": "250-test\r\n250 AUTH PLAIN", "AUTH": "235 ok"}
    assert post(server, user="u", password="p").send(**LETTER) == ""
    assert any(line.startswith("AUTH PLAIN") for line in server.commands)


def test_a_wrong_password_is_told(server: Server) -> None:
    """When the server does not let the account in, the letter did not leave."""
    server.answers |= {"EHLO": "250-test\r\n250 AUTH PLAIN", "AUTH": "535 no"}
    answer = post(server, user="u", password="p").send(**LETTER)
    assert answer == "SMTPAuthenticationError: 535"


def test_a_secret_line_from_the_start(server: Server) -> None:
    """With "tls" a server that answers in the open is not spoken to."""
    answer = post(server, security="tls").send(**LETTER)
    assert answer.startswith(ssl.SSLError.__name__) or "SSL" in answer
    assert server.letters == []


def test_a_line_break_does_not_become_a_header() -> None:
    """A subject with a line break is refused, so nobody is written to in secret."""
    with pytest.raises(ValueError, match="linefeed"):
        letter(sender="b@x.example", **(LETTER | {"subject": "a\nBcc: c@x.example"}))


def test_letters_lie_in_the_folder(tmp_path: Path) -> None:
    """The folder holds each letter under its key, readable by its owner only; again is the same."""
    mail: Mail = FolderMail("birlik@birlik.example", tmp_path / "mail")
    for _time in range(2):
        assert mail.send(**LETTER) == ""
    (place,) = (tmp_path / "mail").iterdir()
    assert place.name == "digest-12.eml"
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    assert parsed(place.read_bytes())["Subject"] == LETTER["subject"]


def test_a_folder_that_cannot_be_is_told(tmp_path: Path) -> None:
    """Where a file stands in the way the letter did not leave."""
    (tmp_path / "mail").write_text("x", encoding="utf-8")
    answer = FolderMail("birlik@birlik.example", tmp_path / "mail").send(**LETTER)
    assert answer.startswith("FileExistsError")
