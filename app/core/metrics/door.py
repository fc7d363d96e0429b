"""/metrics: shut, but for whoever carries the token, or stands on this very machine."""

import hmac
from ipaddress import ip_address

from flask import Blueprint, Response, current_app, request
from flask.typing import ResponseReturnValue
from prometheus_client import CollectorRegistry, generate_latest

from app.core.access import public
from app.core.metrics.house import House
from app.core.metrics.processes import Processes

FORWARDED = ("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via")
CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"

bp = Blueprint("metrics", __name__)


@bp.get("/metrics")
@public
def show() -> ResponseReturnValue:
    """Nobody signs in for it, and whoever may not read it finds nothing."""
    if not _may_read():
        return Response(status=404)
    meters = current_app.extensions["metrics"]
    now = CollectorRegistry()
    now.register(House())
    now.register(Processes(is_shared=meters.folder is not None))
    return Response(
        generate_latest(meters.registry()) + generate_latest(now), content_type=CONTENT_TYPE
    )


def _may_read() -> bool:
    if token := current_app.config["METRICS_TOKEN"]:
        kind, _, given = request.headers.get("Authorization", "").partition(" ")
        return kind.lower() == "bearer" and hmac.compare_digest(given.encode(), token.encode())
    return not current_app.config["PROXIES"] and _is_from_here()


def _is_from_here() -> bool:
    """A proxy on this machine is here as well, and whoever stands behind it is not."""
    if any(name in request.headers for name in FORWARDED):
        return False
    try:
        return ip_address(request.remote_addr or "").is_loopback
    except ValueError:
        return False
