"""Several people who write without pause, and remember what they were told is kept."""

import threading
import uuid
from http.client import HTTPException
from urllib.error import URLError

from tests.terminal import Browser

WRITERS = ("empleado", "embajador", "gobierno", "escucha")


GONE = (URLError, OSError, HTTPException, TypeError)  # nobody there, or cut in the middle


class Crowd:
    """Comments on one post. `acknowledged` holds the words whose sending was answered well."""

    def __init__(self, address, post):
        self._address, self._post = address, post
        self._enough = threading.Event()
        self._lock = threading.Lock()
        self.acknowledged, self.statuses = [], []
        self._threads = [threading.Thread(target=self._write, args=[who]) for who in WRITERS]

    def begin(self):
        [thread.start() for thread in self._threads]
        return self

    def end(self):
        self._enough.set()
        [thread.join(timeout=60) for thread in self._threads]

    def _write(self, who):
        browser = Browser(self._address)
        while not self._enough.is_set():
            words = f"{who} {uuid.uuid4().hex}"
            try:
                if not browser.token:
                    browser.sign_in(f"{who}@demo.test")
                path = f"/conversation/post/{self._post}/comments"
                status, place, _ = browser.send(path, text=words)
            except (
                URLError,
                OSError,
                HTTPException,
                TypeError,
            ):  # nobody there, or cut in the middle
                self._note(None)
                continue
            self._note(status, words if status == 200 and place.startswith("/blog/") else None)

    def _note(self, status, words=None):
        with self._lock:
            self.statuses.append(status)
            if words:
                self.acknowledged.append(words)
