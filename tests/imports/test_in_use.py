"""What a table brought in and somebody uses elsewhere stays when the table is taken back."""

from tests.arrivals.driving import take_back
from tests.factories import make_idea
from tests.factories.committee import make_sitting
from tests.factories.threads import tie
from tests.ideas.driving import brought, ideas, table


def test_what_is_tied_or_on_an_agenda_stays(client, nerea, ane):
    client.sign_in(nerea)
    rows = ("On an agenda;;Text", "Tied;;Text", "Used by nobody;;Text")
    number = brought(client, table(*rows))
    found = ideas()
    make_sitting(nerea, found["On an agenda"])
    tie(found["Tied"], make_idea(ane), by=nerea, beside=True)
    take_back(client, number)
    assert {"On an agenda", "Tied"} < set(ideas()) and "Used by nobody" not in ideas()
