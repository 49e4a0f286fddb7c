"""Every write of documents, readings and acts."""

from birlik.base.records.actions.by_hand import kept_reading, record_paper
from birlik.base.records.actions.documents import store_document
from birlik.base.records.actions.readings import (
    ChangedMeanwhileError,
    amend_head,
    amend_row,
    begin_reading,
    confirm_row,
    fail_reading,
    finish_reading,
    restart_reading,
    show_progress,
)
from birlik.base.records.actions.register import register_act, repeal_act
from birlik.base.records.actions.sources import add_source
from birlik.base.records.actions.translate import word_act

__all__ = [
    "ChangedMeanwhileError",
    "add_source",
    "amend_head",
    "amend_row",
    "begin_reading",
    "confirm_row",
    "fail_reading",
    "finish_reading",
    "kept_reading",
    "record_paper",
    "register_act",
    "repeal_act",
    "restart_reading",
    "show_progress",
    "store_document",
    "word_act",
]
