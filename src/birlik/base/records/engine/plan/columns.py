"""The columns of a plan's table after its number, in printed order."""

TITLE, FORM, DEADLINE, EXECUTORS = range(4)
COLUMNS = (TITLE, FORM, DEADLINE, EXECUTORS)
