"""Where one may be sent on to."""

import pytest

from app.core.redirects import ours

ELSEWHERE = [
    None, "", "https://evil.test", "http://evil.test/sign-in", "//evil.test", "///evil.test",
    "////evil.test/sign-in", "/\\evil.test", "\\/evil.test", "\\\\evil.test", "/\\/evil.test",
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", "mailto:a@b.c",
    "evil.test", "evil.test/sign-in", "www.evil.test", "ftp://evil.test", "file:///etc/passwd",
    " /sign-in", "\t/sign-in", "/sign-in\r\nSet-Cookie: a=b", "/\t/evil.test", "/\n/evil.test",
    "/sign-in\x00", "https:evil.test", "https:/evil.test", "https:///evil.test",
    "http:\\\\evil.test",
    "//evil.test@wowista.test/", "https://wowista.test@evil.test/", "//wowista.test.evil.test/",
    "/nowhere-at-all", "/sign-in/../nowhere", "?next=/sign-in", "#sign-in", "%2F%2Fevil.test",
    "/%5cevil.test", "//%2Fevil.test", "[::1]/sign-in", "//[::1]", "http://[", "//[",
]  # fmt: skip


@pytest.mark.parametrize("place", ELSEWHERE)
def test_nobody_is_sent_elsewhere(app, place):
    assert ours(place, otherwise="/healthz") == "/healthz"


@pytest.mark.parametrize("place", ["/sign-in", "/sign-in?next=%2F", "/healthz#top"])
def test_a_page_of_ours_is_reached(app, place):
    assert ours(place, otherwise="/readyz") == place
