"""Thousands who came at once are put into the index afterwards, by the worker."""

from app.facts import on
from app.facts.people import PeopleImported, PeopleImportTakenBack
from app.search.rebuilding import want


@on(PeopleImported, PeopleImportTakenBack)
def put_them_in(fact: PeopleImported | PeopleImportTakenBack) -> None:
    want("person", key=f"search:{type(fact).__name__}:{fact.source.id}")
