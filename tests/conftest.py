"""Fixtures shared by the whole suite, and the rule that CI leaves nothing out."""

import os
from collections.abc import Generator
from pathlib import Path
from typing import TypeVar

import pytest
from django.conf import settings

ACTS = Path(__file__).resolve().parents[2] / "shared" / "acts"
STRICT = os.environ.get("CI") == "true"


@pytest.fixture(scope="session")
def acts() -> Path:
    """The folder of the real acts; loudly left out where it is absent, and a failure in CI."""
    if not ACTS.is_dir():
        pytest.skip(f"the real acts are not at {ACTS}")
    return ACTS


def pytest_configure() -> None:
    """Settings for tests: quick hashes, static files as they lie, no files beside the real ones."""
    settings.STATIC_ROOT = None
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STORAGES = {
        "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """In CI a module that is left out whole is a failure."""
    return refused((yield))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """In CI a test that is left out is a failure."""
    return refused((yield))


def refused(report: Report) -> Report:
    """The report, failed where CI may not accept that something was left out."""
    if STRICT and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"left out, which CI=true does not allow: {report.longrepr}"
    return report
