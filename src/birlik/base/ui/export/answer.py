"""The answer to whoever asks for a list as a file."""

from collections.abc import Iterator
from datetime import datetime
from itertools import chain
from typing import Any

from django.conf import settings
from django.http import FileResponse, HttpRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from birlik.base.ui.export.listing import Listing, Plain, plain
from birlik.base.ui.export.separated import csv_chunks
from birlik.base.ui.export.workbook import ListingBook
from birlik.base.ui.language import reader_language
from birlik.base.values.clock import day_of

CSV = "text/csv; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def exported(
    request: HttpRequest, listing: Listing[Any], *, at: datetime
) -> HttpResponseBase | None:
    """The list as the file that the address asks for, made at the instant `at`; None where it asks
    for the page."""
    asked = request.GET.get("format")
    if asked == "csv":
        lines: Iterator[list[Plain]] = chain([[*listing.heads]], listing.lines())
        chunks = csv_chunks(lines, reader_language())
        return StreamingHttpResponse(
            chunks, content_type=CSV, headers=headers_of(listing, "csv", at)
        )
    return workbook_of(request, listing, at=at) if asked == "xlsx" else None


def workbook_of(request: HttpRequest, listing: Listing[Any], *, at: datetime) -> FileResponse:
    """The list as XLSX, whatever the address asks for: for a file that only a form gives."""
    book = ListingBook()
    count = book.add_rows(str(listing.title), listing.columns, listing.lines())
    book.add_origin(_("About the file"), list(origin_of(request, listing, count, at)))
    return FileResponse(book.written(), content_type=XLSX, headers=headers_of(listing, "xlsx", at))


def headers_of(listing: Listing[Any], ending: str, at: datetime) -> dict[str, str]:
    """What goes with the file: its name (whether it is of a demonstration, which list, which day),
    and that nobody keeps it on the way."""
    mark = "demonstration-" if settings.DEMONSTRATION else ""
    name = f"birlik-{mark}{listing.name}-{day_of(at):%Y-%m-%d}.{ending}"
    return {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Cache-Control": "private, no-store",
    }


def origin_of(
    request: HttpRequest, listing: Listing[Any], count: int, at: datetime
) -> Iterator[tuple[str, Plain]]:
    """Where a list comes from, in the reader's language: what was chosen, when and where."""
    yield _("List"), str(listing.title)
    for name, value in listing.chosen:
        yield str(name), plain(value)
    yield _("Rows"), count
    yield _("Made at"), plain(at)
    yield _("Installation"), request.get_host()
    if settings.DEMONSTRATION:
        yield "", _("Demonstration: people, reports and two acts are invented, the rest is retold")
    yield _("Address of the list"), request.build_absolute_uri(f"?{query_of(request)}")


def query_of(request: HttpRequest) -> str:
    """The query of the page that shows what the file holds."""
    query = request.GET.copy()
    for name in ("format", "page"):
        query.pop(name, None)
    return query.urlencode()
