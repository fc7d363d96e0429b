"""Marked words in hidden places, and everybody else looking for them everywhere."""

import io
import json
import zipfile
from datetime import timedelta

import pytest
from flask import url_for
from sqlalchemy import select

from app.ambassadors.models import HelpRequest, Nomination
from app.blog.models import PostState
from app.core import clock, outbox
from app.core.db import Base, db, writing
from app.core.storage import storage
from app.events.models import Event
from app.facts import subjects
from app.feeds.models import Channel
from app.following.models import Following
from app.imports.models import Found, Import, Line, Outcome
from app.initiatives.models import Initiative
from app.notifications.models import Delivery, Notification
from app.people import sessions
from app.people.models import AddressChange, Person
from app.survey.models import Wave
from tests.factories import (
    edit,
    leave,
    make_case,
    make_comment,
    make_draft,
    make_idea,
    make_person,
    make_picture,
    make_post,
    make_space,
    propose,
    remove_comment,
    withdraw,
    withdraw_idea,
)
from tests.factories.ambassadors import (
    answer_help,
    ask_for_help,
    decline,
    make_mandate,
    nominate,
)
from tests.factories.events import answer as answer_event
from tests.factories.events import date_of, make_event
from tests.factories.ideas import write_note
from tests.factories.initiatives import (
    ask_change,
    make_initiative,
    tell_change,
    with_milestone,
    with_update,
)
from tests.factories.survey import answer, close_wave, draft_wave, open_wave
from tests.factories.thanks import hide_thanks, make_thanks, put_away, withdraw_thanks
from tests.scene import ROLES, Scene, words
from tests.walk import TABLE

MARK = "zirimiri"  # in every hidden word, and nowhere else in the house

