"""Uploaded pictures: decoded, turned upright, made small, and written anew without a past.

What is kept is never what was sent: place, camera, profile and whatever hid behind the last
pixel are gone, since only pixels are carried over.
"""

import io
import warnings
from dataclasses import dataclass
from enum import StrEnum
from threading import BoundedSemaphore
from typing import BinaryIO

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError, features

LARGEST_FILE = 10_000_000  # bytes
MOST_PIXELS = 40_000_000  # decoded they take up to 160 MB, and conversions as much again
LARGE, SMALL = 1600, 480  # pixels of the longer side
QUALITY = 82  # of WebP, in percent

FORMATS = ["JPEG", "PNG", "WEBP", "GIF", *(["AVIF"] if features.check("avif") else [])]
SRGB = ImageCms.createProfile("sRGB")
KEPT = {"L", "LA", "RGB", "RGBA", "CMYK"}  # modes that are made smaller before they are converted

# However many people send one at once: each holds a core, and memory as said above.
AT_ONCE = 2
_turn = BoundedSemaphore(AT_ONCE)

# Nothing else here opens pictures. By itself Pillow only warns of up to 179 million pixels.
Image.MAX_IMAGE_PIXELS = MOST_PIXELS
warnings.simplefilter("error", Image.DecompressionBombWarning)


class Reason(StrEnum):
    NOT_A_PICTURE = "not_a_picture"  # or of a kind not taken here, like SVG
    TOO_LARGE = "too_large"
    TOO_MANY_PIXELS = "too_many_pixels"
    BROKEN = "broken"


class NotAPicture(ValueError):
    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Copy:
    """A WebP, and its size in pixels."""

    data: bytes
    width: int
    height: int


@dataclass(frozen=True)
class Prepared:
    large: Copy
    small: Copy


def prepare(file: BinaryIO) -> Prepared:
    """The two copies of an uploaded picture that are kept; raises NotAPicture.

    Of an animation it is the first frame. A picture is never made larger than it was.
    Slow: finish it before writing begins.
    """
    data = file.read(LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        raise NotAPicture(Reason.TOO_LARGE)
    with _turn:
        large = _decoded(data)
        small = large.copy()
        small.thumbnail((SMALL, SMALL), Image.Resampling.LANCZOS)
        return Prepared(large=_written(large), small=_written(small))


def _decoded(data: bytes) -> Image.Image:
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as image:
            if image.width * image.height > MOST_PIXELS:
                raise NotAPicture(Reason.TOO_MANY_PIXELS)
            return _pixels(image)
    except NotAPicture:
        raise
    except UnidentifiedImageError:
        raise NotAPicture(Reason.NOT_A_PICTURE) from None
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise NotAPicture(Reason.TOO_MANY_PIXELS) from None
    except Exception:  # a decoder that meets nonsense raises whatever it stumbled over
        raise NotAPicture(Reason.BROKEN) from None


def _pixels(image: Image.Image) -> Image.Image:
    """Nothing but the pixels: upright, no longer than LARGE, in sRGB, see-through if it was."""
    image.draft(None, (LARGE, LARGE))  # a JPEG is then decoded at a half, quarter or eighth
    image.load()
    is_transparent = image.has_transparency_data
    profile = image.info.get("icc_profile")
    upright = _upright(image)

    if upright.mode.startswith("I"):
        upright = _from_sixteen_bits(upright)
    elif upright.mode not in KEPT or "transparency" in upright.info:
        upright = upright.convert("RGBA" if is_transparent else "RGB")
    upright.thumbnail((LARGE, LARGE), Image.Resampling.LANCZOS)

    if profile and upright.mode in {"RGB", "CMYK"}:
        upright = _in_srgb(upright, profile)
    pixels = upright.convert("RGBA" if is_transparent else "RGB")
    pixels.info.clear()
    return pixels


def _upright(image: Image.Image) -> Image.Image:
    try:
        return ImageOps.exif_transpose(image)
    except Exception:  # a picture whose notes are garbled is still a picture
        return image.copy()


def _from_sixteen_bits(image: Image.Image) -> Image.Image:
    """Pillow would cut off what is brighter than 255, and leave white."""
    return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")


def _in_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    try:
        theirs = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        converted = ImageCms.profileToProfile(image, theirs, SRGB, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError):
        return image  # a profile that cannot be read: the colours as they are
    return converted or image


def _written(image: Image.Image) -> Copy:
    file = io.BytesIO()
    image.save(file, "WEBP", quality=QUALITY, exif=b"", icc_profile=b"", xmp=b"")
    return Copy(file.getvalue(), image.width, image.height)
