"""Words of indicators and bodies that mean the same in Kazakh and Russian.

As of 2025-12-29. Source: the parallel Kazakh and Russian texts of the acts and strategic plans of
the Republic of Kazakhstan (adilet.zan.kz). Each entry is (Kazakh beginnings, Russian beginnings) of
one concept; a word belongs to it when it begins so. A title is compared as the set of its concepts.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from birlik.base.records.engine.check.words import fold, is_kazakh, likeness, stem

CONCEPTS: tuple[tuple[str, str], ...] = (
    ("деңгей", "уровен уровн"),
    ("үлес", "дол"),
    ("сан", "числ количеств"),
    ("саны", "численност"),
    ("келісім", "согласи"),
    ("бірлі", "единств"),
    ("нығай", "укреплен"),
    ("дамы", "развити"),
    ("қоғам", "обществ"),
    ("жалпыұлт", "общенацион"),
    ("әлеумет элеумет", "социал"),
    ("көңіл", "самочувств"),
    ("толерант", "толерант"),
    ("этносаралық", "межэтнич"),
    ("этнос", "этнос этнич"),
    ("тиімді", "эффектив"),
    ("қанағат", "удовлетвор"),
    ("саясат", "политик"),
    ("мемлекет", "государств"),
    ("іске", "реализац"),
    ("қамтамасыз", "обеспечен"),
    ("сала", "сфер област"),
    ("сапа", "качеств"),
    ("қолжетім", "доступн"),
    ("халық халқ", "населени народ"),
    ("азамат", "граждан"),
    ("сенім", "довери"),
    ("тіл", "язык"),
    ("білім", "образован"),
    ("ғылым ғылыми", "наук научн"),
    ("мәдениет мәдени", "культур"),
    ("денсаулық", "здравоохран здоров"),
    ("жұмыс", "работ"),
    ("табыс", "доход"),
    ("жоба", "проект"),
    ("ұйым", "организац"),
    ("қызмет", "услуг деятельност"),
    ("ақпарат", "информац"),
    ("мінез", "поведени"),
    ("құқық құқығ", "прав"),
    ("қауіпсіз", "безопасн"),
    ("экономика", "экономик"),
    ("туризм", "туризм"),
    ("спорт", "спорт"),
    ("жастар", "молодеж"),
    ("отбасы", "сем"),
    ("қазақстан", "казахстан"),
    ("арасы", "сред"),
    ("министрлі", "министерств"),
)

_WORD = re.compile(r"[^\W\d_]{3,}")
_BEGINNINGS: tuple[tuple[str, str], ...] = tuple(
    sorted(
        (
            (beginning, str(at))
            for at, entry in enumerate(CONCEPTS)
            for side in entry
            for beginning in side.split()
        ),
        key=lambda pair: -len(pair[0]),
    )
)


@lru_cache(maxsize=20_000)
def concept(word: str) -> str:
    """The concept of a word, else its stem."""
    folded = fold(word)
    for beginning, number in _BEGINNINGS:
        if folded.startswith(beginning):
            return number
    return stem(word, is_kazakh(word))


def concepts(title: str) -> frozenset[str]:
    """What a title speaks of, whatever its language."""
    return frozenset(map(concept, _WORD.findall(title)))


def most_alike(title: str, others: Iterable[str], least: float) -> str | None:
    """The title among `others` that speaks most nearly of the same, if at least so much alike."""
    own = concepts(title)
    scored = [(likeness(own, concepts(other)), other) for other in others]
    best = max(scored, default=(0.0, ""))
    return best[1] if best[0] >= least else None