NOBODY, GOVERNANCE, HR = frozenset(), frozenset({"governance"}), frozenset({"hr"})
HIDDEN = {  # where, and who else may find it
    "draft-title": NOBODY,
    "draft-text": NOBODY,
    "draft-of-an-edit": NOBODY,
    "withdrawn-title": GOVERNANCE,
    "withdrawn-text": GOVERNANCE,
    "withdrawn-tag": GOVERNANCE,
    "withdrawn-cover": GOVERNANCE,
    "comment-on-withdrawn": GOVERNANCE,
    "scheduled-title": NOBODY,
    "scheduled-tag": NOBODY,
    "submitted-title": NOBODY,
    "said-before": GOVERNANCE,
    "proposed-text": NOBODY,
    "removed-comment": NOBODY,
    "unused-picture": NOBODY,
    "import-name": frozenset({"admin"}),
    "import-line": frozenset({"admin"}),
    "pending-address": frozenset({"admin"}),
    "token": NOBODY,
    "report-words": GOVERNANCE,
    "withdrawn-idea-title": GOVERNANCE,
    "withdrawn-idea-text": GOVERNANCE,
    "internal-note": GOVERNANCE,
    "nomination-why": GOVERNANCE,
    "nomination-refusal": GOVERNANCE,
    "help-need": GOVERNANCE,
    "help-answer": GOVERNANCE,
    "help-taken-back": GOVERNANCE,
    "hidden-event-title": GOVERNANCE,
    "hidden-event-text": GOVERNANCE,
    "hidden-event-place": GOVERNANCE,
    "hidden-event-tag": GOVERNANCE,
    "hidden-event-cover": GOVERNANCE,
    "comment-on-hidden-event": GOVERNANCE,
    "withdrawn-initiative-title": GOVERNANCE,
    "withdrawn-initiative-text": GOVERNANCE,
    "withdrawn-initiative-result": GOVERNANCE,
    "withdrawn-initiative-milestone": GOVERNANCE,
    "withdrawn-initiative-update": GOVERNANCE,
    "withdrawn-initiative-change": GOVERNANCE,
    "return-reason": GOVERNANCE,
    "hidden-thanks": GOVERNANCE,
    "comment-on-hidden-thanks": GOVERNANCE,
    "thanks-put-away": GOVERNANCE,
    "comment-on-thanks-put-away": GOVERNANCE,
    "withdrawn-thanks": NOBODY,
    "wave-draft-name": HR,
    "wave-draft-item": HR,
    "remark-counted": HR,
    "remark-sealed": NOBODY,
    # What stands in a closed space is its members': no role goes round it.
    "hidden-space-name": NOBODY,
    "hidden-space-about": NOBODY,
    "hidden-space-title": NOBODY,
    "hidden-space-text": NOBODY,
    "hidden-space-tag": NOBODY,
    "hidden-space-cover": NOBODY,
    "hidden-space-comment": NOBODY,
    "hidden-space-event": NOBODY,
    "hidden-space-event-text": NOBODY,
    "hidden-space-event-place": NOBODY,
    "hidden-space-event-cover": NOBODY,
    "members-space-title": NOBODY,
    "members-space-text": NOBODY,
    "members-space-tag": NOBODY,
    "members-space-cover": NOBODY,
    "members-space-comment": NOBODY,
    "members-space-event": NOBODY,
    "members-space-event-text": NOBODY,
    "members-space-event-place": NOBODY,
    "members-space-event-cover": NOBODY,
    "left-space-title": NOBODY,
    "left-space-text": NOBODY,
    "left-space-tag": NOBODY,
    "left-space-cover": NOBODY,
    "left-space-comment": NOBODY,
    "left-space-event": NOBODY,
    "left-space-event-text": NOBODY,
    "left-space-event-place": NOBODY,
    "left-space-event-cover": NOBODY,
}
# Every kind of thing, and one of it that is hidden above; None where everybody sees all of them.
KINDS = {
    "case": "report-words",
    "change": "withdrawn-initiative-change",
    "comment": "comment-on-withdrawn",
    "editorial": None,
    "event": "hidden-event-title",
    "help": "help-need",
    "idea": "withdrawn-idea-title",
    "import": "import-name",
    "initiative": "withdrawn-initiative-title",
    "location": None,
    "mandate": None,
    "nomination": "nomination-refusal",
    "occurrence": "hidden-event-title",
    "person": None,
    "post": "withdrawn-title",
    "setting": None,
    "space": "hidden-space-name",
    "tag": "withdrawn-tag",
    "term": None,
    "thanks": "thanks-put-away",
    "unit": None,
    "wave": "wave-draft-name",
}
OF_WAVES = {place for place in HIDDEN if place.startswith(("wave", "remark"))}
NOT_FOR_ITS_OWNER = OF_WAVES | {
    "removed-comment",
    "unused-picture",
    "token",
    "report-words",
    "internal-note",
    "withdrawn-thanks",
}
SHOWN_TO_ITS_OWNER = set(HIDDEN) - NOT_FOR_ITS_OWNER


def word(place):
    return f"{MARK}{place.replace('-', '')}"


