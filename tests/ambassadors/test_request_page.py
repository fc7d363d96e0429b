"""What the page of a request shows of what was written, and of what it is about."""

from app.catalogue import merging
from app.catalogue.models import Term
from app.core.db import db, writing
from app.people.models import Person
from tests.factories.ambassadors import ask_for_help, nominate
from tests.factories.catalogue import make_term


def test_a_touchpoint_that_was_merged_speaks_as_what_it_became(client, nerea, rosa):
    old, now, by = make_term("Urgencias de ayer").id, make_term("Urgencias").id, nerea.id
    number = ask_for_help(rosa, term_id=old).id
    with writing():
        one, into = (db.session.get_one(Term, term) for term in (old, now))
        merging.merge(one, into, by=db.session.get_one(Person, by))
    page = client.sign_in(rosa).get(f"/ambassadors/help/{number}").text
    assert ">Urgencias</a>" in page and f"term={now}" in page and "de ayer" not in page


def test_paragraphs_stay_apart(client, ane, nerea, rosa):
    need = ask_for_help(rosa, need="The first line.\n\nThe second line.").id
    why = nominate(ane, by=rosa, why="They listen.\n\nThey speak.").id
    client.sign_in(rosa)
    for page, text in (
        (f"/ambassadors/help/{need}", "The first line.\n\nThe second line."),
        (f"/ambassadors/nominations/{why}", "They listen.\n\nThey speak."),
    ):
        before = client.get(page).text.partition(f">{text}<")[0]
        assert "as-written" in before.rpartition("<p")[2]
