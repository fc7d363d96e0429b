"""What happens in a space is told to those who see into it, and to nobody who no longer does."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core import outbox
from app.core.db import db, writing
from app.following import queries as following
from app.following.models import Following
from app.notifications.models import Channel, Delivery, Kind, Notification, Wish
from app.people.models import Person
from app.spaces.models import Joining, Space, Visibility
from tests.factories import make_comment, make_person, make_post
from tests.factories.spaces import leave, make_space
from tests.notifications.test_expansion import follow, told
from tests.notifications.test_pages import unread


def enter(space, person):
    with writing():
        db.session.get_one(Space, space.id).join(by=db.session.get_one(Person, person.id))


def test_members_follow_their_space_and_hear_of_its_posts(ane, jon, nerea):
    space = make_space(ane)
    enter(space, jon)

    make_post(author=ane, space=space)

    assert told("PostPublished") == [("Jon", "followed")]
    assert following.standing(nerea.id, "space", space.id) == (False, False)


def test_who_follows_a_tag_does_not_hear_of_a_post_in_a_space_they_are_not_in(ane, jon, nerea):
    space = make_space(ane, visibility=Visibility.HIDDEN)
    enter(space, jon)
    for person in (jon, nerea):  # governance goes round nothing
        follow(person, "person", ane.id)

    make_post(author=ane, space=space)

    assert told("PostPublished") == [("Jon", "followed")]


def test_who_leaves_loses_what_they_were_told_and_hears_no_more(client, ane, jon):
    space = make_space(ane, visibility=Visibility.HIDDEN)
    enter(space, jon)
    post = make_post(author=ane, space=space, title="Among us")
    make_comment(f"[@Jon](/people/{jon.id})", on=post, by=ane)
    told()
    client.sign_in(jon)
    assert "Among us" in client.get("/notifications").text and unread(jon) > 0

    leave(space, jon)

    assert unread(jon) == 0, "before any worker came"
    page = client.get("/notifications").text
    assert "Among us" not in page and 'class="ring"' not in page
    make_comment(f"[@Jon](/people/{jon.id})", on=post, by=ane)
    outbox.drain()
    assert unread(jon) == 0


def test_a_space_that_closes_its_doors_silences_those_outside(ane, jon):
    space = make_space(ane)
    follow(jon, "person", ane.id)
    make_post(author=ane, space=space)
    assert told("PostPublished") == [("Jon", "followed")]
    with writing():
        db.session.get_one(Space, space.id).show_to(
            Visibility.MEMBERS, Joining.REQUEST, below=(), by=db.session.get_one(Person, ane.id)
        )
    outbox.drain()

    assert unread(jon) == 0


def test_whoever_runs_a_space_hears_who_asks_and_they_hear_the_answer(client, ane, jon):
    space = make_space(ane, visibility=Visibility.MEMBERS, joining=Joining.REQUEST, name="Ours")
    with writing():
        db.session.get_one(Space, space.id).be_asked(
            "Please", by=db.session.get_one(Person, jon.id)
        )
    assert told("JoinRequested") == [("Ane", "approval")]

    with writing():
        db.session.get_one(Space, space.id).invite(
            db.session.get_one(Person, jon.id), by=db.session.get_one(Person, ane.id)
        )
    assert told("PersonInvitedToSpace") == [("Jon", "approval")]
    page = client.sign_in(jon).get("/notifications").text
    assert "invites you to the space" in page and "Ours" in page

    with writing():
        db.session.get_one(Space, space.id).take_invitation_back(
            db.session.get_one(Person, jon.id), by=db.session.get_one(Person, ane.id)
        )
    assert told("PersonInvitedToSpace") == []


WAYS = st.sampled_from(["", "person", "space", "tag", "mention", "member"])
PEOPLE = st.lists(
    st.fixed_dictionaries(
        {
            "ways": st.sets(WAYS, max_size=5),
            "muted": st.sets(st.sampled_from(["person", "space", "post"]), max_size=1),
            "wishes": st.sets(st.sampled_from([Kind.MENTION, Kind.FOLLOWED]), max_size=2),
            "closed": st.booleans(),
        }
    ),
    min_size=1,
    max_size=4,
)


@settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(people=PEOPLE, visibility=st.sampled_from([None, *Visibility]))
def test_nobody_is_told_twice_or_what_they_may_not_see_and_muted_is_muted(app, people, visibility):
    """As a few lines of plain Python say it."""
    ane = make_person("Author")
    space = visibility and make_space(ane, visibility=visibility)
    everybody = [make_person(f"P{number}") for number in range(len(people))]
    expected = {}
    mentions = ""
    for person, like in zip(everybody, people, strict=True):
        ways = like["ways"]
        if "member" in ways and space:
            enter(space, person)
        if "person" in ways:
            follow(person, "person", ane.id)
        if "space" in ways and space:
            follow(person, "space", space.id)
        if "mention" in ways:
            mentions += f"[@P](/people/{person.id}) "
        with writing():
            me = db.session.get_one(Person, person.id)
            for kind in like["wishes"]:
                Wish.make(kind, Channel.NONE, by=me)
            if "person" in like["muted"]:
                Following.mute("person", ane.id, by=me)
            if "space" in like["muted"] and space:
                Following.mute("space", space.id, by=me)
        sees = space is None or visibility is Visibility.PUBLIC or "member" in ways
        follows = "person" in ways or (space is not None and bool({"space", "member"} & ways))
        reasons = [
            kind
            for kind, has in ((Kind.MENTION, "mention" in ways), (Kind.FOLLOWED, follows))
            if has and kind not in like["wishes"]
        ]
        is_muted = "person" in like["muted"] or ("space" in like["muted"] and space is not None)
        if reasons and sees and not is_muted and not like["closed"]:
            expected[person.id] = reasons[0]
        if like["closed"]:
            with writing():
                db.session.get_one(Person, person.id).disable(by=None)
    post = make_post(author=ane, text=mentions or "Nobody.", space=space)
    outbox.drain()
    db.session.rollback()

    rows = (
        db.session.query(Notification.person_id, Notification.kind)
        .join(Delivery, Delivery.id == Notification.delivery_id)
        .filter(Delivery.fact == "PostPublished", Delivery.subject_id == post.id)
    ).all()
    assert len(rows) == len({row.person_id for row in rows})
    assert {row.person_id: row.kind for row in rows} == expected