@pytest.fixture
def scene(app):
    """Everything hidden is the owner's; beside it stands what everybody may see."""
    storage().put("faces/" + "f" * 32, b"a face")
    scene = Scene()
    owner = scene.owner
    open_post = make_post(owner, title="Everybody reads this")
    begun = make_draft(owner, title=word("draft-title"), text=word("draft-text"))
    edited = make_draft(owner, about=open_post.id, text=word("draft-of-an-edit"))

    hidden = make_post(
        owner,
        title=word("withdrawn-title"),
        text=word("withdrawn-text"),
        tags=[word("withdrawn-tag")],
        cover=make_picture(owner, alt=word("withdrawn-cover")),
    )
    said = make_comment(word("comment-on-withdrawn"), on=hidden, by=owner)
    withdraw(hidden, owner)

    due = clock.now() + timedelta(days=3)
    late = make_post(owner, title=word("scheduled-title"), tags=[word("scheduled-tag")], due=due)
    room = make_space(owner, needs_approval=True)
    sent = make_post(owner, title=word("submitted-title"), space=room, state=PostState.SUBMITTED)
    better = make_post(owner, title="It stands", text=word("said-before"), space=room)
    edit(better, owner, title="It stands", text="Something else.")
    propose(better, owner, text=word("proposed-text"))

    removed = make_comment(word("removed-comment"), on=open_post, by=owner)
    make_comment("An answer that stays", on=open_post, by=scene.chief, answering=removed)
    remove_comment(removed, on=open_post, by=owner)
    make_picture(owner, alt=word("unused-picture"))
    idea = make_idea(owner, title=word("withdrawn-idea-title"), problem=word("withdrawn-idea-text"))
    withdraw_idea(idea, by=owner)
    worked_on = make_idea(owner, title="They look into it")
    write_note(worked_on, scene.chief, word("internal-note"))
    event, date, on_event = _hidden_event(owner)
    thanks = _unseen_thanks(scene)
    of_ambassadors = _ambassadors(scene)
    case = make_case(open_post, by=scene.chief, words=word("report-words"))
    number = owner.id
    with writing():
        line = Line(place=word("import-line"), outcome=Outcome.REFUSED, title=word("import-line"))
        brought = Import.read(
            "blog", word("import-name"), Found.of([line]), by=db.session.get_one(Person, number)
        )

        mover = db.session.get_one(Person, number)
        address = f"{word('pending-address')}@example.com"
        AddressChange.ask(mover, address, by=mover, asks_old=True)
        mover.offer_reset(by=None).seal(sessions.digest(word("token")))

    waves = _waves(scene)
    spaces = [_space(scene, "hidden"), _space(scene, "members"), _space(scene, "left")]
    outbox.drain()
    leave_all(scene, spaces[2])

    scene.open, scene.drafts = open_post.id, {begun.id, edited.id}
    scene.numbers = {
        hidden.id,
        open_post.id,
        said.id,
        removed.id,
        brought.id,
        number,
        case,
        idea.id,
        worked_on.id,
        event,
        date,
        on_event,
        *_initiatives(scene),
    }
    scene.numbers |= waves | thanks | of_ambassadors
    scene.numbers |= scene.drafts | {late.id, sent.id, better.id}
    for space in spaces:
        scene.numbers |= {space.id, *space.inside}
    scene.spaces = spaces
    return scene


def _hidden_event(owner):
    """An event that was hidden after all had heard of it: it, its date, and what was said of it."""
    event = make_event(
        owner,
        title=word("hidden-event-title"),
        text=word("hidden-event-text"),
        place=word("hidden-event-place"),
        tags=[word("hidden-event-tag")],
        cover=make_picture(owner, alt=word("hidden-event-cover")).key,
        cover_alt=word("hidden-event-cover"),
    )
    number, date = event.id, date_of(event).id
    said = make_comment(word("comment-on-hidden-event"), on=event, by=owner)
    with writing():
        db.session.get_one(Event, number).hide(by=None)
    return number, date, said.id


def _initiatives(scene):
    """One that was withdrawn after all had heard of it, with what it changed; and one that was sent
    back, which everybody reads but for the reason.
    """
    owner = scene.owner
    gone = make_initiative(
        owner,
        title=word("withdrawn-initiative-title"),
        text=word("withdrawn-initiative-text"),
        result=word("withdrawn-initiative-result"),
    )
    with_milestone(gone, word("withdrawn-initiative-milestone"))
    with_update(gone, word("withdrawn-initiative-update"), by=owner)
    change = ask_change(gone)
    tell_change(change, word("withdrawn-initiative-change"), by=owner)
    returned = make_initiative(owner, title="Sent back")
    with writing():
        db.session.get_one(Initiative, gone.id).withdraw(by=owner)
        chief = db.session.get_one(Person, scene.chief_number)
        db.session.get_one(Initiative, returned.id).send_back(word("return-reason"), by=chief)
    return {gone.id, change.id, returned.id}


