"""The demo company lives as people would have lived."""

import re

import pytest
from sqlalchemy import func, select

from app import demo
from app.activity.models import Line
from app.ambassadors.models import HelpRequest, HelpState, Mandate, Nomination
from app.ambassadors.models import Outcome as NominationOutcome
from app.blog.models import Author, Post
from app.catalogue.categories import Category
from app.catalogue.models import Tag
from app.committee.models import Item, Sitting
from app.conversation.models import Comment, Reaction
from app.core import clock, settings
from app.core.db import Base, db, writing
from app.core.discretion import tells
from app.core.storage import storage
from app.demo.colleagues import everybody
from app.demo.company import ACCOUNTS, colleagues, events, facts, initiatives
from app.demo.company import thanks as told_thanks
from app.events.models import (
    Answer,
    Attendance,
    Event,
    Feedback,
    Minutes,
    Occurrence,
    Organiser,
    Seat,
)
from app.facts.thanks import HABITS
from app.ideas.models import Evaluator, Idea, Note, Step, StepKind, Support, Verdict
from app.initiatives.models import (
    Change,
    Initiative,
    Milestone,
    Outcome,
    Review,
    Teammate,
    Update,
)
from app.notifications.models import Delivery
from app.people import passwords, queries, spoken
from app.people.models import Location, Person, Role, Unit
from app.spaces.models import Invitation, JoinRequest, Space
from app.thanks.models import Thanks
from app.threads.models import Tie
from tests import append_only
from tests.demo.reasons import know_a_reason

pytestmark = pytest.mark.alone  # the same verbs as everybody's, which are asked twice elsewhere


@pytest.fixture(scope="module")
def company(building):
    """Planted once for this file, whose tests only look."""
    with building.test_request_context():
        know_a_reason()
        assert demo.plant()
        yield building
        db.session.rollback()
        with writing(), append_only.opened():
            for table in reversed(Base.metadata.sorted_tables):
                if table.name != "data_version":
                    db.session.execute(table.delete())


def count(model):
    return db.session.scalar(select(func.count()).select_from(model))


def count_of(condition):
    return db.session.scalar(select(func.count()).where(condition))


def roles():
    return {
        person.email.split("@")[0]: person.roles
        for person in db.session.scalars(select(Person).where(Person.email.in_(list(ACCOUNTS))))
    }


def test_the_whole_company_is_here(company):
    assert count(Person) == len(facts()["people"]) + len(everybody(colleagues())) >= 260
    assert {"Bilbao", "Ordizia"} < set(db.session.scalars(select(Location.name)))
    assert settings.get("company") == "Zaindu Salud"
    languages = [post.language for post in db.session.scalars(select(Post))]
    assert {code: languages.count(code) for code in ("es", "eu", "en", "pt")} == {
        "es": 18,
        "eu": 2,
        "en": 1,
        "pt": 1,
    }
    assert count(Comment) >= 40 and count(Reaction) >= 100 and count(Tag) >= 15


def test_units_are_a_tree_with_one_root(company):
    parents = dict(db.session.execute(select(Unit.name, Unit.parent_id)).all())
    numbers = dict(db.session.execute(select(Unit.name, Unit.id)).all())

    assert [name for name, parent in parents.items() if parent is None] == ["Grupo"]
    assert parents["Jurídico"] == numbers["Servicios centrales"]
    assert parents["Call Center"] == numbers["Grupo"]


def test_every_account_has_the_role_it_is_offered_with(company):
    assert roles() == {
        "empleado": frozenset(),
        "embajador": {Role.AMBASSADOR},
        "gobierno": {Role.GOVERNANCE},
        "escucha": {Role.LISTENER},
        "rrhh": {Role.HR},
        "admin": {Role.ADMIN},
    }


def test_everybody_has_said_who_they_are(company):
    begona = queries.by_email("begona.lasarte@demo.test")
    assert (begona.name, begona.sort_name) == ("Begoña Lasarte Muñoz", "begona lasarte munoz")
    assert queries.by_email("escucha@demo.test").speaks == "es eu"
    others = everybody(colleagues())
    for person in db.session.scalars(select(Person)):
        assert person.job and person.unit and person.location, person.name
        assert person.helps_with or person.email in {one["email"] for one in others}
        assert set(person.speaks.split()) <= set(spoken.CODES) and person.speaks


def test_one_password_opens_every_account_and_would_be_taken_from_anybody(company):
    for person in db.session.scalars(select(Person)).all()[:6]:
        assert passwords.matches(person.password_hash, demo.PASSWORD)
        assert passwords.why_not(demo.PASSWORD, name=person.name, email=person.email) is None
    assert len(set(db.session.scalars(select(Person.password_hash)))) == 1  # hashed once


