"""Who may do what with the registry."""

from datetime import datetime

from birlik.base.registry import refusals
from birlik.base.registry.models import AccessKey, Account, Appointment
from birlik.base.registry.refusals import NO_REORGANISATIONS
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.base.values.verdict import Verdict

NO_REGISTRY = LocalText(
    kk="Тізілімді лауазымы бойынша оны жүргізетін адам ғана өзгерте алады.",
    ru="Реестр меняет только тот, кому это поручено по должности.",
    en="Only an office that keeps the registry may change it.",
)

ONLY_SYSTEM = LocalText(
    kk="Хабарлама мен шолуды жүйенің өзі жібереді.",
    ru="Уведомления и сводки система рассылает сама.",
    en="Notices and digests are sent by the system itself.",
)
NO_ACCOUNT = LocalText(
    kk="Хабарламаларды көру үшін жүйеге кіріңіз.",
    ru="Чтобы увидеть уведомления, войдите в систему.",
    en="Sign in to see your notices.",
)

NO_OFFICE = LocalText(
    kk="Кілт лауазымға беріледі, ал бүгін сіздің лауазымыңыз жоқ. Тізілімді жүргізушіге жүгініңіз.",
    ru="Ключ выдается к должности, а у вас сегодня ее нет. Обратитесь к ведущему реестр.",
    en="A key belongs to an office, and you hold none today. Ask the keeper of the registry.",
)
NOT_YOUR_KEY = LocalText(
    kk="Бұл кілт басқа адамға не басқа лауазымға тиесілі.",
    ru="Этот ключ принадлежит другому лицу или другой должности.",
    en="This key belongs to another person or another office.",
)
FACTOR_FIRST = LocalText(
    kk="Бұл лауазым екінші факторды талап етеді. Алдымен оны есептік жазбаңызда қосыңыз.",
    ru="Эта должность требует второго фактора. Сначала включите его в своей учетной записи.",
    en="This office demands a second factor. First set it up in your account.",
)
REVOKED_KEY = LocalText(
    kk="Бұл кілттің күші жойылған. Жаңасын жасаңыз.",
    ru="Этот ключ уже отозван. Создайте новый.",
    en="This key has already been revoked. Make a new one.",
)
NOT_YOUR_ACCOUNT = LocalText(
    kk="Есептік жазбаның кіру тәсілін оның иесі ғана өзгертеді.",
    ru="Способ входа в учетную запись меняет только ее владелец.",
    en="Only its owner changes the way in which one signs in to an account.",
)


def may_keep_account(actor: Actor, account: Account | None, _at: datetime) -> Verdict:
    """A person decides in which way the person's own account is signed in to; whoever runs the
    installation helps where the device was lost."""
    signed_in = actor.account_id is not None
    own = signed_in and (account is None or account.pk == actor.account_id)
    return Verdict.yes() if own or actor.is_system else Verdict.no(NOT_YOUR_ACCOUNT)


def may_tell(actor: Actor, _subject: object, _at: datetime) -> Verdict:
    """Only the installation itself tells people what happened, and keeps its own turns."""
    return Verdict.yes() if actor.is_system else Verdict.no(ONLY_SYSTEM)


def may_see_notices(actor: Actor, _subject: object, _at: datetime) -> Verdict:
    """Whoever has an account sees the notices given to it."""
    return Verdict.yes() if actor.account_id else Verdict.no(NO_ACCOUNT)


def may_keep_registry(actor: Actor, _subject: object, _at: datetime) -> Verdict:
    """Only whoever keeps the registry changes it, and gives people accounts and offices."""
    return Verdict.yes() if actor.holds("registry.keep") else Verdict.no(NO_REGISTRY)


def may_register_structure(actor: Actor, subject: object, at: datetime) -> Verdict:
    """Whoever keeps the registry enters bodies; so does whoever imports the act that names one for
    the first time."""
    return Verdict.yes() if actor.holds("acts.import") else may_keep_registry(actor, subject, at)


def may_see_reorganisations(actor: Actor, _at: datetime) -> Verdict:
    """Whoever keeps the registry or coordinates sees what became of bodies."""
    sees = actor.holds("registry.keep") or actor.holds("obligations.review")
    return Verdict.yes() if sees else Verdict.no(NO_REORGANISATIONS)


def may_open_reorganising(actor: Actor, at: datetime) -> Verdict:
    """Whoever keeps the registry may begin a reorganisation."""
    return may_keep_registry(actor, None, at)


def may_issue_key(actor: Actor, appointment: Appointment | None, _at: datetime) -> Verdict:
    """A person makes keys for the office in which the person acts, and for no other; not before the
    second factor that the office demands, or the key would outlive its lack."""
    if actor.is_system:
        return Verdict.yes()
    if actor.appointment_id is None:
        return Verdict.no(NO_OFFICE)
    if actor.awaits_second_factor:
        return Verdict.no(FACTOR_FIRST)
    own = appointment is None or appointment.pk == actor.appointment_id
    return Verdict.yes() if own else Verdict.no(NOT_YOUR_KEY)


def may_keep_key(actor: Actor, key: AccessKey | None, _at: datetime) -> Verdict:
    """A person renews and revokes the person's own keys, as long as they open something."""
    own = bool(actor.account_id) and (key is None or key.account_id == actor.account_id)
    if not own and not actor.is_system:
        return Verdict.no(NOT_YOUR_KEY)
    return Verdict.no(REVOKED_KEY) if key and key.revoked_at else Verdict.yes()


def may_try_key(_actor: Actor, _at: datetime) -> Verdict:
    """Anybody may come with a key; what it opens is settled by the key alone."""
    return Verdict.yes()


def may_substitute(actor: Actor, appointment: Appointment | None, _at: datetime) -> Verdict:
    """Whoever keeps the registry names a substitute for anybody; a holder, by an order, for the own
    absence, but not one who only acts."""
    if actor.holds("registry.keep"):
        return Verdict.yes()
    own = actor.account_id is not None and (
        appointment is None or (is_own(actor, appointment) and not appointment.acting)
    )
    return Verdict.yes() if own else Verdict.no(refusals.NOT_YOUR_ABSENCE)


def may_end_appointment(actor: Actor, appointment: Appointment | None, _at: datetime) -> Verdict:
    """Whoever keeps the registry ends an appointment; who comes back, the substitution for it."""
    if actor.holds("registry.keep"):
        return Verdict.yes()
    absent = appointment.stands_for if appointment else None
    own = actor.account_id is not None and (
        appointment is None or (absent is not None and is_own(actor, absent))
    )
    return Verdict.yes() if own else Verdict.no(refusals.NOT_YOUR_ABSENCE)


def is_own(actor: Actor, appointment: Appointment) -> bool:
    """Whether the actor is the person of an appointment."""
    own = Account.objects.filter(person=appointment.person_id).values_list("pk", flat=True)
    return actor.account_id in own
