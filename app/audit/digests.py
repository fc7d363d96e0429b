"""Marks and digests: SHA-256 over canonical JSON, keyed so that only this house can make them."""

import hashlib
import hmac
import json
from collections.abc import Iterable
from typing import Any

from flask import current_app

from app.audit.models import Entry, Seal

FIRST = ""  # what the first seal follows

WRITTEN = (
    "fact",
    "actor_id",
    "subject_kind",
    "subject_id",
    "thread_kind",
    "thread_id",
    "details",
    "sign_in",
    "nonce",
)


def mark(entry: Entry | Any) -> str:
    """The mark of an entry, made as it is written: it has no number yet."""
    written = [getattr(entry, name) for name in WRITTEN]
    return _keyed([entry.created_at.isoformat(timespec="microseconds"), *written])


def of_entries(entries: Iterable[Entry | Any]) -> str:
    """The digest of entries with their numbers, in the order they are given."""
    digest = hashlib.sha256()
    for entry in entries:
        add(digest, entry)
    return digest.hexdigest()


def add(digest: Any, entry: Entry | Any) -> None:
    """One more entry: its mark stands for all it says."""
    digest.update(canonical([entry.id, entry.mark]) + b"\n")


def of_seal(seal: Seal | Any) -> str:
    moment = seal.created_at.isoformat(timespec="microseconds")
    return _keyed([seal.id, moment, seal.spans, seal.count, seal.entries, seal.previous])


def canonical(value: Any) -> bytes:
    """One way to write it, whichever database it comes from."""
    return json.dumps(
        value, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False
    ).encode()


def plain(details: dict[str, Any]) -> dict[str, Any]:
    """The details as a database gives them back."""
    return json.loads(canonical(details))


def _keyed(value: Any) -> str:
    secret = current_app.config["AUDIT_KEY"] or current_app.config["SECRET_KEY"]
    key = hmac.digest(secret.encode(), b"the audit", "sha256")
    return hmac.digest(key, canonical(value), "sha256").hex()
