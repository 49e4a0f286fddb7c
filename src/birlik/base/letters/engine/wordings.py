"""What a mailing of each kind says unless its author writes otherwise.

The fields: `act`, `period`, `points`, `term`, `reason`; `addressee` is filled by itself. They stand
behind a colon, so that no language has to inflect what is put there.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from birlik.base.letters.engine.text import MailingKind
from birlik.base.values.local_text import LocalText


@dataclass(frozen=True, slots=True)
class Wording:
    """The subject and the text to begin with, in Kazakh and Russian."""

    subject: LocalText
    text: LocalText


WORDINGS: Mapping[MailingKind, Wording] = {
    "request": Wording(
        LocalText(
            kk="Іс-шаралардың орындалуы туралы ақпарат ұсыну туралы",
            ru="О представлении информации об исполнении мероприятий",
        ),
        LocalText(
            kk="Төменде көрсетілген актінің іс-шараларын орындау туралы ақпаратты растайтын "
            "құжаттармен бірге ұсынуды сұраймыз.\n\n"
            "Акт: {{act}}.\nЕсепті кезең: {{period}}.\nҰсыну мерзімі: {{term}}.\n\n"
            "Ақпарат қазақ және орыс тілдерінде ұсынылады.",
            ru="Просим представить информацию об исполнении мероприятий указанного ниже акта с "
            "подтверждающими документами.\n\n"
            "Акт: {{act}}.\nОтчетный период: {{period}}.\nСрок представления: {{term}}.\n\n"
            "Информация представляется на казахском и русском языках.",
        ),
    ),
    "reminder": Wording(
        LocalText(
            kk="Іс-шаралардың орындалуы туралы ақпарат ұсынуды еске салу",
            ru="Напоминание о представлении информации об исполнении мероприятий",
        ),
        LocalText(
            kk="Төменде көрсетілген ақпарат осы уақытқа дейін келіп түспегенін хабарлаймыз.\n\n"
            "Акт: {{act}}.\nЕсепті кезең: {{period}}.\nТармақтар: {{points}}.\n"
            "Ұсыну мерзімі: {{term}}.\n\n"
            "Ақпаратты кешіктірмей ұсынуды сұраймыз.",
            ru="Сообщаем, что указанная ниже информация до настоящего времени не поступила.\n\n"
            "Акт: {{act}}.\nОтчетный период: {{period}}.\nПункты: {{points}}.\n"
            "Срок представления: {{term}}.\n\n"
            "Просим представить информацию безотлагательно.",
        ),
    ),
    "return": Wording(
        LocalText(
            kk="Ақпаратты пысықтауға қайтару туралы",
            ru="О возврате информации на доработку",
        ),
        LocalText(
            kk="Сіздер ұсынған ақпарат пысықтауға қайтарылады.\n\n"
            "Акт: {{act}}.\nТармақтар: {{points}}.\nСебебі: {{reason}}.\n"
            "Қайта ұсыну мерзімі: {{term}}.",
            ru="Представленная вами информация возвращается на доработку.\n\n"
            "Акт: {{act}}.\nПункты: {{points}}.\nПричина: {{reason}}.\n"
            "Срок повторного представления: {{term}}.",
        ),
    ),
    "report": Wording(
        LocalText(
            kk="Іс-шаралардың орындалуы туралы жиынтық есепті жолдау туралы",
            ru="О направлении сводного отчета об исполнении мероприятий",
        ),
        LocalText(
            kk="Төменде көрсетілген актінің іс-шараларын орындау туралы жиынтық есепті жолдаймыз."
            "\n\nАкт: {{act}}.\nЕсепті кезең: {{period}}.\n\nҚосымша: жиынтық есеп.",
            ru="Направляем сводный отчет об исполнении мероприятий указанного ниже акта."
            "\n\nАкт: {{act}}.\nОтчетный период: {{period}}.\n\nПриложение: сводный отчет.",
        ),
    ),
    "other": Wording(LocalText(), LocalText()),
}
"""The wording of each kind; what a person writes instead is kept with the mailing."""
