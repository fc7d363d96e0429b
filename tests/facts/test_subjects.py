"""Subjects, as whoever works on any of them knows them."""

from app.core.db import db
from app.facts import subjects
from app.people.sight import Whoever


def test_whoever_sees_alike_is_told_alike(app):
    """A kind whose rows are somebody's own says whose; else the next reader is told of them."""
    for subject in subjects.registered():
        asked = subject.visible_to(Whoever(frozenset())).with_only_columns(subject.model.id)
        is_personal = "reader" in asked.compile(db.engine).params
        above = [one for one in subjects.registered() if one.theirs]
        assert not is_personal or subject.theirs or (subject.kind in {"comment", "tag"} and above)
