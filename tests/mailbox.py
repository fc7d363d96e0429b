"""A mailbox: what the worker wrote, read by the parser of the standard library."""

import email
import re
from email import policy
from pathlib import Path

import pytest

from app.core import outbox
from app.core.db import db

LINK = re.compile(r"https://wowista\.test(/\S+)")


class Mailbox:
    def __init__(self, folder):
        self.folder, self._read = folder, set()

    def open(self, to=None):
        """The worker does what is due; the letters that came since the last look."""
        outbox.drain()
        db.session.rollback()
        came = sorted(set(self.folder.glob("*.eml")) - self._read, key=lambda p: p.stat().st_mtime)
        self._read |= set(came)
        letters = [
            email.message_from_bytes(path.read_bytes(), policy=policy.default) for path in came
        ]
        return [one for one in letters if to is None or to in one["To"]]

    def link(self, to=None):
        """Where the one new letter leads: its path."""
        (letter,) = self.open(to)
        return paths(letter)[0]


def plain(letter):
    return letter.get_body(["plain"]).get_content()


def html(letter):
    return letter.get_body(["html"]).get_content()


def paths(letter):
    return LINK.findall(plain(letter))


@pytest.fixture
def mailbox(app, tmp_path, monkeypatch):
    monkeypatch.setitem(app.config, "MAIL", str(tmp_path / "mail"))
    return Mailbox(Path(app.config["MAIL"]))
