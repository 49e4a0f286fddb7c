"""Who may do what with reporting rounds."""

from datetime import datetime

from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.base.values.verdict import Verdict
from birlik.domains.execution.models import Round, Sheet

NO_ROUNDS = LocalText(
    kk="Ақпарат сұратуды тек үйлестіруші жүргізеді. Үйлестірушіге жүгініңіз.",
    ru="Сбор информации ведет только координатор. Обратитесь к координатору.",
    en="Only a coordinator runs reporting rounds. Ask your coordinator.",
)
NOT_A_DRAFT = LocalText(
    kk="Бұл сұрату ашылып қойған. Оны жабуға болады, ал өзгерту үшін жаңасын бастаңыз.",
    ru="Этот сбор уже открыт. Его можно закрыть, а чтобы изменить, начните новый.",
    en="This round has been opened. You can close it; to change it, begin a new one.",
)
NOT_OPEN = LocalText(
    kk="Бұл сұрату ашық емес. Алдымен оны ашыңыз.",
    ru="Этот сбор не открыт. Сначала откройте его.",
    en="This round is not open. Open it first.",
)
NOT_CLOSED = LocalText(
    kk="Бұл сұрату жабылмаған, сондықтан оны қайта ашудың қажеті жоқ.",
    ru="Этот сбор не закрыт, открывать его заново не нужно.",
    en="This round is not closed, so there is nothing to reopen.",
)
NOT_SENT = LocalText(
    kk="Бұл кесте әлі жіберілмеген, сондықтан оны қайтаруға болмайды.",
    ru="Эта таблица еще не отправлена, возвращать нечего.",
    en="This sheet has not been sent, so there is nothing to return.",
)
NOT_YOUR_SHEET = LocalText(
    kk="Бұл кестені сіздің лауазымыңыз толтырмайды. Басқа лауазымда әрекет етсеңіз, оны жоғарыдан "
    "таңдаңыз.",
    ru="Эту таблицу заполняет не ваша должность. Если вы действуете и в другой должности, "
    "выберите ее вверху страницы.",
    en="Your office does not fill in this sheet. If you hold another office, choose it at the top "
    "of the page.",
)
ALREADY_SENT = LocalText(
    kk="Кесте жіберілген, ол өзгермейді. Түзету қажет болса, үйлестірушіден қайтаруды сұраңыз.",
    ru="Таблица отправлена и не меняется. Если нужно исправить, попросите координатора вернуть ее.",
    en="The sheet was sent and does not change. To correct it, ask the coordinator to return it.",
)


def may_run_rounds(actor: Actor, _at: datetime) -> Verdict:
    """Whose office runs rounds begins them, sees who has answered, and puts the answers
    together."""
    return Verdict.yes() if actor.reaches("rounds.run") else Verdict.no(NO_ROUNDS)


def may_begin_round(actor: Actor, _subject: object, at: datetime) -> Verdict:
    """Whose office runs rounds begins one, of an act or ad hoc."""
    return may_run_rounds(actor, at)


def may_open_round(actor: Actor, one: Round | None, at: datetime) -> Verdict:
    """A round is opened, or dropped, while it is a draft."""
    return in_state(actor, one, Round.State.DRAFT, NOT_A_DRAFT, at)


def may_close_round(actor: Actor, one: Round | None, at: datetime) -> Verdict:
    """An open round is closed, and those who have not answered are written to."""
    return in_state(actor, one, Round.State.OPEN, NOT_OPEN, at)


def may_reopen_round(actor: Actor, one: Round | None, at: datetime) -> Verdict:
    """A closed round is opened again."""
    return in_state(actor, one, Round.State.CLOSED, NOT_CLOSED, at)


def may_attach_request(actor: Actor, _one: Round | None, at: datetime) -> Verdict:
    """The letter that asks may be put to a round at any time."""
    return may_run_rounds(actor, at)


def may_move_rows(actor: Actor, _made: object, at: datetime) -> Verdict:
    """The installation moves rows after what a reorganisation passed on; so may who runs
    rounds."""
    return may_run_rounds(actor, at)


def in_state(
    actor: Actor, one: Round | None, state: Round.State, reason: LocalText, at: datetime
) -> Verdict:
    """Whether whose office runs rounds finds this one in a state; the reason where not."""
    allowed = may_run_rounds(actor, at)
    return Verdict.no(reason) if allowed and one and one.state != state else allowed


def may_return_sheet(actor: Actor, sheet: Sheet | None, at: datetime) -> Verdict:
    """A sheet is returned when it was sent, and while its round is open."""
    allowed = may_close_round(actor, sheet.round if sheet else None, at)
    if allowed and sheet and sheet.state != Sheet.State.SENT:
        return Verdict.no(NOT_SENT)
    return allowed
