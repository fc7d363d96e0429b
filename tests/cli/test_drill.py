"""The drill: people write, a backup is taken, the house is lost, and stands again elsewhere."""

import hashlib
import io
import json
import os
import re
import secrets
import shutil
import signal
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from datetime import timedelta
from urllib.request import Request

import pytest
from PIL import Image

from app.core import clock, outbox
from app.core.db import writing
from app.core.storage import storage
from app.demo.company import ACCOUNTS
from tests.cli.conftest import House
from tests.terminal import ROOT, Browser, Terminal

WRITERS = list(ACCOUNTS)[:4]
ENOUGH = 6  # writes of each before the backup begins, and once more after it ended
SECRET = "the key that was kept where passwords are kept"
PATIENCE = 60  # seconds for a busy machine; a quiet one needs a tenth


class Writer(threading.Thread):
    """Somebody who comments and shows pictures without a pause, and notes what was confirmed."""

    def __init__(self, address, email, post):
        super().__init__(daemon=True)
        self.browser, self.email, self.post = Browser(address), email, post
        self.said = []  # (when it was confirmed, the words)
        self.shown = []  # (when it was confirmed, the key)
        self.worst = 0.0
        self.error = None
        self.is_enough = threading.Event()

    def run(self):
        try:
            self.browser.sign_in(self.email)
            _, _, page = self.browser.ask(f"/blog/{self.post}")
            self.token = re.search(r'name="csrf_token"[^>]* value="([^"]+)"', page)[1]
            while not self.is_enough.is_set():
                began = time.monotonic()
                key = self._show() if len(self.said) % 3 == 0 else None
                self._say(key)
                self.worst = max(self.worst, time.monotonic() - began)
        except Exception as error:
            self.error = error

    def _say(self, key):
        words = sealed(f"{self.email} {len(self.said)}", key)
        status, place, page = self.browser.ask(
            f"/conversation/post/{self.post}/comments",
            csrf_token=self.token,
            once=secrets.token_hex(16),
            text=words,
        )
        assert status == 200 and place.startswith("/blog/"), (status, place, page[:2000])
        self.said.append((time.monotonic(), words))

    def _show(self):
        picture = io.BytesIO()
        Image.frombytes("RGB", (64, 48), os.urandom(64 * 48 * 3)).save(picture, "PNG")
        body, kind = multipart({"csrf_token": self.token}, picture.getvalue())
        answer = self.browser.opener.open(
            Request(
                self.browser.address + "/pictures",
                body,
                {"Content-Type": kind, "Accept": "application/json"},
            ),
            timeout=20,
        )
        assert answer.status == 201
        key = json.loads(answer.read())["key"]
        self.shown.append((time.monotonic(), key))
        return key


AS_LETTERS = str.maketrans("0123456789", "ghijklmnop")  # numbers may look like a customer's


def sealed(name, key):
    """Words that say themselves whether they are whole."""
    words = " ".join([name, *(secrets.token_hex(4).translate(AS_LETTERS) for _ in range(60))])
    words += f" ![seen](/pictures/{key})" if key else ""
    return f"{words} {seal(words)}"


def seal(words):
    return hashlib.sha256(words.encode()).hexdigest().translate(AS_LETTERS)


def is_whole(words):
    start, _, sealing = words.rpartition(" ")
    return seal(start) == sealing


def multipart(fields, picture):
    line = secrets.token_hex(16)
    parts = [
        f'--{line}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in fields.items()
    ]
    head = 'Content-Disposition: form-data; name="picture"; filename="a.png"'
    parts += [f"--{line}\r\n{head}\r\nContent-Type: image/png\r\n\r\n".encode(), picture]
    return b"".join(
        [*parts, f"\r\n--{line}--\r\n".encode()]
    ), f"multipart/form-data; boundary={line}"


def until(condition, writers):
    """Waits for it, unless somebody failed. The condition is the writers' own progress."""
    deadline = time.monotonic() + PATIENCE
    while not condition():
        for writer in writers:
            if writer.error:
                raise writer.error
            assert writer.is_alive()
        assert time.monotonic() < deadline, "the writers got nowhere"
        writers[0].is_enough.wait(0.02)


@contextmanager
def serving(folder, url):
    """A real server, which is stopped as an operator would."""
    terminal = Terminal(folder, DATABASE_URL=url, SECRET_KEY=SECRET)
    try:
        yield terminal.ready()
        assert terminal.press(signal.SIGTERM) == 0, terminal.said
    finally:
        terminal.stop()


