"""Codes of the act's list of abbreviations where a scan misread them inside other cells."""

import re
from collections.abc import Mapping

from rapidfuzz.distance import OSA

ACRONYM = re.compile(r"(?<![\w-])[А-ЯЁӘҒҚҢӨҰҮҺІ]{4,8}(?![А-ЯЁӘҒҚҢӨҰҮҺІа-яёәғқңөұүһі])")


def mend_codes(text: str, abbreviations: Mapping[str, str]) -> str:
    """`text` with every acronym that is one slip away from one listed acronym spelt like it."""
    listed = {word for code in abbreviations for word in ACRONYM.findall(code)}

    def mended(match: re.Match[str]) -> str:
        near = [code for code in listed if OSA.distance(match[0], code, score_cutoff=1) <= 1]
        return near[0] if match[0] not in listed and len(near) == 1 else match[0]

    return ACRONYM.sub(mended, text) if listed else text
