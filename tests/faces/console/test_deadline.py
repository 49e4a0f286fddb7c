import json

import pytest
from typer.testing import CliRunner, Result

from birlik.faces.console.deadline import app
from birlik.faces.console.occurrences import app as occurrences_app

YEAR_2022 = ("--from", "2022-01-01", "--until", "2022-12-31")


def read(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["read", *arguments])


def occurrences(*arguments: str) -> Result:
    return CliRunner().invoke(occurrences_app, list(arguments))


def test_json_of_two_dates() -> None:
    """Two dates a year are printed as a list, with whether the printed day is included."""
    answer = read("жыл сайын 1 мамырға және 1 қарашаға дейін", "--json")
    assert answer.exit_code == 0
    assert json.loads(answer.stdout) == {
        "schedule": {
            "per": "year",
            "times": 2,
            "window": {"kind": "by", "value": ["05-01", "11-01"], "inclusive": False},
            "years": [],
            "after_period": None,
            "quantity": None,
            "at_least": False,
            "unit": "",
        },
        "unread": [],
        "certain": True,
    }


@pytest.mark.parametrize(
    ("text", "window"),
    [
        ("II квартал", {"kind": "quarter", "value": 2}),
        ("второе полугодие", {"kind": "half", "value": 2}),
        ("в мае", {"kind": "month", "value": 5}),
        ("1 мая", {"kind": "on", "value": "05-01"}),
        ("не позднее 1 мая", {"kind": "by", "value": "05-01", "inclusive": True}),
        ("ежегодно", None),
    ],
)
def test_json_of_windows(text: str, window: dict[str, object] | None) -> None:
    """A window is a number for a quarter, half or month and "MM-DD" for a day."""
    assert json.loads(read(text, "--lang", "ru", "--json").stdout)["schedule"]["window"] == window


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("within 10 days after the reported quarter", {"days": 10}),
        ("by the 10th of the month following the reported quarter", {"months": 1, "day": 10}),
    ],
)
def test_json_after_the_period(text: str, after: dict[str, int]) -> None:
    """The time after the reported period is in days, or a day of a month after it."""
    assert json.loads(read(text, "--json").stdout)["schedule"]["after_period"] == after


def test_json_of_what_is_outside() -> None:
    """What lies outside the language is named, uncertain, and the reading ends well."""
    answer = read("раз в два года", "--json")
    assert answer.exit_code == 0
    assert json.loads(answer.stdout) == {
        "schedule": None,
        "unread": ["раз в два года"],
        "certain": False,
    }


def test_words_for_people() -> None:
    """Without --json the meaning is said in three languages, and what is doubtful is named."""
    sure = read("4 раза в год")
    assert "жылына 4 рет" in sure.stdout
    assert "4 times a year" in sure.stdout
    assert "требует уточнения" not in sure.stdout
    doubtful = read("ежегодно, в разрезе областей")
    assert "в разрезе областей" in doubtful.stdout
    assert "требует уточнения" in doubtful.stdout
    unclear = read("раз в два года")
    assert "every" not in unclear.stdout
    assert "раз в два года" in unclear.stdout
    assert "unread" not in read("8 заседаний, ежеквартально").stdout


@pytest.mark.parametrize("arguments", [(" – ",), ("ежегодно", "--lang", "de"), ()])
def test_bad_usage_ends_with_two(arguments: tuple[str, ...]) -> None:
    """An empty text, an unknown language and a missing text are bad usage."""
    assert read(*arguments).exit_code == 2


def test_occurrences_as_json() -> None:
    """The occurrences of "3 times a year" in 2022, with the pace days of the domain page."""
    answer = occurrences("жылына 3 рет", *YEAR_2022, "--json")
    assert answer.exit_code == 0
    assert json.loads(answer.stdout) == [
        {"period": "2022", "number": 1, "due_on": "2022-12-31", "pace_on": "2022-04-30"},
        {"period": "2022", "number": 2, "due_on": "2022-12-31", "pace_on": "2022-08-31"},
        {"period": "2022", "number": 3, "due_on": "2022-12-31", "pace_on": "2022-12-31"},
    ]


def test_limits_move_unless_told_otherwise() -> None:
    """Before 1 May 2022 ends on Saturday 30.04, which moves to 03.05 unless taken as printed."""
    assert "2022-05-03" in occurrences("до 1 мая", *YEAR_2022).stdout
    assert "2022-05-03" not in occurrences("до 1 мая", *YEAR_2022, "--as-printed").stdout


def test_occurrences_of_an_uncertain_reading_say_so() -> None:
    """Dates from words that are partly unread are listed with a warning that names the words."""
    answer = occurrences("ежегодно, в разрезе областей", *YEAR_2022, "--json")
    assert answer.exit_code == 0
    assert "в разрезе областей" in answer.stderr
    assert len(json.loads(answer.stdout)) == 1


def test_occurrences_without_a_schedule_are_refused() -> None:
    """Words without a schedule yield an empty list and the exit code of a refusal."""
    answer = occurrences("раз в два года", *YEAR_2022, "--json")
    assert answer.exit_code == 1
    assert json.loads(answer.stdout) == []
    assert occurrences("раз в два года", *YEAR_2022).stdout == ""


def test_days_turned_round_are_bad_usage() -> None:
    """An interval that ends before it begins is bad usage."""
    answer = occurrences("ежегодно", "--from", "2022-12-31", "--until", "2022-01-01")
    assert answer.exit_code == 2
