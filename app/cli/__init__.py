"""The commands of `flask`, one file per noun."""

from app.cli.backup import backup
from app.cli.blog import blog
from app.cli.check import check
from app.cli.demo import demo
from app.cli.people import people
from app.cli.places import places
from app.cli.restore import restore
from app.cli.serve import serve

COMMANDS = (backup, blog, check, demo, people, places, restore, serve)
