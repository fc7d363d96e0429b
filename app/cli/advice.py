"""What an installation that can serve still lacks before real people come. For `flask check`."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from flask import current_app

from app.core import worker
from app.core.outbox import State, queries
from app.survey import keys
from app.survey import queries as waves

NEARBY = {"localhost", "127.0.0.1", "::1", "0.0.0.0"}  # where nobody else's browser leads


def lacking() -> Iterator[str]:
    """A sentence for each thing, with what to do about it."""
    yield from _of_the_door()
    yield from _of_letters()
    yield from _of_the_worker()
    yield from _of_the_survey()


def _of_the_door() -> Iterator[str]:
    config = current_app.config
    if not config["PRODUCTION"]:
        yield "PRODUCTION is not 1: it insists on a key and on names, and refuses demo accounts."
    if not config["TLS"]:
        yield "TLS is not 1: cookies travel in the clear, and no browser insists on HTTPS."
    elif not config["PROXIES"]:
        yield (
            "PROXIES is 0 though TLS is 1: whatever ends TLS in front of us is not believed when"
            " it says who asks. Set PROXIES to how many proxies there are."
        )
    if not config["METRICS_TOKEN"]:
        yield "METRICS_TOKEN is not set: /metrics is read on this machine alone, or by nobody."


def _of_letters() -> Iterator[str]:
    config, site = current_app.config, urlsplit(current_app.config["SITE_URL"])
    if site.scheme != "https" or site.hostname in NEARBY:
        yield f"Letters would lead to {config['SITE_URL']}: set SITE_URL to https://…"
    if not config["SMTP_URL"]:
        yield f"SMTP_URL is not set: letters are files in {config['MAIL']}, and reach nobody."


def _of_the_worker() -> Iterator[str]:
    if not worker.alive():
        yield (
            "No worker has had a pulse for two minutes, so nothing is sent: `flask serve` starts"
            " one unless WORKER=0, then start `flask worker`."
        )
    errands = queries.count_by_state()
    if parked := errands[State.PARKED]:
        yield f"Errands that failed for good: {parked}. An administrator sees why."
    if held := errands[State.HELD]:
        yield f"Errands held since a restore: {held}. `flask outbox release` lets them go."


def _of_the_survey() -> Iterator[str]:
    """Whether the keys of open waves are where they must be, and nowhere else."""
    named = {row.key_name for row in waves.keyed(*waves.UNCOUNTED)}
    for name in sorted(named):
        lacking = ", ".join(map(str, keys.lacking(name)))
        if not keys.is_there(name):
            yield (
                f"The key of the open survey, {name}, is not in {lacking}. Nobody can answer, and"
                " what was answered cannot be counted: bring that folder back before it closes."
            )
        elif lacking:
            yield f"The key of the open survey, {name}, is not in {lacking}: copy it there."
    if strays := ", ".join(map(str, keys.strays(named))):
        yield (
            f"Keys of no survey that is open here: {strays}. With one of them and an old backup"
            " one can tell who answered what. Delete them, unless you will go back to before a"
            " restore."
        )
    for folder in keys.folders():
        if folder.exists() and folder.stat().st_mode & 0o077:
            yield f"Others may look into {folder}, where the keys of surveys lie: `chmod 700` it."
        yield from _copied_along(folder)


def _copied_along(folder: Path) -> Iterator[str]:
    for name in ("STORAGE", "BACKUPS", "MAIL"):
        if folder.resolve().is_relative_to(Path(current_app.config[name]).resolve()):
            yield f"SURVEY_KEYS, {folder}, lies within {name}, which is copied: set it to another."
