"""Every write of duties and obligations."""

from birlik.base.obligations.actions.add_text import add_text
from birlik.base.obligations.actions.adopt_act import adopt_act
from birlik.base.obligations.actions.end_act import end_act

__all__ = ["add_text", "adopt_act", "end_act"]
