"""Every page of the house by its endpoint, where it is found in the demo company, and by whom."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle, product

from sqlalchemy import select

from app.blog.models import Author, Post
from app.conversation.models import Comment
from app.core import clock
from app.core.db import db, writing
from app.core.outbox import Errand, State
from app.drafts.models import Draft
from app.imports.models import Found, Import, Line, Outcome
from app.people import queries as people
from app.people import sessions
from app.people.models import AddressChange, Location, Person, Proposal, Role, Unit
from tests.factories.arrivals import keep_table

ROLES = ("empleado", "embajador", "gobierno", "escucha", "rrhh", "admin")
GOVERNANCE, ADMIN, KEEPERS, STRANGER = ("gobierno",), ("admin",), ("gobierno", "admin"), ("",)

WIDTHS, DARKNESS, LANGUAGES = (320, 390, 768, 1280), (True, False), ("es", "eu", "en", "pt")


@dataclass(frozen=True)
class Page:
    endpoint: str
    path: str  # with {places} that are filled with the demo company's
    roles: tuple[str, ...] = ROLES
    status: int = 200


PAGES = [
    Page("home.home.index", "/"),
    Page("home.accessibility.show", "/accessibility", (*ROLES, "")),
    Page("home.patterns.index", "/patterns"),
    Page("activity.stream.index", "/activity"),
    Page("admin.overview.index", "/admin", (*KEEPERS, "rrhh")),
    Page("admin.people.index", "/admin/people", KEEPERS),
    Page("admin.people.index", "/admin/people?q=nobody-is-called-this", KEEPERS),
    Page("admin.people.new", "/admin/people/new", ADMIN),
    Page("admin.people.show", "/admin/people/{person}", (*KEEPERS, "embajador")),
    Page("admin.people.edit", "/admin/people/{person}/edit", ADMIN),
    Page("admin.roles.show", "/admin/people/{person}/roles/ambassador", ("embajador", "gobierno")),
    Page("admin.proposals.index", "/admin/roles", ("rrhh", "escucha", "admin")),
    Page("audit.entries.index", "/admin/audit", ADMIN),
    Page("audit.entries.index", "/admin/audit?q=nobody-is-called-this&since=soon", ADMIN),
    Page("admin.units.index", "/admin/units?open={unit}", ADMIN),
    Page("admin.units.index", "/admin/units?q=oficina", ADMIN),
    Page("admin.units.index", "/admin/units?state=closed", ADMIN),
    Page("admin.units.show", "/admin/units/{unit}", ADMIN),
    Page("admin.units.show", "/admin/units/{merged}", ADMIN),
    Page("admin.units.new", "/admin/units/new?within={unit}", ADMIN),
    Page("admin.units.edit", "/admin/units/{unit}/edit", ADMIN),
    Page("admin.unit_place.edit", "/admin/units/{unit}/place/edit", ADMIN),
    Page("admin.unit_merging.new", "/admin/units/{unit}/merging/new", ADMIN),
    Page("admin.unit_merging.new", "/admin/units/{merged}/merging/new?to={unit}", ADMIN),
    Page("admin.unit_closure.new", "/admin/units/{unit}/closure/new", ADMIN),
    Page("admin.locations.index", "/admin/locations", ADMIN),
    Page("admin.locations.show", "/admin/locations/{location}", ADMIN),
    Page("admin.location_merging.new", "/admin/locations/{location}/merging/new?to={place}", ADMIN),
    Page("admin.outbox.index", "/admin/outbox", ADMIN),
    Page("admin.outbox.index", "/admin/outbox?state=waiting", ADMIN),
    Page("admin.jobs.index", "/admin/jobs", ADMIN),
    Page("admin.settings.index", "/admin/settings", ADMIN),
    Page("attachments.pictures.new", "/pictures/new"),
    Page("blog.posts.index", "/blog"),
    Page("blog.posts.index", "/blog?tag=nothing-is-called-this"),
    Page("blog.posts.show", "/blog/{post}"),
    Page("blog.posts.show", "/blog/{withdrawn}", GOVERNANCE),
    Page("blog.posts.new", "/blog/new"),
    Page("blog.posts.edit", "/blog/{post}/edit", GOVERNANCE),
    Page("blog.drafts.index", "/blog/drafts"),
    Page("conversation.comments.index", "/conversation/post/{post}/comments"),
    Page("conversation.comments.edit", "/conversation/comments/{comment}/edit", ("embajador",)),
    Page("conversation.replies.new", "/conversation/comments/{comment}/replies/new"),
    Page("imports.imports.index", "/imports", KEEPERS),
    Page("imports.imports.new", "/imports/new", KEEPERS),
    Page("imports.imports.show", "/imports/{import}", KEEPERS),
    Page("imports.imports.new", "/imports/new?kind=people", ("admin",)),
    Page("imports.imports.show", "/imports/{table}", ("admin",)),
    Page("people.profiles.index", "/people"),
    Page("people.profiles.show", "/people/{person}"),
    Page("people.profile.edit", "/account/profile/edit"),
    Page("people.picture.edit", "/account/picture"),
    Page("people.preferences.edit", "/account/preferences"),
    Page("people.address.edit", "/account/address"),
    Page("people.password.edit", "/account/password"),
    Page("people.sessions.index", "/account/sessions"),
    Page("people.confirmation.new", "/sign-in/again"),
    Page("people.sign_in.new", "/sign-in", STRANGER),
    Page("people.sign_in.new", "/blog/{post}", STRANGER),
    Page("people.forgotten.new", "/password/forgotten", STRANGER),
    Page("people.forgotten.show", "/password/forgotten/sent", STRANGER),
    Page("people.reset.edit", "/password/{reset}", STRANGER),
    Page("people.reset.edit", "/password/nothing", STRANGER, status=410),
    Page("people.reset.edit", "/password/{used}", STRANGER, status=410),
    Page("people.invitation.edit", "/invitation/{invitation}", STRANGER),
    Page("people.address_link.edit", "/address/{new_address}", STRANGER),
    Page("people.address_link.edit", "/address/{old_address}", STRANGER),
    Page("people.address_link.edit", "/address/{one_yes}", STRANGER),
    Page("people.address_link.edit", "/address/{done}", STRANGER),
    Page("blog.posts.show", "/blog/2147483646", status=404),
    Page("blog.posts.edit", "/blog/{post}/edit", ("empleado",), status=403),
]

# What is asked for with GET and is no page: files, answers for machines, ways to elsewhere.
NO_PAGES = {
    "admin.people_export.show",
    "admin.settings.show",
    "attachments.pictures.show",
    "attachments.pictures.small",
    "audit.export.show",
    "blog.export.show",
    "conversation.comments.show",
    "conversation.replies.index",
    "health.alive",
    "health.ready",
    "metrics.show",
    "imports.report.show",
    "people.address_link.show",
    "people.invitation.show",
    "people.picture.show",
    "people.profile.show",
    "people.reset.show",
    "static",
}
ONLY_IN_AN_EMPTY_HOUSE = {"people.first_run.new"}


def furnish() -> dict[str, int]:
    """What the demo company lacks for a walk through every page; and where things are."""
    with writing():
        governance = people.by_email("gobierno@demo.test")
        leire = people.by_email("embajador@demo.test")
        said = db.session.scalars(
            select(Comment)
            .where(Comment.author_id == leire.id, Comment.subject_kind == "post")
            .order_by(Comment.id)
        ).first()
        withdrawn = db.session.scalars(
            select(Post).join(Author).where(Author.person_id != governance.id).order_by(Post.id)
        ).first()
        withdrawn.withdraw(by=governance)
        for role in ROLES:
            writer = people.by_email(f"{role}@demo.test")
            Draft.begin("post", {"title": ["Media idea"], "text": ["Sonó el teléfono"]}, by=writer)
        lines = [
            Line(place=f"posts/{outcome}.md", title=outcome.title(), outcome=outcome)
            for outcome in Outcome
        ]
        brought = Import.read("blog", "blog-de-antes.zip", Found.of(lines), by=governance)
        unit = db.session.scalars(select(Unit).where(Unit.parent_id.is_not(None))).first()
        merged = Unit.open("Sucursales de antes", unit.office, by=None)
        db.session.flush()
        merged.merge(unit, by=None)
        location, place = db.session.scalars(select(Location).order_by(Location.id).limit(2))
        db.session.add(
            Errand(
                kind="people.reset",
                key="reset:7:walk",
                payload={"person": 7},
                state=State.PARKED,
                attempts=8,
                reason="ConnectionRefusedError: nobody answers",
                ended_at=clock.now(),
            )
        )
        admin = people.by_email("admin@demo.test")
        table = keep_table(admin)
        Proposal.make(people.by_email("empleado@demo.test"), Role.HR, by=admin)
        Proposal.make(leire, Role.LISTENER, by=admin).decline(by=governance)
        db.session.flush()
        return {
            "table": table.id,
            "unit": unit.id,
            "merged": merged.id,
            "location": location.id,
            "place": place.id,
            "post": said.subject_id,
            "withdrawn": withdrawn.id,
            "comment": said.id,
            "import": brought.id,
            "person": leire.id,
            **letters(leire, by=governance),
        }


def letters(person: Person, *, by: Person) -> dict[str, str]:
    """Links of every kind, in every state, by tokens that are easy to remember."""
    maren = Person.join("Maren Etxebarria", "maren@demo.test", by=by)
    done = AddressChange.ask(maren, "maren@otra.test", by=by, asks_old=False)
    done.agree(done.links[0])
    wanted = AddressChange.ask(person, "leire@otra.test", by=person, asks_old=True)
    other = people.by_email("escucha@demo.test")
    half = AddressChange.ask(other, "escucha@otra.test", by=other, asks_old=True)
    half.agree(half.links[0])
    links = {
        "invitation": maren.invite(by=by),
        "reset": person.offer_reset(by=None),
        "used": person.offer_reset(by=None),
        "new_address": wanted.links[0],
        "old_address": wanted.links[1],
        "one_yes": half.links[0],
        "done": done.links[0],
    }
    links["used"].use()
    for name, link in links.items():
        link.seal(sessions.digest(name))
    return {name: name for name in links}


def combinations(page: Page, nth: int) -> Iterator[dict]:
    """On a phone in the dark and on a desk in the light, and once more, in turn, otherwise."""
    languages, roles = cycle(LANGUAGES), cycle(page.roles)
    for _ in range(nth):
        next(languages)
        next(roles)
    shapes = [
        (390, True),
        (1280, False),
        ((320, False), (768, True), (320, True), (768, False))[nth % 4],
    ]
    for width, dark in shapes:
        yield {"role": next(roles), "language": next(languages), "width": width, "dark": dark}


def everything(page: Page) -> Iterator[dict]:
    """Each is opened once, and then turned through every width and light."""
    for role, language in product(page.roles, LANGUAGES):
        yield {"role": role, "language": language}
