"""What the demo company draws into others’ pages: a way in for whoever is only looking."""

from flask import current_app, render_template, request

from app.core.i18n import gettext
from app.demo import queries
from app.demo.company import ACCOUNTS, PASSWORD


def ways_in() -> str:
    """One press for each account, and the password they share. Nothing unless in demo."""
    if not current_app.config["DEMO"]:
        return ""
    accounts = [
        {"email": row.email, "name": row.name, "role": gettext(ACCOUNTS[row.email])}
        for row in queries.accounts()
    ]
    if not accounts:
        return ""
    return render_template(
        "demo/_accounts.html",
        accounts=accounts,
        password=PASSWORD,
        next=request.values.get("next", ""),  # judged where it is followed
    )
