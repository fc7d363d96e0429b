"""Every form carries the token, and without it nothing happens."""

import re

import pytest

from config import TestConfig
from tests.factories import PASSWORD

FORMS = [
    ("/account/profile/edit", "/account/profile?_method=PUT"),
    ("/account/picture", "/account/picture?_method=PUT"),
    ("/account/picture", "/account/picture?_method=DELETE"),
    ("/account/preferences", "/account/preferences?_method=PUT"),
    ("/account/password", "/account/password?_method=PUT"),
    ("/account/sessions", "/account/sessions/1?_method=DELETE"),
    ("/account/sessions", "/account/sessions/others?_method=DELETE"),
    ("/sign-in/again", "/sign-in/again"),
    ("/people", "/theme?_method=PUT"),
    ("/people", "/language?_method=PUT"),
    ("/people", "/sign-in?_method=DELETE"),
]


class Guarded(TestConfig):
    WTF_CSRF_ENABLED = True


@pytest.fixture
def client(another_house, ane):
    with another_house(Guarded) as house:
        yield house.test_client()


def token_on(page):
    return re.search('name="csrf_token"[^>]* value="([^"]+)"', page.text)[1]


@pytest.mark.parametrize("page, form", FORMS, ids=[form for _, form in FORMS])
def test_a_change_needs_the_token_of_its_page(client, ane, page, form):
    client.sign_in(ane)
    token = token_on(client.get(page))

    refused = 400 if form.startswith("/language") else 401  # strangers have no session to lose
    assert client.post(form).status_code == refused
    assert client.post(form, data={"csrf_token": token + "x"}).status_code == refused
    answer = client.post(form, data={"csrf_token": token})
    assert answer.status_code in (303, 404, 422) or form.startswith(("/language", "/theme"))


def test_every_form_on_every_page_carries_it(client, ane, app):
    app.test_client().sign_in(ane)
    client.sign_in(ane)
    for page in {page for page, _ in FORMS} | {f"/people/{ane.id}"}:
        forms = re.findall("<form[^>]*>.*?</form>", client.get(page).text, re.DOTALL)
        changing = [form for form in forms if 'method="post"' in form]
        assert changing and all('name="csrf_token"' in form for form in changing), page


def test_signing_in_needs_it_too(client, ane):
    typed = {"email": ane.email, "password": PASSWORD}
    token = token_on(client.get("/sign-in"))

    assert client.post("/sign-in", data=typed).status_code == 400
    assert client.post("/sign-in", data=typed | {"csrf_token": token}).status_code == 303


def test_the_token_of_before_is_worth_nothing_after_signing_in(client, ane):
    token = token_on(client.get("/sign-in"))
    client.post("/sign-in", data={"email": ane.email, "password": PASSWORD, "csrf_token": token})

    assert client.put("/theme", data={"theme": "dark", "csrf_token": token}).status_code == 401


def test_whoever_signed_in_again_in_another_tab_sends_their_words_again_and_is_done(client, ane):
    typed = {"title": "Twelve rings", "text": "Nobody answers.", "language": "en"}
    expired = client.post("/blog", data=typed)
    assert expired.status_code == 401 and "Your session has expired" in expired.text
    client.sign_in(ane)

    offered = client.post("/blog", data=typed | {"csrf_token": token_on(expired)})
    assert offered.status_code == 401 and "Twelve rings" in offered.text
    assert "expired" not in offered.text.partition("</main>")[0]
    assert "Sign in" not in offered.text.partition("</main>")[0]

    assert "One more press and it is done" in offered.text
    assert client.post("/blog", data=typed | {"csrf_token": token_on(offered)}).status_code == 303


def test_htmx_carries_it_in_a_header(client, ane):
    page = client.sign_in(ane).get("/people").text
    token = re.search('"X-CSRFToken": "([^"]+)"', page)[1]

    answer = client.put("/theme", data={"theme": "dark"}, headers={"X-CSRFToken": token})

    assert answer.status_code == 303


def test_nothing_changes_by_following_a_link(client, ane):
    client.sign_in(ane)

    for address in ("/theme?theme=dark&_method=PUT", "/sign-in?_method=DELETE"):
        client.get(address)
    assert client.get("/people").status_code == 200


@pytest.mark.parametrize("path", ["/blog", "/theme?_method=PUT", "/sign-in", "/nowhere"])
@pytest.mark.parametrize("asked_from", ["cross-site", "same-site"])
def test_another_site_is_given_no_form_to_send_again_and_no_cookie(client, path, asked_from):
    """Its post comes without a cookie: one set now would take the place of its victim's."""
    theirs = {"title": "Words of another site"}

    answer = client.post(path, data=theirs, headers={"Sec-Fetch-Site": asked_from})

    assert (answer.status_code, answer.text) == (403, "")
    assert "Set-Cookie" not in answer.headers


def test_a_link_on_another_site_leads_here(client, ane):
    page = client.sign_in(ane).get("/people", headers={"Sec-Fetch-Site": "cross-site"})

    assert page.status_code == 200