def test_it_was_planted_by_verbs_so_everybody_who_listens_has_heard(company):
    lines = dict(db.session.execute(select(Line.fact, func.count()).group_by(Line.fact)).all())

    assert lines["PersonJoined"] == count(Person)
    published = count(Post) - 3  # one waits for its day, and two for somebody to look at them
    assert lines["PostPublished"] == published
    assert lines["CommentWritten"] == count(Comment)
    told = {"AuthorAdded": 1, "ConfirmationAsked": 1}
    assert {fact: lines.get(fact) for fact in told} == {"AuthorAdded": None, "ConfirmationAsked": 1}
    told_of_a_hiding = 1  # whose comment was hidden
    sponsors = count_of(Support.is_sponsor)
    of_spaces = {"JoinRequested": 1, "PersonInvitedToSpace": 10, "ManagerNamed": 3}
    of_reviews = {"PostSubmitted": 2, "PostReturned": 1}
    heard = published + count(Comment) + count(Reaction) + sum(told.values())
    heard += sum(of_spaces.values()) + sum(of_reviews.values())
    heard += told_of_a_hiding
    at_the_table = count_of(Item.step_id.is_not(None))
    of_ideas = {
        "IdeaSubmitted": count(Idea),
        "IdeaSupported": count(Support) - sponsors,
        "IdeaSponsored": sponsors,
        "IdeaDecided": count_of(Step.kind == StepKind.DECIDED) - at_the_table,
        "IdeaDecisionTold": at_the_table,
        "InformationAsked": count_of(Step.kind == StepKind.ASKED),
        "IdeaMerged": count_of(Step.kind == StepKind.MERGED),
        "OwnerNamed": count_of(Step.kind == StepKind.OWNED),
        "EvaluatorAsked": count(Evaluator),
        "NoteWritten": count(Note),
        "IdeaAnswered": count_of(Step.kind == StepKind.ANSWERED),
    }
    of_waves = {"WaveOpened": 2, "WaveClosed": 1, "WavePublished": 1}
    told = dict(
        db.session.execute(select(Delivery.fact, func.count()).group_by(Delivery.fact)).all()
    )
    of_events = {
        "EventAnnounced": count(Event),
        "EventCancelled": count_of(Event.cancelled_at.is_not(None)),
        "OrganiserNamed": count(Organiser) - count(Event),
        "SeatAsked": count_of(Answer.seat == Seat.ASKED),
        "MinutesWritten": count(Minutes),
    }
    of_initiatives = {
        "InitiativeLogged": count(Initiative),
        "TeammateNamed": count(Teammate),
        "MilestoneReached": count_of(Milestone.reached_at.is_not(None)),
        "UpdateWritten": count(Update),
        "ChangeAsked": count(Change),
        "ChangeTold": count_of(Change.told_at.is_not(None)),
        "InitiativeConfirmed": count_of(Initiative.review == Review.CONFIRMED),
        "InitiativeReturned": count_of(Initiative.review == Review.RETURNED),
    }
    of_ambassadors = {
        "Nominated": count(Nomination),
        "AmbassadorNamed": count_of(Nomination.outcome == NominationOutcome.NAMED),
        "FarewellSaid": count_of(Mandate.farewell != ""),
        "HelpAsked": count(HelpRequest),
        "HelpTaken": 1,
        "HelpAnswered": 1,
    }
    every = of_ideas | of_waves | of_events | of_initiatives | of_ambassadors
    held = count_of(Sitting.closed_at.is_not(None))
    every |= {"Thanked": count(Thanks), "SittingOpened": held, "SittingClosed": held}
    assert {fact: told.get(fact) for fact in every} == every
    assert count(Delivery) == heard + sum(every.values())


def test_what_happened_stands_in_the_order_it_happened_and_nothing_is_still_to_come(company):
    moments = db.session.scalars(select(Line.created_at).order_by(Line.id)).all()
    assert moments == sorted(moments)
    assert moments[-1] < clock.now()
    assert (moments[-1] - moments[0]).days > 40

    for table in (Comment, Reaction, Post, Person, Delivery):
        assert db.session.scalar(select(func.max(table.created_at))) < clock.now()


def test_answers_stand_under_what_they_answer(company):
    answers = db.session.scalars(select(Comment).where(Comment.parent_id.is_not(None))).all()
    assert len(answers) >= 15
    for answer in answers:
        asked = db.session.get_one(Comment, answer.parent_id)
        assert (asked.subject_id, asked.created_at < answer.created_at) == (answer.subject_id, True)


def test_every_post_is_a_page_with_paragraphs_and_nothing_left_of_its_markdown(company):
    seen = set()
    for post in db.session.scalars(select(Post)):
        seen |= set(re.findall(r"<(\w+)", post.html))
        assert post.html.count("<p>") >= 3 and post.excerpt and 120 <= post.words <= 500, post.title
        assert not re.search(r"\*\*|^#|\[.*\]\(|\| --", re.sub("<[^>]+>", "", post.html), re.M)
        assert db.session.get_one(Author, (post.id, 0)).person_id
    assert {"h2", "ul", "ol", "blockquote", "table", "strong", "em"} <= seen


def test_half_of_those_who_talk_show_their_face(company):
    keys = db.session.scalars(select(Person.picture).where(Person.picture.is_not(None))).all()
    assert len(keys) >= len(facts()["people"]) / 3
    for key in keys:
        assert storage().read(f"faces/{key}").startswith(b"RIFF")


