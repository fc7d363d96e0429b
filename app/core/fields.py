"""What every form does with what people type."""

import unicodedata


def words(text: str | None) -> str:
    """No field, an empty field and a field of spaces all mean nothing was said."""
    return _storable(text or "").strip()


def line(text: str | None) -> str:
    """Words on one line: no breaks, no control characters, no doubled spaces."""
    given = _storable(text or "")
    kept = "".join(" " if unicodedata.category(sign) == "Cc" else sign for sign in given)
    return " ".join(kept.split())


def folded(text: str) -> str:
    """Without accents or capitals, to order and to compare: «Íñigo» stands beside «Inigo»."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def slug(text: str, longest: int = 40) -> str:
    """A word for an address: «¿Atención telefónica?» becomes «atencion-telefonica»."""
    kept = "".join(sign if sign.isalnum() else " " for sign in folded(text))
    return "-".join(kept.split())[:longest].strip("-")


def _storable(text: str) -> str:
    """Without NUL and halves of characters: no database takes them, and nobody typed them."""
    return text.replace("\0", "").encode("utf-8", "ignore").decode()
