"""Who may do what with documents, readings and acts."""

from datetime import datetime

from birlik.base.charter.queries import internal_act_kinds
from birlik.base.records.models import Act, ActReading, Document
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.base.values.verdict import Verdict

NO_IMPORT = LocalText(
    kk="Актілерді енгізу және түзету үйлестірушінің өкілеттігіне жатады.",
    ru="Вносить и править акты вправе только координатор.",
    en="Only a coordinator may enter and correct acts.",
)

NO_READING = LocalText(
    kk="Актілерді сіздің лауазымыңыз бойынша оқуға болмайды. Үйлестірушіге жүгініңіз.",
    ru="Ваша должность не дает права читать акты. Обратитесь к координатору.",
    en="Your office does not open the acts. Ask your coordinator.",
)
INSIDE_A_BODY = LocalText(
    kk="Бұл құжат органның ішінде қалады. Онымен не тапсырылғаны сол тапсырманың өз бетінде "
    "көрсетілген.",
    ru="Этот документ остается внутри органа. Что им поручено, показано на странице самого "
    "поручения.",
    en="This paper stays inside its body. What it gave is shown on the page of that obligation.",
)
CONFIRMED = LocalText(
    kk="Бұл оқу расталған. Енді түзетулер актінің өзіне енгізіледі.",
    ru="Это прочтение уже подтверждено. Теперь правки вносятся в сам акт.",
    en="This reading is already confirmed. Corrections are now made in the act itself.",
)
ALREADY_READ = LocalText(
    kk="Файл бұрын оқылған. Қайта оқу үшін «Қайта оқу» батырмасын басыңыз.",
    ru="Файл уже прочитан. Чтобы прочитать его снова, нажмите «Прочитать заново».",
    en="The file has been read. To have it read again, choose “Read anew”.",
)
NOT_YET_READ = LocalText(
    kk="Файл әлі оқылып жатыр. Оқу аяқталғанша күтіңіз.",
    ru="Файл еще читается. Дождитесь окончания.",
    en="The file is still being read. Wait until it is done.",
)


def may_register_act(actor: Actor, _subject: object, _at: datetime) -> Verdict:
    """Whoever imports acts may register what was read."""
    return Verdict.yes() if actor.holds("acts.import") else Verdict.no(NO_IMPORT)


def may_repeal_act(actor: Actor, _subject: object, _at: datetime) -> Verdict:
    """Whoever imports acts may record that one was repealed."""
    return Verdict.yes() if actor.holds("acts.import") else Verdict.no(NO_IMPORT)


def may_read_acts(actor: Actor, _at: datetime) -> Verdict:
    """Whose office opens the acts."""
    return Verdict.yes() if actor.holds("acts.read") else Verdict.no(NO_READING)


def may_read_act(actor: Actor, act: Act, at: datetime) -> Verdict:
    """Whose office opens the acts reads one of them, but no paper inside a body: of that, only who
    sees the obligation that it made reads what it gave, on the page of that obligation."""
    if internal_act_kinds().filter(code=act.kind).exists():
        return Verdict.no(INSIDE_A_BODY)
    return may_read_acts(actor, at)


def may_open_import(actor: Actor, _at: datetime) -> Verdict:
    """Whoever imports acts may open the pages of the import."""
    return Verdict.yes() if actor.holds("acts.import") else Verdict.no(NO_IMPORT)


def may_store_document(actor: Actor, _subject: object, at: datetime) -> Verdict:
    """Whoever imports acts, reports on obligations, makes reports with templates of an office, or
    registers letters, may bring a file."""
    powers = ("obligations.report", "reports.make", "letters.register")
    brings = any(actor.holds(power) for power in powers)
    return Verdict.yes() if brings else may_open_import(actor, at)


def may_begin_reading(actor: Actor, _document: Document, at: datetime) -> Verdict:
    """Whoever imports acts may have a file read, once or anew."""
    return may_open_import(actor, at)


def may_restart_reading(actor: Actor, reading: ActReading | None, at: datetime) -> Verdict:
    """A reading that became an act is not read anew."""
    if reading and reading.state == ActReading.State.CONFIRMED:
        return Verdict.no(CONFIRMED)
    return may_open_import(actor, at)


def may_record_reading(actor: Actor, reading: ActReading | None, at: datetime) -> Verdict:
    """What was read is recorded once: another worker, or one that was late, takes back nothing
    that a person has mended since."""
    verdict = may_restart_reading(actor, reading, at)
    if verdict and reading and reading.state == ActReading.State.READ:
        return Verdict.no(ALREADY_READ)
    return verdict


def may_amend_reading(actor: Actor, reading: ActReading | None, at: datetime) -> Verdict:
    """A reading is mended after it was read and before it is confirmed."""
    if reading is None or reading.state in {ActReading.State.READ, ActReading.State.CONFIRMED}:
        return may_restart_reading(actor, reading, at)
    return Verdict.no(NOT_YET_READ)


def may_add_source(actor: Actor, reading: ActReading | None, at: datetime) -> Verdict:
    """The second text of an act comes from a reading that nobody has confirmed yet."""
    return may_amend_reading(actor, reading, at)
