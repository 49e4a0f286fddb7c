"""What every test of obligations stands on."""

from datetime import date

import pytest

from birlik.base.registry.models import Structure
from birlik.base.values.local_text import LocalText
from tests.base.obligations.drafts import (
    body,
    charter,
)


@pytest.fixture(autouse=True)
def _settings(settings: object, tmp_path: object) -> None:
    """Files go to a folder of the test."""
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def ministry() -> Structure:
    """The charter, two akimats and a ministry that became another in September 2023."""
    charter()
    body("akimat", "Абай")
    body("akimat", "Жетісу", founded_on=date(2023, 6, 1))
    heir = body("ministry", "Мұрагер", short=LocalText("МҰР", "МҰР"), founded_on=date(2023, 9, 1))
    return body(
        "ministry", "Министрлік", short=LocalText("МИН", "МИН"), closed_on=date(2023, 9, 1),
        successor=heir.pk,
    )  # fmt: skip
