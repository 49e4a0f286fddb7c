"""The pages of this installation: what each module declares."""

from birlik.base.obligations.web import PAGES as EVIDENCE
from birlik.base.records.web import PAGES as RECORDS
from birlik.base.registry.web.accounts import PAGES as ACCOUNTS
from birlik.base.registry.web.cards import PAGES as CARDS
from birlik.base.registry.web.duplicates import PAGES as DUPLICATES
from birlik.base.registry.web.importing import PAGES as ROWS
from birlik.base.registry.web.offices import PAGES as OFFICES
from birlik.base.registry.web.people import PAGES as PEOPLE
from birlik.base.registry.web.public import PAGES as PUBLIC
from birlik.base.registry.web.registers import PAGES as REGISTERS
from birlik.base.registry.web.searching import PAGES as SEARCHING
from birlik.base.registry.web.statistics import PAGES as STATISTICS
from birlik.base.registry.web.territories import PAGES as TERRITORIES
from birlik.base.ui.pages import Page
from birlik.domains.accreditation.web import PAGES as ACCREDITATION
from birlik.domains.drafting.web import PAGES as DRAFTING
from birlik.domains.execution.web import PAGES as EXECUTION
from birlik.domains.execution.web.acts_by_hand import PAGES as BY_HAND
from birlik.domains.execution.web.balance import PAGES as BALANCE
from birlik.domains.execution.web.corrections import PAGES as CORRECTIONS
from birlik.domains.execution.web.desk import PAGES as DESK
from birlik.domains.execution.web.handover import PAGES as HANDOVER
from birlik.domains.execution.web.imports import PAGES as IMPORTS
from birlik.domains.execution.web.letters import PAGES as LETTERS
from birlik.domains.execution.web.reorganisation import PAGES as REORGANISATION
from birlik.domains.execution.web.rounds import PAGES as ROUNDS
from birlik.domains.execution.web.sheets import PAGES as SHEETS
from birlik.domains.execution.web.working_days import PAGES as WORKING_DAYS
from birlik.domains.programmes.web import PAGES as PROGRAMMES
from birlik.faces.cabinet.web import PAGES as CABINET

PAGES: tuple[Page, ...] = (
    *CABINET,
    *PEOPLE,
    *REGISTERS,
    *RECORDS,
    *EVIDENCE,
    *EXECUTION,
    *IMPORTS,
    *BY_HAND,
    *BALANCE,
    *CORRECTIONS,
    *DESK,
    *REORGANISATION,
    *WORKING_DAYS,
    *HANDOVER,
    *LETTERS,
    *ROUNDS,
    *SHEETS,
    *DRAFTING,
    *PROGRAMMES,
    *CARDS,
    *ROWS,
    *ACCREDITATION,
    *STATISTICS,
    *TERRITORIES,
    *DUPLICATES,
    *SEARCHING,
    *OFFICES,
    *PUBLIC,
    *ACCOUNTS,
)
