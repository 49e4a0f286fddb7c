"""Compile every catalogue that is newer than what was compiled from it.

python -m tools.catalogues.compile
"""

from pathlib import Path

import polib

from tools.catalogues.places import INSIDE, ROOT


def compile_all(root: Path = ROOT) -> int:
    """Write the `.mo` beside every `.po` of ours that has none as new; how many were written."""
    written = 0
    for top in (root / "locale", root / "src"):
        for path in top.rglob(str(Path("*") / INSIDE)):
            compiled = path.with_suffix(".mo")
            if not compiled.exists() or compiled.stat().st_mtime < path.stat().st_mtime:
                polib.pofile(str(path)).save_as_mofile(str(compiled))
                written += 1
    return written


if __name__ == "__main__":
    compile_all()
