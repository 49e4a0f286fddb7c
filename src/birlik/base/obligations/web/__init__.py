"""The pages of evidence: bringing it, describing it, fetching it."""

from birlik.base.obligations.web.additions import (
    evidence_add,
    evidence_details,
    evidence_list,
    evidence_remove,
)
from birlik.base.obligations.web.download import evidence_file, signature_file
from birlik.base.obligations.web.uploads import upload, upload_begin, upload_finish
from birlik.base.ui.pages import Page

PAGES: tuple[Page, ...] = (
    evidence_file,
    signature_file,
    evidence_list,
    evidence_add,
    evidence_details,
    evidence_remove,
    upload_begin,
    upload,
    upload_finish,
)
