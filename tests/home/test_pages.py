"""/accessibility and /patterns: pages about the house itself"""

import pytest


def test_anybody_may_read_what_they_can_count_on(client, ane):
    stranger = client.get("/accessibility")
    assert stranger.status_code == 200 and "level AA" in stranger.text
    assert 'class="rail"' not in stranger.text

    assert 'class="rail"' in client.sign_in(ane).get("/accessibility").text


def test_every_pattern_is_shown_where_one_builds(client, ane):
    page = client.sign_in(ane).get("/patterns")

    assert page.status_code == 200 and "Comments and reactions" in page.text


@pytest.mark.parametrize(
    "debug, testing, demo, status",
    [
        (False, False, False, 404),
        (True, False, False, 200),
        (False, False, True, 200),
    ],
)
def test_and_nowhere_else(app, client, ane, monkeypatch, debug, testing, demo, status):
    client.sign_in(ane)
    monkeypatch.setitem(app.config, "DEMO", demo)
    monkeypatch.setitem(app.config, "DEBUG", debug)
    monkeypatch.setitem(app.config, "TESTING", testing)

    assert client.get("/patterns").status_code == status


def test_patterns_are_not_for_strangers(client, ane):
    assert client.get("/patterns").status_code == 303
