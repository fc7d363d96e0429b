"""Proposing an idea."""

import secrets

import pytest
from sqlalchemy import select

from app.attachments.models import PictureUse
from app.catalogue.models import Kind
from app.catalogue.queries import tags_of, terms_of
from app.core.db import db
from app.drafts.models import Draft
from app.facts import on
from app.facts.ideas import IdeaSubmitted
from app.following import queries as following
from app.ideas.models import IdeaKind, Voice
from tests.conftest import at_once
from tests.factories import (
    make_comment,
    make_draft,
    make_idea,
    make_person,
    make_picture,
    make_post,
    make_term,
    withdraw,
)
from tests.ideas.proposing import idea_of, ideas, proposed

_came_from = []


@on(IdeaSubmitted)
def note(fact):
    _came_from.append(fact.came_from and fact.came_from.id)


@pytest.fixture
def came_from():
    """What each idea of the test came from."""
    _came_from.clear()
    return _came_from


class TestProposing:
    def test_an_idea_is_there_for_everybody(self, client, ane, jon):
        client.sign_in(ane)
        assert client.get("/ideas/new").status_code == 200

        answer = client.post("/ideas", data=proposed(kind="try"))

        idea = idea_of(answer)
        assert answer.status_code == 303
        assert (idea.title, idea.kind, idea.author_id, idea.voice, idea.audience) == (
            "Tell them that it is done",
            IdeaKind.TRY,
            ane.id,
            Voice.OWN,
            "Whoever leaves us",
        )
        assert idea.is_new and "<em>twice</em>" in idea.problem_html
        assert "<li>A message at once.</li>" in idea.change_html
        assert [tag.name for tag in tags_of("idea", idea.id)] == ["leaving", "letters"]
        page = client.sign_in(jon).get(answer.location).text
        assert "<em>twice</em>" in page and "Another on the day." in page

    def test_with_htmx_the_idea_comes_back_in_place(self, client, ane):
        answer = client.sign_in(ane).post("/ideas", data=proposed(), htmx=True)

        assert answer.status_code == 200 and "<html" not in answer.text
        assert answer.text.lstrip().startswith('<article id="idea-')

    @pytest.mark.parametrize("missing", ["title", "problem"])
    def test_what_is_missing_is_said_and_nothing_is_lost(self, client, ane, missing):
        answer = client.sign_in(ane).post("/ideas", data=proposed(**{missing: " "}))

        assert answer.status_code == 422 and ideas() == 0
        assert f'href="#{missing}"' in answer.text
        assert "Whoever leaves us" in answer.text and "Another on the day." in answer.text

    def test_a_kind_that_is_none_is_refused(self, client, ane):
        assert client.sign_in(ane).post("/ideas", data=proposed(kind="moon")).status_code == 422
        assert client.get("/ideas/new?kind=moon").status_code == 200

    def test_the_address_may_choose_its_kind(self, client, ane):
        page = client.sign_in(ane).get("/ideas/new?kind=try").text
        assert 'checked id="kind-2"' in page and 'checked id="kind-0"' not in page

    def test_pressing_twice_proposes_once(self, client, ane):
        data = proposed(once=secrets.token_hex(16))
        client.sign_in(ane)

        first, second = client.post("/ideas", data=data), client.post("/ideas", data=data)

        assert first.location == second.location and ideas() == 1

    def test_pressing_twice_at_once_proposes_once(self, app, ane):
        data = proposed(once=secrets.token_hex(16))

        answers = at_once(app, *[(ane, "/ideas", data)] * 3)

        assert {answer.status_code for answer in answers} == {303}
        assert len({answer.location for answer in answers}) == 1 == ideas()

    def test_a_preview_without_a_script_proposes_nothing(self, client, ane):
        answer = client.sign_in(ane).post("/ideas", data=proposed(title="", preview="1"))

        assert answer.status_code == 200 and ideas() == 0
        assert "<em>twice</em>" in answer.text and "<li>A message at once.</li>" in answer.text
        assert "Give it a title" not in answer.text

    def test_its_draft_has_done_its_work(self, client, ane, jon):
        draft, theirs = make_draft(ane, form="idea"), make_draft(jon, form="idea")
        client.sign_in(ane)

        client.post("/ideas", data=proposed(draft=f"/drafts/{draft.id}", draft_version="7"))

        assert list(db.session.scalars(select(Draft.id))) == [theirs.id]

    def test_a_draft_is_gone_on_with_all_it_had(self, client, ane):
        client.sign_in(ane).post("/drafts/idea", data=proposed(kind="try", voice="customer"))
        listed = client.get("/ideas/drafts").text
        number = db.session.scalar(select(Draft.id))

        page = client.get(f"/ideas/new?draft={number}").text

        assert f"/ideas/new?draft={number}" in listed
        assert 'value="Tell them that it is done"' in page and "Another on the day." in page
        assert 'checked id="kind-2"' in page and 'checked id="voice-2"' in page

    def test_it_shows_its_pictures_and_carries_its_terms(self, client, ane):
        picture, term = make_picture(ane), make_term("Bajas", kind=Kind.TOUCHPOINTS)
        text = f"![The letter](/pictures/{picture.key})"

        answer = client.sign_in(ane).post("/ideas", data=proposed(change=text, terms=[term.id]))

        idea = idea_of(answer)
        assert [row.id for row in terms_of("idea", idea.id)] == [term.id]
        uses = db.session.execute(select(PictureUse.subject_kind, PictureUse.subject_id))
        assert list(uses) == [("idea", idea.id)]


