"""What an installation that can serve still lacks before real people come. For `flask check`."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from flask import current_app

from app.core import worker
from app.core.outbox import State, queries

NEARBY = {"localhost", "127.0.0.1", "::1", "0.0.0.0"}  # where nobody else's browser leads


def lacking() -> Iterator[str]:
    """A sentence for each thing, with what to do about it."""
    yield from _of_the_door()
    yield from _of_letters()
    yield from _of_the_worker()


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
