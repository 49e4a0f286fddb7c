"""Every check of the repository, two at a time: one line each, the whole output of what failed.

    python -m tools.check [--only NAME …]

Exit code 0 when every check passed; 1 when one failed or, with CI=true, when anything was left out.
"""

import argparse
import asyncio
import os
import re
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tools.postgresql import postgresql_binaries

ROOT = Path(__file__).resolve().parents[1]
CHROMIUM = Path("/usr/bin/chromium")
AT_ONCE = 2
COVERAGE = ".coverage.json"
COVERED = ["--cov", "--cov-report=", f"--cov-report=json:{COVERAGE}"]

RED, GREEN, YELLOW, PLAIN = (
    ("\033[31m", "\033[32m", "\033[33m", "\033[0m") if sys.stdout.isatty() else [""] * 4
)


@dataclass(frozen=True, slots=True)
class Check:
    """What Python is to run, and must end well; `after` names a check whose result it reads,
    `lacks` what this machine does not have for it ('' when nothing)."""

    name: str
    arguments: Sequence[str]
    after: str = ""
    lacks: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """How a check ended: its exit code, its seconds and all it printed."""

    check: Check
    code: int
    seconds: float
    output: str


def all_checks() -> list[Check]:
    """The checks in the order of their start: the longest first, so that two cores end together."""
    pytest = ["-m", "pytest", "--quiet", "--no-header", "-p", "no:cacheprovider"]
    apart = [*pytest, "-m", "not browser"]
    return [
        Check("tests", [*apart, *COVERED]),
        Check("types", ["-m", "mypy"]),
        Check("lint", ["-m", "ruff", "check", "."]),
        Check("format", ["-m", "ruff", "format", "--check", "."]),
        Check("contracts", [str(Path(sys.executable).with_name("lint-imports")), "--no-logo"]),
        Check("catalogues", ["-m", "tools.catalogues.check"]),
        Check("migrations", ["-m", "django", "makemigrations", "--check", "--dry-run"]),
        Check(
            "postgresql",
            ["-m", "tools.postgresql", *apart[1:]],
            lacks="" if postgresql_binaries() else "PostgreSQL is not installed (initdb)",
        ),
        Check("coverage", ["-m", "tools.coverage_gate", COVERAGE], after="tests"),
        Check(
            "browser",
            [*pytest, "-m", "browser"],
            lacks="" if CHROMIUM.exists() else f"Chromium is not at {CHROMIUM}",
        ),
    ]


def environment(surroundings: Mapping[str, str]) -> dict[str, str]:
    """The surroundings without what would make this installation another than the default one."""
    own = ("BIRLIK_", "DATABASE_URL", "DJANGO_")
    kept = {name: value for name, value in surroundings.items() if not name.startswith(own)}
    return {**kept, "DJANGO_SETTINGS_MODULE": "birlik.wiring.settings", "COLUMNS": "100"}


async def run(check: Check) -> Result:
    """Run one check to its end, in this interpreter's environment and with our own settings."""
    begun = time.monotonic()
    child = await asyncio.create_subprocess_exec(
        sys.executable,
        *check.arguments,
        cwd=ROOT,
        env=environment(os.environ),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    try:
        output, _ = await child.communicate()
    except asyncio.CancelledError:
        child.terminate()
        await child.wait()
        raise
    seconds = time.monotonic() - begun
    return Result(check, child.returncode or 0, seconds, output.decode(errors="replace"))


async def run_all(checks: Sequence[Check]) -> list[Result]:
    """Run the checks, at most `AT_ONCE` together, each after the one it waits for."""
    seats = asyncio.Semaphore(AT_ONCE)
    ended = {check.name: asyncio.Event() for check in checks}

    async def take(check: Check) -> Result:
        if check.after in ended:
            await ended[check.after].wait()
        async with seats:
            result = await run(check)
        ended[check.name].set()
        report(result)
        return result

    return await asyncio.gather(*map(take, checks))


PROGRESS = re.compile(r"^[.sxXFE]+ *(\[ *\d+%\])?\n", re.MULTILINE)
"""A line of pytest's that shows only how far it has come."""


def report(result: Result) -> None:
    """Print a check's line; of a failed one, everything it said but how far it had come."""
    verdict = f"{RED}FAILED{PLAIN}" if result.code else f"{GREEN}ok{PLAIN}    "
    print(
        f"{verdict} {result.check.name:12}{result.seconds:7.1f} s  {last_line(result.output)}",
        flush=True,
    )
    if result.code:
        said = PROGRESS.sub("", result.output).rstrip()
        print("  " + said.replace("\n", "\n  "), flush=True)


def last_line(output: str) -> str:
    """The line in which a tool sums up, without its decoration of `=`."""
    lines = [line.strip(" =") for line in output.splitlines() if line.strip(" =")]
    return lines[-1] if lines else ""


def left_out(checks: Sequence[Check], results: Sequence[Result]) -> list[str]:
    """What was not checked: checks this machine cannot run, and tests that were skipped."""
    absent = [f"{check.name}: {check.lacks}" for check in checks if check.lacks]
    skipped = [
        f"{result.check.name}: {line.removeprefix('SKIPPED ')}"
        for result in results
        for line in re.findall(r"^SKIPPED .*$", result.output, re.MULTILINE)
    ]
    return absent + skipped


def verdict(results: Sequence[Result], omitted: Sequence[str], *, strict: bool) -> int:
    """Print what was left out and how it all ended; the exit code."""
    failed = [result.check.name for result in results if result.code]
    if omitted:
        print(f"\n{YELLOW}LEFT OUT, NOT CHECKED:{PLAIN}")
        print("\n".join(f"  {line}" for line in omitted))
        if strict:
            failed.append("what was left out (CI=true allows nothing to be)")
    for result in results:
        if "pytest" in result.check.arguments:
            print(f"{result.check.name}: {last_line(result.output)}")
    if failed:
        print(f"{RED}Failed: {', '.join(failed)}{PLAIN}")
        return 1
    print(f"{GREEN}All {len(results)} checks passed{PLAIN}")
    return 0


def main() -> int:
    """Run what was asked for and say how it ended."""
    parser = argparse.ArgumentParser(description="Run the checks of the repository.")
    names = [check.name for check in all_checks()]
    parser.add_argument("--only", nargs="+", choices=names, metavar="NAME", default=names)
    chosen = parser.parse_args().only
    checks = [check for check in all_checks() if check.name in chosen]
    (ROOT / COVERAGE).unlink(missing_ok=True)
    try:
        results = asyncio.run(run_all([check for check in checks if not check.lacks]))
    except KeyboardInterrupt:
        print("Interrupted")
        return 130
    strict = os.environ.get("CI") == "true"
    return verdict(results, left_out(checks, results), strict=strict)


if __name__ == "__main__":
    sys.exit(main())
