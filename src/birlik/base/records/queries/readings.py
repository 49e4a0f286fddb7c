"""Reads of readings: files on their way to becoming acts."""

from collections.abc import Collection

from django.core.cache import cache
from django.db.models import QuerySet

from birlik.base.charter.engine.wording import folded
from birlik.base.charter.models import Catalogue
from birlik.base.charter.queries import internal_act_kinds, items, worded
from birlik.base.records.engine.align import blocks_of
from birlik.base.records.engine.draft import ActDraft, SourceText, Span
from birlik.base.records.engine.draft_record import from_record
from birlik.base.records.engine.sources import paragraphs, read_source
from birlik.base.records.models import Act, ActReading, Document, Source
from birlik.base.values.local_text import Language

HOUR = 60 * 60


def readings(*, search: str = "") -> QuerySet[ActReading]:
    """The readings of files whose name holds `search`, newest first, without their long texts;
    those of papers inside a body are left out."""
    found = ActReading.objects.select_related("document", "act").defer("text", "draft", "findings")
    found = found.exclude(act__kind__in=internal_act_kinds())
    wanted = search.strip().casefold()
    if not wanted:
        return found
    names = ActReading.objects.values_list("pk", "document__name")
    return found.filter(pk__in=[pk for pk, name in names if wanted in name.casefold()])


def reading(pk: int) -> ActReading | None:
    """A reading with its document, or None."""
    return ActReading.objects.select_related("document", "act").filter(pk=pk).first()


def draft_of(found: ActReading) -> ActDraft:
    """What was read, as it stands after the amendments so far."""
    return from_record(found.draft)


def act_read_before(draft: ActDraft, *, told: str = "") -> Act | None:
    """The act that is already kept under this draft's kind, number, day and issuer, or None.

    Two councils may each have a "No. 1" of one day. Where the issuer is not known, of the draft or
    of the act, the rest decides. A retelling of the demonstration is another thing than the act;
    see `Act.told`.
    """
    if draft.adopted_on is None:
        return None
    alike = Act.objects.filter(
        kind=draft.kind, number=draft.number, adopted_on=draft.adopted_on, told=told
    )
    named = draft.issuer if draft.certain.get("issuer", True) else ""
    return next((one for one in alike if is_issued_by(one, named, draft.language)), None)


def is_issued_by(act: Act, named: str, language: Language) -> bool:
    """Whether an act may come from the issuer that is named in a language; one that the charter
    knows is the same under all its wordings."""
    own: str = getattr(act.issuer, language)
    if not (named and own):
        return True
    known = items(Catalogue.ISSUER, on=act.adopted_on)
    ours, theirs = worded(known, own), worded(known, named)
    return ours == theirs if ours and theirs else folded(own) == folded(named)


def act_in_one_language(draft: ActDraft) -> tuple[Act, Source] | None:
    """The act kept under this draft's head in the other language alone, with that text; None where
    there is no such act."""
    act = act_read_before(draft)
    texts = list(act.sources.select_related("document")) if act else []
    lacks_it = len(texts) == 1 and texts[0].language != draft.language
    return (act, texts[0]) if act and lacks_it else None


def reading_of(act: Act, language: str) -> ActReading | None:
    """The reading of the act's text in a language; the one that made the act where there is none;
    None for an act that nobody read."""
    found = list(act.readings.order_by("begun_at"))
    own = (one for one in found if one.draft.get("language") == language)
    return next(own, found[0] if found else None)


def document_of(digest: str) -> Document | None:
    """The file that is known by this digest, or None."""
    return Document.objects.filter(digest=digest).first() if digest else None


def source_text(document: Document) -> SourceText:
    """A document's text with its paragraphs and tables; kept for an hour by its digest.

    Raises UnreadableSourceError.
    """
    key = f"source:{document.digest}"
    kept: SourceText | None = cache.get(key)
    if kept is None:
        with document.file.open("rb") as file:
            kept = read_source(file.read(), document.name)
        cache.set(key, kept, HOUR)
    return kept


def blocks_of_source(source: Source) -> tuple[Span, ...]:
    """The paragraphs and table rows of a source, as its file has them; as the plain text has them
    where the file is another than the one the source was read from."""
    text = source_text(source.document)
    if text.text == source.text:
        return blocks_of(text)
    return tuple((one.start, one.end) for one in paragraphs(source.text))


def sources_of_files(digests: Collection[str]) -> QuerySet[Source]:
    """The texts of acts that were read from the files with these digests."""
    return Source.objects.select_related("act", "document").filter(document__digest__in=digests)


def sources_beside(document: Document) -> QuerySet[Source]:
    """The texts that a check takes together with a file: those of all adopted acts, but not what
    the demonstration retells or invents."""
    found = Source.objects.select_related("act", "document").filter(act__told="")
    return found.exclude(document=document)
