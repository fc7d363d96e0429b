"""The only place that sees the whole building: it builds the application and nothing else."""

from typing import Any

from flask import Flask
from flask_compress import Compress
from flask_migrate import Migrate
from flask_wtf import CSRFProtect
from jinja2 import StrictUndefined
from werkzeug.middleware.proxy_fix import ProxyFix

import app.activity.listeners
import app.admin.letters
import app.admin.listeners
import app.admin.subjects
import app.arrivals.errands
import app.arrivals.subjects
import app.attachments.listeners
import app.audit.listeners
import app.audit.sealing
import app.blog.subjects
import app.conversation.subjects
import app.imports.expiry
import app.imports.subjects
import app.notifications.listeners
import app.people.letters.errands
import app.people.listeners
import app.people.subjects  # noqa: F401
from app.activity.routes import bp as activity
from app.admin import doors, waiting
from app.admin import policy as admin_policy
from app.admin import slots as admin_slots
from app.admin.routes import bp as admin
from app.arrivals import slots as arrivals_slots
from app.attachments.routes import bp as attachments
from app.audit import policy as audit_policy
from app.audit.routes import bp as audit
from app.blog import policy as blog_policy
from app.blog import slots as blog_slots
from app.blog.routes import bp as blog
from app.cli import COMMANDS
from app.conversation import policy as conversation_policy
from app.conversation import slots as conversation_slots
from app.conversation.routes import bp as conversation
from app.core import (
    access,
    assets,
    errors,
    fragments,
    frame,
    freshness,
    headers,
    health,
    hypermedia,
    i18n,
    limits,
    logs,
    markdown,
    metrics,
    navigation,
    queue,
    sentences,
    slots,
    storage,
)
from app.core.db import db
from app.core.doorstep import Doorstep
from app.core.house import House
from app.core.i18n import N_
from app.demo import slots as demo_slots
from app.drafts.routes import bp as drafts
from app.facts import addresses
from app.home.routes import bp as home
from app.imports import policy as imports_policy
from app.imports.routes import bp as imports
from app.people import passwords
from app.people import policy as people_policy
from app.people import queries as people_queries
from app.people import slots as people_slots
from app.people.models import Stranger
from app.people.routes import bp as people
from app.people.staying import still
from config import Config, refuse_to_start


def create_app(config: Any = Config) -> Flask:
    app = House(__name__)
    app.config.from_object(config)
    refuse_to_start(app.config)

    metrics.init_app(app)
    logs.init_app(app)
    storage.init_app(app)
    limits.init_app(app)
    db.init_app(app)
    queue.init_app(app)
    Migrate(app, db, directory=app.config["MIGRATIONS"], render_as_batch=True)
    i18n.init_app(app)
    sentences.init_app(app)
    CSRFProtect(app)
    access.init_app(
        app, reader=people_queries.reader, person=people_queries.person, stranger=Stranger
    )
    passwords.init_app(app)
    freshness.init_app(app)
    headers.init_app(app)
    Compress(app)
    hypermedia.init_app(app)
    navigation.init_app(app)
    fragments.init_app(app)
    frame.init_app(app)
    errors.init_app(app, moved=addresses.leads_to)

    for blueprint in (
        health.bp,
        metrics.bp,
        activity,
        admin,
        attachments,
        audit,
        blog,
        conversation,
        drafts,
        home,
        imports,
        people,
    ):
        app.register_blueprint(blueprint)
    furnish()
    for command in COMMANDS:
        app.cli.add_command(command)
    assets.init_app(app)
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.globals.update(
        can=access.Can(
            admin=admin_policy,
            blog=blog_policy,
            conversation=conversation_policy,
            people=people_policy,
        ),
        reader=access.reader_of_page,
        safe=markdown.safe,
        slot=slots.slot,
    )
    with app.app_context():
        Doorstep(app, still(db.engine))
    if app.config["PROXIES"]:
        trusted = app.config["PROXIES"]
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=trusted, x_proto=trusted, x_host=trusted)  # type: ignore[method-assign]
    return app


