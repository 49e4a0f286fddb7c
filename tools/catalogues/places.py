"""Where catalogues lie and how they begin."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import django
import polib

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "birlik"
LANGUAGES = ("kk", "ru", "en")
INSIDE = Path("LC_MESSAGES", "django.po")


@dataclass(frozen=True, slots=True)
class Place:
    """A folder whose messages stand in catalogues of their own: an app, or the root."""

    folder: Path

    def catalogue(self, language: str) -> Path:
        """Where the catalogue in a language lies, whether or not it exists yet."""
        return self.folder / "locale" / language / INSIDE

    def read(self, language: str) -> polib.POFile:
        """The catalogue in a language; an empty one where there is none yet."""
        path = self.catalogue(language)
        return polib.pofile(str(path), wrapwidth=100) if path.exists() else begun(language)


def apps(source: Path = SOURCE) -> list[Place]:
    """Every Django app under a folder."""
    return [Place(card.parent) for card in sorted(source.rglob("apps.py"))]


def begun(language: str) -> polib.POFile:
    """An empty catalogue with the headers that gettext needs."""
    catalogue = polib.POFile(wrapwidth=100)
    catalogue.metadata = {
        "Project-Id-Version": "birlik",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Language": language,
        "Plural-Forms": plural_forms(language),
    }
    return catalogue


@cache
def plural_forms(language: str) -> str:
    """The plural rule of a language, as Django has it: one rule per language joins all catalogues
    into one."""
    folder = Path(django.__file__).parent / "conf" / "locale" / language
    return polib.pofile(str(folder / INSIDE)).metadata["Plural-Forms"]


def plural_count(language: str) -> int:
    """How many plural forms a language has."""
    rule = plural_forms(language)
    return int(rule.partition("nplurals=")[2].partition(";")[0])
