"""A table of initiatives: what is understood, what comes in, and that twice is once."""

import io
from datetime import date, datetime

import pytest
from openpyxl import Workbook

from app.catalogue import queries as catalogue
from tests.arrivals.driving import arrange, go_on, say_yes, setup
from tests.core.workbooks import far, lying, nested
from tests.factories import make_person, make_unit
from tests.initiatives.driving import initiatives, remarks, table, upload
from tests.naughty import NAUGHTY

BLANKETS = "Blankets for the shelter;giving-back;3/3/2026"
TALK = "Talk about ageing;Concienciación;2026-03-02"
WIDE = "Iniciativa;Categoría;Primer día;Último día;Horas;Personas;Resultado;Unidad;Correo;Etiquetas"


@pytest.fixture
def boss(client, nerea):
    return client.sign_in(nerea)


def brought(client, file, **chosen):
    """Brought in to the end; what is said of its lines."""
    number = upload(client, file)
    if chosen:
        assert arrange(client, number, **chosen).status_code == 303
    assert say_yes(client, number).status_code == 303
    go_on(client, number)
    return remarks(number)


def test_what_was_understood_is_shown_before_anything_comes(boss):
    number = upload(boss, table(BLANKETS, TALK, "Nothing;growth;"))
    page = boss.get(f"/imports/{number}").text
    assert "Blankets for the shelter" in page and "There is no first day." in page
    assert setup(number).counts == {"brought-in": 2, "refused": 1, "gone": 0}
    assert initiatives() == {}


def test_all_of_a_row_comes_in(boss, jon):
    unit = make_unit("Bilbao", parent=make_unit("Oficinas"))
    row = "Walk;crecimiento;02/03/2026;2026-03-09;1.200;12 000;Done;Oficinas > Bilbao;{};Uno, dos"
    head = WIDE + ";Descripción"
    said = brought(boss, table(row.format(jon.email) + ';"Por **qué**"', head=head))
    assert said == {"2": ("refused", ["There is no category called crecimiento."])}
    row = row.replace("crecimiento", "Mentalidad de crecimiento")
    said = brought(boss, table(row.format(jon.email) + ';"Por **qué**"', head=head))
    assert said == {"2": ("brought-in", [])}
    made = initiatives()["Walk"]
    assert (made.starts_on, made.ends_on) == (date(2026, 3, 2), date(2026, 3, 9))
    assert (made.hours, made.reached, made.result) == (1_200, 12_000, "Done")
    assert (made.unit_id, made.owner_id, made.category) == (unit.id, jon.id, "growth")
    assert "<strong>qué</strong>" in made.html and made.text == "Por **qué**"
    assert {row.name for row in catalogue.tags_of("initiative", made.id)} == {"Uno", "dos"}


def test_a_workbook_that_another_program_wrote_with_days_and_numbers_of_its_own(boss):
    book, file = Workbook(), io.BytesIO()
    book.active.append(["Ekimena", "Kategoria", "Lehen eguna", "Azken eguna", "Orduak"])
    book.active.append(["Mantak", "growth", datetime(2026, 3, 2), 46090, 12])
    book.active.append(["=1+1", "growth", date(2026, 3, 2), None, 3.5])
    book.active["A3"].data_type = "s"
    book.save(file)
    said = brought(boss, io.BytesIO(file.getvalue()))
    made = initiatives()["Mantak"]
    assert (made.starts_on, made.ends_on, made.hours) == (date(2026, 3, 2), date(2026, 3, 9), 12)
    assert said["3"] == ("refused", ["This is no whole number: 3.5"])


@pytest.mark.parametrize(
    "said", ["growth", "GROWTH", "Growth mindset", "Mentalidad de crecimiento"]
)
def test_a_category_is_known_by_its_code_and_by_its_name_in_any_language(boss, said):
    brought(boss, table(f"Walk;{said};2026-03-02"))
    assert initiatives()["Walk"].category == "growth"


def test_a_row_without_a_category_gets_the_one_that_was_said_for_all(boss):
    head = "Iniciativa;Primer día"
    assert brought(boss, table("Walk;2026-03-02", head=head))["2"][0] == "refused"
    brought(boss, table("Walk;2026-03-02", head=head), choice_category="partners")
    assert initiatives()["Walk"].category == "partners"


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        ("Walk;growth;1/1/0001", "This is no day we understand"),
        ("Walk;growth;31/2/2026", "This is no day we understand"),
        ("Walk;growth;soon", "This is no day we understand"),
        ("Walk;growth;2026-03-02;2026-03-01", "It would be over before it begins."),
        ("Walk;growth;2026-03-02;;-3", "This number is not between 0 and 10,000"),
        ("Walk;growth;2026-03-02;;99999999999999999999", "This number is not between"),
        ("Walk;growth;2026-03-02;;1,5", "This is no whole number: 1,5"),
        ("Walk;growth;2026-03-02;;;1e9", "This is no whole number: 1e9"),
        ("W" * 10_000 + ";growth;2026-03-02", "is longer than 160 characters."),
        ("Walk;growth;2026-03-02;;;;" + "W" * 10_000, "is longer than 1000 characters."),
        ("Walk;growth;2026-03-02;;;;;" + "W" * 10_000, "is longer than 600 characters."),
        ("Walk;growth;2026-03-02;;;;;;;" + "W" * 10_000, "is too long: up to 40 letters."),
        ("Walk;growth;2026-03-02;;;;;;;!!!", "needs a letter or a number."),
        (";growth;2026-03-02", "There is no title."),
    ],
)
def test_what_cannot_be_is_refused_with_its_reason(boss, cells, why):
    said = brought(boss, table(cells, TALK, head=WIDE))
    assert said["2"][0] == "refused" and why.replace(",", "") in said["2"][1][0].replace(",", "")
    assert set(initiatives()) == {"Talk about ageing"}


