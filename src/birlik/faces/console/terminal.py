"""What the terminal says of its reader."""

import os
from collections.abc import Mapping

from birlik.base.values.local_text import LANGUAGES, Language


def terminal_language(environ: Mapping[str, str] = os.environ) -> Language:
    """The language of the terminal by LC_ALL, LC_MESSAGES and LANG; Kazakh when they name none of
    ours."""
    named = environ.get("LC_ALL") or environ.get("LC_MESSAGES") or environ.get("LANG") or ""
    return next((code for code in LANGUAGES if named.startswith(code)), "kk")
