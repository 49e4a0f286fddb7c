"""A record of control on its way: stored, and known by a signed address until it is confirmed."""

from django.core import signing
from django.http import Http404

from birlik.base.obligations.engine.opening import PastRow, past_rows
from birlik.base.records.engine.content import refuse_marked_name
from birlik.base.records.engine.content.examination import refuse_marked
from birlik.base.records.engine.workbook import read_workbook
from birlik.base.records.models import Act, Document
from birlik.base.records.queries.acts import act as act_numbered
from birlik.base.records.queries.documents import document_numbered

SALT = "birlik.balance"


def act_or_404(pk: int) -> Act:
    """The act of a number; raises Http404 where there is none."""
    found = act_numbered(pk)
    if found is None:
        raise Http404
    return found


def rows_within(content: bytes, act: Act, *, name: str = "") -> tuple[PastRow, ...]:
    """The rows of a workbook; raises `UnfitFileError` for what is no record of control of the act,
    and for one that bears a mark of limited access."""
    refuse_marked_name(name)
    book = read_workbook(content)
    refuse_marked(book.words)
    return past_rows(book, act=act.pk)


def sealed(act: Act, document: Document) -> str:
    """The part of an address that names a stored record of an act, and that nobody guesses."""
    return signing.dumps([act.pk, document.pk], salt=SALT)


def unsealed(act: Act, seal: str) -> Document:
    """The stored record that an address names; raises Http404 for an address that was made up."""
    try:
        of, number = signing.loads(seal, salt=SALT)
    except (signing.BadSignature, ValueError) as error:
        raise Http404 from error
    found = document_numbered(number) if of == act.pk else None
    if found is None:
        raise Http404
    return found


def content_of(document: Document) -> bytes:
    """The bytes of a stored record."""
    with document.file.open("rb") as source:
        return bytes(source.read())