def test_a_table_without_a_column_for_the_day_says_so(boss):
    number = upload(boss, table("Walk", "Talk", head="Iniciativa"))
    assert "Say below which column holds the first day." in boss.get(f"/imports/{number}").text


def test_awkward_words_are_words(boss):
    rows = [f'"{words.replace(chr(34), chr(34) * 2)}";growth;2026-03-02' for words in NAUGHTY]
    number = bring_in_all(boss, table(*rows, "=1+1;growth;2026-03-02"))
    assert boss.get(f"/imports/{number}").status_code == 200
    assert boss.get("/initiatives").status_code == 200
    assert "=1+1" in initiatives() and len(initiatives()) == len(NAUGHTY) + 1


def bring_in_all(client, file):
    number = upload(client, file)
    say_yes(client, number)
    go_on(client, number)
    assert {outcome for outcome, _ in remarks(number).values()} == {"brought-in"}
    return number


@pytest.mark.parametrize("bomb", [far, lying, nested])
def test_what_was_made_to_hurt_is_refused_with_a_reason(boss, bomb):
    answer = boss.post("/imports", data={"kind": "initiatives", "file": (bomb(), "a.xlsx")})
    assert answer.status_code == 422 and 'class="error"' in answer.text


def test_a_unit_that_is_not_here_refuses_the_row_or_is_left_out(boss):
    head, row = "Iniciativa;Categoría;Primer día;Unidad", "Walk;growth;2026-03-02;Nowhere > None"
    said = brought(boss, table(row, head=head))
    assert said["2"] == ("refused", ["There is no unit called Nowhere > None."])
    said = brought(boss, table(row, head=head), choice_units="empty")
    assert said["2"][0] == "brought-in" and initiatives()["Walk"].unit_id is None


def test_an_owner_is_found_by_email_or_by_a_name_that_one_person_has(boss, nerea):
    miren = make_person("Miren Etxebarria")
    make_person("Ane Lasa"), make_person("Ane Lasa")
    head = "Iniciativa;Categoría;Primer día;Responsable"
    rows = [
        f"One;growth;2026-03-02;{miren.email.upper()}",
        "Two;growth;2026-03-02;miren etxebarria",
        "Three;growth;2026-03-02;Ane Lasa",
        "Four;growth;2026-03-02;Nobody",
        "Five;growth;2026-03-02;",
    ]
    said = brought(boss, table(*rows, head=head))
    owners = {title: one.owner_id for title, one in initiatives().items()}
    assert owners == {"One": miren.id, "Two": miren.id, "Five": nerea.id}
    assert said["4"][1] == ["Several people are called Ane Lasa: write their email."]
    assert said["5"][1] == ["Nobody here is Nobody."]
    said = brought(boss, table(*rows, head=head), choice_owners="mine")
    assert initiatives()["Four"].owner_id == nerea.id
    assert said["5"] == ("brought-in", ["It names Nobody as its owner: it becomes yours."])


def test_an_ambassador_brings_in_what_is_their_own_whatever_the_file_says(client, jon, nerea):
    client.sign_in(jon)
    head = "Iniciativa;Categoría;Primer día;Correo"
    rows = [f"One;growth;2026-03-02;{nerea.email}", f"Two;growth;2026-03-02;{jon.email}"]
    said = brought(client, table(*rows, head=head))
    assert {one.owner_id for one in initiatives().values()} == {jon.id}
    remark = f"It names {nerea.email} as its owner: it becomes yours."
    assert said == {"2": ("brought-in", [remark]), "3": ("brought-in", [])}


@pytest.mark.parametrize("who", ["ane", "rosa", "iker", "maider"])
def test_whoever_may_not_log_brings_nothing_in_and_finds_no_way(client, request, who):
    client.sign_in(request.getfixturevalue(who))
    sent = client.post("/imports", data={"kind": "initiatives", "file": (table(TALK), "a.csv")})
    assert sent.status_code in (403, 422) and initiatives() == {}
    assert "Bring initiatives in" not in client.get("/initiatives").text


def test_the_way_in_stands_on_the_list_of_whoever_may(client, jon):
    assert "/imports/new?kind=initiatives" in client.sign_in(jon).get("/initiatives").text
    assert "Bring initiatives in" in client.get("/imports/new?kind=initiatives").text


def test_hundreds_come_in_steps_and_a_form_on_the_page_shows_how_far(boss):
    number = upload(boss, table(*(f"Walk {n};growth;2026-03-02" for n in range(410))))
    say_yes(boss, number)
    boss.post(f"/imports/{number}/steps")
    assert len(initiatives()) == 200
    assert 'value="200"' in boss.get(f"/imports/{number}").text
    go_on(boss, number)
    assert len(initiatives()) == 410


def test_the_same_row_twice_in_a_file_is_one(boss):
    number = upload(boss, table(TALK, TALK))
    assert setup(number).counts["left-out"] == 1
    say_yes(boss, number)
    go_on(boss, number)
    assert remarks(number)["3"] == ("left-out", ["The same stands in line 2."])
    assert len(initiatives()) == 1
