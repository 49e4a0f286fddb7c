"""Two texts of one act, paragraph to paragraph."""

from birlik.base.records.engine.align.group import AlignedGroup
from birlik.base.records.engine.align.pairing import align
from birlik.base.records.engine.align.side import blocks_of

__all__ = ["AlignedGroup", "align", "blocks_of"]
