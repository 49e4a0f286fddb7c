"""The house's rules that an import linter cannot see, on Birlik and on planted offenders."""

from collections.abc import Callable
from pathlib import Path

import pytest

import birlik
from tools.house import leaning, names, shape, writing

Rule = Callable[[Path], list[str]]
PACKAGE = Path(birlik.__file__).parent

OFFENDERS: list[tuple[Rule, str, str]] = [
    (
        leaning.upward_keys,
        "base/records/models.py",
        'act = models.ForeignKey("registry.Person", on_delete=models.PROTECT)',
    ),
    (
        leaning.upward_keys,
        "base/records/models.py",
        'act = models.OneToOneField(to="registry.Person", on_delete=models.PROTECT)',
    ),
    (leaning.upward_keys, "base/records/queries.py", 'apps.get_model("registry", "Person")'),
    (leaning.upward_keys, "base/records/queries.py", 'apps.get_model("registry.Person")'),
    (
        leaning.upward_templates,
        "base/records/templates/records/act.html",
        '{% extends "registry/person.html" %}',
    ),
    (
        leaning.upward_templates,
        "base/records/templates/records/act.html",
        "{% include 'registry/person.html' with a=b %}",
    ),
    (
        leaning.upward_templates,
        "base/records/web/views.py",
        'render(request, "registry/person.html")',
    ),
    (leaning.late_imports, "base/records/rules.py", "def f():\n    import os"),
    (leaning.late_imports, "base/records/rules.py", "def f():\n    from a import b"),
    (names.banned_files, "base/records/utils.py", ""),
    (names.banned_files, "base/records/person_manager.py", ""),
    (names.banned_files, "base/common/__init__.py", ""),
    (names.banned_words, "base/records/rules.py", "def process_act(): ..."),
    (names.banned_words, "base/records/rules.py", "class ActHelper: ..."),
    (names.banned_words, "base/records/rules.py", "def read(act_info): ..."),
    (names.banned_words, "base/records/rules.py", "data = 1"),
    (shape.long_files, "base/records/rules.py", "pass\n" * 401),
    (shape.unexplained, "base/records/rules.py", '"""Rules."""\ndef may_read(): ...'),
    (shape.unexplained, "base/records/rules.py", '"""Rules."""\nclass Ground: ...'),
    (shape.unexplained, "base/records/rules.py", "x = 1"),
    (
        writing.overrides_and_signals,
        "base/records/models.py",
        "class Act(models.Model):\n    def save(self): ...",
    ),
    (
        writing.overrides_and_signals,
        "base/records/models/act.py",
        "class Act(models.Model):\n    def delete(self): ...",
    ),
    (
        writing.overrides_and_signals,
        "base/records/apps.py",
        "from django.db.models.signals import post_save",
    ),
    (
        writing.overrides_and_signals,
        "base/records/tasks.py",
        "from django.dispatch import receiver",
    ),
    (writing.writes_outside_actions, "base/records/web/views.py", "form.save()"),
    (writing.writes_outside_actions, "base/records/queries.py", "Act.objects.create(number=1)"),
    (writing.writes_outside_actions, "base/records/tasks.py", "act.points.all().delete()"),
    (
        writing.writes_outside_actions,
        "domains/execution/queries.py",
        "Act.objects.filter(number=1).update(number=2)",
    ),
    (writing.writes_outside_actions, "faces/cabinet/pages.py", "model.bulk_create(rows)"),
    (writing.bare_querysets, "base/records/web/views.py", "Act.objects.all()"),
    (writing.bare_querysets, "base/records/api.py", "Act._default_manager.all()"),
    (writing.bare_querysets, "faces/cabinet/today.py", "Act.objects.all()"),
    (
        writing.undeclared_actions,
        "base/records/web/views.py",
        "from birlik.base.records.actions import store_points",
    ),
    (writing.hidden_clocks, "base/records/engine/reader.py", "datetime.now(UTC)"),
    (writing.hidden_clocks, "base/records/rules.py", "datetime.date.today()"),
    (writing.hidden_clocks, "base/records/rules.py", "timezone.now()"),
]
RULES = list(dict.fromkeys(rule for rule, _, _ in OFFENDERS))


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A small house without fault: two rungs, an action, a template, a late import in its place."""
    card = '"""C."""\nclass C(AppConfig):\n    """C."""\n    def ready(self):\n        import a'
    actions = (
        '"""A."""\n@action("act.read")\ndef read_act(by):\n    """R."""\n    act.save()\n'
        'def store_points():\n    """S."""\n    Act.objects.create()'
    )
    blameless = {
        "base/records/apps.py": card,
        "base/records/actions.py": actions,
        "base/records/models.py": '"""M."""\nact = models.ForeignKey("charter.Kind")\n',
        "base/records/templates/records/act.html": "{% extends 'ui/page.html' %}",
        "base/charter/apps.py": card,
        "base/registry/apps.py": card,
        "base/registry/templates/registry/person.html": "{% include 'records/act.html' %}",
        "base/registry/tasks.py": '"""T."""\nfrom birlik.base.records.actions import read_act',
        "base/registry/web.py": '"""W."""\nworkbook.save(path)\ncache.delete("key")',
        "base/ui/templates/ui/page.html": "",
        "base/values/clock.py": '"""C."""\ndatetime.now(UTC)',
        "wiring/settings.py": '"""S."""\nDATA_UPLOAD_MAX_MEMORY_SIZE = 1',
    }
    for name, text in blameless.items():
        plant(tmp_path, name, text)
    return tmp_path


def plant(package: Path, name: str, text: str) -> None:
    """Write a file into a house."""
    path = package / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_birlik_keeps_the_rule(rule: Rule) -> None:
    """Birlik itself has no offence against any rule of the house."""
    assert rule(PACKAGE) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_a_blameless_house_passes(rule: Rule, package: Path) -> None:
    """What the rules allow is not reported."""
    assert rule(package) == []


@pytest.mark.parametrize(("rule", "name", "text"), OFFENDERS)
def test_an_offender_is_found(rule: Rule, name: str, text: str, package: Path) -> None:
    """Each rule finds the offender planted for it, and names its file."""
    plant(package, name, text)
    offences = rule(package)
    assert len(offences) == 1
    assert Path(name).parts[1] in offences[0]
