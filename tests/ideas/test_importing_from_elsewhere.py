"""A table of another platform: its columns, states, people and HTML, and what comes in of them."""

from datetime import date
from pathlib import Path

import pytest

from app.catalogue.models import Kind
from app.ideas.models import IdeaKind
from tests.arrivals.driving import arrange, setup
from tests.factories import make_person, make_term
from tests.ideas.driving import HEAD, brought, ideas, outcomes, remarks, table, upload

TABLES = Path(__file__).with_name("tables")


@pytest.fixture
def boss(client, nerea):
    return client.sign_in(nerea)


@pytest.fixture
def signature():
    return make_term("Hace falta firma", kind=Kind.REASONS)


def test_a_table_of_another_platform_comes_in_whole(boss, jon):
    head = "Title,State,Body,Votes,Created by,Email,Created at,Labels,Reason,Type"
    rows = [
        f"One,Under review,<p>Now &amp; <b>then</b></p>,1.234,Somebody,{jon.email},"
        '2021-03-02 14:33:12,"uno, dos",,Something new',
        'Two,Planned,"<ul><li>a<ul><li>b</li></ul></li></ul>",,jon,,"March 2, 2021",,,',
        "Three,New,1 < 2,7,Íñigo Lasa,inigo@elsewhere.example,02/03/2021,,,",
        "Four,New,a,x,,,,,,",
        "Five,New,a,-2,,,31/2/2021,,,",
        f"{'T' * 161},New,a,,,,,,,",
        ",New,a,,,,,,,",
    ]
    said = remarks(number := brought(boss, table(*rows, head=head)))
    one, two, three = (ideas()[title] for title in ("One", "Two", "Three"))
    assert (one.problem, one.supported_before, one.supporters) == ("Now & **then**", 1234, 0)
    assert (one.author_id, one.credited_to, one.kind) == (jon.id, None, IdeaKind.TRY)
    assert (two.problem, two.author_id, two.verdict) == ("- a\n  - b", jon.id, "in-progress")
    assert one.created_at.date() == two.created_at.date() == date(2021, 3, 2)
    assert (three.problem, three.credited_to) == ("1 < 2", "Íñigo Lasa")
    assert said["4"][1] == [
        "Nobody here is Íñigo Lasa: the name stands on it, and nobody is told of it."
    ]
    nothing = "“%s”, in %s, is nothing we understand: it comes in without it."
    assert said["5"] == ("brought-in", [nothing % ("x", "Votes")])
    assert said["6"] == ("brought-in", [nothing % ("31/2/2021", "Created at")])
    assert said["7"][1][0].endswith("is longer than 160 characters.")
    assert said["8"] == ("refused", ["There is no title."])
    assert len(boss.get(f"/imports/{number}/report").text.splitlines()) >= 8


def test_its_columns_are_remembered(boss):
    head = "Asunto raro;Cosa;Nota"
    number = upload(boss, table("One;sí;a", head=head))
    assert setup(number).mapping == {}
    arrange(boss, number, header="1")
    arrange(boss, number, column_title="0", column_text="2")
    number = upload(boss, table("Two;sí;b", head=head))
    assert setup(number).mapping == {"title": 0, "text": 2} and setup(number).header == 1
    assert setup(number).counts["brought-in"] == 1


def test_whose_name_is_only_text_is_nobodys_to_be_told_or_asked(boss, nerea, client, ane):
    head = "Idea;¿Analizar?;Autor;Votos"
    brought(boss, table("Hers;;Íñigo Lasa;340", "Nobody's;;;", head=head))
    hers = ideas()["Hers"]
    assert hers.made_by == [] and hers.told_of_every_step == []
    asked = boss.post(f"/ideas/{hers.id}/question", data={"question": "How many?"})
    assert asked.status_code == 403
    assert "Hers" not in boss.get("/ideas/mine").text
    client.sign_in(ane)
    page = client.get(f"/ideas/{hers.id}").text
    assert "Íñigo Lasa" in page and "And 340 earlier supports" in page and nerea.name not in page
    assert "+ 340 earlier" in client.get("/ideas").text
    found = client.get("/search?q=hers").text
    assert "Íñigo Lasa" in found and nerea.name not in found


def test_an_author_who_is_here_has_it_among_theirs(boss, client):
    miren = make_person("Miren Etxebarria")
    brought(boss, table("Hers;;a;miren etxebarria", head="Idea;¿Analizar?;Descripción;Autor"))
    client.sign_in(miren)
    assert "Hers" in client.get("/ideas/mine").text


def test_an_address_of_nobody_gives_it_to_no_namesake_and_is_never_shown(boss, jon):
    head = "Idea;¿Analizar?;Autor;Correo"
    rows = [
        f"One;;{jon.name};jon@elsewhere.example",
        "Two;;;lander@elsewhere.example",
        "Three;;Ana <ana@elsewhere.example>;",
        f"Four;;Somebody <{jon.email}>;",
        "Five;;ana@elsewhere.example;",
    ]
    number = brought(boss, table(*rows, head=head))
    whose = {title: one.credited_to for title, one in ideas().items()}
    assert whose == {"One": jon.name, "Two": "lander", "Three": "Ana", "Four": None, "Five": "ana"}
    assert ideas()["Four"].author_id == jon.id != ideas()["One"].author_id
    assert remarks(number)["2"][1] == [
        f"Nobody here has the address jon@elsewhere.example: the name {jon.name} stands on it, "
        "and nobody is told of it."
    ]


def test_what_is_escaped_or_html_comes_in_clean_wherever_it_stands(boss):
    row = [
        *("R&amp;D &quot;x&quot;", "Hecha", "Q&amp;A of ?a=1&copy=2"),
        "<p>Hecho el <b>martes</b></p><p>Sí</p>",
    ]
    brought(boss, table("\t".join(row), head="Title\tState\tBody\tResult"))
    (only,) = ideas().values()
    assert only.title == 'R&D "x"' and only.problem == "Q&A of ?a=1&copy=2"
    assert only.result.split("\n\n") == ["Hecho el martes", "Sí"]
    brought(boss, table("Ours &amp; as it is\t\ta", head=HEAD.replace(";", "\t")))
    assert "Ours &amp; as it is" in ideas()


def test_states_of_elsewhere_are_read_and_what_nobody_knows_may_come_in_as_new(boss, signature):
    rows = ["A;Closed", "B;Backlog", "C;Accepted", "D;Concluída", "E;N/A", "F;-"]
    head = "Idea;Status"
    number = brought(boss, table(*rows, head=head), choice_reasons=str(signature.id))
    assert {title: str(one.verdict.value) for title, one in ideas().items()} == {
        **{"A": "declined", "B": "new", "C": "analyse", "D": "done"},
    }
    assert outcomes(number)["6"] == outcomes(number)["7"] == "refused"
    number = brought(boss, table(*rows[4:], head=head), choice_states="new")
    said = "Nobody here knows what this answer means, and it comes in as new: "
    assert remarks(number) == {
        "2": ("brought-in", [f"{said}N/A"]),
        "3": ("brought-in", [f"{said}-"]),
    }
