"""Which mail an installation uses, and where its cabinet is, by its environment."""

from pathlib import Path

import pytest

from birlik.wiring.environment import (
    FOLDER_MAIL,
    SMTP_MAIL,
    Environment,
    UnsafeProductionError,
)

PRODUCTION = {
    "BIRLIK_ENV": "production",
    "BIRLIK_SECRET_KEY": "x" * 40,
    "BIRLIK_HOSTS": ".birlik.example, other.example",
    "DATABASE_URL": "postgres://birlik@/birlik",
}


def read(root: Path, **variables: str) -> Environment:
    """The environment that these variables describe."""
    return Environment.read({"BIRLIK_SECRET_KEY": "x" * 40, **variables}, root)


def test_a_demonstration_writes_letters_into_a_folder(tmp_path: Path) -> None:
    """Without anything said letters go to `var/mail`, and links lead to this machine and port."""
    found = read(tmp_path, PORT="8123")
    assert found.mail == {
        "adapter": FOLDER_MAIL,
        "settings": {"sender": "birlik@birlik.example", "folder": tmp_path / "var" / "mail"},
    }
    assert found.address == "http://127.0.0.1:8123"


def test_production_sends_nothing_without_a_server(tmp_path: Path) -> None:
    """Where no mail server is named none is made up; links are secret ones to the first host."""
    found = read(tmp_path, **PRODUCTION)
    assert found.mail == {}
    assert found.address == "https://birlik.example"
    assert read(tmp_path, **PRODUCTION, BIRLIK_TLS="off").address == "http://birlik.example"


def test_a_mail_server_is_used_as_described(tmp_path: Path) -> None:
    """Host, port, account, sender and security come from the environment."""
    found = read(
        tmp_path,
        **PRODUCTION,
        BIRLIK_MAIL_HOST="mail.example",
        BIRLIK_MAIL_PORT="465",
        BIRLIK_MAIL_USER="u",
        BIRLIK_MAIL_PASSWORD="p",
        BIRLIK_MAIL_FROM="no-reply@qazaqstan.example",
        BIRLIK_MAIL_TLS="tls",
        BIRLIK_ADDRESS="https://cabinet.example/",
    )
    assert found.mail["adapter"] == SMTP_MAIL
    assert found.mail["settings"] == {
        "sender": "no-reply@qazaqstan.example",
        "host": "mail.example",
        "port": 465,
        "user": "u",
        "password": "p",
        "security": "tls",
    }
    assert found.address == "https://cabinet.example"


def test_the_usual_port_and_security(tmp_path: Path) -> None:
    """With the host alone, port 587 is used and the line turns secret."""
    settings = read(tmp_path, BIRLIK_MAIL_HOST="mail.example").mail["settings"]
    assert (settings["port"], settings["security"]) == (587, "starttls")


@pytest.mark.parametrize(("name", "value"), [("PORT", "many"), ("TLS", "perhaps")])
def test_what_makes_no_sense_is_refused(tmp_path: Path, name: str, value: str) -> None:
    """A port that is no number or an unknown security is told at the start, not at the first
    letter."""
    with pytest.raises(UnsafeProductionError, match="BIRLIK_MAIL_PORT"):
        read(tmp_path, BIRLIK_MAIL_HOST="mail.example", **{f"BIRLIK_MAIL_{name}": value})


def test_personal_data_have_secrets_of_their_own(tmp_path: Path) -> None:
    """The secrets for personal data are named newest first; without any, also where the variable is
    empty, it is the secret key."""
    assert read(tmp_path, BIRLIK_PERSONAL_SECRETS="new old").personal_secrets == ("new", "old")
    assert read(tmp_path).personal_secrets == ("x" * 40,)
    assert read(tmp_path, BIRLIK_PERSONAL_SECRETS=" ").personal_secrets == ("x" * 40,)


def test_a_part_of_the_register_is_asked_for(tmp_path: Path) -> None:
    """The whole register by default; a part where one is named; nothing else makes sense."""
    assert read(tmp_path).demo_share == 1
    assert read(tmp_path, BIRLIK_DEMO_SHARE="0.05").demo_share == 0.05
    for senseless in ("0", "-1", "1.5", "half", "nan"):
        with pytest.raises(UnsafeProductionError, match="BIRLIK_DEMO_SHARE"):
            read(tmp_path, BIRLIK_DEMO_SHARE=senseless)
