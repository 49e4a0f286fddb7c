"""What a file that somebody brings is, told by its content and by nothing else.

`examine` looks at the bytes: the name that a person gave it and the type that a browser claims
decide nothing. What is not known, dangerous, locked or marked as of limited access is refused with
what to do instead; see docs/evidence.md.
"""

from birlik.base.records.engine.content.examination import (
    Examined,
    examine,
    refuse_marked_name,
)
from birlik.base.records.engine.content.naming import shown_name
from birlik.base.records.engine.content.refusal import UnfitFileError

__all__ = ["Examined", "UnfitFileError", "examine", "refuse_marked_name", "shown_name"]
