"""Fixtures shared by the whole suite."""

import os
from pathlib import Path

import pytest

ACTS = Path(__file__).resolve().parents[2] / "shared" / "acts"


@pytest.fixture(scope="session")
def acts() -> Path:
    """The folder of the real acts; loudly left out where it is absent, and a failure in CI."""
    if ACTS.is_dir():
        return ACTS
    message = f"the real acts are not at {ACTS}"
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)
