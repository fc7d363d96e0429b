"""A row of a table, understood as a person; or a sentence about why it cannot be."""

import re
import unicodedata
from dataclasses import dataclass

from app.core.fields import folded, line
from app.core.i18n import N_
from app.core.remarks import Remark, remark
from app.core.tables import FORMULA
from app.imports.mapping import Said
from app.people.unit_paths import path_of

ADDRESS = re.compile(r"[^\s@<>()\[\],;:\"\\]+@[^\s@<>()\[\],;:\"\\.]+(\.[^\s@<>()\[\],;:\"\\.]+)+")
LIMITS = {"email": 254, "name": 120, "job": 120, "location": 120, "number": 40, "unit": 600}
LONGEST_UNIT = 120
CALCULATES = ("=", "＝", "@", "＠", "+", "＋")
NO_KEYS = {"Cc", "Cs", "Co", "Cn"}  # of no keyboard, or of no alphabet yet
LANGUAGES = {
    **dict.fromkeys(("es", "esp", "spa", "espanol", "castellano", "spanish", "gaztelania"), "es"),
    **dict.fromkeys(("eu", "eus", "baq", "euskera", "euskara", "vasco", "basque", "basco"), "eu"),
    **dict.fromkeys(("en", "eng", "ingles", "english", "ingelesa"), "en"),
    **dict.fromkeys(("pt", "por", "portugues", "portuguese", "portugesa"), "pt"),
}

NO_EMAIL = N_("There is no email.")
BAD_EMAIL = N_("This is no email: %(email)s")
NO_NAME = N_("There is no name.")
TOO_LONG = N_("%(what)s is longer than %(most)s characters.")
CONTROL = N_("There are characters in it that no keyboard types: %(words)s")
FORMULA_CELL = N_("This looks like a formula, and is not taken in: %(words)s")
NO_LANGUAGE = N_("WOWista does not speak this language: %(language)s")


class Refused(ValueError):
    """The row cannot come in; the remark says why."""

    def __init__(self, reason: Remark) -> None:
        super().__init__(reason.words)
        self.reason = reason


@dataclass(slots=True)
class Entry:
    """What a row says of somebody. What it leaves empty it does not say."""

    line: int
    email: str
    name: str
    number: str = ""
    unit: str = ""
    location: str = ""
    job: str = ""
    language: str = ""
    path: tuple[str, ...] = ()  # the unit, from the outermost in


def understood(said: Said) -> Entry:
    """The person of a row. Raises Refused."""
    words = {name: _cell(text) for name, text in said.cells.items()}
    email = address(said)
    if not email:
        raise Refused(remark(NO_EMAIL))
    if len(email) > LIMITS["email"] or not ADDRESS.fullmatch(email) or not _is_small(email):
        raise Refused(remark(BAD_EMAIL, email=email))
    parts = [words.get(name, "") for name in ("given", "surnames", "surname2")]
    name = words.get("name") or " ".join(part for part in parts if part)
    if not name:
        raise Refused(remark(NO_NAME))
    unit = words.get("unit", "")
    entry = Entry(
        line=said.line,
        email=email,
        name=name,
        number=words.get("number", ""),
        unit=unit,
        location=words.get("location", ""),
        job=words.get("job", ""),
        language=_language(words.get("language", "")),
        path=path_of(unit),
    )
    for what, most in LIMITS.items():
        if len(getattr(entry, what)) > most:
            raise Refused(remark(TOO_LONG, what=getattr(entry, what)[:30], most=most))
    if any(len(part) > LONGEST_UNIT for part in entry.path):
        raise Refused(remark(TOO_LONG, what=entry.unit[:30], most=LONGEST_UNIT))
    return entry


def address(said: Said) -> str:
    """The email of a row as it is kept, however the rest of the row is."""
    return _one_line(said.cells.get("email", "")).removeprefix("mailto:").lower()


def _cell(text: str) -> str:
    """One cell on one line. An apostrophe that only keeps a spreadsheet from calculating goes."""
    said = _one_line(text)
    if not said.isprintable() and any(unicodedata.category(sign) in NO_KEYS for sign in said):
        raise Refused(remark(CONTROL, words=line(said)))
    if said.startswith(CALCULATES):
        raise Refused(remark(FORMULA_CELL, words=said))
    return said[1:] if said[:1] == "'" and said[1:].startswith(FORMULA) else said


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _language(words: str) -> str:
    if not words:
        return ""
    said = folded(words)
    code = LANGUAGES.get(said[:2] if said[2:3] in ("-", "_") else said)  # es-ES is es
    if code is None:
        raise Refused(remark(NO_LANGUAGE, language=words))
    return code


def _is_small(email: str) -> bool:
    """As the database writes it small, letter by letter."""
    return email == email.lower() and all(len(sign.lower()) == 1 for sign in email)