def _unseen_thanks(scene):
    """Of the owner to the chief, after all had heard of them: one was hidden after a report, one
    put away by the chief, one withdrawn.
    """
    numbers = set()
    for place, then in (
        ("hidden-thanks", hide_thanks),
        ("thanks-put-away", put_away),
        ("withdrawn-thanks", withdraw_thanks),
    ):
        thanks = make_thanks(scene.owner, scene.chief, text=f"They stayed: {word(place)}")
        if f"comment-on-{place}" in HIDDEN:
            make_comment(word(f"comment-on-{place}"), on=thanks, by=scene.owner)
        numbers.add(thanks.id)
        outbox.drain()
        then(thanks)
    return numbers


def _ambassadors(scene):
    """Somebody whom the owner put forward in vain; and what they asked an ambassador for."""
    declined = nominate(make_person("Izaro"), by=scene.owner, why=word("nomination-why")).id
    decline(db.session.get_one(Nomination, declined), scene.chief, word("nomination-refusal"))
    whom = make_mandate(by=scene.chief).person_id
    asked = ask_for_help(scene.owner, f"How to do {word('help-need')}?", whom=whom).id
    answer_help(
        db.session.get_one(HelpRequest, asked),
        db.session.get_one(Person, whom),
        word("help-answer"),
    )
    gone = ask_for_help(scene.owner, f"No more {word('help-taken-back')}", whom=whom).id
    owner = scene.owner.id
    with writing():
        db.session.get_one(HelpRequest, gone).take_back(by=db.session.get_one(Person, owner))
    return {declined, asked, gone}


def _waves(scene):
    """One that is counted, one that is open, and a draft; the owner answered both."""
    crowd = [scene.owner, *(make_person() for _ in range(12))]
    closed = open_wave(by=scene.people["hr"])
    for person in crowd:
        answer(closed, person, remark=word("remark-counted"))
    close_wave(closed)
    opened = open_wave(name="Second", by=scene.people["hr"])
    for person in crowd:
        answer(opened, person, remark=word("remark-sealed"))
    said = {"es": word("wave-draft-item"), "en": word("wave-draft-item")}
    draft = draft_wave(name=word("wave-draft-name"))
    number = draft.id
    with writing():
        db.session.get_one(Wave, number).items[0].asks = said
    return {closed.id, opened.id, number}


def _space(scene, name):
    """A closed space of the owner's. In the one that is `left` everybody is, follows it, and is
    told of what is published in it, before they go.
    """
    owner, is_left = scene.owner, name == "left"
    visibility = "members" if name == "members" else "hidden"
    others = [one for who, one in scene.people.items() if who != "owner"]
    space = make_space(
        owner,
        visibility=visibility,
        name=word("hidden-space-name") if name == "hidden" else f"The {name} room",
        members=others if is_left else [],
        about_html=word("hidden-space-about") if name == "hidden" else "",
    )
    if is_left:
        with writing():
            for one in others:
                Following.follow("space", space.id, by=db.session.get_one(Person, one.id))
    cover = make_picture(owner, alt=word(f"{name}-space-cover"))
    post = make_post(
        owner,
        title=word(f"{name}-space-title"),
        text=word(f"{name}-space-text"),
        tags=[word(f"{name}-space-tag")],
        cover=cover,
        space=space,
    )
    said = make_comment(word(f"{name}-space-comment"), on=post, by=owner)
    event = make_event(
        owner,
        title=word(f"{name}-space-event"),
        text=word(f"{name}-space-event-text"),
        place=word(f"{name}-space-event-place"),
        cover=make_picture(owner, alt=word(f"{name}-space-event-cover")).key,
        cover_alt=word(f"{name}-space-event-cover"),
        space=space.id,
    )
    date = date_of(event)
    for one in scene.people.values() if is_left else [owner]:
        answer_event(date, one)  # whoever goes keeps no seat in sight
    space.inside = (post.id, said.id, event.id, date.id)
    return space


