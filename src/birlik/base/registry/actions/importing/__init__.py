"""Taking rows into the register: a call or a file at once, all of it or nothing."""

from birlik.base.registry.actions.importing.files import (
    bring_file,
    clear_files,
    fail_file,
    finish_check,
    order_taking,
    show_progress,
    take_file,
)
from birlik.base.registry.actions.importing.take import take_rows

__all__ = [
    "bring_file",
    "clear_files",
    "fail_file",
    "finish_check",
    "order_taking",
    "show_progress",
    "take_file",
    "take_rows",
]
