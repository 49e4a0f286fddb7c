"""What the letters of an ad hoc round say, unless the coordinator writes otherwise.

Those of a round of an act are worded by the letters themselves. The fields stand behind a colon, so
that no language has to inflect what is put there.
"""

from birlik.base.letters.engine.wordings import WORDINGS, Wording
from birlik.base.values.local_text import LocalText

AD_HOC = {
    "request": Wording(
        LocalText(kk="Ақпарат ұсыну туралы", ru="О представлении информации"),
        LocalText(
            kk="Төменде көрсетілген ақпаратты ұсынуды сұраймыз.\n\n"
            "Не туралы: {{subject}}.\nҰсыну мерзімі: {{term}}.",
            ru="Просим представить указанную ниже информацию.\n\n"
            "О чем: {{subject}}.\nСрок представления: {{term}}.",
        ),
    ),
    "reminder": Wording(
        LocalText(kk="Ақпарат ұсынуды еске салу", ru="Напоминание о представлении информации"),
        LocalText(
            kk="Төменде көрсетілген ақпарат осы уақытқа дейін келіп түспегенін хабарлаймыз.\n\n"
            "Не туралы: {{subject}}.\nҰсыну мерзімі: {{term}}.\n\n"
            "Ақпаратты кешіктірмей ұсынуды сұраймыз.",
            ru="Сообщаем, что указанная ниже информация до настоящего времени не поступила.\n\n"
            "О чем: {{subject}}.\nСрок представления: {{term}}.\n\n"
            "Просим представить информацию безотлагательно.",
        ),
    ),
}


def wording(kind: str, *, ad_hoc: bool) -> Wording:
    """The subject and text that a letter of a round begins with; `kind` is "request" or
    "reminder"."""
    if ad_hoc:
        return AD_HOC[kind]
    return WORDINGS["reminder" if kind == "reminder" else "request"]
