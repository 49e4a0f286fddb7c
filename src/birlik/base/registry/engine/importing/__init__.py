"""Files of rows that people bring into the register: what they say, cell by cell, and what of it is
new, changed, known already or unfit."""
