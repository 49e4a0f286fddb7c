"""Pictures: whole or not, how large, and made smaller when asked."""

from io import BytesIO

from PIL import Image, ImageOps

from birlik.base.records.engine.content.kinds import Kind
from birlik.base.records.engine.content.refusal import (
    BROKEN,
    TOO_MANY_POINTS,
    UnfitFileError,
)

KINDS = {"JPEG": Kind.JPEG, "PNG": Kind.PNG, "WEBP": Kind.WEBP}
MAX_POINTS = 60_000_000
LARGEST_SIDE = 2000
QUALITY = 82
# A damaged or hostile picture can fail anywhere inside the reader, with many kinds of error.
BREAKS = (
    *(OSError, SyntaxError, ValueError, LookupError, TypeError, ArithmeticError, EOFError),
    *(AttributeError, RuntimeError),
)


def picture_of(content: bytes, *, smaller: bool) -> tuple[Kind, bytes]:
    """The kind of a picture and its bytes: as they came, or made smaller.

    Raises `UnfitFileError` for one that is damaged, not whole, or has too many points.
    """
    try:
        with Image.open(BytesIO(content), formats=tuple(KINDS)) as picture:
            if picture.width * picture.height > MAX_POINTS:
                raise UnfitFileError(TOO_MANY_POINTS)
            kind = KINDS[str(picture.format)]
            # A JPEG is read no larger than it is needed; everything that follows is smaller yet.
            picture.draft("RGB", (LARGEST_SIDE, LARGEST_SIDE))
            picture.load()
            return (Kind.JPEG, reduced(picture)) if smaller else (kind, content)
    except Image.DecompressionBombError as error:
        raise UnfitFileError(TOO_MANY_POINTS) from error
    except BREAKS as error:
        raise UnfitFileError(BROKEN) from error


def reduced(picture: Image.Image) -> bytes:
    """A picture as JPEG, no side longer than 2000 points, upright, on white, and without anything
    that its file told beside it: place, device, time, thumbnail."""
    upright = ImageOps.exif_transpose(picture)
    upright.thumbnail((LARGEST_SIDE, LARGEST_SIDE))
    result = BytesIO()
    on_white(upright).save(result, "JPEG", quality=QUALITY, optimize=True)
    return result.getvalue()


def on_white(picture: Image.Image) -> Image.Image:
    """A picture in three colours; where one could see through it, it is white."""
    if not picture.has_transparency_data:
        return picture.convert("RGB")
    layered = picture.convert("RGBA")
    flat = Image.new("RGB", layered.size, "white")
    flat.paste(layered, mask=layered.getchannel("A"))
    return flat
