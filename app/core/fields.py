"""What every form does with what people type."""

import re
import unicodedata

UNKEPT = re.compile("[\x00\ud800-\udfff]")


def words(text: str | None) -> str:
    """No field, an empty field and a field of spaces all mean nothing was said.

    What no database keeps, a NUL or half a character, was never a word.
    """
    return UNKEPT.sub("", text or "").strip()


def line(text: str | None) -> str:
    """Words on one line: no breaks, no control characters, no doubled spaces."""
    kept = "".join(
        " " if unicodedata.category(sign) in {"Cc", "Cs"} else sign for sign in text or ""
    )
    return " ".join(kept.split())


def folded(text: str) -> str:
    """Without accents or capitals, to order and to compare: «Íñigo» stands beside «Inigo»."""
    if text.isascii():
        return text.casefold()  # the most of what there is, and ten times as quick
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def slug(text: str, longest: int = 40) -> str:
    """A word for an address: «¿Atención telefónica?» becomes «atencion-telefonica»."""
    kept = "".join(sign if sign.isalnum() else " " for sign in folded(text))
    return "-".join(kept.split())[:longest].strip("-")
