"""What is told of terms that end and of seats that became vacant."""

from collections.abc import Sequence
from datetime import date

from birlik.base.values.local_text import LocalText

PAGE = "/registry/terms/"
"""The page of the cabinet that lists both."""


def level_reached(days: int, levels: Sequence[int]) -> int | None:
    """The smallest of the levels of a reminder that was reached some days before; None before the
    first."""
    return min((level for level in levels if days <= level), default=None)


def term_ends(office: LocalText, body: LocalText, last: date, count: int) -> LocalText:
    """One term, or several, end: `last` is the last day of it."""
    day = f"{last:%d.%m.%Y}"
    if count > 1:
        return LocalText(
            f"{day} күні {count} адамның лауазымдағы мерзімі аяқталады",
            f"{day} заканчивается срок в должности у {count} чел.",
            f"On {day} the terms of office of {count} people end",
        )
    return LocalText(
        f"{day} күні мерзім аяқталады: {office.kk}, {body.kk}",
        f"{day} заканчивается срок: {office.get('ru')}, {body.get('ru')}",
        f"On {day} a term ends: {office.get('en')}, {body.get('en')}",
    )


def seat_vacant(office: LocalText, body: LocalText, since: date, count: int) -> LocalText:
    """One seat, or several, have been vacant since a day."""
    day = f"{since:%d.%m.%Y}"
    if count > 1:
        return LocalText(
            f"{day} бастап {count} орын бос",
            f"С {day} вакантны места: {count}",
            f"Since {day} {count} seats are vacant",
        )
    return LocalText(
        f"{day} бастап орын бос: {office.kk}, {body.kk}",
        f"С {day} вакантно: {office.get('ru')}, {body.get('ru')}",
        f"Vacant since {day}: {office.get('en')}, {body.get('en')}",
    )
