"""`flask serve`: whatever a start needs, the first or the hundredth, and then the server.

One process imports the application and prepares the database, then gunicorn forks it: memory is
shared, and nothing is imported twice. Ctrl-C and SIGTERM let every request finish; a second
Ctrl-C does not wait.
"""

import gc
import socket
import time

import click
from flask import current_app

from app.cli import start
from app.core.db import db
from app.core.i18n import gettext
from app.demo import PASSWORD, plant
from app.demo import queries as visitors
from app.demo.company import ACCOUNTS
from app.people import founding, queries


@click.command()
def serve() -> None:
    """Prepare whatever is missing, and serve until Ctrl-C."""
    from app.cli.server import Server  # gunicorn is nobody else's burden

    app = current_app._get_current_object()  # type: ignore[attr-defined]
    door = open_door(app.config["HOST"], app.config["PORT"])
    prepare()
    words = greeting(door)

    db.session.remove()
    db.engine.dispose()  # a connection must not be shared by two processes
    gc.collect()
    gc.freeze()  # what was imported is here to stay: collections need not look at it
    Server(app, door, words).run()


def open_door(host: str, port: int) -> socket.socket:
    """A socket at the address, before any work is done. Raises CannotStart if it is taken."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        door = socket.socket(family, kind, protocol)
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        door.bind(address)
        return door
    except OSError as error:
        raise start.CannotStart(
            f"Nobody can listen at {host}:{port}: {error.strerror}."
            f" Name another port, such as PORT={port + 1 if port else 8001}, or another HOST."
        ) from None


def prepare() -> None:
    start.occupy()
    start.check_storage()
    if start.bring_database_up_to_date():
        click.echo(f"The database is up to date: {start.where()}")
    start.check_no_demo_in_production()
    if current_app.config["DEMO"] and not queries.is_anybody_here():
        click.echo("Planting the demo company …")
        began = time.perf_counter()
        plant()
        click.echo(f"It lives: {time.perf_counter() - began:.1f} s. (DEMO=0 starts empty.)")


def greeting(door: socket.socket) -> str:
    """Where to go, and with what: said when the server is ready."""
    host, port = door.getsockname()[:2]
    lines = ["", f"WOWista is at http://{f'[{host}]' if ':' in host else host}:{port}", ""]
    accounts = visitors.accounts() if current_app.config["DEMO"] else []
    for account in accounts:
        role = gettext(ACCOUNTS[account.email])
        lines.append(f"  {account.email:<22} {account.name} ({role})")
    if accounts:
        lines += ["", f"  The password of them all: {PASSWORD}", ""]
    elif not queries.is_anybody_here():
        lines.append("  Nobody is here yet: whoever comes first becomes its administrator.")
        if current_app.config["PRODUCTION"]:
            lines.append(f"  They will be asked for this setup key: {founding.setup_key()}")
        lines.append("")
    return "\n".join([*lines, "Ctrl-C stops it."])
