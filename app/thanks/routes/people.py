"""/thanks/people: whom one may mean while one types a name."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from app.core.access import reader
from app.core.fields import line
from app.people.mentions.queries import meant
from app.thanks.forms import LONGEST_NAME

bp = Blueprint("people", __name__, url_prefix="/people")


@bp.get("")
def index() -> ResponseReturnValue:
    words = line(request.args.get("who", ""))[:LONGEST_NAME]
    found = meant(words, reader()) if words else []
    return render_template("thanks/people/_found.html", found=found, chosen=None, words=words)
