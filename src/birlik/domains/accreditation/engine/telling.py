"""What people are told about accreditation, in three languages and without anybody's name."""

from collections.abc import Mapping

from birlik.base.values.local_text import LANGUAGES, LocalText

HOME_PAGE = "/registry/accreditation/"
APPLICATION_PAGE = "/registry/accreditation/applications/{}/"
CERTIFICATE_PAGE = "/registry/accreditation/certificates/{}/"
ROUND_PAGE = "/registry/accreditation/rounds/{}/"
"""The pages of the cabinet that notices lead to."""

OPENED = LocalText(
    "Аккредиттеуге өтініштер қабылдана бастады",
    "Открыт прием заявлений на аккредитацию",
    "Applications for accreditation are taken",
)
ENDING = LocalText(
    "Аккредиттеу мерзімі аяқталып келеді",
    "Заканчивается срок аккредитации",
    "The term of accreditation is ending",
)
APPLICATION: Mapping[str, LocalText] = {
    "submitted": LocalText(
        "Аккредиттеуге өтініш түсті",
        "Поступило заявление на аккредитацию",
        "An application for accreditation came",
    ),
    "returned": LocalText(
        "Аккредиттеуге өтініш қайтарылды",
        "Заявление на аккредитацию возвращено",
        "An application for accreditation was returned",
    ),
    "completed": LocalText(
        "Өтініш аккредиттеу комиссиясына берілді",
        "Заявление передано комиссии по аккредитации",
        "An application is with the accreditation commission",
    ),
    "withdrawn": LocalText(
        "Аккредиттеуге өтініш кері алынды",
        "Заявление на аккредитацию отозвано",
        "An application for accreditation was withdrawn",
    ),
    "granted": LocalText(
        "Бірлестік аккредиттелді", "Объединение аккредитовано", "An association was accredited"
    ),
    "refused": LocalText(
        "Аккредиттеуден бас тартылды",
        "В аккредитации отказано",
        "Accreditation was refused",
    ),
    "appealed": LocalText(
        "Аккредиттеу бойынша шағым түсті",
        "Поступила жалоба по аккредитации",
        "An appeal about accreditation came",
    ),
    "upheld": LocalText("Шағым қанағаттандырылды", "Жалоба удовлетворена", "An appeal was upheld"),
    "dismissed": LocalText(
        "Шағым қанағаттандырусыз қалдырылды",
        "Жалоба оставлена без удовлетворения",
        "An appeal was dismissed",
    ),
}
CERTIFICATE: Mapping[str, LocalText] = {
    **{kind: APPLICATION[kind] for kind in ("appealed", "upheld", "dismissed")},
    "suspended": LocalText(
        "Аккредиттеу тоқтатыла тұрды", "Аккредитация приостановлена", "Accreditation suspended"
    ),
    "resumed": LocalText(
        "Аккредиттеу қайта басталды", "Аккредитация возобновлена", "Accreditation resumed"
    ),
    "withdrawn": LocalText(
        "Аккредиттеу кері қайтарып алынды", "Аккредитация отозвана", "Accreditation withdrawn"
    ),
    "restored": LocalText(
        "Аккредиттеу қалпына келтірілді", "Аккредитация восстановлена", "Accreditation restored"
    ),
}


def told(what: LocalText, name: LocalText | str) -> LocalText:
    """What happened, to which association or in which year."""
    named = {
        code: f"«{name.get(code)}»" if isinstance(name, LocalText) else name for code in LANGUAGES
    }
    return LocalText(*(f"{what.get(code)}: {named[code]}" for code in LANGUAGES))
