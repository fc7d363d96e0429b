"""What no browser sends, and every door to try it at."""

from tests.walk import TABLE

ODD = [
    "abc",
    "-1",
    "0",
    str(2**31),
    str(2**63),
    "9" * 400,
    "9" * 5000,
    "1e9",
    "NaN",
    "²",
    "[]",
    "/drafts/" + "9" * 40,
    "//evil.example",
]
ODD_BYTES = [b"\x00", b"a\x00b", b"\xed\xa0\x80", b"\xff\xfe", b"\xc3", b"\xf4\x90\x80\x80"]


def doors(*methods):
    """One row for each door, with a thing behind it that its owner may have."""
    return list({row.door: row for row in reversed(TABLE) if row.method in methods}.values())
