"""Every write of the registry."""

from birlik.base.registry.actions.digests import (
    claim_digest,
    make_digests,
    release_digest,
    settle_digest,
)
from birlik.base.registry.actions.keys import issue_key, renew_key, revoke_key
from birlik.base.registry.actions.notices import give_notices, see_notices
from birlik.base.registry.actions.personal_reseal import reseal
from birlik.base.registry.actions.register import (
    StructureRow,
    TerritoryRow,
    appoint,
    found_office,
    load_territories,
    open_account,
    register_structure,
)
from birlik.base.registry.actions.second_factor import (
    record_new_codes,
    record_second_factor,
    remove_second_factor,
)
from birlik.base.registry.actions.substitutes import end_appointment, substitute
from birlik.base.registry.actions.turns import end_turn, take_turn

__all__ = [
    "StructureRow",
    "TerritoryRow",
    "appoint",
    "claim_digest",
    "end_appointment",
    "end_turn",
    "found_office",
    "give_notices",
    "issue_key",
    "load_territories",
    "make_digests",
    "open_account",
    "record_new_codes",
    "record_second_factor",
    "register_structure",
    "release_digest",
    "remove_second_factor",
    "renew_key",
    "reseal",
    "revoke_key",
    "see_notices",
    "settle_digest",
    "substitute",
    "take_turn",
]
