"""For whoever watches over the servers: is the process alive, and can it do its work?"""

import shutil
from pathlib import Path

from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Blueprint, current_app
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import SQLAlchemyError

from app.core.access import public
from app.core.db import db
from app.core.outbox import queries

ROOM = 100 * 1024 * 1024  # bytes of disk below which we say we are not ready

bp = Blueprint("health", __name__)


@bp.get("/healthz")
@public
def alive() -> ResponseReturnValue:
    """The process answers; nothing else is asked, so that a slow database restarts nobody."""
    return {"alive": True}


@bp.get("/readyz")
@public
def ready() -> ResponseReturnValue:
    """The outbox's lag is told and closes no door: pages are served while letters wait."""
    checks = {"database": _database(), "disk": _disk()}
    lag = round(queries.lag()) if checks["database"] else None
    return checks | {"outbox_lag": lag}, 200 if all(checks.values()) else 503


def _database() -> bool:
    """It answers, and is at the migration this code was written for."""
    try:
        here = MigrationContext.configure(db.session.connection()).get_current_heads()
    except SQLAlchemyError:
        return False
    folder = Config()
    folder.set_main_option("script_location", current_app.config["MIGRATIONS"])
    return set(here) == set(ScriptDirectory.from_config(folder).get_heads())


def _disk() -> bool:
    folder = Path(current_app.config["STORAGE"])
    return shutil.disk_usage(folder if folder.exists() else folder.parent).free > ROOM
