"""An address as a square that a telephone reads."""

from typing import NamedTuple


class Square(NamedTuple):
    """To be drawn as one path; a side is so many units, the quiet zone around it included."""

    side: int
    path: str


QUIET = 4  # units around it, as the standard wants


def square(address: str) -> Square:
    """Runs of dark units, one for each: no colour, no style, nothing that a policy forbids."""
    import segno  # needed by few requests

    matrix = segno.make(address, error="m", micro=False).matrix
    runs: list[str] = []
    for y, row in enumerate(matrix):
        x = 0
        while x < len(row):
            length = 0
            while x + length < len(row) and row[x + length]:
                length += 1
            if length:
                runs.append(f"M{x + QUIET} {y + QUIET}h{length}v1h-{length}z")
            x += length or 1
    return Square(len(matrix) + 2 * QUIET, "".join(runs))
