"""Two texts of one act, paragraph to paragraph."""

from birlik.base.records.engine.align.group import AlignedGroup, Concordance
from birlik.base.records.engine.align.pairing import align
from birlik.base.records.engine.align.side import blocks_of

__all__ = ["AlignedGroup", "Concordance", "align", "blocks_of"]
