"""What people are still writing, kept while they write."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from app.core import clock
from app.core.db import db
from app.drafts import keeping
from app.drafts.models import Draft
from tests.conftest import at_once
from tests.factories import make_draft, make_post

JSON = {"Accept": "application/json"}


def save(client, form="post", *, headers=JSON, **fields):
    return client.post(f"/drafts/{form}", data=fields, headers=headers)


def drafts():
    return db.session.scalar(select(func.count(Draft.id)))


def kept():
    return db.session.scalar(select(Draft)).fields


def test_a_script_saves_again_and_again_into_one_draft(client, ane):
    first = save(client.sign_in(ane), title="The d").get_json()
    second = save(
        client, title="The door", draft=first["url"], draft_version=first["version"]
    ).get_json()

    assert first["url"] == second["url"] and second["version"] == first["version"] + 1
    assert second["saved_at"].endswith("+00:00")
    assert drafts() == 1 and kept() == {"title": ["The door"]}


def test_a_draft_may_be_saved_at_its_own_address(client, ane):
    first = save(client.sign_in(ane), title="The d").get_json()

    again = client.put(
        first["url"], data={"title": "The door", "draft_version": first["version"]}, headers=JSON
    )

    assert again.get_json()["version"] == 2 and kept() == {"title": ["The door"]}


def test_a_plain_button_saves_and_leads_back_to_the_form(client, ane):
    answer = save(client.sign_in(ane), headers={}, title="The door", text="It is *red*")

    page = client.get(answer.location).text
    assert answer.status_code == 303
    assert 'value="The door"' in page and "It is *red*" in page and "Draft saved" in page
    number = db.session.scalar(select(Draft.id))
    assert f'name="draft" type="hidden" value="/drafts/{number}"' in page

    again = save(
        client, headers={}, title="The red door", draft=f"/drafts/{number}", draft_version=1
    )
    assert again.location == answer.location and drafts() == 1


def test_what_travels_along_is_not_kept(client, ane):
    passengers = {"csrf_token": "x", "once": "y", "draft": "", "draft_version": "", "preview": "1"}

    save(client.sign_in(ane), title="a\x00b", tags=["one", "two"], **passengers)

    assert kept() == {"title": ["ab"], "tags": ["one", "two"]}


def test_a_draft_of_an_edit_goes_on_where_the_post_is_edited(client, ane):
    post = make_post(ane)

    answer = client.sign_in(ane).post(
        f"/drafts/post?about={post.id}", data={"title": "Better", "version": post.version}
    )

    assert answer.location.startswith(f"/blog/{post.id}/edit?draft=")
    assert 'value="Better"' in client.get(answer.location).text


@pytest.mark.parametrize("version", ["1", "", "one", "99999999999999999999"])
def test_whoever_has_an_old_version_is_told_and_changes_nothing(client, ane, version):
    draft = make_draft(ane)
    address, fresh = f"/drafts/{draft.id}", draft.version
    save(client.sign_in(ane), title="Window one", draft=address, draft_version=fresh)

    answer = save(client, title="Window two", draft=address, draft_version=version)
    page = save(client, headers={}, title="Window two", draft=address, draft_version=version)

    assert (answer.status_code, page.status_code) == (409, 409)
    assert answer.is_json and answer.get_json()["message"]
    assert "Window two" in page.text and kept() == {"title": ["Window one"]}
    assert 'name="draft' not in page.text.partition('id="kept"')[2]  # sent again, it is another


def test_of_two_windows_at_once_one_is_told(app, ane):
    draft = make_draft(ane)
    data = {"draft": f"/drafts/{draft.id}", "draft_version": draft.version}

    won, lost = at_once(
        app,
        (ane, "/drafts/post", data | {"title": "Window one"}),
        (ane, "/drafts/post", data | {"title": "Window two"}),
    )

    assert (won.status_code, lost.status_code) == (303, 409)
    assert drafts() == 1


@pytest.mark.parametrize("place", ["/drafts/999999", "/drafts/", "nonsense", "/drafts/" + "9" * 30])
def test_a_draft_that_is_no_more_is_not_written_to(client, ane, place):
    answer = save(client.sign_in(ane), title="Too late", draft=place, draft_version=1)

    assert (answer.status_code, drafts()) == (409, 0)


class TestWhose:
    """A draft is its writer's alone."""

    def test_nobody_else_finds_it(self, client, ane, nerea, iker):
        draft = make_draft(ane)
        address = f"/drafts/{draft.id}"
        for other in (nerea, iker):
            client.sign_in(other)
            data = {"title": "Mine now", "draft_version": draft.version}

            assert client.put(address, data=data).status_code == 404
            assert client.delete(address).status_code == 404
            assert client.delete(f"{address}/discarding").status_code == 404
            assert save(client, draft=address, **data).status_code == 409
            assert client.get(f"/blog/new?draft={draft.id}").status_code == 404
            assert "Half a thought" not in client.get("/blog/drafts").text

        assert kept()["title"] == ["Half a thought"]

    def test_a_stranger_is_told_that_the_session_is_over(self, client, ane):
        make_draft(ane)

        answer = save(client, title="Still typing")

        assert answer.status_code == 401 and answer.get_json()["message"]
        assert drafts() == 1

    def test_it_outlives_the_session(self, client, ane):
        saved = save(client.sign_in(ane), title="Before lunch").get_json()
        client.sign_out()
        assert save(client, title="After lunch", draft=saved["url"]).status_code == 401

        again = save(
            client.sign_in(ane),
            title="After lunch",
            draft=saved["url"],
            draft_version=saved["version"],
        )

        assert again.status_code == 200 and kept() == {"title": ["After lunch"]}