class TestVoice:
    def test_a_colleague_is_named_and_it_is_theirs_as_well(self, client, ane):
        maite = make_person("Maite Zubiri")
        data = proposed(voice="colleague", colleague="maite zubiri")

        answer = client.sign_in(ane).post("/ideas", data=data)

        idea = idea_of(answer)
        assert idea.made_by == [ane.id, maite.id]
        assert all(following.standing(one, "idea", idea.id)[0] for one in (ane.id, maite.id))

    def test_of_several_who_may_be_meant_one_is_chosen(self, client, ane):
        first, second = make_person("Maite Zubiri"), make_person("Maite Zubiri")
        data = proposed(voice="colleague", colleague="Maite")
        client.sign_in(ane)

        asked = client.post("/ideas", data=data)
        answer = client.post("/ideas", data=data | {"behalf_of": second.id})

        assert asked.status_code == 422 and "Choose who it is." in asked.text
        assert f'value="{first.id}"' in asked.text and f'value="{second.id}"' in asked.text
        assert idea_of(answer).behalf_of_id == second.id

    def test_a_beginning_of_a_name_is_asked_about(self, client, ane):
        make_person("Jonatan Urrutia")

        answer = client.sign_in(ane).post(
            "/ideas", data=proposed(voice="colleague", colleague="Jona")
        )

        assert answer.status_code == 422 and "Jonatan Urrutia" in answer.text and ideas() == 0

    def test_a_mention_names_somebody_as_well(self, client, ane):
        maite = make_person("Maite Zubiri")
        mention = f"[Maite Zubiri](/people/{maite.id})"

        answer = client.sign_in(ane).post(
            "/ideas", data=proposed(voice="colleague", colleague=mention)
        )

        assert idea_of(answer).behalf_of_id == maite.id

    @pytest.mark.parametrize("name", ["", "Nobody Atall", "…"])
    def test_nobody_is_no_colleague(self, client, ane, name):
        answer = client.sign_in(ane).post(
            "/ideas", data=proposed(voice="colleague", colleague=name)
        )

        assert answer.status_code == 422 and ideas() == 0

    def test_a_number_that_is_not_of_that_name_is_nobody(self, client, ane, jon):
        make_person("Maite Zubiri"), make_person("Maite Zubiri")

        data = proposed(voice="colleague", colleague="Maite", behalf_of=jon.id)

        assert client.sign_in(ane).post("/ideas", data=data).status_code == 422

    def test_a_customer_is_not_named(self, client, ane):
        text = "The customer with 12345678Z told me so."
        data = proposed(voice="customer", change=text)
        client.sign_in(ane)

        asked = client.post("/ideas", data=data)
        answer = client.post("/ideas", data=data | {"discretion": "cover"})

        assert asked.status_code == 422 and ideas() == 1 and "12345678Z" in asked.text
        idea = idea_of(answer)
        assert idea.voice is Voice.CUSTOMER and "12345678Z" not in idea.change


class TestOrigin:
    def test_it_comes_from_a_comment_that_one_reads(self, client, ane, jon, came_from):
        comment = make_comment("Nobody told me *whether* it arrived.", on=make_post(jon), by=jon)
        name = f"comment:{comment.id}"

        page = client.sign_in(ane).get(f"/ideas/new?from={name}").text
        client.post("/ideas", data=proposed(came_from=name))

        assert "Nobody told me whether it arrived." in page and f'value="{name}"' in page
        assert came_from == [comment.id]

    def test_from_what_one_may_not_see_it_does_not_come(self, client, ane, jon, came_from):
        post = withdraw(make_post(jon), by=jon)

        page = client.sign_in(ane).get(f"/ideas/new?from=post:{post.id}").text
        client.post("/ideas", data=proposed(came_from=f"post:{post.id}"))

        assert post.title not in page and came_from == [None]

    @pytest.mark.parametrize("name", ["post:", "post:9999999999", "moon:1", "person:1", "post:-1"])
    def test_from_nowhere_is_no_offence(self, client, ane, came_from, name):
        assert client.sign_in(ane).get(f"/ideas/new?from={name}").status_code == 200
        assert client.post("/ideas", data=proposed(came_from=name)).status_code == 303
        assert came_from == [None]

    def test_posts_and_comments_show_the_way(self, client, ane, jon):
        post = make_post(jon)
        comment = make_comment(on=post, by=jon)
        page = client.sign_in(ane).get(f"/blog/{post.id}").text

        assert f"/ideas/new?from=post:{post.id}" in page
        assert f"/ideas/new?from=comment:{comment.id}" in page

    def test_an_idea_leads_to_no_other(self, client, ane):
        assert "?from=idea" not in client.sign_in(ane).get(f"/ideas/{make_idea().id}").text


def test_whoever_has_begun_is_reminded(client, ane):
    make_draft(ane, form="idea")
    page = client.sign_in(ane).get("/ideas/new").text
    assert "You have an unfinished idea." in page
