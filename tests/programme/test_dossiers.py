"""What one person did, and what was done in a unit; and what of it its reader may see."""

from datetime import date, datetime, timedelta

import pytest

from app.core import clock
from app.core.calendar import today
from app.initiatives.models import Review, Standing
from app.programme.queries import PAGE
from tests.factories import make_idea, make_person, make_space, make_unit
from tests.factories.ambassadors import serve
from tests.factories.programme import change, hold, make_initiative, sponsor, tell
from tests.programme.pages import table, words


@pytest.fixture
def unit(app, jon):
    unit = make_unit("Offices")
    change(jon, unit_id=unit.id)
    return unit


def dossier(client, person, year=2025):
    return client.get(f"/programme/people/{person.id}?year={year}")


def test_a_dossier_tells_what_somebody_did_year_by_year(client, jon, ane):
    hold(jon, title="The potluck", came=2)
    hold(ane, title="With a friend", organisers=[jon], reached=30)
    hold(jon, starts=datetime(2023, 5, 5, 10), taken=1)
    mine = make_initiative(jon, title="Journey mapping", hours=10, result="Two calls fewer.")
    make_initiative(ane, title="Helped", team=[jon], reached=5)
    make_initiative(ane, title="Not theirs")
    tell(mine, summary="They call once.")
    sponsor(make_idea(title="A letter"), jon)

    said = words(dossier(client.sign_in(jon), jon).text)

    for title in ("The potluck", "With a friend", "Journey mapping", "Helped", "Two calls fewer."):
        assert title in said
    assert "They call once." in said and "A letter" in said and "Not theirs" not in said
    assert "Dates held 2 0 1" in said
    assert "Initiatives begun 2 0 0" in said
    assert "Hours 12 0 1" in said
    assert "People reached 37 0 1" in said
    assert "Changes told 1 0 0" in said
    assert "Sponsored ideas 1 0 0" in said
    assert "The potluck" not in dossier(client, jon, 2024).text


def test_figures_of_a_dossier_lead_to_what_is_behind_them(client, jon, ane, nerea, unit):
    hold(jon, title="The potluck", starts=datetime(2024, 5, 5, 10))
    tell(make_initiative(ane, title="Helped", team=[jon], unit_id=unit.id))

    own = dossier(client.sign_in(jon), jon).text
    behind = f"/programme/people/{jon.id}?year=2024"
    assert f'href="{behind}#dates-title">1<' in own
    assert 'id="dates-title"' in (told := client.get(behind).text) and "The potluck" in told
    assert f'href="/programme/people/{jon.id}?year=2025#initiatives-title">1<' in own

    serve(jon, since=date(2025, 1, 1))
    page, narrowed = f"/programme/units/{unit.id}?year=2025", f"?year=2025&amp;unit={unit.id}"
    for_all = client.get(page).text
    assert f'<td class="n"><a href="/initiatives{narrowed}&amp;counted=1">1</a>' in for_all
    assert f'<td class="n"><a href="/programme/changes{narrowed}">1</a>' in for_all
    named = f'href="/programme/people{narrowed}">1<'
    assert named not in for_all and named in client.sign_in(nerea).get(page).text


def test_no_page_leads_to_a_year_that_no_address_may_ask_for(client, jon, nerea, unit):
    client.sign_in(nerea)
    pages = ("/programme", f"/programme/people/{jon.id}", f"/programme/units/{unit.id}")
    firsts = [client.get(f"{page}?year=2000").text for page in pages]
    assert ["year=1999" in page for page in firsts] == [False] * 3
    later = [client.get(f"{page}?year=2001").text for page in pages]
    assert ["year=2000" in page for page in later] == [True] * 3


def test_a_dossier_is_its_persons_and_governances(client, jon, ane, nerea):
    other = make_person("Leire", "ambassador")
    hold(jon)
    assert dossier(client.sign_in(nerea), jon).status_code == 200
    assert dossier(client.sign_in(jon), jon).status_code == 200
    assert dossier(client.sign_in(other), jon).status_code == 403
    assert dossier(client.sign_in(ane), jon).status_code == 403
    assert dossier(client, ane).status_code == 404  # who did nothing has none
    sponsor(make_idea(), ane)
    assert dossier(client, ane).status_code == 200  # and who did something keeps it


def test_what_its_reader_does_not_see_is_counted_and_not_named(client, jon, nerea):
    behind = make_space(jon, visibility="hidden")
    hold(jon, title="Behind a door", space_id=behind.id, reached=7)
    hold(jon, title="Taken away", hidden_at=clock.now())
    make_initiative(jon, title="Hidden", standing=Standing.HIDDEN)
    make_initiative(jon, title="Sent back", review=Review.RETURNED, reason="Who?")
    sponsor(make_idea(title="Gone", standing="hidden"), jon)

    for page in (
        dossier(client.sign_in(nerea), jon),
        client.get("/programme/events?year=2025"),
        client.get("/programme/ideas?year=2025"),
    ):
        for title in ("Behind a door", "Taken away", "Hidden", "Sent back", "Gone"):
            assert title not in page.text
    said = words(dossier(client, jon).text)
    assert "People reached 7 0 0" in said and "1 date more counts" in said
    assert "1 date more counts" in words(client.get("/programme/events?year=2025").text)
    own = dossier(client.sign_in(jon), jon)
    assert "Behind a door" in own.text and "more counts" not in own.text


