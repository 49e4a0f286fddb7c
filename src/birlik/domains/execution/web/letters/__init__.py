"""Letters: their register, what came in and reports, mailings, what is decided by letter."""

from birlik.base.ui.pages import Page
from birlik.domains.execution.web.letters.answers import letter_answers
from birlik.domains.execution.web.letters.incoming import letter_new
from birlik.domains.execution.web.letters.mailings import mailing_new, mailing_page, mailing_pdf
from birlik.domains.execution.web.letters.one import letter_page, letter_pdf, letter_scan
from birlik.domains.execution.web.letters.register import letters
from birlik.domains.execution.web.letters.settle import letter_settle

PAGES: tuple[Page, ...] = (
    letters,
    letter_new,
    letter_settle,
    letter_page,
    letter_scan,
    letter_pdf,
    letter_answers,
    mailing_new,
    mailing_page,
    mailing_pdf,
)
