from app.catalogue.models import Kind, Term
from app.core.db import db, writing


def know_a_reason():
    """One of those every house begins with, by its migration: without it nothing is declined."""
    with writing():
        name = "No mejora la experiencia"
        slug = "no-mejora-la-experiencia"
        db.session.add(Term(kind=Kind.REASONS, slug=slug, position=1, name=name))