def test_a_unit_has_a_dossier_with_what_is_part_of_it(client, jon, nerea, unit, ane):
    part = make_unit("Bilbao", parent=unit)
    leire = make_person("Leire", "ambassador", unit_id=part.id)
    behind = make_space(leire, visibility="hidden")
    hold(leire, title="The potluck", came=2)
    hold(leire, title="Behind a door", space_id=behind.id)
    hold(ane, title="Elsewhere")
    tell(make_initiative(leire, title="Journey mapping", unit_id=part.id), summary="Once.")

    answer = client.sign_in(jon).get(f"/programme/units/{unit.id}?year=2025")

    said = words(answer.text)
    assert "The potluck" in said and "Journey mapping" in said and "Once." in said
    assert "Behind a door" not in said and "Elsewhere" not in said and "Leire" not in said
    assert "Dates held 2 0" in said
    assert client.sign_in(nerea).get(f"/programme/units/{unit.id}").status_code == 200
    assert client.get("/programme/units/999").status_code == 404
    assert client.sign_in(ane).get(f"/programme/units/{unit.id}").status_code == 403


def test_a_unit_of_much_shows_the_latest_and_the_way_to_all(client, jon, unit):
    page = f"/programme/units/{unit.id}?year=2025"
    all_of_them = (
        f'href="/programme/ideas?year=2025&amp;unit={unit.id}">All the ideas that were done'
    )
    done = {"verdict": "done", "result": "Sent.", "since": datetime(2025, 6, 1)}
    for nth in range(PAGE):
        sponsor(make_idea(jon, title=f"Letter {nth:02}", **done), jon)
    few = client.sign_in(jon).get(page).text
    assert "The latest" not in few and all_of_them not in few

    sponsor(make_idea(jon, title="One letter more", **done), jon)

    many = client.get(page).text
    assert f"The latest {PAGE} of each stand here" in many and all_of_them in many
    assert "Sponsored ideas that are done 31 0" in words(many)


def test_a_certificate_is_for_a_year_in_office_in_which_something_was_done(client, jon, nerea):
    serve(jon, since=date(2024, 3, 1))
    hold(jon, lasts=timedelta(hours=3))
    hold(jon, starts=datetime(2023, 5, 5, 10))

    def certificate(year):
        return client.get(f"/programme/people/{jon.id}/certificate?year={year}")

    client.sign_in(jon)
    said = words(certificate(2025).text)
    assert "Jon" in said and "2025" in said and "Hours 3" in said
    assert certificate(2024).status_code == 404  # nothing was done
    assert certificate(2023).status_code == 404  # not in office
    assert f"/programme/people/{jon.id}/certificate" in dossier(client, jon).text
    assert (
        client.sign_in(nerea).get(f"/programme/people/{jon.id}/certificate?year=2025").status_code
        == 403
    )
    assert f"/programme/people/{jon.id}/certificate" not in dossier(client, jon).text


def test_their_page_leads_there_for_themselves_and_governance(client, jon, ane, nerea):
    way = f'href="/programme/people/{jon.id}"'
    assert way in client.sign_in(jon).get(f"/people/{jon.id}").text
    assert way in client.sign_in(nerea).get(f"/people/{jon.id}").text
    assert way not in client.sign_in(ane).get(f"/people/{jon.id}").text
    assert "/programme/people" not in client.sign_in(jon).get(f"/people/{nerea.id}").text


def test_whoever_was_an_ambassador_finds_the_way_to_their_dossier(client, ane, nerea):
    page, way = f"/people/{ane.id}", f'href="/programme/people/{ane.id}"'
    assert way not in client.sign_in(ane).get(page).text
    change(serve(ane, since=date(2025, 1, 1)), ended_on=date(2025, 12, 1))

    assert way in client.get(page).text
    assert dossier(client, ane).status_code == 200
    assert way in client.sign_in(nerea).get(page).text
    assert "Your dossier" not in client.get("/programme").text
    serve(nerea, since=date(2025, 1, 1))
    for own in ("/programme", "/programme/coverage"):
        assert "Your dossier" in client.get(own).text


def test_who_was_in_office_is_told_by_name(client, nerea, jon, unit):
    serve(jon, since=date(2025, 1, 1))
    client.sign_in(nerea)
    assert (
        f"/programme/people/{jon.id}?year=2025"
        in client.get(f"/programme/people?year=2025&unit={unit.id}").text
    )
    assert "Jon" not in client.get("/programme/people?year=2024").text


def test_nobody_is_in_office_in_a_time_to_come(client, nerea, jon):
    serve(jon, since=date(2025, 1, 1))
    this = today().year
    client.sign_in(nerea)
    in_office = [
        table(client.get(f"/programme?year={year}"), "stages")["Ambassadors in office"]
        for year in (this, this + 1)
    ]
    assert in_office == [["1", "1"], ["0", "1"]]
    assert "Jon" not in client.get(f"/programme/people?year={this + 1}").text


def test_a_dossier_of_much_asks_as_much_as_one_of_little(client, jon, nerea, queries):
    def asked():
        dossier(client, jon)
        queries.clear()
        dossier(client, jon)
        return len(queries)

    client.sign_in(nerea)
    hold(jon, came=1)
    few = asked()
    for nth in range(8):
        hold(jon, came=1, reached=nth)
        tell(make_initiative(jon, starts_on=date(2025, 1, nth + 1)))
        sponsor(make_idea(), jon)
    assert asked() == few
