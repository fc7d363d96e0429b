"""Zips of strangers, measured before anything in them is believed.

What an archive says of itself is added up first; then what it holds is unpacked into nothing,
and an entry that is longer than it said is a lie, found after as many bytes as it declared.
"""

import os
import struct
import zipfile
import zlib
from collections.abc import Callable
from typing import BinaryIO

AT_A_TIME = 2**18  # bytes unpacked at once


class NotAZip(ValueError):
    """No archive, or one that was cut short, or one that says one thing and holds another."""


class TooManyFiles(ValueError):
    """Its list of files alone is longer than was agreed."""


class TooLarge(ValueError):
    """Unpacked it takes more than was agreed."""


def measure_directory(file: BinaryIO, *, most_files: int, largest: int) -> None:
    """Before `zipfile` reads the list of files, which it does whole: how long is that list?

    The end record (APPNOTE 4.3.16) holds its size; with a locator before it (4.3.15) the
    zip64 record (4.3.14) does. `largest` is in bytes of the list.
    """
    end = file.seek(0, os.SEEK_END)
    start = max(0, end - 22 - 0xFFFF - 20)
    file.seek(start)
    tail = file.read()
    # As `zipfile` does: the last 22 bytes when there is no comment, else the last signature.
    bare = tail[-22:-18] == b"PK\5\6" and tail[-2:] == b"\0\0"
    place = len(tail) - 22 if bare else tail.rfind(b"PK\5\6")
    if place < 0 or len(tail) - place < 22:
        raise NotAZip
    count, size = struct.unpack_from("<HL", tail, place + 10)
    if tail[max(0, place - 20) :].startswith(b"PK\6\7"):
        file.seek(max(0, start + place - 20 - 56))
        wide = file.read(56)
        if len(wide) < 56 or not wide.startswith(b"PK\6\6"):
            raise NotAZip
        count, size = struct.unpack_from("<QQ", wide, 32)
    if count > most_files or size > largest:
        raise TooManyFiles
    file.seek(0)


def weigh(
    file: BinaryIO,
    archive: zipfile.ZipFile,
    *,
    largest: int,
    look: Callable[[str, bytes], None] = lambda name, data: None,
) -> None:
    """Hold what every entry says against what it holds, never more than `largest` bytes in all.

    `look` sees it go by, a piece at a time, and may refuse it too.
    """
    listed = archive.infolist()
    if sum(entry.file_size for entry in listed) > largest:
        raise TooLarge
    for entry in listed:
        left = entry.file_size
        for piece in _pieces(file, entry):
            left -= len(piece)
            if left < 0:
                raise NotAZip
            look(entry.filename, piece)
        if left:
            raise NotAZip


def _pieces(file: BinaryIO, entry: zipfile.ZipInfo):
    """What is in an entry, by its own data and not by its own word."""
    if entry.flag_bits & 1 or entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise NotAZip  # locked, or packed in a way we do not open
    file.seek(entry.header_offset)
    head = file.read(30)
    if len(head) < 30 or not head.startswith(b"PK\3\4"):
        raise NotAZip
    file.seek(sum(struct.unpack_from("<HH", head, 26)), os.SEEK_CUR)
    packed = file.read(entry.compress_size)
    if entry.compress_type == zipfile.ZIP_STORED:
        yield packed
        return
    unpacking = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        while packed and not unpacking.eof:
            yield unpacking.decompress(packed, AT_A_TIME)
            packed = unpacking.unconsumed_tail
        yield unpacking.flush()
    except zlib.error:
        raise NotAZip from None
