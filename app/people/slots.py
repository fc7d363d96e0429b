"""What people draw into other pages."""

from flask import render_template

from app.people import queries


def new_faces() -> str:
    """Who has joined lately, so that somebody says hello."""
    return render_template("people/home/_new_faces.html", faces=queries.newest())