def furnish() -> None:
    """Where one may go, what one may make, and what features draw into others' pages."""
    navigation.add(
        navigation.Entry(label=N_("Home"), endpoint="home.home.index", icon="home", order=0)
    )
    navigation.add(
        navigation.Entry(label=N_("Blog"), endpoint="blog.posts.index", icon="article", order=20)
    )
    navigation.add(
        navigation.Entry(
            label=N_("People"), endpoint="people.profiles.index", icon="users", order=80
        )
    )
    navigation.add(
        navigation.Entry(
            label=N_("Administration"),
            short=N_("Admin"),
            beside=("audit", "imports"),
            endpoint="admin.overview.index",
            icon="settings",
            order=95,
            allowed=admin_policy.enter,
        )
    )
    doors.add(
        doors.Door(
            label=N_("Units"),
            hint=N_("How the house is divided, and how many work where."),
            endpoint="admin.units.index",
            icon="list",
            allowed=admin_policy.arrange,
            order=40,
        )
    )
    doors.add(
        doors.Door(
            label=N_("Accounts and roles"),
            hint=N_("Who may come in, and what each of them is trusted with."),
            endpoint="admin.people.index",
            icon="users",
            allowed=people_policy.look_after,
            order=10,
        )
    )
    doors.add(
        doors.Door(
            label=N_("Locations"),
            hint=N_("The places where people work, and what they are called."),
            endpoint="admin.locations.index",
            icon="map-pin",
            allowed=admin_policy.arrange,
            order=45,
        )
    )
    doors.add(
        doors.Door(
            label=N_("Settings"),
            hint=N_("What the house lets you choose, and who chose it last."),
            endpoint="admin.settings.index",
            icon="settings",
            allowed=admin_policy.arrange,
            order=80,
        )
    )
    doors.add(
        doors.Door(
            label=N_("Outbox"),
            hint=N_("What waits to be sent, what could not be, and who sends it."),
            endpoint="admin.outbox.index",
            icon="mail",
            allowed=admin_policy.arrange,
            waiting=waiting.parked,
            order=85,
        )
    )
    doors.add(
        doors.Door(
            label=N_("Jobs"),
            hint=N_("What is done by the clock, and how it went."),
            endpoint="admin.jobs.index",
            icon="clock",
            allowed=admin_policy.arrange,
            waiting=waiting.failed,
            order=90,
        )
    )
    doors.add(
        doors.Door(
            label=N_("Roles that take two"),
            hint=N_("Who is proposed for HR or the listening team, and who agrees."),
            endpoint="admin.proposals.index",
            icon="heart-handshake",
            allowed=admin_policy.join_in,
            waiting=waiting.proposals,
            order=15,
        )
    )
    doors.add(
        doors.Door(
            label=N_("Imports"),
            hint=N_("What came from files, and what became of each of them."),
            endpoint="imports.imports.index",
            icon="upload",
            allowed=imports_policy.begin,
            order=70,
        )
    )
    doors.add(
        doors.Door(
            label=N_("Audit"),
            hint=N_("Who did what, and when. Nobody can change it."),
            endpoint="audit.entries.index",
            icon="history",
            allowed=audit_policy.read,
            order=90,
        )
    )
    navigation.create(
        navigation.Entry(
            label=N_("A blog post"), endpoint="blog.posts.new", icon="pencil", order=20, key="b"
        )
    )
    navigation.create(
        navigation.Entry(
            label=N_("Something from files"),
            endpoint="imports.imports.new",
            icon="upload",
            order=90,
            allowed=imports_policy.begin,
        )
    )
    slots.fill("home.aside", blog_slots.talk)
    slots.fill("admin.person.actions", people_slots.letters_to)
    slots.fill("home.aside", people_slots.new_faces)
    slots.fill("home.lead", blog_slots.latest)
    slots.fill("home.next", blog_slots.unfinished)
    slots.fill("imports.actions", arrivals_slots.taking_out)
    slots.fill("admin.people.actions", arrivals_slots.many_at_once)
    slots.fill("imports.actions", blog_slots.taking_out)
    slots.fill("person.actions", admin_slots.way_to_the_account)
    slots.fill("person.sections", blog_slots.written_by)
    slots.fill("talk.form", conversation_slots.form)
    slots.fill("thing.foot", conversation_slots.comments)
    slots.fill("thing.reactions", conversation_slots.reactions)
    slots.fill("sign_in.foot", demo_slots.ways_in)