def leave_all(scene, space):
    for who, one in scene.people.items():
        if who != "owner":
            leave(space, one)


def everything(answer):
    """Words and headers of an answer, and of every file in it; less what one asked for oneself."""
    said = [answer.data]
    if answer.mimetype == "application/zip":
        with zipfile.ZipFile(io.BytesIO(answer.data)) as archive:
            said = [
                part for name in archive.namelist() for part in (name.encode(), archive.read(name))
            ]
    asked = answer.request.query_string.decode().rpartition("=")[2]
    found = b" ".join(said).decode("utf-8", "replace") + str(answer.headers)
    return found.replace(asked, "") if asked.startswith(MARK) else found


def addresses(scene):
    """Every page there is, at every number there may be, and the ways a list is narrowed."""
    doors = {row.endpoint for row in TABLE if row.method == "GET" and row.endpoint != "static"}
    for endpoint in sorted(doors):
        thing = next(row.thing for row in TABLE if row.endpoint == endpoint)
        address = scene.address(thing)
        for number in scene.numbers if "number" in address else [None]:
            yield url_for(endpoint, **address | ({"number": number} if number else {}))
    tag, owner = word("withdrawn-tag"), scene.owner.id
    yield from (f"/blog?tag={tag}", f"/blog?author={owner}", f"/people?q={MARK[:3]}")
    yield from (f"/search?q={word(place)}" for place in sorted(HIDDEN))
    yield from (f"/ideas/similar?title={word(place)}" for place in sorted(HIDDEN))
    yield from (f"/search?q={asked}" for asked in (MARK[:5], f"answer&tag={tag}"))
    yield f"/search?q=answer&author={owner}"
    yield from (f"/thanks?{how}={who}" for how in ("to", "by") for who in (owner, scene.chief.id))
    for space in scene.spaces:
        yield from (f"/blog?space={space.id}", f"/activity?space={space.id}")
        yield from (f"/spaces/new?within={space.id}", f"/blog/new?space={space.id}")
        yield f"/events/new?space={space.id}"
    yield from calendar(scene)
    yield from (f"/ambassadors/help?tab={tab}" for tab in ("mine", "asked", "waiting"))
    yield from (f"/ambassadors/nominations?tab={tab}" for tab in ("mine", "waiting", "decided"))
    yield from (f"/{place}?tag={word('left-space-tag')}" for place in ("blog", "search"))
    yield f"/spaces?q={MARK[:5]}"
    yield from (f"/blog/new?draft={number}" for number in scene.drafts)
    yield from (f"/blog/{scene.open}/edit?draft={number}" for number in scene.drafts)


def calendar(scene):
    """Each way the calendar is shown, of the day everything hidden is on, and narrowed."""
    on = (clock.now() + timedelta(days=1)).date()
    for view in ("month", "week", "day", "agenda"):
        page = f"/events?view={view}&on={on}"
        yield from (page, f"{page}&mine=1", f"{page}&category=giving-back")
        yield from (f"{page}&space={space.id}" for space in scene.spaces)
    yield from (f"/search?q={MARK[:5]}&kind={kind}" for kind in ("event", "occurrence"))


def test_every_kind_of_thing_is_walked():
    """Whoever adds one says which of it is hidden, and hides it above."""
    assert {subject.kind for subject in subjects.registered()} == set(KINDS)
    assert {place for place in KINDS.values() if place} <= set(HIDDEN)


# Roles add what one sees one by one: on a second database, no role and the one that sees most are
# enough to see that its statements say the same.
ON_EACH = {"employee", "governance"}
every_role = pytest.mark.parametrize(
    "role",
    [role if role in ON_EACH else pytest.param(role, marks=pytest.mark.alone) for role in ROLES],
)


