"""The commands of `flask`, one file per noun."""

from app.cli.audit import audit
from app.cli.blog import blog
from app.cli.check import check
from app.cli.demo import demo
from app.cli.people import people
from app.cli.places import places
from app.cli.serve import serve

COMMANDS = (audit, blog, check, demo, people, places, serve)
