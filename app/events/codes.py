"""The code by which one says that one is there.

Eight letters of 31 are 850 thousand million codes. A code opens one date, for the hours it takes
place in, to somebody who is signed in and sees it anyway, and all it does is count them as there.
Whoever tried a hundred codes a second for a whole day would have one chance in a hundred thousand
to hit one: so nobody counts the guesses.
"""

import secrets

SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # none that looks like another: no 0 O, no 1 I L
LENGTH = 8


def made() -> str:
    """A new one."""
    return "".join(secrets.choice(SIGNS) for _ in range(LENGTH))


def cleaned(typed: str | None) -> str:
    """A code as it was typed, with small letters, blanks and dashes; nothing where it is none."""
    code = "".join(sign for sign in (typed or "").upper() if not sign.isspace() and sign != "-")
    return code if len(code) == LENGTH and set(code) <= set(SIGNS) else ""


def spaced(code: str) -> str:
    """As it is read aloud, and copied from a wall."""
    return f"{code[:4]}-{code[4:]}"
