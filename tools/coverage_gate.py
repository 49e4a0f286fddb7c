"""Is every part of Birlik covered as much as its kind demands?

    python -m tools.coverage_gate COVERAGE.json

Values, rules and actions must be covered whole, file by file, lines and branches; an engine to
95 %, and everything else to 90 %, each taken together within its module.
"""

import json
import re
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

WHOLE = re.compile(r"^base/values/|(^|/)(rules|actions)(\.py$|/)")
ENGINE = re.compile(r"^((?:[^/]+/)*engine)/")
MODULE = re.compile(r"^((?:base|domains|faces)/[^/]+|[^/]+)/")


def part(path: str) -> tuple[str, float]:
    """The part of the house that a file is measured with, and the per cent it must reach.

    >>> part("base/records/rules.py")
    ('base/records/rules.py', 100.0)
    >>> part("base/records/engine/align/pairs.py")
    ('base/records/engine', 95.0)
    >>> part("base/records/models.py")
    ('base/records', 90.0)
    """
    if WHOLE.search(path):
        return path, 100.0
    if engine := ENGINE.match(path):
        return engine[1], 95.0
    module = MODULE.match(path)
    return (module[1] if module else path), 90.0


def below_the_gate(files: Mapping[str, Any]) -> list[str]:
    """The parts that are covered too little, one line each.

    `files` is the mapping of that name in coverage's JSON report; what counts is lines and
    branches run of lines and branches there are.
    """
    met: dict[tuple[str, float], int] = defaultdict(int)
    all_there_is: dict[tuple[str, float], int] = defaultdict(int)
    for name, file in files.items():
        key = part(name.split("src/birlik/")[-1])
        summary = file["summary"]
        met[key] += summary["covered_lines"] + summary["covered_branches"]
        all_there_is[key] += summary["num_statements"] + summary["num_branches"]
    reached = {key: 100 * met[key] / all_there_is[key] for key in met if all_there_is[key]}
    return [
        f"{place}: {per_cent:.1f} % is covered, {demanded:.0f} % is due"
        for (place, demanded), per_cent in sorted(reached.items())
        if per_cent < demanded
    ]


def main(arguments: Sequence[str]) -> int:
    """Print what is below the gate; 1 when anything is."""
    place = Path(arguments[0])
    if not place.exists():
        print("there is no coverage report: the tests did not run to their end")
        return 1
    report = json.loads(place.read_text(encoding="utf-8"))
    lacking = below_the_gate(report["files"])
    print("\n".join(lacking))
    total = report["totals"]["percent_covered"]
    print(f"{total:.1f} % of all lines and branches; {len(lacking)} parts below their gate")
    return 1 if lacking else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
