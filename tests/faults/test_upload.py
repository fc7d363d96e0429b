"""An upload that breaks off half way leaves nothing, and keeps nobody else waiting."""

import re
import socket
from urllib.parse import urlsplit

from tests.terminal import Browser, eventually


def begin_upload(address, cookie, token, size):
    """A connection on which a picture of `size` bytes was promised and half of it sent."""
    site, edge = urlsplit(address), "an-edge-between-parts"
    body = (
        f'--{edge}\r\nContent-Disposition: form-data; name="csrf_token"\r\n\r\n{token}\r\n'
        f'--{edge}\r\nContent-Disposition: form-data; name="picture"; filename="a.png"\r\n'
        "Content-Type: image/png\r\n\r\n"
    )
    head = (
        "POST /account/picture?_method=PUT HTTP/1.1\r\n"
        f"Host: {site.netloc}\r\nCookie: {cookie}\r\nContent-Length: {size}\r\n"
        f"Content-Type: multipart/form-data; boundary={edge}\r\n\r\n"
    )
    line = socket.create_connection((site.hostname, site.port), timeout=20)
    line.sendall((head + body).encode() + b"\x89PNG" * (size // 8))
    return line


def test_a_broken_upload_leaves_nothing_behind(start, inhabited):
    terminal = start(inhabited, WORKERS="1", THREADS="2")
    browser = Browser(terminal.ready())
    browser.sign_in("empleado@demo.test")
    page = browser.ask("/account/picture")[2]
    token = re.search(r'name="csrf_token"[^>]* value="([^"]+)"', page)[1]
    jar = next(one for one in browser.opener.handlers if hasattr(one, "cookiejar")).cookiejar
    cookie = "; ".join(f"{one.name}={one.value}" for one in jar)
    before = sorted(path for path in (inhabited / "files").rglob("*"))

    for _ in range(6):  # more of them than there are threads
        begin_upload(browser.address, cookie, token, 400_000).close()
    assert eventually(lambda: browser.ask("/account/picture")[0] == 200)
    assert browser.ask("/blog")[0] == 200
    assert sorted(path for path in (inhabited / "files").rglob("*")) == before
    terminal.press(15)
    assert "Traceback" not in terminal.said