def run(folder, url, *words):
    """What a command says at a terminal."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    done = subprocess.run(
        [sys.executable, "-m", "flask", *map(str, words)],
        cwd=ROOT,
        env=kept | {"INSTANCE": str(folder), "DATABASE_URL": url, "SECRET_KEY": SECRET},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


def confirmed(writers, by=float("inf")):
    """The words and the pictures confirmed until then."""
    said = {words for writer in writers for when, words in writer.said if when < by}
    shown = {key for writer in writers for when, key in writer.shown if when < by}
    return said, shown


@pytest.mark.timeout(240)
def test_whatever_was_confirmed_before_a_backup_is_there_after_it(tmp_path, new_database, capsys):
    if "TEST_DATABASE_URL" in os.environ and not shutil.which("pg_dump"):
        pytest.skip("NO DRILL ON POSTGRESQL: pg_dump is not installed here")
    lost, found = tmp_path / "lost", tmp_path / "found"
    lost.mkdir(), found.mkdir()
    lost_url, found_url = new_database(lost), new_database(found)

    run(lost, lost_url, "demo", "plant")
    house = House(lost, lost_url, revision=None)
    [post] = house.ask("SELECT min(id) FROM posts WHERE published_at IS NOT NULL")
    with house.at_home(), writing():  # due when nobody drills any more
        outbox.put("a.letter", {}, key="drill", due=clock.now() + timedelta(days=1))
    with serving(lost, lost_url) as address:
        writers = [Writer(address, email, post) for email in WRITERS]
        [writer.start() for writer in writers]
        until(lambda: all(len(writer.said) >= ENOUGH for writer in writers), writers)

        began = time.monotonic()
        backup = run(lost, lost_url, "backup", tmp_path / "disk").split("\n")[0].split(": ")[1]
        took = time.monotonic() - began

        so_far = {writer: len(writer.said) for writer in writers}
        until(lambda: all(len(w.said) >= so_far[w] + ENOUGH for w in writers), writers)
        [writer.is_enough.set() for writer in writers]
        [writer.join(PATIENCE) for writer in writers]
        assert not any(writer.error for writer in writers)
    said, shown = confirmed(writers, by=began)
    all_said, all_shown = confirmed(writers)
    assert len(confirmed(writers, by=began + took)[0]) > len(said), "nobody wrote meanwhile"
    shutil.rmtree(lost)

    run(found, found_url, "backup", "verify", backup)
    restored = run(found, found_url, "restore", backup, "--yes")
    assert "nothing here yet that could be lost" in restored and "SECRET_KEY" not in restored

    house = House(found, found_url, revision=None)
    words = set(house.ask("SELECT text FROM comments WHERE text LIKE '%@demo.test %'"))
    assert said <= words <= all_said
    assert all(is_whole(text) for text in words)
    _every_picture_can_be_seen(house, shown, all_shown, words)
    assert house.ask("SELECT id FROM sign_ins") == []
    assert house.ask("SELECT state FROM errands WHERE key = 'drill'") == ["held"]
    run(found, found_url, "audit", "verify")
    if house.url.startswith("sqlite"):
        assert house.ask("PRAGMA integrity_check") == ["ok"]
        assert house.ask("PRAGMA foreign_key_check") == []

    house.tell("UPDATE errands SET due_at = NULL")
    with serving(found, found_url) as address:
        _they_live_on(address, post, {writer.email: writer.shown for writer in writers}, began)
    assert house.ask("SELECT state FROM errands WHERE key = 'drill'") == ["held"]

    with capsys.disabled():
        print(
            f"\n  the drill: {len(said)} comments and {len(shown)} pictures confirmed before,"
            f" {len(all_said) - len(said)} meanwhile and after; backup {took:.1f} s;"
            f" worst wait {max(writer.worst for writer in writers):.2f} s",
            end=" ",
        )


def _every_picture_can_be_seen(house, shown, all_shown, words):
    """Those confirmed, and those of which words came back."""
    keys = set(house.ask("SELECT key FROM pictures"))
    named = set(re.findall(r"/pictures/([0-9a-f]{32})", " ".join(words)))
    assert shown | named <= keys
    with house.at_home():
        for key in keys:
            for copy in key, f"{key}/small":
                Image.open(io.BytesIO(storage().read(copy))).load()


def _they_live_on(address, post, shown, began):
    """They sign in with their passwords, see the pictures they brought in, and go on."""
    writers = [Writer(address, email, post) for email in WRITERS]
    [writer.start() for writer in writers]
    until(lambda: all(len(writer.said) >= 2 for writer in writers), writers)
    [writer.is_enough.set() for writer in writers]
    [writer.join(PATIENCE) for writer in writers]
    for writer in writers:
        assert not writer.error
        for when, key in shown[writer.email]:
            if when < began:
                answer = writer.browser.opener.open(f"{address}/pictures/{key}", timeout=20)
                Image.open(io.BytesIO(answer.read())).load()
