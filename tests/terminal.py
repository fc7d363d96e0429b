"""The real commands in processes of their own, as somebody at a terminal meets them."""

import os
import re
import signal
import subprocess
import sys
import time
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, build_opener

from app import demo

ROOT = Path(__file__).parent.parent


def eventually(is_so, within=20.0):
    """Look until something is so, and return it; fails when the seconds are over."""
    until = time.monotonic() + within
    while not (seen := is_so()):
        assert time.monotonic() < until, "it never came to be"
        time.sleep(0.02)
    return seen


class Terminal:
    """`flask serve` in its own process group, with its own instance folder."""

    def __init__(self, instance, *, under=(), **environment):
        """`under` is a command that runs it, such as one that gives it a disk of its own."""
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
        given = {"INSTANCE": str(instance), "HOST": "127.0.0.1", "PORT": "0", "WORKERS": "2"}
        self.began = time.monotonic()
        self.process = subprocess.Popen(
            [*under, sys.executable, "-m", "flask", *environment.pop("command", ["serve"])],
            cwd=ROOT,
            env=kept | given | environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        self.said = ""

    def ready(self):
        """Reads on until the server has greeted; the address it gave."""
        for line in self.process.stdout:
            self.said += line
            if line.startswith("Ctrl-C"):
                break
        self.took = time.monotonic() - self.began
        return re.search(r"WOWista is at (http://\S+)", self.said)[1]

    def press(self, number):
        """What the terminal does with Ctrl-C: everybody in the group hears it."""
        os.killpg(self.process.pid, number)
        return self.end()

    def end(self):
        """The exit code, once everything was said."""
        self.said += self.process.communicate(timeout=40)[0]
        return self.process.returncode

    def stop(self):
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
        if not self.process.stdout.closed:
            self.process.communicate()


class Browser:
    def __init__(self, address):
        self.address = address
        self.opener = build_opener(HTTPCookieProcessor(CookieJar()))
        self.token = ""

    def ask(self, path, **data):
        """(status, address in the end, text)."""
        body = urlencode(data).encode() if data else None
        try:
            answer = self.opener.open(self.address + path, body, timeout=20)
        except HTTPError as error:
            answer = error
        return answer.status, answer.url.removeprefix(self.address), answer.read().decode()

    def send(self, path, **data):
        """A form of this house, with the token of the last sign-in's session."""
        if not self.token:
            self.token = self._token_of("/blog")
        return self.ask(path, csrf_token=self.token, **data)

    def _token_of(self, path):
        _, _, page = self.ask(path)
        return re.search(r'name="csrf_token"[^>]* value="([^"]+)"', page)[1]

    def sign_in(self, email, password=demo.PASSWORD):
        """As somebody would: whoever finds the door crowded comes again."""

        def at_the_door():
            self.token = ""
            token = self._token_of("/sign-in")
            answer = self.ask("/sign-in", csrf_token=token, email=email, password=password)
            return answer if answer[0] != 503 else None

        return eventually(at_the_door)
