"""`birlik act read`."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from birlik.faces.console.act import app

PLAN = """Бақтар туралы

Қазақстан Республикасы Президентінің 2027 жылғы 5 наурыздағы № 12 Жарлығы.

ҚАУЛЫ ЕТЕМІН:

1. Жоспар бекітілсін.

2. Мыналардың күші жойылды деп танылсын:

1) "Саялар туралы" Қазақстан Республикасы Президентінің 2020 жылғы 1 мамырдағы № 5 Жарлығы;

Мазмұны

1-бөлім. Бақ

2-бөлім. Күтім

1-бөлім. Бақ

№\tКөрсеткіш\tӨлшем бірлігі\tКөзі\t2026 жыл (факт)\t2027 жыл (жоспар)\t2028 жыл (жоспар)
1.\tАғаш\t%\tесеп\t5\t6\t7

Жоспар кестесі

№\tІс-шара\tНысаны\tМерзімі\tОрындаушылар
1\tАғаш егу\tесеп\tғарыштан кейін\tАШМ (келісу бойынша)
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """An act in a file."""
    path = tmp_path / "act.txt"
    path.write_text(PLAN, "utf-8")
    return path


def test_json(file: Path) -> None:
    """With --json the reading is printed as JSON alone."""
    result = CliRunner().invoke(app, ["read", str(file), "--json"])
    assert result.exit_code == 0
    assert json.loads(result.stdout)["number"] == "12"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("kk", ["Жарлық", "тақырып: 2-бөлім", "нақтылауды қажет етеді", "келісу бойынша"]),
        ("ru", ["Указ", "заголовок: 2-бөлім", "требует уточнения", "по согласованию"]),
        ("en", ["Decree", "heading: 2-бөлім", "to be clarified", "by agreement"]),
    ],
)
def test_for_people(file: Path, language: str, said: list[str]) -> None:
    """For people the reading is a table in their language, doubtful cells marked with a sign."""
    result = CliRunner(env={"COLUMNS": "200"}).invoke(app, ["read", str(file), "--lang", language])
    assert result.exit_code == 0
    for words in [*said, "05.03.2027", "№ 5 01.05.2020", "Ағаш егу", "ғарыштан кейін ?", "2026: 5"]:
        assert words in result.stdout


def test_language_of_the_terminal(file: Path) -> None:
    """Without --lang the terminal's language is used."""
    runner = CliRunner(env={"LC_ALL": "ru_RU.UTF-8", "COLUMNS": "200"})
    assert "требует уточнения" in runner.invoke(app, ["read", str(file)]).stdout


def test_refusal(tmp_path: Path) -> None:
    """A file that cannot be read leaves with code 2 and the reason in the reader's language."""
    path = tmp_path / "scan.pdf"
    path.write_bytes(b"%PDF-1.7 torn")
    result = CliRunner().invoke(app, ["read", str(path), "--lang", "ru"])
    assert result.exit_code == 2
    assert "Файл PDF поврежден" in result.stderr


def test_missing_file(tmp_path: Path) -> None:
    """A file that is not there is bad usage."""
    assert CliRunner().invoke(app, ["read", str(tmp_path / "none.txt")]).exit_code == 2


def test_no_act(tmp_path: Path) -> None:
    """A text that is no act is shown with an empty head and no tables."""
    path = tmp_path / "note.txt"
    path.write_text("Алма ағашы гүлдеді.", "utf-8")
    result = CliRunner().invoke(app, ["read", str(path), "--lang", "en"])
    assert result.exit_code == 0
    assert "Measure" not in result.stdout
