"""The only place that sees the whole building: it builds the application and nothing else."""

from typing import Any

from flask import Flask
from flask_compress import Compress
from flask_migrate import Migrate
from flask_wtf import CSRFProtect
from jinja2 import StrictUndefined
from werkzeug.middleware.proxy_fix import ProxyFix

from app.activity.routes import bp as activity
from app.admin import policy as admin_policy
from app.admin.routes import bp as admin
from app.ambassadors import policy as ambassadors_policy
from app.ambassadors.routes import bp as ambassadors
from app.attachments.routes import bp as attachments
from app.audit.routes import bp as audit
from app.blog import policy as blog_policy
from app.blog.routes import bp as blog
from app.catalogue import policy as catalogue_policy
from app.catalogue.categories import category_of
from app.catalogue.routes import bp as catalogue
from app.cli import COMMANDS
from app.committee import policy as committee_policy
from app.committee.routes import bp as committee
from app.conversation import policy as conversation_policy
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
from app.core.db import db, leave
from app.core.doorstep import Doorstep
from app.core.house import House
from app.drafts.routes import bp as drafts
from app.events import policy as events_policy
from app.events.routes import bp as events
from app.facts import addresses
from app.feeds.routes import bp as feeds
from app.following.routes import bp as following
from app.furnishing import furnish
from app.home.routes import bp as home
from app.ideas import policy as ideas_policy
from app.ideas import wording as ideas_wording
from app.ideas.routes import bp as ideas
from app.ideas.routes.unsubscribing import bp as ideas_unsubscribing
from app.imports.routes import bp as imports
from app.initiatives import policy as initiatives_policy
from app.initiatives.routes import bp as initiatives
from app.moderation.routes import bp as moderation
from app.notifications.routes import bp as notifications
from app.notifications.routes.unsubscribing import bp as unsubscribing
from app.outcomes.routes import bp as outcomes
from app.people import passwords
from app.people import policy as people_policy
from app.people import queries as people_queries
from app.people.models import Stranger
from app.people.routes import bp as people
from app.people.staying import still
from app.programme import policy as programme_policy
from app.programme.routes import bp as programme
from app.search.routes import bp as search
from app.spaces import policy as spaces_policy
from app.spaces.routes import bp as spaces
from app.survey import policy as survey_policy
from app.survey.routes import bp as survey
from app.thanks import policy as thanks_policy
from app.thanks.routes import bp as thanks
from app.threads.routes import bp as threads
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
    app.teardown_request(leave)
    queue.init_app(app)
    Migrate(app, db, directory=app.config["MIGRATIONS"], render_as_batch=True)
    i18n.init_app(app)
    sentences.init_app(app)
    csrf = CSRFProtect(app)
    for bp in (unsubscribing, ideas_unsubscribing):
        csrf.exempt(bp)  # a mail program posts there, with no form of ours
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
        ambassadors,
        attachments,
        audit,
        blog,
        catalogue,
        committee,
        conversation,
        drafts,
        events,
        feeds,
        following,
        home,
        ideas,
        imports,
        initiatives,
        notifications,
        outcomes,
        people,
        moderation,
        programme,
        search,
        spaces,
        survey,
        thanks,
        threads,
    ):
        app.register_blueprint(blueprint)
    furnish()
    for command in COMMANDS:
        app.cli.add_command(command)
    assets.init_app(app)
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.lstrip_blocks = True  # the indentation of what templates decide weighs on a phone
    app.jinja_env.globals.update(
        age_of=ideas_wording.age_of,
        can=access.Can(
            admin=admin_policy,
            ambassadors=ambassadors_policy,
            blog=blog_policy,
            catalogue=catalogue_policy,
            committee=committee_policy,
            conversation=conversation_policy,
            events=events_policy,
            ideas=ideas_policy,
            initiatives=initiatives_policy,
            people=people_policy,
            programme=programme_policy,
            spaces=spaces_policy,
            survey=survey_policy,
            thanks=thanks_policy,
        ),
        reader=access.reader_of_page,
        category_of=category_of,
        safe=markdown.safe,
        slot=slots.slot,
        verdict_of=ideas_wording.verdict_of,
    )
    with app.app_context():
        Doorstep(app, still(db.engine))
    if app.config["PROXIES"]:
        trusted = app.config["PROXIES"]
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=trusted, x_proto=trusted, x_host=trusted)  # type: ignore[method-assign]
    return app
