"""A browser without a window: it signs in, keeps its cookie, and reads what a page says."""

import re
import secrets
from html.parser import HTMLParser
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPRedirectHandler, Request, build_opener

EMAIL = "empleado@demo.test"
TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')


class Visitor:
    def __init__(self, port: int, cookie: str = "") -> None:
        self.port, self.cookie = port, cookie
        self._opener = build_opener(_Stay)

    def get(self, path: str, **headers: str) -> tuple[int, str, dict[str, str]]:
        return self._open(Request(self._at(path), headers=headers))

    def post(self, path: str, **fields: str) -> tuple[int, str, dict[str, str]]:
        return self._open(Request(self._at(path), data=urlencode(fields).encode()))

    def sign_in(self, email: str, password: str) -> "Visitor":
        """Raises RuntimeError when it is not let in."""
        status, _, _ = self.post("/sign-in", **self.credentials(email, password))
        if status != 303:
            raise RuntimeError(f"{email} was not let in: {status}")
        return self

    def credentials(self, email: str, password: str) -> dict[str, str]:
        _, page, _ = self.get("/sign-in")
        return {"email": email, "password": password, "csrf_token": token(page)}

    def asks(self, path: str, **headers: str) -> bytes:
        """The bytes of a request, to be sent again and again."""
        return _request("GET", path, {"Cookie": self.cookie} | headers)

    def posts(self, path: str, fields: dict[str, str]) -> bytes:
        kind = {"Content-Type": "application/x-www-form-urlencoded", "Cookie": self.cookie}
        return _request("POST", path, kind, urlencode(fields).encode())

    def says(self, path: str, page: str, words: str) -> bytes:
        """The bytes of a comment: each is a new one."""
        fields = {"csrf_token": token(page), "once": secrets.token_hex(16), "text": words}
        return self.posts(path, fields)

    def _at(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def _keep(self, cookie: str) -> None:
        name = cookie.partition("=")[0]
        others = [one for one in self.cookie.split("; ") if one and not one.startswith(f"{name}=")]
        self.cookie = "; ".join([*others, cookie])

    def _open(self, request: Request) -> tuple[int, str, dict[str, str]]:
        if self.cookie:
            request.add_header("Cookie", self.cookie)
        try:
            answer = self._opener.open(request, timeout=60)
        except HTTPError as refused:
            answer = refused
        with answer:
            for told in answer.headers.get_all("Set-Cookie", []):
                self._keep(told.partition(";")[0])
            return answer.status, answer.read().decode(), dict(answer.headers)


def token(page: str) -> str:
    found = TOKEN.search(page)
    if found is None:
        raise RuntimeError("a page without a form")
    return found[1]


def visible(page: str) -> str:
    """What a page says to whoever reads it, on one line."""
    reader = _Reader()
    reader.feed(page)
    return " ".join(" ".join(reader.said).split())


def _request(method: str, path: str, headers: dict[str, str], body: bytes = b"") -> bytes:
    if body:
        headers = headers | {"Content-Length": str(len(body))}
    lines = [f"{method} {path} HTTP/1.1", "Host: 127.0.0.1"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode() + body


class _Stay(HTTPRedirectHandler):
    def redirect_request(self, *args):
        return None  # whoever posts wants to see the 303


class _Reader(HTMLParser):
    SILENT = {"script", "style", "template", "title"}

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag, attrs) -> None:
        self._silent += tag in self.SILENT

    def handle_endtag(self, tag) -> None:
        self._silent -= tag in self.SILENT

    def handle_data(self, data) -> None:
        if not self._silent:
            self.said.append(data)
