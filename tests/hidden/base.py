"""The mark, and who may find it."""

MARK = "zirimiri"  # in every hidden word, and nowhere else in the house

NOBODY = frozenset()
GOVERNANCE, HR, ADMIN = (frozenset({role}) for role in ("governance", "hr", "admin"))


def word(place):
    return f"{MARK}{place.replace('-', '')}"
