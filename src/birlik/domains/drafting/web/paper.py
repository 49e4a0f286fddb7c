"""The draft as a Word file in the plan's official form."""

from io import BytesIO

from django.http import FileResponse, Http404
from django.utils.translation import gettext_lazy as _

from birlik.base.records.models import Telling
from birlik.base.ui.pages import ActorRequest, page
from birlik.domains.drafting.engine.content import PLAN_LANGUAGES, DraftContent, PlanLanguage
from birlik.domains.drafting.engine.paper import DifferenceLine, Stamp, plan_paper
from birlik.domains.drafting.models import Difference, PlanDraft
from birlik.domains.drafting.queries.agreement import differences_of
from birlik.domains.drafting.queries.drafts import content_of
from birlik.domains.drafting.rules import may_open_drafts
from birlik.domains.drafting.web.shown import found_or_refuse

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
HEADERS = {"X-Content-Type-Options": "nosniff", "Cache-Control": "private, no-store"}
NATIONAL: dict[PlanLanguage, tuple[str, str]] = {
    "kk": ("Қазақстан Республикасы Үкіметінің", "қаулысымен"),
    "ru": ("Правительства Республики Казахстан", "постановлением"),
}
REGIONAL: dict[PlanLanguage, tuple[str, str]] = {
    "kk": ("{} Қазақстан халқы Ассамблеясы төрағасының", "өкімімен"),
    "ru": ("председателя Ассамблеи народа Казахстана ({})", "распоряжением"),
}


@page(
    "plan_draft_paper",
    "plan-drafts/<int:pk>/paper/<str:language>/",
    title=_("Draft in the official form"),
    may=may_open_drafts,
    section="drafts",
)
def paper(request: ActorRequest, pk: int, language: str) -> FileResponse:
    """The plan as a Word file, with the table of differences unless only the plan is asked for."""
    found = found_or_refuse(request, pk)
    chosen = next((one for one in PLAN_LANGUAGES if one == language), None)
    if chosen is None:
        raise Http404
    wants = request.GET.get("with") == "differences"
    draft = content_of(found)
    content = plan_paper(
        draft,
        chosen,
        stamp=stamp_of(found, chosen),
        differences=lines_of(found, draft, chosen) if wants else (),
        invented=found.told == Telling.INVENTED,
    )
    return FileResponse(
        BytesIO(content),
        as_attachment=True,
        filename=f"birlik-plan-{found.pk}-{chosen}.docx",
        content_type=WORD,
        headers=HEADERS,
    )


def stamp_of(found: PlanDraft, language: PlanLanguage) -> Stamp:
    """By whose paper the plan is approved."""
    issuer, kind = (REGIONAL if found.region else NATIONAL)[language]
    name = found.region.name.get(language) if found.region else ""
    return Stamp(issuer.format(name), kind, found.number, found.adopted_on)


def lines_of(found: PlanDraft, draft: DraftContent, language: PlanLanguage) -> list[DifferenceLine]:
    """The table of differences in a language, by the measures as they are numbered now."""
    numbers = {one.key: one.number for one in draft.measures}
    return [
        DifferenceLine(
            number=numbers.get(one.measure_id or 0, ""),
            words=one.measure.title.get(language) if one.measure else "",
            body=one.agreement.structure.short.get(language),
            remark=one.text,
            proposed=one.proposed,
            taken={
                Difference.Answer.TAKEN.value: True,
                Difference.Answer.DECLINED.value: False,
            }.get(one.answer),
            reply=one.reply,
        )
        for one in differences_of(found)
    ]
