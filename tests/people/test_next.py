"""After signing in one is led to a page of ours, and to nothing else."""

import pytest

from tests.factories import PASSWORD
from tests.people import enter

OFF_SITE = [
    "https://evil.example",
    "http://evil.example/people",
    "HTTPS://evil.example",
    "//evil.example",
    "//evil.example/people",
    "///evil.example",
    "////evil.example/people",
    "/\\evil.example",
    "\\\\evil.example",
    "\\/evil.example",
    "/\\/evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "/\r/evil.example",
    "\t//evil.example",
    " //evil.example",
    " https://evil.example",
    "\x00//evil.example",
    "/\x00/evil.example",
    "https:evil.example",
    "https:/evil.example",
    "https:///evil.example",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "blob:https://evil.example/1",
    "ftp://evil.example/people",
    "mailto:a@evil.example",
    "evil.example",
    "evil.example/people",
    "people",
    "./people",
    "../people",
    "?next=//evil.example",
    "#//evil.example",
    "/%2f%2fevil.example",
    "/%5cevil.example",
    "/.evil.example",
    "/@evil.example",
    "/people//evil.example",
    "/people/../..//evil.example",
    "//people@evil.example",
    "http://wowista.test@evil.example/people",
    "http://wowista.test.evil.example/people",
    "http://wowista.test/people",
    "//wowista.test/people",
    "／／evil.example",
    "/nowhere-at-all",
    "",
]
OURS = [
    "/people",
    "/people?q=ane&role=ambassador",
    "/people/7",
    "/account/profile/edit",
    "/people?q=//evil.example",
    "/people?next=https://evil.example#there",
]


@pytest.mark.parametrize("place", OFF_SITE)
def test_nobody_is_led_off_the_site(client, ane, place):
    assert len(OFF_SITE) >= 40

    assert enter(client, ane, PASSWORD, next=place).location == "/"
    assert client.get("/sign-in", query_string={"next": place}).location == "/"


@pytest.mark.parametrize("place", OURS)
def test_everybody_is_led_to_where_they_were_going(client, ane, place):
    answer = enter(client, ane, PASSWORD, next=place)

    assert answer.location == place


def test_a_place_too_long_to_keep_does_not_bar_the_door(client, ane):
    answer = enter(client, ane, PASSWORD, next="/people?q=" + "x" * 3000)

    assert (answer.status_code, answer.location) == (303, "/")


def test_a_stranger_who_asked_for_a_page_finds_it_after_signing_in(client, ane):
    sent = client.get("/people?q=ane")
    form = client.get(sent.location).text

    assert 'name="next" type="hidden" value="/people?q=ane"' in form


@pytest.mark.parametrize("place", ["//evil.example", "https://evil.example", "/\\evil.example"])
@pytest.mark.parametrize("switch", ["/language", "/theme"])
def test_the_switches_do_not_lead_away_either(client, ane, switch, place):
    sent = {"language": "eu", "theme": "dark", "next": place}

    answer = client.sign_in(ane).put(switch, data=sent)

    assert (answer.status_code, answer.location) == (303, "/")


def test_links_never_name_the_host_somebody_claims(client, ane):
    answer = client.get("/people", headers={"X-Forwarded-Host": "evil.example"})

    assert answer.location.startswith("/sign-in?") and "evil" not in answer.text
