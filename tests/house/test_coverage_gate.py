"""The gate of coverage lets through what is covered enough for its kind, and only that."""

import json
from pathlib import Path

import pytest

from tools.coverage_gate import below_the_gate, main, part


def report(**parts: tuple[int, int]) -> dict[str, dict[str, dict[str, int]]]:
    """A coverage report: for each file the number of lines run, of those there are."""
    return {
        f"src/birlik/{name}": {
            "summary": {
                "covered_lines": run,
                "num_statements": of,
                "covered_branches": 0,
                "num_branches": 0,
            }
        }
        for name, (run, of) in parts.items()
    }


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("base/values/period.py", ("base/values/period.py", 100.0)),
        ("base/values/deadline/words.py", ("base/values/deadline/words.py", 100.0)),
        ("domains/execution/rules/plans.py", ("domains/execution/rules/plans.py", 100.0)),
        ("base/records/actions/adopt.py", ("base/records/actions/adopt.py", 100.0)),
        ("base/records/engine/align/pairs.py", ("base/records/engine", 95.0)),
        ("base/records/models.py", ("base/records", 90.0)),
        ("faces/cabinet/web/views.py", ("faces/cabinet", 90.0)),
        ("wiring/demo/plan.py", ("wiring", 90.0)),
        ("__init__.py", ("__init__.py", 90.0)),
    ],
)
def test_each_file_has_its_kind(path: str, expected: tuple[str, float]) -> None:
    """Values, rules and actions stand alone at 100 %, engines at 95 %, modules at 90 %."""
    assert part(path) == expected


@pytest.mark.parametrize(
    ("name", "run", "passes"),
    [
        ("base/values/period.py", 100, True),
        ("base/values/period.py", 99, False),
        ("base/records/rules.py", 99, False),
        ("base/records/actions.py", 99, False),
        ("base/records/engine/draft.py", 95, True),
        ("base/records/engine/draft.py", 94, False),
        ("base/records/queries.py", 90, True),
        ("base/records/queries.py", 89, False),
    ],
)
def test_the_gate_stands_where_the_kind_demands(name: str, run: int, *, passes: bool) -> None:
    """A part passes at its per cent and fails one line below it."""
    assert (below_the_gate(report(**{name: (run, 100)})) == []) is passes


def test_a_branch_not_taken_counts() -> None:
    """A file whose lines are all run fails when one of its branches is not."""
    files = report(**{"base/values/period.py": (10, 10)})
    files["src/birlik/base/values/period.py"]["summary"].update(num_branches=2, covered_branches=1)
    assert len(below_the_gate(files)) == 1


def test_files_of_a_module_are_taken_together() -> None:
    """What one file of a module lacks another makes up for, outside values, rules and actions."""
    files = report(**{"base/records/a.py": (80, 100), "base/records/b.py": (100, 100)})
    assert below_the_gate(files) == []


def test_an_empty_file_is_no_fault() -> None:
    """A file without statements has nothing to cover."""
    assert below_the_gate(report(**{"base/values/__init__.py": (0, 0)})) == []


@pytest.mark.parametrize(("run", "code"), [(100, 0), (50, 1)])
def test_the_exit_code_says_whether_it_passed(
    run: int, code: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """0 when all parts pass, 1 when one does not, which is then named."""
    place = tmp_path / "coverage.json"
    files = report(**{"base/records/queries.py": (run, 100)})
    place.write_text(json.dumps({"files": files, "totals": {"percent_covered": run}}))
    assert main([str(place)]) == code
    assert ("base/records: 50.0 %" in capsys.readouterr().out) is (code == 1)


def test_without_a_report_the_gate_stays_shut(tmp_path: Path) -> None:
    """Where the tests ended before their report, nothing passes."""
    assert main([str(tmp_path / "coverage.json")]) == 1
