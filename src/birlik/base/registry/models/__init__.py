"""Who: territories, structures, people, their offices and accounts."""

from birlik.base.registry.models.account import AccessKey, Account, Accounts
from birlik.base.registry.models.brought import BroughtFile, BroughtRow
from birlik.base.registry.models.codes import CodesField
from birlik.base.registry.models.duplicate import Likeness, LikenessRun, Merge
from birlik.base.registry.models.named import Named
from birlik.base.registry.models.office import Appointment, Office
from birlik.base.registry.models.person import (
    Affiliation,
    Consent,
    Enrolment,
    Person,
    PersonalRecord,
)
from birlik.base.registry.models.reorganisation import Reorganisation, Succession
from birlik.base.registry.models.searching import Posting, Word
from birlik.base.registry.models.structure import (
    AccreditedTerm,
    EarlierCard,
    Level,
    Proposal,
    Structure,
)
from birlik.base.registry.models.telling import Digest, Notice, Turn
from birlik.base.registry.models.territory import Territory

__all__ = [
    "AccessKey",
    "Account",
    "Accounts",
    "AccreditedTerm",
    "Affiliation",
    "Appointment",
    "BroughtFile",
    "BroughtRow",
    "CodesField",
    "Consent",
    "Digest",
    "EarlierCard",
    "Enrolment",
    "Level",
    "Likeness",
    "LikenessRun",
    "Merge",
    "Named",
    "Notice",
    "Office",
    "Person",
    "PersonalRecord",
    "Posting",
    "Proposal",
    "Reorganisation",
    "Structure",
    "Succession",
    "Territory",
    "Turn",
    "Word",
]