class TestDiscarding:
    def test_it_is_away_and_can_be_taken_back_without_htmx(self, client, ane):
        draft = make_draft(ane)
        client.sign_in(ane)

        answer = client.post(f"/drafts/{draft.id}?_method=DELETE&next=/blog/drafts")
        page = client.get(answer.location).text

        assert (answer.status_code, answer.location) == (303, "/blog/drafts")
        assert "Half a thought" not in page
        undo = page.split('action="/drafts/')[1].split('"')[0]
        back = client.post(f"/drafts/{undo}")
        assert back.location == f"/blog/new?draft={draft.id}"
        assert "Half a thought" in client.get("/blog/drafts").text

    def test_it_is_swept_out_once_it_cannot_be_taken_back(self, client, ane):
        with clock.at(clock.now() - timedelta(days=2)):
            old = make_draft(ane).id
            client.sign_in(ane).delete(f"/drafts/{old}", headers=JSON)
        recent = make_draft(ane).id
        client.sign_in(ane).delete(f"/drafts/{recent}", headers=JSON)

        save(client, title="A new one")

        assert db.session.get(Draft, old) is None and db.session.get(Draft, recent)


class TestHowMuch:
    def test_more_than_a_form_holds_is_refused(self, client, ane):
        client.sign_in(ane)

        long = save(client, text="x" * 200_001)
        many = save(client, **{f"field{number}": "" for number in range(60)})
        longest = save(client, text="é" * 100_000, title="t" * 160)

        assert (long.status_code, many.status_code, longest.status_code) == (413, 413, 201)

    def test_nobody_has_drafts_without_end(self, client, ane, monkeypatch):
        monkeypatch.setattr(keeping, "MOST_DRAFTS", 2)
        client.sign_in(ane)

        assert [save(client, title="x").status_code for _ in range(3)] == [201, 201, 413]

    def test_only_forms_that_say_so_keep_drafts(self, client, ane):
        assert save(client.sign_in(ane), form="survey", text="x").status_code == 404

    @pytest.mark.parametrize("about", ["x", "", "-1", "99999999999999999999", "0"])
    def test_what_it_is_about_is_a_thing_there_could_be(self, client, ane, about):
        answer = client.sign_in(ane).post(f"/drafts/post?about={about}", data={"title": "x"})

        assert answer.status_code in (303, 404)
