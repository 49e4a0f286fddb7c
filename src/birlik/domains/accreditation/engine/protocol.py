"""The protocol of a commission, as an act whose points are what it decided."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from birlik.base.records.engine.by_hand import HandAct, HandPoint
from birlik.base.values.local_text import LocalText

KIND_NAME = LocalText("хаттама", "протокол", "protocol")
TITLE = LocalText(
    "Этномәдени бірлестіктерді қоғамдық аккредиттеу туралы",
    "Об общественной аккредитации этнокультурных объединений",
    "On the public accreditation of ethnocultural associations",
)
REPUBLIC = LocalText(
    "Аккредиттеу жөніндегі республикалық комиссия",
    "Республиканская комиссия по аккредитации",
    "Accreditation commission of the republic",
)
DECIDED: Mapping[str, LocalText] = {
    "granted": LocalText("{} аккредиттелсін", "Аккредитовать: {}", "Accredit: {}"),
    "refused": LocalText(
        "{} – аккредиттеуден бас тартылсын", "Отказать в аккредитации: {}", "Refuse: {}"
    ),
    "suspended": LocalText(
        "{} – аккредиттеу тоқтатыла тұрсын", "Приостановить аккредитацию: {}", "Suspend: {}"
    ),
    "resumed": LocalText(
        "{} – аккредиттеу қайта басталсын", "Возобновить аккредитацию: {}", "Resume: {}"
    ),
    "withdrawn": LocalText(
        "{} – аккредиттеу кері қайтарып алынсын", "Отозвать аккредитацию: {}", "Withdraw: {}"
    ),
    "restored": LocalText(
        "{} – аккредиттеу қалпына келтірілсін", "Восстановить аккредитацию: {}", "Restore: {}"
    ),
}
"""What was decided of a body, by the kind of the step."""
REASON = LocalText("Негіздеме", "Обоснование", "Reasons")


@dataclass(frozen=True, slots=True)
class ProtocolHead:
    """The number of a protocol and the day of the sitting."""

    number: str
    held_on: date


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided of a body: the kind of the step, the body's name, the reasons."""

    kind: str
    name: LocalText
    reason: LocalText = field(default_factory=LocalText)


def commission_name(region: LocalText | None) -> LocalText:
    """The commission of a region; None for that of the republic."""
    if region is None:
        return REPUBLIC
    return LocalText(
        f"{region.kk}: аккредиттеу жөніндегі комиссия",
        f"Комиссия по аккредитации: {region.ru}",
        f"Accreditation commission: {region.en or region.ru}",
    )


def protocol(
    head: ProtocolHead, issuer: LocalText, lines: Sequence[Decided], *, languages: str = "kk ru"
) -> HandAct:
    """The protocol with a point for each line, numbered from 1, in the languages wanted."""
    return HandAct(
        kind="protocol",
        kind_name=KIND_NAME,
        number=head.number,
        adopted_on=head.held_on,
        issuer=issuer,
        title=only(TITLE, languages),
        points=tuple(
            HandPoint(str(place), only(worded(one), languages), "", "", ())
            for place, one in enumerate(lines, start=1)
        ),
    )


def worded(one: Decided) -> LocalText:
    """A decision in words."""
    said = DECIDED[one.kind]
    texts = {}
    for code in ("kk", "ru"):
        reason = getattr(one.reason, code)
        tail = f". {getattr(REASON, code)}: {reason}" if reason else ""
        texts[code] = getattr(said, code).format(f"«{one.name.get(code)}»") + tail
    return LocalText(texts["kk"], texts["ru"])


def only(text: LocalText, languages: str) -> LocalText:
    """A text in the languages wanted alone."""
    wanted = languages.split()
    return LocalText(*(getattr(text, code) if code in wanted else "" for code in ("kk", "ru")))
