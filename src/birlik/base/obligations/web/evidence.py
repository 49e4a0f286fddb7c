"""Evidence as a part of a page: the list of it, and the forms that add to it.

The page that shows an obligation builds a part for the draft and one for each report, and includes
the templates outside of any form of its own:

    draft = evidence_part(obligation, actor=request.actor, at=at)
    sent = evidence_part(obligation, submission, actor=request.actor, at=at)

    {% include "obligations/evidence.html" with part=draft %}
    {% if draft.changeable %}
    {% include "obligations/evidence_forms.html" with part=draft %}
    {% endif %}
    {% include "obligations/evidence.html" with part=sent %}

Every answer that changed the draft's evidence triggers the htmx event `evidence-changed`, so that
what else the page says of it can be asked for anew (hx-trigger="evidence-changed from:body").
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TypedDict

from django.conf import settings
from django.http import QueryDict
from django.utils.translation import gettext as _

from birlik.base.obligations.models import Evidence, Obligation, Submission
from birlik.base.obligations.queries.evidence import evidence_of
from birlik.base.obligations.rules import may_report, may_see_draft
from birlik.base.obligations.web.forms import CardForm, LinkForm, PaperForm
from birlik.base.ui.templatetags.birlik import day, number
from birlik.base.values.actor import Actor

KILOBYTE = 2**10
MEGABYTE = 2**20
LINK_IDS, CARD_IDS = "link_%s", "card_%s"
"""The ids of fields: forms that stand on one page must not share them."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of evidence, its size in words ('' for what is no file), what is told of it beside
    its title, and the form of its details where they can be changed."""

    evidence: Evidence
    size: str
    words: tuple[str, ...]
    form: PaperForm | None


class EvidencePart(TypedDict):
    """The evidence of a report, or of the draft, as its templates take it.

    `anchor` is the id of the list in the page. Of a part that is `changeable` there are forms;
    `refused` are the files that were not taken, by name, with the reason, and `card_wanted` opens
    the form of the card. `counted` is what the pieces count together, of `demanded`; `limit` is
    the size of the largest file in megabytes.
    """

    obligation: Obligation
    anchor: str
    pieces: list[Piece]
    changeable: bool
    counted: int
    demanded: int | None
    limit: int
    link_form: LinkForm
    card_form: CardForm
    refused: list[tuple[str, str]]
    card_wanted: bool


def evidence_part(
    obligation: Obligation, submission: Submission | None = None, *, actor: Actor, at: datetime
) -> EvidencePart:
    """The evidence of a report; without one, of the draft.

    The draft's is empty for all but the office that writes it, and changeable for that office
    while it may report. One query for the pieces.
    """
    of_draft = submission is None
    hidden = of_draft and not may_see_draft(actor, obligation, at)
    changeable = of_draft and may_report(actor, obligation, at).allowed
    found = [] if hidden else list(evidence_of(obligation, submission))
    return EvidencePart(
        obligation=obligation,
        anchor="evidence" if submission is None else f"evidence-{submission.pk}",
        pieces=pieces_of(found, changeable=changeable),
        changeable=changeable,
        counted=sum(one.quantity or 0 for one in found),
        demanded=obligation.quantity,
        limit=settings.EVIDENCE_FILE_LIMIT // MEGABYTE,
        link_form=LinkForm(auto_id=LINK_IDS),
        card_form=CardForm(auto_id=CARD_IDS),
        refused=[],
        card_wanted=False,
    )


def pieces_of(found: Iterable[Evidence], *, changeable: bool) -> list[Piece]:
    """The pieces, each with a form of its own where they can be changed. A card has none: all that
    it is was entered with it."""
    return [
        Piece(
            one,
            size_in_words(one.document.size) if one.document else "",
            tuple(told(one)),
            paper_form(one) if changeable and one.kind != Evidence.Kind.CARD else None,
        )
        for one in found
    ]


def paper_form(one: Evidence, sent: QueryDict | None = None) -> PaperForm:
    """The form of a piece's details, as they are or as they were `sent`."""
    return PaperForm(sent, initial=PaperForm.shows(one), auto_id=f"paper_{one.pk}_%s")


def told(one: Evidence) -> Iterator[str]:
    """What is told of a piece of evidence beside its title."""
    card = one.kind == Evidence.Kind.CARD
    paper = [f"№ {one.number}" if one.number else "", day(one.dated_on)]
    if any(paper) and not card:
        yield ", ".join(filter(None, paper))
    if one.issuer:
        yield one.issuer
    if card:
        yield _("Paper of limited access; lies at: %(place)s") % {"place": one.kept_at}
    if one.addressees:
        yield _("addressees: %(names)s") % {"names": one.addressees}
    if one.quantity:
        yield _("counts for %(count)s") % {"count": number(one.quantity)}


def size_in_words(size: int) -> str:
    """The size of a file as people say it: "12 KB", "3.4 MB"."""
    if size < MEGABYTE:
        return _("%(size)s KB") % {"size": number(max(1, round(size / KILOBYTE)))}
    return _("%(size)s MB") % {"size": number(round(size / MEGABYTE, 1))}
