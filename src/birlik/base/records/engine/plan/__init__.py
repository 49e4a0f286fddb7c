"""Action plans whose table was flattened to plain lines of text."""

from birlik.base.records.engine.plan.flat import PlanReading, read_flat_plan

__all__ = ["PlanReading", "read_flat_plan"]
