"""The contracts of the import linter hold, and each of them can fail."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import birlik

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = Path(birlik.__file__).parent

OFFENDERS = {
    "floors": ("base/values/planted.py", "import birlik.wiring.settings"),
    "adapters": ("faces/planted.py", "import birlik.adapters"),
    "ladder": ("base/records/planted.py", "import birlik.base.registry"),
    "domains": ("domains/planted/__init__.py", "import birlik.domains.execution"),
    "faces": ("faces/planted/__init__.py", "import birlik.faces.cabinet"),
    "modules": ("base/planted/models.py", "import birlik.base.planted.actions"),
    "pure": ("base/records/engine/planted.py", "import django.db"),
    "cycles": ("wiring/planted.py", "import birlik.wiring.planted_too"),
}


def linted(house: Path, contract: str) -> subprocess.CompletedProcess[str]:
    """Lint a copy of the house against one contract."""
    linter = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(
        [
            *[sys.executable, str(linter), "--no-logo", "--no-cache", "--contract", contract],
            *["--config", str(ROOT / "pyproject.toml")],
        ],
        cwd=house,
        env={"PATH": os.environ["PATH"]},  # the copy is not what coverage is to measure
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of Birlik's Python files, with a module that offends nobody yet."""
    shutil.copytree(
        PACKAGE,
        tmp_path / "birlik",
        ignore=lambda folder, names: [
            name
            for name in names
            if not name.endswith(".py") and not (Path(folder) / name).is_dir()
        ],
    )
    return tmp_path


@pytest.mark.parametrize("contract", OFFENDERS)
def test_a_planted_offender_breaks_the_contract(contract: str, house: Path) -> None:
    """Each contract is broken by the offender planted for it."""
    name, offence = OFFENDERS[contract]
    place = house / "birlik" / name
    place.parent.mkdir(exist_ok=True)
    (place.parent / "__init__.py").touch()
    place.write_text(f"{offence}\n", encoding="utf-8")
    if contract == "modules":
        place.with_name("actions.py").touch()
    if contract == "cycles":
        place.with_name("planted_too.py").write_text("import birlik.wiring.planted\n")
    answer = linted(house, contract)
    assert answer.returncode == 1, answer.stdout + answer.stderr
    assert "planted" in answer.stdout


@pytest.mark.parametrize("name", ["services/__init__.py", "base/surveys/__init__.py"])
def test_an_unknown_floor_or_rung_is_refused(name: str, house: Path) -> None:
    """A folder that the contracts do not know has no place in the house."""
    place = house / "birlik" / name
    place.parent.mkdir()
    place.touch()
    contract = "ladder" if name.startswith("base") else "floors"
    assert linted(house, contract).returncode == 1


def test_no_contract_has_an_ignore_list() -> None:
    """Nothing is let through: the contracts have no list of exceptions."""
    assert "ignore_imports" not in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
