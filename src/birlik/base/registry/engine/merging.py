"""What a kept entry may take over of the card of the one that is dropped, field by field."""

from collections.abc import Mapping

OF_BODIES = (
    *("name_kk", "name_ru", "name_en", "short_kk", "short_ru", "level", "territory", "parent"),
    *("bin", "registered_on", "registration_number", "registered_by", "founded_on", "closed_on"),
    *("address_kk", "address_ru", "phone", "email", "website", "house", "culture", "languages"),
    "fields",
)
OF_PEOPLE = ("full_name", "full_name_ru", "full_name_latin", "territory", "languages", "fields")
RESTRICTED = ("iin_sealed", "iin_digest", "phone", "email")
"""What is kept of a person apart: the kept entry takes over what it lacks, shown to nobody."""


def proposed(kept: Mapping[str, object], dropped: Mapping[str, object]) -> frozenset[str]:
    """The fields that the kept entry lacks and the other has."""
    return frozenset(name for name, value in dropped.items() if value and not kept.get(name))


def differing(kept: Mapping[str, object], dropped: Mapping[str, object]) -> frozenset[str]:
    """The fields in which two entries say two different things."""
    return frozenset(name for name, value in dropped.items() if value != kept.get(name))
