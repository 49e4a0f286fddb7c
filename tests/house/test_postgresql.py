"""The throwaway PostgreSQL answers while its command runs, and leaves nothing behind."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

import psycopg
import pytest

from tools import postgresql
from tools.postgresql import main, postgresql_binaries, throwaway_server


@pytest.fixture
def binaries() -> Path:
    """The server's programs; left out loudly where PostgreSQL is not installed."""
    found = postgresql_binaries()
    if found is None:
        pytest.skip("PostgreSQL is not installed")
    return found


def test_the_server_lives_as_long_as_its_block(binaries: Path) -> None:
    """Inside the block the server answers; after it, also after an error, its folder is gone."""
    with pytest.raises(RuntimeError, match="planted"), throwaway_server(binaries) as address:
        folder = Path(unquote(urlsplit(address).netloc.rpartition("@")[2]))
        with psycopg.connect(address) as connection:
            (answer,) = connection.execute("SHOW listen_addresses").fetchone() or ("?",)
        assert answer == ""
        raise RuntimeError("planted")
    assert not folder.exists()


def test_the_command_is_told_the_address(binaries: Path) -> None:
    """The module runs with DATABASE_URL set, and its exit code comes back."""
    assert binaries
    assert main(["this"]) == 0
    assert main(["no_such_module"]) == 1


def test_without_postgresql_the_command_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where PostgreSQL is not installed the command fails with the reason."""
    monkeypatch.setattr(postgresql, "postgresql_binaries", lambda: None)
    assert main(["this"]) == 1
    assert "not installed" in capsys.readouterr().out
