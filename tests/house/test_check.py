"""The conductor of the checks: what it says, and when it fails."""

import asyncio
from collections.abc import Sequence

import pytest

from tools import check
from tools.check import Check, Result, all_checks, environment, left_out, report, run_all, verdict


def result(name: str = "tests", code: int = 0, output: str = "") -> Result:
    """How a check ended."""
    return Result(Check(name, ["-m", "pytest"]), code, 1.0, output)


def python(code: str) -> Sequence[str]:
    """What Python is to run in place of a check."""
    return ["-c", code]


def test_every_check_of_the_house_is_run() -> None:
    """Lint, types, contracts, catalogues, migrations, coverage, both databases and the browser."""
    assert {one.name for one in all_checks()} == {
        *["lint", "format", "types", "contracts", "catalogues", "migrations"],
        *["tests", "postgresql", "browser", "coverage"],
    }


def test_what_this_machine_lacks_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without PostgreSQL and Chromium their checks say what is missing."""
    monkeypatch.setattr(check, "postgresql_binaries", lambda: None)
    monkeypatch.setattr(check, "CHROMIUM", check.ROOT / "no-such-browser")
    lacking = {one.name for one in all_checks() if one.lacks}
    assert lacking == {"postgresql", "browser"}


def test_a_check_waits_for_the_one_whose_result_it_reads() -> None:
    """A check with `after` starts when that one has ended, and all results come back."""
    slow = Check("slow", python("import time; time.sleep(0.2); print(time.time())"))
    late = Check("late", python("import time; print(time.time())"), after="slow")
    first, second = asyncio.run(run_all([slow, late]))
    assert (first.code, second.code) == (0, 0)
    assert float(first.output) < float(second.output)


def test_a_failure_is_printed_whole(capsys: pytest.CaptureFixture[str]) -> None:
    """A failed check shows its name, its exit code counts, and everything it said is printed."""
    failing = Check("failing", python("print('first'); print('last'); raise SystemExit(3)"))
    (ended,) = asyncio.run(run_all([failing]))
    assert ended.code == 3
    printed = capsys.readouterr().out
    assert "FAILED" in printed
    assert "  first\n  last\n" in printed


def test_of_a_failed_suite_only_the_faults_are_printed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The lines that only show how far the tests have come are left out of what is printed."""
    said = "....F...  [ 50%]\n.s.. [100%]\n...\nFAILED tests/a.py::b\n1 failed"
    report(result(code=1, output=said))
    head, *rest = capsys.readouterr().out.splitlines()
    assert "FAILED" in head
    assert rest == ["  FAILED tests/a.py::b", "  1 failed"]


def test_skipped_tests_and_absent_tools_count_as_left_out() -> None:
    """What was left out is listed: checks that cannot run here, and tests that were skipped."""
    absent = Check("browser", [], lacks="Chromium is not here")
    ended = result(output="SKIPPED [1] tests/test_a.py:3: no acts\n== 1 skipped ==")
    assert left_out([absent], [ended]) == [
        "browser: Chromium is not here",
        "tests: [1] tests/test_a.py:3: no acts",
    ]


@pytest.mark.parametrize(
    ("code", "omitted", "strict", "expected"),
    [
        (0, [], True, 0),
        (0, ["browser: no Chromium"], False, 0),
        (0, ["browser: no Chromium"], True, 1),
        (1, [], False, 1),
    ],
)
def test_the_verdict(
    code: int,
    omitted: list[str],
    strict: bool,
    expected: int,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Failures fail; what was left out is always said, and fails where nothing may be."""
    ended = result(code=code, output="===== 3 passed in 0.1s =====")
    assert verdict([ended], omitted, strict=strict) == expected
    printed = capsys.readouterr().out
    assert "tests: 3 passed in 0.1s" in printed
    assert ("LEFT OUT" in printed) is bool(omitted)


def test_the_surroundings_do_not_change_what_is_checked() -> None:
    """Variables that describe another installation do not reach the checks."""
    asked = {"DATABASE_URL": "x", "BIRLIK_ENV": "production", "PATH": "/bin"}
    told = environment({**asked, "DJANGO_SETTINGS_MODULE": "other"})
    assert told["PATH"] == "/bin"
    assert told["DJANGO_SETTINGS_MODULE"] == "birlik.wiring.settings"
    assert not {"DATABASE_URL", "BIRLIK_ENV"} & told.keys()
