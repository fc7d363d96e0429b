"""/programme/coverage/table: all the units of the coverage, as a file. It names nobody."""

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from app.core.access import authorize
from app.core.tables import download
from app.programme import covering, policy
from app.programme.exporter import coverage_table

bp = Blueprint("coverage_table", __name__, url_prefix="/coverage/table")


@bp.get("")
def show() -> ResponseReturnValue:
    """As `?as=csv` or `?as=xlsx`; with `?missing=1` only where something is."""
    authorize(policy.read_coverage)
    tree, found = covering.coverage()
    is_missing = request.args.get("missing") == "1"
    lines = covering.lacking(tree, found) if is_missing else list(found.values())
    rows = list(coverage_table(lines))
    return download(rows, name="coverage", kind=request.args.get("as", "csv"))
