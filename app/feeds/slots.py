"""What feeds draw into other pages."""

from flask import render_template


def tab() -> str:
    """The way to one's channels, beside the other pages about oneself."""
    return render_template("feeds/channels/_tab.html")
