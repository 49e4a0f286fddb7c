"""The pages of accreditation."""

from birlik.base.ui.pages import Page
from birlik.domains.accreditation.web.applying import application, apply, paper
from birlik.domains.accreditation.web.certificates import certificate, certificate_paper
from birlik.domains.accreditation.web.commission import commission
from birlik.domains.accreditation.web.earlier import (
    earlier,
    earlier_check,
    earlier_template,
    earlier_unfit,
)
from birlik.domains.accreditation.web.rounds import accreditation, round_new, round_page
from birlik.domains.accreditation.web.verify import verify, verify_code

PAGES: tuple[Page, ...] = (
    *(accreditation, commission, round_new, round_page, apply, application, paper),
    *(certificate, certificate_paper, earlier, earlier_template, earlier_unfit, earlier_check),
    *(verify_code, verify),
)
