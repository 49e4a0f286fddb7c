"""The desk: resolutions of heads, visas and signatures, and the way of a body's reports."""

from birlik.base.ui.pages import Page
from birlik.domains.execution.web.desk.resolution import children_release, resolution
from birlik.domains.execution.web.desk.round import send as round_send
from birlik.domains.execution.web.desk.round import sign, sign_paper, visa
from birlik.domains.execution.web.desk.way import way, ways

PAGES: tuple[Page, ...] = (
    *(resolution, children_release),
    *(round_send, visa, sign, sign_paper),
    *(ways, way),
)