def test_every_cover_is_described_and_anybody_who_reads_the_post_sees_it(company):
    salma = queries.by_email("empleado@demo.test")
    posts = db.session.scalars(select(Post).where(Post.cover_id.is_not(None))).all()
    open_to_all = [post for post in posts if post.space is None or post.space.is_public]
    keys = [post.cover.key for post in open_to_all]

    assert len(posts) == 9 and all(post.cover.alt for post in posts) and len(keys) >= 7
    client = company.test_client().sign_in(salma)
    for key in keys:
        for path in (f"/pictures/{key}", f"/pictures/{key}/small"):
            answer = client.get(path)
            assert (answer.status_code, answer.mimetype) == (200, "image/webp")


def test_ideas_have_come_as_far_as_an_idea_comes(company):
    """Every verdict, one that lacks something, one merged and three together; the thread of one
    begins at what somebody wrote.
    """
    verdicts = dict(
        db.session.execute(select(Idea.verdict, func.count()).group_by(Idea.verdict)).all()
    )
    assert set(verdicts) == set(Verdict) and sum(verdicts.values()) >= 18
    assert count_of(Idea.asked_at.is_not(None)) == 1
    assert count_of(Idea.merged_into_id.is_not(None)) == 1
    assert count_of(Idea.group_id.is_not(None)) == 3
    assert "idea" in {row.to_kind for row in db.session.scalars(select(Tie))}


def test_rooms_are_open_shut_and_hidden_and_somebody_is_at_the_door(company):
    seen = {space.name: space.visibility.value for space in db.session.scalars(select(Space))}
    assert sorted(seen.values()) == ["hidden", "members", "members", "public", "public", "public"]
    assert count(JoinRequest) == 1 and count(Invitation) == 1
    assert db.session.scalar(select(func.count(Post.id)).where(Post.space_id.is_not(None))) == 10


def test_one_post_waits_for_whoever_runs_its_space_and_one_was_given_back(company):
    states = {post.state.value for post in db.session.scalars(select(Post))}
    assert {"submitted", "returned"} <= states
    room = db.session.scalar(select(Space).where(Space.needs_approval))
    waiting = db.session.scalars(select(Post).where(Post.space_id == room.id)).all()
    assert sorted(post.state.value for post in waiting) == ["returned", "submitted"]
    assert all(not post.is_by(number) for post in waiting for number in room.run_by)


def test_initiatives_end_the_line_that_ideas_began(company):
    assert count(Initiative) == len(initiatives())
    told = {one.outcome for one in db.session.query(Change)}
    assert told == {None, Outcome.CHANGED, Outcome.PARTLY, Outcome.TOO_EARLY}
    assert {one.review for one in db.session.query(Initiative)} == set(Review)
    ties = {(tie.from_kind, tie.to_kind) for tie in db.session.query(Tie)}
    assert {("idea", "initiative"), ("initiative", "change")} <= ties


def test_a_quarter_of_events_is_there(company):
    assert count(Event) == len(events()) < count(Occurrence)  # there is a series
    assert {one.category for one in db.session.query(Event)} == set(Category)
    assert count_of(Event.is_all_day) and count_of(Event.cancelled_at.is_not(None))
    ahead = count_of(Occurrence.starts_at > clock.now())
    assert ahead >= 8 and count(Occurrence) - ahead >= 4


def test_somebody_waits_for_a_seat_somebody_asks_for_one_and_many_come(company):
    seats = {one.seat for one in db.session.query(Answer)}
    assert seats == {Seat.GOING, Seat.WAITING, Seat.ASKED, Seat.NONE}
    assert count_of(Answer.seat == Seat.GOING) > 60


def test_who_was_there_was_counted_and_said_how_it_was(company):
    assert count(Minutes) >= 2 and count(Attendance) >= 15
    most = select(func.count()).select_from(Feedback).group_by(Feedback.occurrence_id)
    assert max(db.session.scalars(most)) >= 5  # enough for something to be told


def test_people_thank_one_another_for_each_of_the_habits(company):
    assert count(Thanks) == len(told_thanks()) >= 14
    assert count_of(Thanks.language == "eu") >= 2 and count_of(Thanks.put_away_at.is_not(None)) == 1
    assert len(set(db.session.scalars(select(Thanks.habit_id)))) == len(HABITS)
    assert not any(tells(thanks.text) for thanks in db.session.scalars(select(Thanks)))


def test_ambassadors_are_in_office_and_one_was_said_goodbye_to(company):
    assert count_of(Mandate.ended_on.is_(None)) == 5 and count_of(Mandate.farewell != "") == 1
    assert count_of(Nomination.outcome == NominationOutcome.OPEN) == 1
    assert {one.state for one in db.session.query(HelpRequest)} == {
        HelpState.ASKED,
        HelpState.TAKEN,
        HelpState.ANSWERED,
    }
    assert all(one.asked_id for one in db.session.query(HelpRequest))
