"""Making an idea better, and two people who do so at once."""

from app.catalogue.queries import tags_of
from app.core.db import db
from app.ideas.models import Idea
from tests.factories import decide, make_draft, make_idea, withdraw_idea
from tests.ideas.proposing import proposed


def edit(client, idea, **given):
    data = proposed(version=str(idea.version)) | given
    return client.post(f"/ideas/{idea.id}?_method=PUT", data=data)


def test_its_author_says_it_better(client, ane):
    idea = make_idea(ane, change="Before.")
    page = client.sign_in(ane).get(f"/ideas/{idea.id}/edit").text
    assert "Before." in page and 'name="once"' not in page

    answer = edit(client, idea)

    found = db.session.get_one(Idea, idea.id)
    assert answer.status_code == 303 and answer.location == f"/ideas/{idea.id}"
    assert found.title == "Tell them that it is done" and "<li>" in found.change_html
    assert found.edited_at and [tag.slug for tag in tags_of("idea", idea.id)] == [
        "leaving",
        "letters",
    ]


def test_once_somebody_works_on_it_only_governance_does(client, ane, nerea, jon):
    idea = make_idea(ane)
    decide(idea, by=nerea)
    idea = db.session.get_one(Idea, idea.id)

    assert edit(client.sign_in(ane), idea).status_code == 403
    assert edit(client.sign_in(jon), idea).status_code == 403
    assert client.sign_in(ane).get(f"/ideas/{idea.id}/edit").status_code == 403
    assert edit(client.sign_in(nerea), idea).status_code == 303


def test_what_is_withdrawn_is_not_edited(client, ane):
    idea = withdraw_idea(make_idea(ane), by=ane)
    assert edit(client.sign_in(ane), idea).status_code == 403


def test_whoever_comes_second_sees_both_and_decides(client, ane, nerea):
    idea = make_idea(ane)
    seen = idea.version
    edit(client.sign_in(nerea), idea, title="Hers", change="Her change.")

    answer = edit(client.sign_in(ane), idea, version=str(seen), title="His", change="His change.")

    assert answer.status_code == 409
    assert all(words in answer.text for words in ("Hers", "Her change.", "His", "His change."))
    now = db.session.get_one(Idea, idea.id)
    assert now.title == "Hers" and f'value="{now.version}"' in answer.text
    assert edit(client, now, title="His").status_code == 303
    assert db.session.get_one(Idea, idea.id).title == "His"


def test_pressing_twice_overtakes_nobody(client, ane):
    idea = make_idea(ane)
    seen = str(idea.version)
    first = edit(client.sign_in(ane), idea)
    assert edit(client, idea, version=seen).location == first.location


def test_nonsense_is_refused_and_kept(client, ane):
    answer = edit(client.sign_in(ane), make_idea(ane), title="", change="Kept.")
    assert answer.status_code == 422 and "Kept." in answer.text


def test_what_stood_there_is_not_asked_about_again(client, ane):
    idea = make_idea(ane, problem="Ring 12345678Z.")
    client.sign_in(ane)

    assert edit(client, idea, problem="Ring 12345678Z soon.").status_code == 303
    now = db.session.get_one(Idea, idea.id)
    assert edit(client, now, problem="Ring 87654321X.").status_code == 422


def test_an_edit_is_gone_on_with(client, ane):
    idea = make_idea(ane)
    draft = make_draft(
        ane, form="idea", about=idea.id, **proposed(title="Half", version=str(idea.version))
    )

    told = client.sign_in(ane).get(f"/ideas/{idea.id}/edit").text
    page = client.get(f"/ideas/{idea.id}/edit?draft={draft.id}").text

    assert f"/ideas/{idea.id}/edit?draft={draft.id}" in told and 'value="Half"' in page


def test_a_preview_saves_nothing(client, ane):
    idea = make_idea(ane)
    answer = edit(client.sign_in(ane), idea, preview="1")
    assert answer.status_code == 200 and "<em>twice</em>" in answer.text
    assert db.session.get_one(Idea, idea.id).edited_at is None
