from typing import Any

from qrcode.image.svg import SvgPathImage

def make(data: str, *, image_factory: type[SvgPathImage], **options: Any) -> SvgPathImage: ...
