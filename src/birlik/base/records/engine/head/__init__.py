"""The head of an act: what it is, who adopted it when, and what it repeals."""

from birlik.base.records.engine.head.passport import read_passport
from birlik.base.records.engine.head.reading import Head, read_head
from birlik.base.records.engine.head.repeals import read_repeals

__all__ = ["Head", "read_head", "read_passport", "read_repeals"]
