"""`birlik act check` as it is called."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from birlik.faces.console.act import app, files

SOUND = "Совет объединяет около 1300 медиаторов области.\n"
DOUBTFUL = "Совет объединяет около 1294 медиаторов области.\n"


def run(folder: Path, text: str | bytes, *options: str) -> Result:
    """Check one file with this text."""
    file = folder / "act.txt"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return CliRunner().invoke(app, ["check", str(file), *options])


def test_json_gives_kind_severity_message_and_places(tmp_path: Path) -> None:
    """Findings come in the agreed shape, their places cut out the very words, and the exit code is
    1."""
    result = run(tmp_path, DOUBTFUL, "--json")
    assert result.exit_code == 1
    (finding,) = json.loads(result.stdout)
    assert sorted(finding) == ["kind", "message", "places", "severity"]
    assert (finding["kind"], finding["severity"]) == ("quantity_inside", "question")
    assert sorted(finding["message"]) == ["en", "kk", "ru"]
    (place,) = finding["places"]
    assert place["file"].endswith("act.txt")
    assert DOUBTFUL[place["start"] : place["end"]] == "1294"


def test_nothing_found_is_exit_code_0(tmp_path: Path) -> None:
    """A sound act gives an empty list and exit code 0."""
    result = run(tmp_path, SOUND, "--json")
    assert (result.exit_code, json.loads(result.stdout)) == (0, [])


@pytest.mark.parametrize(
    ("language", "sound", "doubtful"),
    [
        ("kk", "табылмады", "Нақтылауды қажет етеді: 1"),
        ("ru", "не найдено", "Требует уточнения: 1"),
        ("en", "Nothing", "To be clarified: 1"),
    ],
)
def test_people_read_their_own_language(
    tmp_path: Path, language: str, sound: str, doubtful: str
) -> None:
    """Without --json the message, the place and the count are said in the language asked for."""
    assert sound in run(tmp_path, SOUND, "--lang", language).stdout
    result = run(tmp_path, DOUBTFUL, "--lang", language)
    assert doubtful in result.stdout
    assert ": 1294" in result.stdout


def test_long_words_are_cut_and_empty_places_are_lines(tmp_path: Path) -> None:
    """A long passage is shown by its beginning; a place without words by its line."""
    text = (
        "# Содержание\n\n1.\tПаспорт концепции\t3\n\n## 2. "
        + "Очень длинный заголовок раздела " * 5
        + "\n\nТекст раздела.\n"
    )
    result = run(tmp_path, text, "--lang", "en")
    assert "…" in result.stdout


def test_an_unreadable_file_is_exit_code_2(tmp_path: Path) -> None:
    """A file that cannot be read is refused with the reason and exit code 2."""
    result = run(tmp_path, b"", "--lang", "en")
    assert result.exit_code == 2
    assert "act.txt" in result.stderr


def test_a_long_check_shows_how_far_it_has_come(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However long it takes, nothing but the answer is written where no terminal listens."""
    monkeypatch.setattr(files, "PATIENCE", 0.0)
    assert run(tmp_path, SOUND, "--json").exit_code == 0
    assert run(tmp_path, SOUND, "--json").stderr == ""
