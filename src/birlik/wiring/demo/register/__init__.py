"""The invented register of the demonstration, at the scale that the acts tell of.

How many bodies and people there are follows from the figures of the acts (`bodies.yaml`); their
names say that they do not exist (`names.yaml`). Everything is drawn, yet always the same.
"""

from birlik.wiring.demo.register.load import register_events

__all__ = ["register_events"]
