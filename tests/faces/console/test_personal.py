"""`birlik personal`: sealing anew, and refusing where no secret opens what is kept."""

from typing import Any

import pytest
from typer.testing import CliRunner

from birlik.base.registry.actions.people import enter_person
from birlik.base.registry.engine.people import PersonRow
from birlik.base.registry.models import PersonalRecord
from birlik.base.registry.seals import seal
from birlik.faces.console.personal import app
from tests.base.registry.world import AT, SYSTEM, iin_of

pytestmark = pytest.mark.django_db


def test_reseal_counts_and_leaves_the_old_secret_behind(settings: Any) -> None:
    """The command says how many rows were sealed anew; the new secret alone opens them then."""
    iin = iin_of("90010155012")
    enter_person(SYSTEM, None, at=AT, row=PersonRow("Өтеген Жанар", iin=iin))
    settings.PERSONAL_SECRETS = ("new", *settings.PERSONAL_SECRETS)
    told = CliRunner().invoke(app, ["reseal"])
    assert (told.exit_code, told.stdout) == (0, "1\n")
    settings.PERSONAL_SECRETS = ("new",)
    assert seal().opened(PersonalRecord.objects.get().iin_sealed) == iin


def test_reseal_changes_nothing_without_the_secret(settings: Any) -> None:
    """Where no secret opens what is kept the exit code is 1 and nothing changed."""
    enter_person(SYSTEM, None, at=AT, row=PersonRow("Өтеген Жанар", iin=iin_of("90010155012")))
    before = PersonalRecord.objects.get().iin_sealed
    settings.PERSONAL_SECRETS = ("another",)
    assert CliRunner().invoke(app, ["reseal"]).exit_code == 1
    assert PersonalRecord.objects.get().iin_sealed == before
