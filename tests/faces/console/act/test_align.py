"""`birlik act align` as it is called."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from birlik.faces.console.act import app

KAZAKH = (
    "Кеңес туралы ережені бекіту туралы 2031 жылғы 3 наурыздағы № 417 бұйрық\n\n"
    "1. Ереже 2031 жылғы 15 мамырға дейін 12 облыста іске асырылсын.\n"
)
RUSSIAN = (
    "Приказ от 3 марта 2031 года № 417 об утверждении положения о совете\n\n"
    "1. Реализовать положение в 12 областях до 15 мая 2031 года.\n\n"
    "2. Контроль возложить на аппарат.\n"
)


def run(folder: Path, *options: str) -> Result:
    """Align the two texts above."""
    (folder / "kk.txt").write_text(KAZAKH, encoding="utf-8")
    (folder / "ru.txt").write_text(RUSSIAN, encoding="utf-8")
    files = [str(folder / "kk.txt"), str(folder / "ru.txt")]
    return CliRunner().invoke(app, ["align", *files, *options])


def test_json_gives_the_groups_in_code_points(tmp_path: Path) -> None:
    """Each group has its places in both files and whether it is certain; places cut out the very
    words."""
    result = run(tmp_path, "--json")
    assert result.exit_code == 0
    groups = json.loads(result.stdout)
    assert [sorted(group) for group in groups] == [["a", "b", "certain"]] * 3
    (start, end), *_ = groups[0]["b"]
    assert (
        RUSSIAN[start:end] == "Приказ от 3 марта 2031 года № 417 об утверждении положения о совете"
    )
    assert groups[2]["a"] == []


@pytest.mark.parametrize(
    ("language", "words"), [("kk", "Топтар: 3"), ("ru", "Групп: 3"), ("en", "Groups: 3")]
)
def test_people_get_a_table_and_a_summary(tmp_path: Path, language: str, words: str) -> None:
    """Without --json the first words stand side by side, with a summary in the language asked."""
    result = run(tmp_path, "--lang", language)
    assert result.exit_code == 0
    assert "kk.txt" in result.stdout
    assert "Приказ" in result.stdout
    assert words in result.stdout


def test_an_unreadable_file_is_refused_with_its_reason(tmp_path: Path) -> None:
    """A file that is no text ends with exit code 2 and says why."""
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_text(RUSSIAN, encoding="utf-8")
    result = CliRunner().invoke(
        app, ["align", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), "--language", "en"]
    )
    assert result.exit_code == 2
    assert "no text" in result.stderr


def test_a_missing_file_is_bad_usage(tmp_path: Path) -> None:
    """A file that is not there ends with exit code 2."""
    result = CliRunner().invoke(app, ["align", str(tmp_path / "none"), str(tmp_path / "none")])
    assert result.exit_code == 2
