"""Units of measure as tables of indicators print them."""

import re

UNIT = re.compile(
    r"^(%|пайыз(дық)?|процент(ов|ы)?|бірлік|дана|саны|адам|мың адам|ұпай|балл(дар|ы|ов)?|"
    r"ед(иниц[аы]?|\.)?|единиц[аы]?|кол-во|количество|шт\.?|человек|чел\.?|тыс\.? человек|"
    r"млн\.? (теңге|тенге)|мың теңге|тыс\.? тенге|индекс|коэффициент|орын|место)$",
    re.IGNORECASE,
)


def is_unit(words: str) -> bool:
    """Whether `words` are a unit of measure and nothing else."""
    return bool(UNIT.match(words.strip()))
