"""Sealing an answer until its wave closes: with the wave's key, and all to the same size.

ChaCha20-Poly1305 (RFC 8439) from `cryptography`, each with a random nonce before it. One key lends
itself to three uses by HKDF (RFC 5869), so that none says anything about another. The size is the
same for everybody: the length of a sealed answer would tell who wrote a long remark.
"""

import hmac
import json
from functools import lru_cache
from secrets import choice, token_bytes
from typing import Any, NamedTuple

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

SIZE = 2048  # bytes before sealing: forty answers, and the longest remark in any script
NONCE = 12  # bytes
CODE_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # none that two people read differently
CODE_LENGTH = 16  # of 31 letters each: 79 bits


class Illegible(ValueError):
    """Not sealed with this key, or not any more what was sealed."""


class Answered(NamedTuple):
    """What one person answered, of which group they are, and what they wrote."""

    group: int
    answers: dict[str, Any]  # an item's code → a number of its scale, or "na"
    remark: str = ""


def seal(key: bytes, answered: Answered) -> bytes:
    """Raises ValueError where it does not fit, which no form lets happen."""
    plain = json.dumps(answered, ensure_ascii=False, separators=(",", ":")).encode()
    if len(plain) > SIZE:
        raise ValueError(f"{len(plain)} bytes do not fit in {SIZE}")
    nonce = token_bytes(NONCE)
    return nonce + _cipher(key).encrypt(nonce, plain.ljust(SIZE), None)


def unseal(key: bytes, sealed: bytes) -> Answered:
    """Raises Illegible."""
    try:
        plain = _cipher(key).decrypt(sealed[:NONCE], sealed[NONCE:], None)
        return Answered(*json.loads(plain))
    except (InvalidTag, ValueError, TypeError) as error:
        raise Illegible from error


def receipt(key: bytes, person_id: int) -> bytes:
    """What stands for somebody who has answered, and for nobody without the key. 32 bytes."""
    return hmac.digest(_part(key, b"receipt"), b"%d" % person_id, "sha256")


def withdrawal(key: bytes, person_id: int, code: str) -> bytes:
    """By what somebody's own answer is found, by themselves and with their code. 32 bytes."""
    said = b"%d %s" % (person_id, code.encode())
    return hmac.digest(_part(key, b"withdrawal"), said, "sha256")


def new_code() -> str:
    """A deletion code, which only the person holds, in four groups: `ABCD-EFGH-JKMN-PQRS`."""
    return _grouped("".join(choice(CODE_LETTERS) for _ in range(CODE_LENGTH)))


def read_code(typed: str) -> str:
    """A code as it was given, however it is typed: in small letters, with other spaces and dashes.
    Nothing where it is none.
    """
    letters = "".join(sign for sign in typed.upper() if sign.isalnum())
    is_one = len(letters) == CODE_LENGTH and set(letters) <= set(CODE_LETTERS)
    return _grouped(letters) if is_one else ""


def _grouped(letters: str) -> str:
    return "-".join(letters[at : at + 4] for at in range(0, CODE_LENGTH, 4))


def _cipher(key: bytes) -> ChaCha20Poly1305:
    return ChaCha20Poly1305(_part(key, b"ballot"))


@lru_cache(maxsize=8)
def _part(key: bytes, use: bytes) -> bytes:
    return HKDF(SHA256(), 32, salt=None, info=b"survey " + use).derive(key)
