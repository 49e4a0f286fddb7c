"""The catalogues are whole; and the tools that keep them find what is not."""

from pathlib import Path

import polib
import pytest

from tools.catalogues.check import faults
from tools.catalogues.compile import compile_all
from tools.catalogues.merge import merge
from tools.catalogues.messages import Message, messages_in
from tools.catalogues.places import INSIDE, Place, apps

TEMPLATE = """{% load i18n %}
    {% translate "Act" %} {% translate "Act" context "verb" %}
  {% blocktranslate trimmed count number=total %}{{ number }} act
{% plural %}{{ number }} acts
{% endblocktranslate %}
"""
PYTHON = 'from django.utils.translation import gettext_lazy as _\nTITLE = _("Read %(number)s")\n'


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """An app with a template and a Python file, whose catalogues are translated."""
    app = tmp_path / "src" / "birlik" / "acts"
    (app / "templates").mkdir(parents=True)
    (app / "apps.py").touch()
    (app / "templates" / "act.html").write_text(TEMPLATE, encoding="utf-8")
    (app / "pages.py").write_text(PYTHON, encoding="utf-8")
    place = Place(app)
    merge(place, [place])
    for language, forms in (("kk", 2), ("ru", 4)):
        catalogue = place.read(language)
        for entry in catalogue:
            if entry.msgid_plural:
                entry.msgstr_plural = dict.fromkeys(range(forms), "%(number)s")
            else:
                entry.msgstr = f"{entry.msgid}, {language}"
        catalogue.save(str(place.catalogue(language)))
    return place


def root_of(place: Place) -> Path:
    """The repository in which an app of these tests stands."""
    return place.folder.parents[2]


def found(place: Place) -> list[str]:
    """What the check finds in the repository of these tests."""
    return faults(root_of(place), root_of(place) / "src" / "birlik")


def change(place: Place, message: str, **fields: object) -> None:
    """Change an entry of the Kazakh catalogue."""
    catalogue = place.read("kk")
    entry = next(entry for entry in catalogue if entry.msgid == message)
    for name, value in fields.items():
        setattr(entry, name, value)
    catalogue.save(str(place.catalogue("kk")))


def test_birlik_is_translated_whole() -> None:
    """No catalogue of Birlik lacks a message, has one too many, or one that does not fit."""
    assert faults() == []


def test_messages_of_templates_and_python_are_found(place: Place) -> None:
    """Templates and Python give their messages with plural and context."""
    assert messages_in(place.folder) == {
        Message("Act"): ["templates/act.html"],
        Message("Act", context="verb"): ["templates/act.html"],
        Message("%(number)s act", "%(number)s acts"): ["templates/act.html"],
        Message("Read %(number)s"): ["pages.py"],
    }


def test_merging_fills_english_and_leaves_the_rest_to_a_person(place: Place) -> None:
    """A new message is its own English, and empty in Kazakh and Russian."""
    (place.folder / "views.py").write_text('_("New")', encoding="utf-8")
    merge(place, [place])
    entries = {language: place.read(language).find("New") for language in ("kk", "ru", "en")}
    assert [entry.msgstr for entry in entries.values() if entry] == ["", "", "New"]


def test_merging_keeps_translations(place: Place) -> None:
    """What is translated stays translated, also when merged twice."""
    merge(place, [place])
    assert found(place) == []


def test_merging_drops_what_nobody_asks_for_only_when_told(place: Place) -> None:
    """A message that went out of use stays until it is dropped on purpose."""
    (place.folder / "pages.py").unlink()
    merge(place, [place])
    assert any("is not used" in fault for fault in found(place))
    merge(place, [place], drop_unused=True)
    assert found(place) == []


@pytest.mark.parametrize(
    ("message", "fields", "fault"),
    [
        ("Act", {"msgstr": ""}, "is not translated"),
        ("Act", {"flags": ["fuzzy"]}, "is marked as doubtful"),
        ("Act", {"msgid": "Gone"}, "is not used"),
        ("Read %(number)s", {"msgstr": "Оқу"}, "different placeholders"),
        ("Read %(number)s", {"msgstr": "Оқу %(count)s"}, "different placeholders"),
        ("%(number)s act", {"msgstr_plural": {0: "%(number)s акт"}}, "has 1 plural forms, not 2"),
        ("%(number)s act", {"msgstr_plural": {0: "%(n)s", 1: "%(n)s"}}, "different placeholders"),
    ],
)
def test_a_fault_is_found(
    place: Place, message: str, fields: dict[str, object], fault: str
) -> None:
    """Each kind of fault is found and named."""
    change(place, message, **fields)
    assert any(fault in line for line in found(place))


def test_a_message_outside_any_app_is_found(place: Place) -> None:
    """A message that no catalogue would ever hold is named."""
    (place.folder.parent / "lost.py").write_text('_("Lost")', encoding="utf-8")
    assert found(place) == ["«Lost» in lost.py belongs to no app"]


def test_two_apps_may_not_disagree(place: Place) -> None:
    """One message has one translation, whichever app asks for it."""
    other = Place(place.folder.with_name("plans"))
    other.folder.mkdir()
    (other.folder / "apps.py").write_text('_("Act")', encoding="utf-8")
    merge(other, [place, other])
    for language in ("kk", "ru"):
        catalogue = other.read(language)
        catalogue[0].msgstr = "Другое"
        catalogue.save(str(other.catalogue(language)))
    lines = found(place)
    assert lines == [
        "kk: «Act» is translated differently in acts and plans",
        "ru: «Act» is translated differently in acts and plans",
    ]


def test_an_app_inside_an_app_keeps_its_own_messages(place: Place) -> None:
    """The messages of an app below another belong to the lower one only."""
    inner = place.folder / "inner"
    inner.mkdir()
    (inner / "apps.py").write_text('_("Inner")', encoding="utf-8")
    everywhere = apps(place.folder)
    without = [other.folder for other in everywhere]
    assert Message("Inner") not in messages_in(place.folder, without)
    assert Message("Inner") in messages_in(inner, without)


def test_only_what_changed_is_compiled(place: Place) -> None:
    """Catalogues are compiled once, readable by gettext, and again only after a change."""
    assert compile_all(root_of(place)) == 3
    assert compile_all(root_of(place)) == 0
    compiled = place.folder / "locale" / "kk" / INSIDE.with_suffix(".mo")
    entry = polib.mofile(str(compiled)).find("Act")
    assert entry is not None
    assert entry.msgstr == "Act, kk"
