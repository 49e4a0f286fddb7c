"""A yearly report in the words of an official report, in Kazakh and Russian."""

from collections.abc import Mapping

from birlik.base.values.local_text import LocalText
from birlik.domains.programmes.engine.totals import KINDS, TYPED, Content

NAMES: Mapping[str, LocalText] = {
    "members": LocalText("Мүшелер", "Члены", "Members"),
    "branches": LocalText("Филиалдар", "Филиалы", "Branches"),
    "staff": LocalText("Ақылы қызметкерлер", "Оплачиваемые работники", "Paid staff"),
    "event": LocalText("Іс-шаралар", "Мероприятия", "Events"),
    "course": LocalText("Курстар", "Курсы", "Courses"),
    "publication": LocalText("Басылымдар", "Издания", "Publications"),
    "media": LocalText("БАҚ-тағы материалдар", "Материалы в СМИ", "Items in the media"),
    "project": LocalText("Жобалар", "Проекты", "Projects"),
    "help": LocalText("Көрсетілген көмек", "Оказанная помощь", "Help given"),
}
"""Figure → its name."""

PEOPLE = LocalText("қатысушылар", "участников", "participants")
HEAD = LocalText(
    "Бірлестіктің {year} жылғы есебі.",
    "Отчет объединения за {year} год.",
    "Report of the association on {year}.",
)


def told(content: Content, year: int) -> LocalText:
    """A report as the text that fulfils an obligation, figure by figure; what was not typed is left
    out."""
    return LocalText(kk=side(content, year, "kk"), ru=side(content, year, "ru"))


def side(content: Content, year: int, language: str) -> str:
    """The report in one language ("kk" or "ru")."""
    lines = [getattr(HEAD, language).format(year=year)]
    for name in TYPED:
        number = content.typed.get(name)
        if number is not None:
            lines.append(f"{getattr(NAMES[name], language)}: {number}.")
    for kind in KINDS:
        people = content.people.get(kind, 0)
        among = f" ({getattr(PEOPLE, language)}: {people})" if people else ""
        lines.append(f"{getattr(NAMES[kind], language)}: {content.counts.get(kind, 0)}{among}.")
    return "\n".join([*lines, content.words] if content.words else lines)
