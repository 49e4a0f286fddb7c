"""The demonstration: acts in our own short words, people who do not exist, one invented plan."""

from birlik.wiring.demo.load import load
from birlik.wiring.demo.people import accounts

__all__ = ["accounts", "load"]
