"""Every read of letters."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date

from django.db.models import QuerySet

from birlik.base.letters.engine.text import ADDRESSEE, filled
from birlik.base.letters.engine.typeset import PrintedLetter
from birlik.base.letters.models import Letter, Mailing
from birlik.base.registry.models import Structure
from birlik.base.values.local_text import LocalText
from birlik.base.values.search.folding import tokens

Direction = Letter.Direction


def letters() -> QuerySet[Letter]:
    """The register of letters with what a line of it shows, the newest first."""
    return Letter.objects.select_related("correspondent", "mailing", "document", "answers")


def letter(number: int) -> Letter | None:
    """A letter by its number in the database; None for an unknown one."""
    return letters().filter(pk=number).first()


def mailing(number: int) -> Mailing | None:
    """A mailing by its number in the database; None for an unknown one."""
    return Mailing.objects.filter(pk=number).first()


def is_prepared(words: Mapping[str, str], fields: Mapping[int, object]) -> bool:
    """Whether the very same letters wait for their numbers: a mailing with these `words`, by its
    columns, to the same addressees, with the same `fields` by their numbers."""
    waiting = Mailing.objects.filter(**words).exclude(letters__number__gt="")
    found: defaultdict[int | None, dict[int, object]] = defaultdict(dict)
    for one in Letter.objects.filter(mailing__in=waiting):
        found[one.mailing_id][one.correspondent_id] = one.fields
    return fields in found.values()


def letters_of(one: Mailing) -> QuerySet[Letter]:
    """The letters of a mailing in the order of the addressees."""
    return one.letters.select_related("correspondent", "mailing").order_by("pk")


def letter_known(correspondent: Structure, number: str, dated_on: date) -> bool:
    """Whether what a body wrote under a number on a day is registered already."""
    return Letter.objects.filter(
        direction=Direction.INCOMING, correspondent=correspondent, number=number, dated_on=dated_on
    ).exists()


def incoming_number_taken(number: str, year: int) -> bool:
    """Whether a letter that came in in a year has this number of ours."""
    return Letter.objects.filter(
        direction=Direction.INCOMING, incoming_number=number, received_on__year=year
    ).exists()


def numbers_taken(numbers: Collection[str], year: int) -> QuerySet[Letter]:
    """The outgoing letters of a year that bear one of these numbers."""
    outgoing = Letter.objects.filter(direction=Direction.OUTGOING, dated_on__year=year)
    return outgoing.filter(number__in=numbers).order_by("number", "pk")


def searched_words(one: Letter) -> str:
    """The words by which a letter is found: its numbers, subject in both languages, signatory and
    correspondent, folded as the register folds what is looked for."""
    body = one.correspondent
    names = (body.name_kk, body.name_ru, body.name_en, body.short_kk, body.short_ru)
    mail = (one.mailing.subject_kk, one.mailing.subject_ru) if one.mailing else ()
    told = (one.number, one.incoming_number, one.subject, one.signatory, *names, *mail)
    forms = {form for text in told for token in tokens(text) for form in token.forms}
    return " ".join(["", *sorted(forms), ""])


def body_of(one: Letter) -> LocalText:
    """The text of an outgoing letter with its fields filled; needs the mailing and the
    correspondent at hand."""
    if one.mailing is None:
        return LocalText()
    text = LocalText(one.mailing.text_kk, one.mailing.text_ru)
    return filled(text, values_of(one))


def printed(ready: Iterable[Letter]) -> list[PrintedLetter]:
    """What stands on letters of mailings; each needs its mailing and correspondent at hand."""
    found = []
    for one in ready:
        if mail := one.mailing:
            subject = filled(LocalText(mail.subject_kk, mail.subject_ru), values_of(one))
            name = one.correspondent.name
            found.append(
                PrintedLetter(
                    number=one.number,
                    day=f"{one.dated_on:%d.%m.%Y}" if one.dated_on else "",
                    addressee=LocalText(name.get("kk"), name.get("ru")),
                    subject=subject,
                    text=body_of(one),
                    signatory=mail.signatory,
                    executor=mail.executor,
                    phone=mail.phone,
                )
            )
    return found


def values_of(one: Letter) -> dict[str, LocalText]:
    """What fills the fields of an outgoing letter."""
    own = {name: LocalText(kk, ru) for name, (kk, ru) in one.fields.items()}
    return {ADDRESSEE: one.correspondent.name, **own}
