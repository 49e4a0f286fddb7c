"""Action plans in real tables: merged cells, sub-measures as rows or inside one cell."""

from birlik.base.records.engine.table_plan.reading import TablePlan, read_table_plan

__all__ = ["TablePlan", "read_table_plan"]
