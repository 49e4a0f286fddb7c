"""What is known around the rows of a file, loaded once for all of them; and the files."""

from birlik.base.registry.queries.importing.exporting import rows_to_mend
from birlik.base.registry.queries.importing.files import (
    PEOPLE,
    actor_of,
    columns_for,
    file_numbered,
    files_of,
    kinds_for,
    rows_of,
    rows_to_see,
    stale_files,
)
from birlik.base.registry.queries.importing.places import all_places, home_of, place_of_code
from birlik.base.registry.queries.importing.weighing import Weighing, weighing_of

__all__ = [
    "PEOPLE",
    "Weighing",
    "actor_of",
    "all_places",
    "columns_for",
    "file_numbered",
    "files_of",
    "home_of",
    "kinds_for",
    "place_of_code",
    "rows_of",
    "rows_to_mend",
    "rows_to_see",
    "stale_files",
    "weighing_of",
]
