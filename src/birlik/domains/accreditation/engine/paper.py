"""The certificate as PDF, set with the fonts that typst carries in itself."""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from io import BytesIO
from json import dumps

import qrcode
import typst
from qrcode.image.svg import SvgPathImage

from birlik.base.values.local_text import LocalText


@dataclass(frozen=True, slots=True)
class PrintedCertificate:
    """What stands on a certificate; its term has a `last_day`. `address` is that of the public
    page, which the square code bears; `invented` marks what only the demonstration has."""

    number: str
    name: LocalText
    region: LocalText
    bin: str
    branches: tuple[LocalText, ...]
    valid_from: date
    last_day: date
    protocol: str
    code: str
    address: str
    invented: bool = False


def square(address: str) -> str:
    """An address as a QR code, in SVG."""
    made = qrcode.make(address, image_factory=SvgPathImage, border=0)
    file = BytesIO()
    made.save(file)
    return file.getvalue().decode()


def certificate_pdf(source: str, one: PrintedCertificate, *, language: str, at: datetime) -> bytes:
    """A certificate in Kazakh ("kk") or Russian ("ru"); `at` is the day in the document's
    record."""
    told = {
        **asdict(one),
        "name": getattr(one.name, language) or one.name.get("ru"),
        "region": getattr(one.region, language) or one.region.get("ru"),
        "branches": [getattr(each, language) or each.get("ru") for each in one.branches],
        "valid_from": f"{one.valid_from:%d.%m.%Y}",
        "last_day": f"{one.last_day:%d.%m.%Y}",
        "ground": one.protocol,
        "qr": square(one.address),
        "language": language,
    }
    pdf = typst.compile(
        source.encode(),
        ignore_system_fonts=True,
        sys_inputs={"certificate": dumps(told, ensure_ascii=False)},
        timestamp=at.replace(microsecond=0),
    )
    if not isinstance(pdf, bytes):
        raise TypeError("typst gives one PDF")
    return pdf
