"""Findings that are one question to whoever must answer it, put together."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from birlik.base.records.engine.check.finding import Finding
from birlik.base.records.engine.check.reading import CheckedAct

_QUOTED = re.compile(r"«[^»]*»")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
# Figures that two texts of one act share by chance are fewer than this.
FIGURES = 3


def joined(findings: Iterable[Finding], acts: Sequence[CheckedAct]) -> tuple[Finding, ...]:
    """The findings in their order, those that ask the same once, with the places of all.

    The same is asked where the message is the same of the same acts, and where the two texts of
    one act give the same figures beside names in their own languages.
    """
    identity = {act.name: act.identity or act.name for act in acts}
    kept: list[Finding] = []
    for finding in findings:
        same = next((at for at, one in enumerate(kept) if _same(one, finding, identity)), None)
        if same is None:
            kept.append(finding)
        else:
            places = dict.fromkeys((*kept[same].places, *finding.places))
            kept[same] = replace(kept[same], places=tuple(places))
    return tuple(kept)


def _same(a: Finding, b: Finding, identity: Mapping[str, object]) -> bool:
    files = [{place.file for place in one.places} for one in (a, b)]
    acts = [{identity[file] for file in spoken} for spoken in files]
    if a.kind != b.kind or acts[0] != acts[1]:
        return False
    if a.message == b.message:
        return True
    figures = [_NUMBER.findall(_QUOTED.sub("", one.message.ru)) for one in (a, b)]
    return files[0] != files[1] and figures[0] == figures[1] and len(figures[0]) >= FIGURES
