"""What people are told about drafts of plans, in three languages and without their names."""

from birlik.base.values.local_text import LANGUAGES, LocalText

DRAFT_PAGE = "/plan-drafts/{}/"
ANSWER_PAGE = "/plan-drafts/{}/agreements/{}/"
AGREEMENT_PAGE = "/plan-drafts/{}/agreement/"
"""The pages of the cabinet that notices lead to."""

ASKED = LocalText(
    "Жоспар жобасын келісу сұралады",
    "Просят согласовать проект плана",
    "Your agreement with a draft of a plan is asked for",
)
ANSWERED = LocalText(
    "Жоспар жобасы бойынша жауап берілді",
    "Получен ответ по проекту плана",
    "A body answered on a draft of a plan",
)
SUBMITTED = LocalText(
    "Жоспар жобасы бекітуге ұсынылды",
    "Проект плана внесен на утверждение",
    "A draft of a plan was submitted for approval",
)
REOPENED = LocalText(
    "Жоспар жобасы пысықтауға қайтарылды",
    "Проект плана возвращен на доработку",
    "A draft of a plan was returned for more work",
)
APPROVED = LocalText("Жоспар бекітілді", "План утвержден", "A plan was approved")


def told(what: LocalText, title: LocalText, body: LocalText | None = None) -> LocalText:
    """What happened, to which plan, and by which body where that matters."""
    texts = []
    for code in LANGUAGES:
        named = f"«{title.get(code)}»"
        texts.append(
            f"{what.get(code)}: {body.get(code)}, {named}" if body else f"{what.get(code)}: {named}"
        )
    return LocalText(*texts)
