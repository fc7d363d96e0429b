"""The languages people speak with customers, named in the reader's own."""

from flask_babel import get_locale

# The four of the house and those heard most at its counters.
CODES = ("es", "eu", "ca", "gl", "pt", "en", "fr", "de", "it", "ro", "ar")


def names() -> dict[str, str]:
    """Code and name: «eu» is «euskera» for one and «euskara» for another."""
    known = get_locale().languages
    return {code: known.get(code, code) for code in CODES}


def in_words(codes: str) -> list[str]:
    """«es eu» as the names of those languages; codes nobody knows any more are left out."""
    known = names()
    return [known[code] for code in codes.split() if code in known]
