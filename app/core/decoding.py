"""Bytes to text, whatever program and decade they come from."""

import codecs
import re
from itertools import groupby

from charset_normalizer import from_bytes

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What the West of Europe writes beside ASCII; Windows-1252 holds all of it.
WESTERN = re.compile(r"[\x00-\x7f\xa0-\xffŒœŠšŽžŸ€‚„…†‘’“”•–—™‹›]*")
# What a word never holds: a misread letter of another alphabet, or of MS-DOS.
ODD = re.compile(r"[^\W\d_][¡-§©«-\xad¯-¶¸¹»-¿×÷‚„†‡•™‹›][^\W\d_]")
GUESSED = ["cp1250", "cp1251", "cp1253", "cp1254", "cp1257", "iso8859_2", "iso8859_5", "koi8_r"]
GUESSED += ["iso8859_7", "iso8859_9", "mac_roman", "cp437", "cp850", "shift_jis", "euc_jp"]
GUESSED += ["gb18030", "big5", "euc_kr", "cp949", "iso8859_15", "cp1252"]


def decoded(data: bytes) -> tuple[str, str]:
    """The text of a file, and the name of the encoding it was read in.

    By its mark; else UTF-8, which nothing else looks like; else UTF-16 without a mark, which
    shows in its zeros; else Windows-1252 (with it Latin-1) if that makes Western words; else
    what charset-normalizer finds likeliest. It always answers: Windows-1252 is the last resort.
    """
    for mark, name in MARKS:
        if data.startswith(mark):
            return data.removeprefix(codecs.BOM_UTF8).decode(name, "replace"), name
    for name in ("utf-8", *_wide(data)):
        try:
            return data.decode(name), name
        except UnicodeDecodeError:
            continue
    western = data.decode("cp1252", "replace")
    if WESTERN.fullmatch(western) and _has_western_words(western):
        return western, "windows-1252"
    best = from_bytes(data[:50_000], cp_isolation=GUESSED).best()
    if best:
        return data.decode(best.encoding, "replace"), best.encoding
    return western, "windows-1252"


def _wide(data: bytes) -> list[str]:
    """UTF-16 of European words has a zero in every other byte."""
    sample = data[:2000]
    half = len(sample) // 2
    if half and sample[1::2].count(0) > half * 0.6:
        return ["utf-16-le"]
    if half and sample[0::2].count(0) > half * 0.6:
        return ["utf-16-be"]
    return []


def _has_western_words(text: str) -> bool:
    """Accents stand alone or in pairs; Cyrillic or Greek misread as Western is all accents."""
    if ODD.search(text):
        return False
    runs = groupby(text, key=lambda sign: sign > "\x7f" and sign.isalpha())
    return max((len(list(run)) for accented, run in runs if accented), default=0) <= 2
