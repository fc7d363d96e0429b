"""Whether a text seems to say who somebody is: documents, accounts, cards, telephones, addresses.

Pure: a text in, places in it out. Where a number carries its own proof (the letter of a DNI, the
remainder of an IBAN, the last digit of a card) the proof is asked for; where it has none, the
shape is, and what stands around it: years, amounts, dates and our own links are nobody's identity.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

COVER = "•"
POLICY = "99999999 999999999 9999999999"  # shapes of a policy number: 9 is a digit, A a letter


class Kind(StrEnum):
    DOCUMENT = "document"
    ACCOUNT = "account"
    CARD = "card"
    PHONE = "phone"
    EMAIL = "email"
    POLICY = "policy"


@dataclass(frozen=True, order=True)
class Found:
    start: int
    end: int
    kind: Kind

    def of(self, text: str) -> str:
        return text[self.start : self.end]


LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE"
LENGTHS = {  # of an IBAN, where our customers may have an account
    **{"AD": 24, "AT": 20, "BE": 16, "BG": 22, "CH": 21, "CY": 28, "CZ": 24, "DE": 22, "DK": 18},
    **{"EE": 20, "ES": 24, "FI": 18, "FR": 27, "GB": 22, "GR": 27, "HR": 21, "HU": 28, "IE": 22},
    **{"IT": 27, "LT": 20, "LU": 20, "LV": 21, "MA": 28, "MT": 31, "NL": 18, "NO": 15, "PL": 28},
    **{"PT": 25, "RO": 24, "SE": 24, "SI": 19, "SK": 24, "TR": 26, "UA": 29},
}
NOBODYS = ("test", "example", "invalid", "localhost", "example.com", "example.org", "example.net")

GAP = "[ \u00a0\u202f]"
WORD = r"(?<![^\W_])"  # nothing of a word before; `_` is only Markdown
ALONE, ENDED = WORD + r"(?<!\d[.,\-–/])", r"(?![^\W_])(?![.,\-–/]\d)"
DOCUMENT = re.compile(
    rf"{WORD}(?:(?P<number>\d{{8}}|\d{{1,2}}\.\d{{3}}\.\d{{3}})"
    r"|(?P<first>[XYZxyz])[- .]?(?P<rest>\d{7}|\d\.?\d{3}\.?\d{3}))"
    rf"(?:[-–.]?(?P<letter>[A-Za-z])|(?:{GAP}|{GAP}?[-–]{GAP}?)(?P<apart>[A-Z]))(?![^\W_])",
    re.ASCII,
)
ACCOUNT = re.compile(
    WORD
    + "(?:"
    + "|".join(rf"{land}\d\d(?:[ .\-\u00a0]?[A-Z0-9]){{{n - 4}}}" for land, n in LENGTHS.items())
    + r")(?![^\W_])",
    re.IGNORECASE | re.ASCII,
)
CARD = re.compile(
    rf"{ALONE}(?:\d{{13,19}}"
    rf"|\d{{4}}(?P<four>{GAP}|[-.])\d{{4}}(?P=four)\d{{4}}(?P=four)\d{{1,4}}(?:(?P=four)\d{{1,3}})?"
    rf"|\d{{4}}(?P<six>{GAP}|[-.])\d{{6}}(?P=six)\d{{4,5}}){ENDED}",
    re.ASCII,
)
BRANDS = re.compile(
    r"4|5[0-9]|6[0-9]|3[0-9]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720"  # whose cards begin so
)
EMAIL = re.compile(
    r"(?<![\w.+%-])[\w.+%-]{1,64}@(?P<domain>(?:[^\W_]|-){1,63}(?:\.(?:[^\W_]|-){1,63}){1,8})"
)

NINE = "|".join(  # how people write nine digits: together, by threes, by twos
    [
        r"\d{3}{gap}\d{3}{gap}\d{3}",
        r"\d{3}{gap}\d\d{gap}\d\d{gap}\d\d",
        r"\d\d{gap}\d{3}{gap}\d\d{gap}\d\d",
        r"\d\d{gap}\d{3}{gap}\d{4}",
        r"\d{3}{gap}\d{6}",
        r"\(\d\d\){gap}\d{3}{gap}\d\d{gap}\d\d",
        r"\(\d{3}\){gap}\d\d{gap}\d\d{gap}\d\d",
    ]
).replace("{gap}", rf"(?:{GAP}|[-.])?")
BEFORE = ALONE + r"(?<![#€$£+])(?<![€$£] )"
MONEY = (
    rf"(?!{GAP}?(?:[€$£%]|euros?|eur\b|mill[oó]n|milh[õo]es|milioi|million|kg|km|personas|pessoas))"
)
PHONE = re.compile(rf"{BEFORE}(?:{NINE}){ENDED}{MONEY}", re.ASCII | re.IGNORECASE)
ABROAD = re.compile(
    rf"(?<![^\W_])(?:\+|\b00)[1-9]\d{{0,2}}(?:{GAP}|[-.])?(?:\(\d{{1,4}}\){GAP}?)?"
    rf"\d(?:(?:{GAP}|[-.])?\d){{6,12}}{ENDED}{MONEY}",
    re.ASCII | re.IGNORECASE,
)
OF_A_PERSON = re.compile(r"6|7[1-9]|[89][1-9]|2[1-9]")  # 900, 901 and 800 are companies'
CALLED = re.compile(r"(?:tel|tfno|m[óo]vil|telem|llam|deitu|deia|liga|call|phone|whats)", re.I)

SAID_POLICY = re.compile(r"(?<![^\W_])(?:p[óo]lizas?|polizak?|ap[óo]lices?|polic(?:y|ies))", re.I)
NEAR = 40  # characters between the word and its number

OUR_PATH = re.compile(r"(?<=\]\()/[^)\s]*|(?<=\]\(<)/[^>\n]*")
ADDRESS = re.compile(r"\bhttps?://[^\s<>)\]]+", re.I)


def find(text: str, *, ours: Collection[str] = (), policy: str = POLICY) -> list[Found]:
    """Where in the text somebody's identity seems to stand, in order; nothing overlaps.

    `ours` are the domains whose addresses are colleagues'; `policy` the shapes of a policy number.
    """
    plain = OUR_PATH.sub(_blank, text)
    bare = ADDRESS.sub(_blank, plain)  # a number in the address of a page is mostly a page's
    taken: list[Found] = []
    for one in (
        *_accounts(plain),
        *_documents(plain),
        *_emails(plain, ours),
        *_cards(bare),
        *_policies(bare, policy),
        *_phones(bare),
    ):
        if all(one.end <= other.start or one.start >= other.end for other in taken):
            taken.append(one)
    return sorted(taken)


def covered(text: str, found: Collection[Found]) -> str:
    """The same text with every letter and digit of what was found under a dot, at equal length."""
    signs = list(text)
    for one in found:
        for at in range(one.start, one.end):
            signs[at] = COVER if signs[at].isalnum() else signs[at]
    return "".join(signs)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _digits(text: str) -> str:
    return "".join(sign for sign in text if sign in "0123456789")


def _documents(text: str) -> Iterator[Found]:
    for match in DOCUMENT.finditer(text):
        first = match["first"]
        number = _digits(match["number"] or match["rest"])
        if first:
            number = str("XYZ".index(first.upper())) + number
        letter = (match["letter"] or match["apart"]).upper()
        if LETTERS[int(number) % 23] == letter:
            yield Found(*match.span(), Kind.DOCUMENT)


def _accounts(text: str) -> Iterator[Found]:
    for match in ACCOUNT.finditer(text):
        code = "".join(sign for sign in match[0].upper() if sign.isalnum())
        if int("".join(str(int(sign, 36)) for sign in code[4:] + code[:4])) % 97 == 1:
            yield Found(*match.span(), Kind.ACCOUNT)


def _cards(text: str) -> Iterator[Found]:
    for match in CARD.finditer(text):
        digits = _digits(match[0])
        is_one = 13 <= len(digits) <= 19 and BRANDS.match(digits) and len(set(digits)) > 1
        if is_one and _is_luhn(digits):
            yield Found(*match.span(), Kind.CARD)


def _is_luhn(digits: str) -> bool:
    doubled = [int(sign) * (1 + at % 2) for at, sign in enumerate(reversed(digits))]
    return sum(number - 9 if number > 9 else number for number in doubled) % 10 == 0


def _emails(text: str, ours: Collection[str]) -> Iterator[Found]:
    known = (*NOBODYS, *(domain.lower().lstrip("@.") for domain in ours if domain.strip("@. ")))
    for match in EMAIL.finditer(text):
        domain = match["domain"].lower()
        is_known = any(domain == one or domain.endswith("." + one) for one in known)
        if domain.rpartition(".")[2].isalpha() and not is_known:
            yield Found(*match.span(), Kind.EMAIL)


def _policies(text: str, shapes: str) -> Iterator[Found]:
    """A shape with something of its own is known anywhere; digits alone only near the word."""
    for shape in sorted(set(shapes.split()), key=len, reverse=True):
        pattern = re.compile(ALONE + _pattern(shape) + ENDED, re.ASCII | re.IGNORECASE)
        is_plain = not shape.strip("9")
        for match in pattern.finditer(text):
            if not is_plain or SAID_POLICY.search(_line_before(text, match.start(), NEAR)):
                yield Found(*match.span(), Kind.POLICY)


def _pattern(shape: str) -> str:
    parts = {"9": r"\d", "A": "[A-Z]"}
    return "".join(parts.get(sign) or re.escape(sign) for sign in shape)


def _phones(text: str) -> Iterator[Found]:
    for match in ABROAD.finditer(text):
        if 8 <= len(_digits(match[0]).removeprefix("00")) <= 15:
            yield Found(*match.span(), Kind.PHONE)
    for match in PHONE.finditer(text):
        digits = _digits(match[0])
        if not OF_A_PERSON.match(digits) or digits.endswith("00000"):
            continue
        is_amount = re.fullmatch(r"\d{3}\.\d{3}\.\d{3}", match[0])
        may_be_anything = digits[0] == "2" and len(match[0]) == 9
        is_called = CALLED.search(_line_before(text, match.start(), 24))
        if not (is_amount or may_be_anything) or is_called:
            yield Found(*match.span(), Kind.PHONE)


def _line_before(text: str, at: int, most: int) -> str:
    """What stands before a place, in its own sentence or so."""
    return text[max(0, at - most) : at].rpartition("\n")[2]
