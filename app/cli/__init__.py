"""The commands of `flask`, one file per noun."""

from app.cli import arrivals  # noqa: F401, more of `flask people`
from app.cli.audit import audit
from app.cli.backup import backup
from app.cli.blog import blog
from app.cli.check import check
from app.cli.demo import demo
from app.cli.outbox import outbox
from app.cli.people import people
from app.cli.places import places
from app.cli.restore import restore
from app.cli.serve import serve
from app.cli.worker import worker

COMMANDS = (audit, backup, blog, check, demo, outbox, people, places, restore, serve, worker)
