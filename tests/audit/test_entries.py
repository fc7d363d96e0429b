"""The page of the audit: whole sentences, for administration alone."""

from datetime import datetime

import pytest
from markupsafe import escape

from app.core import clock
from app.facts import kinds
from tests.audit.books import grant, sealed, tamper, write, written
from tests.factories import PASSWORD, make_comment, make_person, make_post, remove_comment, withdraw
from tests.naughty import NAUGHTY
from tests.people import enter

URL = "/admin/audit"


@pytest.fixture
def page(client, iker):
    """The text of the page, as an administrator reads it."""
    client.sign_in(iker)

    def read(address="", **headers):
        answer = client.get(URL + address, **headers)
        assert answer.status_code == 200
        return answer.text

    return read


def test_an_empty_audit_says_what_will_be_here(page):
    assert "Nothing has been written down yet" in page()


def test_what_was_done_is_a_sentence_with_whoever_did_it(page, iker, ane):
    grant(ane, by=iker)
    told = page()

    assert "now has a role: Ambassador" in told and ">Ane</a>" in told
    assert "Done by: Iker" in told


def test_what_nobody_did_was_done_by_the_server(page, ane):
    grant(ane)

    assert "Done by: The server itself" in page()


def test_a_sentence_that_names_who_did_it_does_not_say_it_twice(page, nerea, jon):
    withdraw(make_post(jon), by=nerea)
    told = page()

    assert '<b dir="auto">Nerea</b> withdrew' in told
    assert "Done by" not in told


def test_somebodys_own_deed_is_said_once(page, client, app, ane):
    enter(app.test_client(), ane, PASSWORD)
    told = page()

    assert "signed in: " in told and "Done by" not in told


@pytest.mark.parametrize(
    "language, words",
    [
        ("es", "ha iniciado sesión: Firefox en Linux"),
        ("eu", "saioa hasi du: Firefox (Linux)"),
        ("en", "signed in: Firefox on Linux"),
        ("pt", "iniciou sessão: Firefox em Linux"),
    ],
)
def test_it_speaks_the_readers_language(app, client, ane, language, words):
    app.test_client().post(
        "/sign-in",
        data={"email": ane.email, "password": PASSWORD},
        headers={"User-Agent": "X (Linux x86_64) Firefox/140.0"},
    )
    client.sign_in(make_person("Iker", "admin", language=language))

    assert words in client.get(URL).text


@pytest.mark.parametrize("fact", [fact for fact in kinds().values() if fact.audited])
def test_every_audited_fact_can_be_looked_for(page, fact):
    assert f'value="{fact.__name__}"' in page()


@pytest.mark.parametrize("naughty", NAUGHTY)
def test_a_name_is_only_a_name(page, naughty):
    grant(make_person(naughty))
    told = page()

    assert str(escape(naughty)) in told
    assert naughty not in told or naughty == escape(naughty)


def test_what_an_administrator_may_not_see_has_no_title(page, ane, nerea):
    post = make_post(ane, title="A secret of the house")
    withdraw(post, by=nerea)
    told = page()

    assert "A secret of the house" not in told
    assert "Something that is gone, or that you may not see" in told


def test_a_removed_comment_leads_to_what_it_was_said_on(page, ane, nerea):
    post = make_post(ane, title="Two calls")
    comment = make_comment("A word too many", on=post, by=ane)
    remove_comment(comment, on=post, by=nerea)
    told = page()

    assert f'href="/blog/{post.id}">Two calls</a>' in told
    assert "A word too many" not in told


def test_whoever_is_gone_is_somebody(page, ane):
    grant(ane)
    for table in ("grants", "ambassador_mandates"):
        tamper(f"DELETE FROM {table} WHERE person_id = {ane.id}")
    tamper(f"DELETE FROM lines WHERE subject_id = {ane.id}")
    tamper(f"DELETE FROM people WHERE id = {ane.id}")

    assert "Somebody who is no longer here now has a role" in page()


def test_a_fact_of_another_times_code_is_shown_all_the_same(page, ane):
    grant(ane)
    tamper("UPDATE audit_entries SET fact = 'TelegramSent', thread_kind = 'telegram'")

    assert "something this version has no words for (TelegramSent)" in page()


