"""One text to many addressees."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from birlik.base.journal.action import action, locked_head, note
from birlik.base.letters import refusals
from birlik.base.letters.engine.text import MailingText, unfilled
from birlik.base.letters.models import Letter, Mailing
from birlik.base.letters.queries import is_prepared, searched_words
from birlik.base.letters.rules import may_register_letters
from birlik.base.registry.models import Structure
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError

Values = Mapping[int, Mapping[str, LocalText]]
"""Number of an addressee → what fills the fields of its letter, by their names."""


@action(
    "mailing.begun",
    may=may_register_letters,
    label=LocalText("Хаттар дайындалды", "Подготовлена рассылка писем", "Mailing begun"),
    withheld=("text", "values"),
)
def begin_mailing(
    by: Actor,
    _subject: None,
    /,
    *,
    at: datetime,
    text: MailingText,
    addressees: Sequence[Structure],
    values: Values | None = None,
) -> Mailing:
    """Make a letter without number for each addressee, all with one text.

    `values` fill the fields that differ from addressee to addressee; the field `addressee` is
    filled by itself, and an addressee named twice gets one letter. Raises `RefusedError` without
    text, signatory, executor or addressee, while a field has no value for one of them, and when the
    very same letters wait for their numbers already: what is sent twice is made once.
    """
    receiving = list({one.pk: one for one in addressees}.values())
    own = {one.pk: dict((values or {}).get(one.pk, {})) for one in receiving}
    refuse_unready(text, own)
    words = {
        "kind": text.kind,
        "subject_kk": text.subject.kk.strip(),
        "subject_ru": text.subject.ru.strip(),
        "text_kk": text.text.kk.strip(),
        "text_ru": text.text.ru.strip(),
        "signatory": text.signatory.strip(),
        "executor": text.executor.strip(),
        "phone": text.phone.strip(),
    }
    locked_head()
    if is_prepared(words, {number: fields_of(one) for number, one in own.items()}):
        raise RefusedError(refusals.PREPARED_ALREADY)
    mailing = Mailing.objects.create(**words, made_at=at, by_id=by.appointment_id)
    letters = [letter_to(one, mailing, own[one.pk]) for one in receiving]
    Letter.objects.bulk_create(letters, batch_size=500)
    note(letters=len(letters))
    return mailing


def refuse_unready(text: MailingText, values: Values) -> None:
    """Raise `RefusedError` for what keeps a mailing from going out."""
    lacking = (
        (not values, refusals.NO_ADDRESSEES),
        (not f"{text.text.kk}{text.text.ru}".strip(), refusals.NO_TEXT),
        (not text.signatory.strip() or not text.executor.strip(), refusals.NO_SIGNATORY),
    )
    for holds, reason in lacking:
        if holds:
            raise RefusedError(reason)
    if names := unfilled(text, list(values.values())):
        raise RefusedError(refusals.unfilled_fields(names))


def letter_to(addressee: Structure, mailing: Mailing, values: Mapping[str, LocalText]) -> Letter:
    """The letter of a mailing to one addressee."""
    letter = Letter(
        direction=Letter.Direction.OUTGOING,
        correspondent=addressee,
        subject=mailing.subject_kk or mailing.subject_ru,
        signatory=mailing.signatory,
        mailing=mailing,
        fields=fields_of(values),
        at=mailing.made_at,
        by_id=mailing.by_id,
    )
    letter.searched = searched_words(letter)
    return letter


def fields_of(values: Mapping[str, LocalText]) -> dict[str, list[str]]:
    """What fills the fields of a letter, as it is kept: name → Kazakh and Russian."""
    return {name: [value.get("kk"), value.get("ru")] for name, value in values.items()}