@every_role
def test_nobody_else_finds_what_is_hidden(app, scene, role):
    client = app.test_client().sign_in(scene.people[role])
    hidden = {place for place in HIDDEN if role not in HIDDEN[place]}

    for path in list(addresses(scene)):
        for htmx in (False, True):
            said = everything(client.get(path, htmx=htmx, buffered=True))
            found = {place for place in hidden if word(place) in said}
            assert not found, f"{role} at {path}"


def test_its_owner_and_governance_do_find_it(app, scene):
    """Else the walk above would find nothing because there is nothing to be found."""
    paths = list(addresses(scene))
    clients = {who: app.test_client().sign_in(one) for who, one in scene.people.items()}
    for who, expected in {
        "owner": SHOWN_TO_ITS_OWNER,
        "governance": {place for place in HIDDEN if "governance" in HIDDEN[place]},
        "hr": OF_WAVES - {"remark-sealed"},
        "admin": {"import-name", "import-line", "pending-address"},
    }.items():
        seen = "".join(everything(clients[who].get(path, buffered=True)) for path in paths)
        assert {place for place in HIDDEN if word(place) in seen} == expected, who


def test_who_left_was_told_and_finds_nothing_of_it(app, scene):
    """Else the walk would find no old notification because nobody ever had one."""
    told = (
        select(Notification.person_id)
        .join(Delivery, Delivery.id == Notification.delivery_id)
        .where(Delivery.subject_kind == "post", Delivery.subject_id == scene.spaces[2].inside[0])
    )
    assert set(db.session.scalars(told)) == {
        one.id for who, one in scene.people.items() if who != "owner"
    }


@pytest.mark.parametrize("role", sorted(set(ROLES) - GOVERNANCE))
def test_a_hidden_tag_leads_to_what_no_tag_leads_to(app, scene, role):
    """What one asked for oneself comes back in the page, and nothing else of it."""
    client = app.test_client().sign_in(scene.people[role])
    hidden, absent = word("withdrawn-tag"), "neverwritten"

    found, nothing = client.get(f"/blog?tag={hidden}"), client.get(f"/blog?tag={absent}")

    assert words(found).replace(hidden, absent) == words(nothing)


def test_what_is_told_points_at_things_and_copies_no_words(app, scene):
    """Lines, deliveries and keys of forms hold numbers; words stay where they are."""
    holds = {  # words
        "posts",
        "post_revisions",
        "reports",
        "drafts",
        "comments",
        "event_occurrences",
        "events",
        "ideas",
        "idea_notes",
        "initiative_changes",
        "initiative_milestones",
        "initiative_updates",
        "initiatives",
        "pictures",
        "spaces",
        "survey_items",
        "survey_remarks",
        "survey_waves",
        "tags",
        "taggings",
        "thanks",
        "imports",
        "import_notes",
        "address_changes",
        "ambassador_help",
        "ambassador_nominations",
        "text_index",
        "text_index_trigrams",
        "text_index_words",
    }
    told = {}
    for table in Base.metadata.sorted_tables:
        for row in db.session.execute(select(table)):
            if MARK in json.dumps([str(value) for value in row]):
                told.setdefault(table.name, row)
    assert set(told) <= holds
    assert {"posts", "drafts", "comments", "pictures"} <= set(told)


@every_role
def test_nor_does_anybody_by_a_channel_of_their_own(app, scene, role):
    number = scene.people[role].id
    with writing():
        _, token = Channel.open("Reader", by=db.session.get_one(Person, number))
    places = ["all", f"tag/{word('withdrawn-tag')}"]
    places += [f"space/{number}" for number in scene.numbers]
    for place in places:
        said = everything(app.test_client().get(f"/feeds/{token}/{place}.atom"))
        found = {place for place in HIDDEN if role not in HIDDEN[place] and word(place) in said}
        assert not found, f"{role} at {place}"