def test_a_fact_that_lacks_a_detail_is_shown_all_the_same(page, ane):
    grant(ane)
    tamper("UPDATE audit_entries SET details = '{}'")

    assert "something this version has no words for (RoleGranted)" in page()


def test_one_reads_on_where_the_page_ended(page, ane):
    write(ane, 31)
    first, last = (entry.id for entry in (written()[0], written()[-1]))
    told = page()

    assert f'id="entries-{last}"' in told and f"before={first + 1}" in told
    rest = page(f"?before={first + 1}", headers={"HX-Request": "true"})
    assert f'id="entries-{first}"' in rest and "<html" not in rest
    assert "That is all" in page(f"?before={first}")


@pytest.mark.parametrize("before", ["0", "-1", "x", "99999999999999999999", "2147483647"])
def test_a_number_that_is_none_breaks_nothing(page, before):
    page(f"?before={before}")


def counted(told):
    return told.count("<time ")


def test_it_is_narrowed_to_a_person_who_did_or_whom_it_concerns(page, iker, ane, jon):
    grant(ane, by=iker)
    grant(jon, "governance", by=ane)

    assert counted(page("?q=ANE")) == 2
    assert counted(page("?q=jon")) == 1
    assert counted(page(f"?q={jon.email.upper()}")) == 1
    assert "Nothing like that" in page("?q=nobody")


def test_it_is_narrowed_to_a_kind_of_fact(page, ane, jon):
    grant(ane)
    write(jon)

    assert counted(page("?fact=RoleGranted")) == 1
    assert "Nothing like that" in page("?fact=SignedIn")


def test_it_is_narrowed_to_days_of_the_readers_calendar(page, app, ane):
    for moment in (datetime(2026, 3, 1, 22, 59), datetime(2026, 3, 1, 23, 0)):  # UTC; Madrid +1
        with clock.at(moment):
            write(ane)

    assert counted(page("?since=2026-03-02")) == 1
    assert counted(page("?until=2026-03-01")) == 1
    assert counted(page("?since=2026-03-01&until=2026-03-02")) == 2


def test_it_is_narrowed_to_one_sign_in(page, app, ane, jon):
    enter(app.test_client(), ane, PASSWORD)
    enter(app.test_client(), jon, PASSWORD)
    mark = written()[0].sign_in
    told = page(f"?session={mark}")

    assert counted(told) == 1 and f"Only what was done in session {mark}" in told
    assert 'name="session"' in told, "and stays so when it is narrowed further"


@pytest.mark.parametrize(
    "address, words",
    [
        ("?since=soon", "Write a day like 2026-03-02."),
        ("?until=0001-01-01", "Write a day like 2026-03-02."),
        ("?until=9999-12-31", "Write a day like 2026-03-02."),
        ("?since=2026-03-02&until=2026-03-01", "This day is before the first one."),
    ],
)
def test_what_makes_no_sense_is_said_and_asks_for_nothing(page, ane, address, words):
    write(ane)
    told = page(address)

    assert words in told and counted(told) == 1


@pytest.mark.parametrize("address", ["?fact=DropTables", "?session=x", "?q=%00%ff", "?q=a&q=b"])
def test_a_strange_address_breaks_nothing(page, ane, address):
    write(ane)

    page(address)


def test_it_says_what_is_sealed(page, ane):
    assert "Nothing is sealed yet." in page()
    sealed(ane, 1)

    assert "(seal 1)" in page()


def test_many_entries_cost_no_more_queries_than_one(page, queries, iker, ane, nerea):
    grant(ane, by=iker)
    page()
    queries.clear()
    page()
    one = len(queries)
    for name in ("Leire", "Salma", "Unai"):
        grant(make_person(name), by=nerea)
    withdraw(make_post(ane), by=nerea)
    queries.clear()
    page()

    assert one <= 4 and len(queries) == one, "whatever the kinds of things"


def test_it_is_never_kept_by_a_browser(client, iker):
    assert client.sign_in(iker).get(URL).headers["Cache-Control"] == "no-store"


def test_only_administration_finds_the_door(client, iker, nerea):
    assert URL in client.sign_in(iker).get("/admin").text
    assert f'"{URL}"' not in client.sign_in(nerea).get("/admin").text
    assert client.get(URL).status_code == 403
