"""The routes of feeds: the page of one's channels, and what is read through them."""

from flask import Blueprint

from app.feeds.routes import calendars, channels, reading

bp = Blueprint("feeds", __name__, url_prefix="/feeds")
for noun in (channels, reading, calendars):
    bp.register_blueprint(noun.bp)
