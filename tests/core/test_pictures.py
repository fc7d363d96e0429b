"""Pictures as people send them, and as others would like to send them."""

import io
import struct
import zlib
from concurrent.futures import ThreadPoolExecutor

import pytest
from PIL import Image, ImageCms, features

from app.core.pictures import AT_ONCE, LARGEST_FILE, NotAPicture, Reason, _turn, prepare

RED, GREEN, BLUE = (200, 30, 30), (30, 160, 30), (30, 30, 200)


def written(image, form="PNG", **given):
    file = io.BytesIO()
    image.save(file, form, **given)
    return file.getvalue()


def half_and_half(size=(400, 200)):
    """Red on the left, blue on the right."""
    image = Image.new("RGB", size, RED)
    image.paste(BLUE, (size[0] // 2, 0, *size))
    return image


def prepared(data):
    return prepare(io.BytesIO(data))


def why_not(data):
    with pytest.raises(NotAPicture) as refused:
        prepared(data)
    return refused.value.reason


def pixels(copy):
    image = Image.open(io.BytesIO(copy.data), formats=["WEBP"])
    assert image.size == (copy.width, copy.height)
    return image


def is_like(colour, wanted):
    return all(abs(a - b) < 16 for a, b in zip(colour, wanted, strict=True))


def claiming(width, height):
    """The beginning of a PNG: it says how large it is, and has no pixels."""
    size = struct.pack("!IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", size)


def black(width, height):
    """A PNG whose pixels take next to no room until they are decoded."""
    rows = zlib.compress(bytes(((width + 7) // 8 + 1) * height), 9)
    return claiming(width, height) + _chunk(b"IDAT", rows) + _chunk(b"IEND", b"")


def _chunk(kind, data):
    return struct.pack("!I", len(data)) + kind + data + struct.pack("!I", zlib.crc32(kind + data))


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "GIF", "AVIF"])
def test_a_picture_becomes_two(form):
    if form == "AVIF" and not features.check("avif"):
        assert why_not(b"\0\0\0\x1cftypavif") is Reason.NOT_A_PICTURE
        return
    given = prepared(written(half_and_half((2000, 1000)), form))

    assert (given.large.width, given.large.height) == (1600, 800)
    assert (given.small.width, given.small.height) == (480, 240)
    for copy in (given.large, given.small):
        image = pixels(copy)
        assert is_like(image.getpixel((5, 5)), RED)
        assert is_like(image.getpixel((copy.width - 5, 5)), BLUE)


def test_a_small_picture_is_not_made_larger():
    given = prepared(written(half_and_half((40, 20))))
    assert (given.large.width, given.large.height) == (40, 20)
    assert (given.small.width, given.small.height) == (40, 20)


@pytest.mark.parametrize(
    ("orientation", "size", "red"),
    [
        (1, (400, 200), (5, 100)),
        (2, (400, 200), (395, 100)),
        (3, (400, 200), (395, 100)),
        (4, (400, 200), (5, 100)),
        (5, (200, 400), (100, 5)),
        (6, (200, 400), (100, 5)),
        (7, (200, 400), (100, 395)),
        (8, (200, 400), (100, 395)),
    ],
)
def test_it_is_turned_upright(orientation, size, red):
    exif = Image.Exif()
    exif[0x0112] = orientation
    given = prepared(written(half_and_half(), "JPEG", exif=exif, quality=95))

    assert (given.large.width, given.large.height) == size
    assert is_like(pixels(given.large).getpixel(red), RED)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_place_camera_and_words_are_gone(form):
    exif = Image.Exif()
    exif[0x010F] = "Camera of Ane"
    exif.get_ifd(0x8825)[2] = (43.0, 15.0, 46.0)
    sent = written(half_and_half(), form, exif=exif, icc_profile=_profile(), xmp=b"<x>Ane</x>")
    assert b"Camera of Ane" in sent

    for copy in (prepared(sent).large, prepared(sent).small):
        chunks = _chunks(copy.data)
        assert chunks <= {b"VP8 ", b"VP8L"}, "only pixels: no EXIF, ICCP or XMP, and none to follow"
        assert b"Ane" not in copy.data
        assert not pixels(copy).getexif()


@pytest.mark.filterwarnings("ignore:Corrupt EXIF data")  # Pillow says so, and goes on
def test_garbled_notes_do_not_spoil_a_picture():
    sent = written(half_and_half(), "JPEG", exif=b"Exif\0\0II*\0\xff\xff\xff\xff" + b"\xff" * 40)
    assert prepared(sent).large.width == 400


def test_garbled_profiles_do_not_spoil_a_picture():
    sent = written(half_and_half(), "JPEG", icc_profile=b"no profile")
    assert is_like(pixels(prepared(sent).large).getpixel((5, 5)), RED)


def test_colours_of_another_profile_are_converted():
    """A profile in which red and blue have changed names: what it calls red is seen as blue."""
    profile = _profile().replace(b"rXYZ", b"____").replace(b"bXYZ", b"rXYZ")
    sent = written(half_and_half(), "JPEG", icc_profile=profile.replace(b"____", b"bXYZ"))
    assert is_like(pixels(prepared(sent).large).getpixel((395, 5)), BLUE[::-1])
    assert is_like(pixels(prepared(sent).large).getpixel((5, 5)), RED[::-1])


def test_what_is_behind_the_last_pixel_is_gone():
    for form in ("JPEG", "PNG", "GIF"):
        sent = written(half_and_half(), form) + b"<script>alert(1)</script>PK\x03\x04"
        given = prepared(sent)
        assert b"script" not in given.large.data
        assert given.large.data[:4] == b"RIFF"
        assert struct.unpack("<I", given.large.data[4:8])[0] + 8 == len(given.large.data)


def test_a_comment_that_is_a_script_is_gone():
    sent = written(half_and_half(), "GIF", comment=b"*/=alert(1)//<script>")
    assert b"alert" not in prepared(sent).large.data


def test_169_million_pixels_in_a_few_kilobytes_are_refused_before_decoding():
    bomb = black(13_000, 13_000)
    assert len(bomb) < 25_000
    assert why_not(bomb) is Reason.TOO_MANY_PIXELS


def test_what_only_claims_to_be_large_is_not_decoded_either():
    assert why_not(claiming(13_000, 13_000) + _chunk(b"IDAT", b"")) is Reason.TOO_MANY_PIXELS
    assert why_not(claiming(1_000, 1_000) + _chunk(b"IDAT", b"")) is not Reason.TOO_MANY_PIXELS


@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")  # not only by Pillow
@pytest.mark.parametrize("side", [6_325, 10_000, 50_000])
def test_more_than_forty_million_pixels_are_refused(side):
    assert why_not(claiming(side, side) + _chunk(b"IDAT", b"")) is Reason.TOO_MANY_PIXELS


def test_forty_million_pixels_pass():
    assert prepared(black(8_000, 5_000)).large.width == 1600


def test_a_file_has_a_largest_size():
    sent = written(half_and_half())
    assert why_not(sent + bytes(LARGEST_FILE - len(sent) + 1)) is Reason.TOO_LARGE
    assert prepared(sent + bytes(LARGEST_FILE - len(sent))).large.width == 400


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"a",
        b"just words" * 1000,
        b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
        b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>',
        b"<!doctype html><script>alert(1)</script>",
        b"%PDF-1.7\n",
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n",
        b"PK\x03\x04" + bytes(100),
        b"MZ" + bytes(100),
        written(Image.new("RGB", (9, 9)), "BMP"),
        written(Image.new("RGB", (9, 9)), "TIFF"),
        written(Image.new("RGB", (9, 9)), "ICO"),
        written(Image.new("RGB", (9, 9)), "PPM"),
        written(Image.new("RGB", (9, 9)), "TGA"),
    ],
)
def test_anything_else_is_no_picture(sent):
    assert why_not(sent) is Reason.NOT_A_PICTURE


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_half_a_picture_is_broken(form):
    sent = written(Image.effect_noise((300, 300), 80).convert("RGB"), form)
    assert why_not(sent[: len(sent) // 2]) is Reason.BROKEN


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "GIF"])
def test_any_damage_is_a_picture_or_a_reason(form):
    sound = bytearray(written(Image.effect_noise((40, 40), 80).convert("RGB"), form))
    for place in range(0, len(sound), max(1, len(sound) // 150)):
        damaged = bytearray(sound)
        damaged[place] ^= 0xFF
        try:
            given = prepared(bytes(damaged))
        except NotAPicture:
            continue
        assert pixels(given.large).mode in {"RGB", "RGBA"}


def test_an_animation_is_its_first_frame():
    frames = [Image.new("RGB", (30, 30), colour) for colour in (RED, GREEN, BLUE)]
    for form in ("GIF", "WEBP", "PNG"):
        sent = written(frames[0], form, save_all=True, append_images=frames[1:])
        image = pixels(prepared(sent).large)
        assert getattr(image, "n_frames", 1) == 1
        assert is_like(image.convert("RGB").getpixel((15, 15)), RED)


def test_cmyk():
    sent = written(half_and_half().convert("CMYK"), "JPEG", quality=95)
    assert is_like(pixels(prepared(sent).large).getpixel((5, 5)), RED)


def test_sixteen_bits_of_grey():
    row = struct.pack("<40H", *[0xFF00] * 20, *[0x8000] * 20)
    image = Image.frombytes("I;16", (40, 20), row * 20)
    given = pixels(prepared(written(image)).large)
    assert is_like(given.getpixel((35, 10)), (128, 128, 128))
    assert is_like(given.getpixel((5, 10)), (255, 255, 255))


@pytest.mark.parametrize("mode", ["1", "L"])
def test_black_and_white(mode):
    image = Image.new(mode, (40, 20), 0)
    image.paste(255, (20, 0, 40, 20))
    given = pixels(prepared(written(image)).large)
    assert is_like(given.getpixel((5, 5)), (0, 0, 0))
    assert is_like(given.getpixel((35, 5)), (255, 255, 255))


def test_what_was_transparent_stays_so():
    palette = half_and_half((40, 20)).quantize(4)
    see_through = palette.getpixel((5, 5))
    with_alpha = Image.new("RGBA", (40, 20), (*RED, 0))
    with_alpha.paste((*BLUE, 255), (20, 0, 40, 20))
    grey = Image.new("LA", (40, 20), (9, 0))
    grey.paste((99, 255), (20, 0, 40, 20))
    keyed = half_and_half((40, 20))
    some = bytes(0 if index == see_through else 255 for index in range(4))

    for sent in (
        written(palette, "PNG", transparency=see_through),
        written(palette, "PNG", transparency=some),
        written(palette, "GIF", transparency=see_through),
        written(with_alpha),
        written(with_alpha, "WEBP", lossless=True),
        written(grey),
        written(keyed, "PNG", transparency=RED),
    ):
        for copy in (prepared(sent).large, prepared(sent).small):
            image = pixels(copy)
            assert image.mode == "RGBA"
            assert image.getpixel((5, 10))[3] == 0
            assert image.getpixel((35, 10))[3] == 255


def _profile():
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def _chunks(webp):
    """The names of the chunks a WebP consists of."""
    names, place = set(), 12
    while place < len(webp):
        names.add(webp[place : place + 4])
        length = struct.unpack("<I", webp[place + 4 : place + 8])[0]
        place += 8 + length + length % 2
    return names


def test_few_are_decoded_at_once_and_the_others_wait_for_their_turn():
    sent = written(half_and_half())
    for _ in range(AT_ONCE):
        _turn.acquire()
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(prepared, sent)
        with pytest.raises(TimeoutError):
            waiting.result(timeout=0.2)
        for _ in range(AT_ONCE):
            _turn.release()
        assert waiting.result(timeout=20).large.width == 400
