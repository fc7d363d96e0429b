"""A table of ideas: what is understood of it, and what comes in."""

import io
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from app.catalogue.models import Kind
from app.core import clock
from app.core.calendar import today
from app.ideas import importer
from app.ideas.models import StepKind, Verdict
from app.imports.mapping import Said, Setup
from tests.arrivals.driving import arrange, go_on, say_yes, setup
from tests.core.workbooks import far, lying, nested
from tests.factories import decide, make_term
from tests.ideas.driving import brought, ideas, outcomes, remarks, table, upload
from tests.naughty import NAUGHTY

TABLES = Path(__file__).with_name("tables")


@pytest.fixture
def boss(client, nerea):
    return client.sign_in(nerea)


@pytest.fixture
def cxe():
    return make_term("CXE", kind=Kind.AREAS, name_en="CX team")


@pytest.fixture
def loyalty():
    return make_term("Fidelización", kind=Kind.AREAS)


@pytest.fixture
def signature():
    return make_term("Hace falta firma", kind=Kind.REASONS)


def test_every_answer_of_the_table_is_read_as_the_team_writes_it(boss, cxe, loyalty, signature):
    rows = [
        *("One;SI (2021);a", "Two;SÍ (Fidelización);b", "Three;sí;c", "Four;No;d"),
        *("Five;Ya en curso;e", "Six;;f", "Seven;SÍ (CXE, 2022);g", "Eight;Hecha;h"),
        *("Nine;sí (cx team);i", "Ten;YES (2027);j", "Eleven;quizás;k", "Twelve;SI (Nadie);l"),
    ]
    number = brought(boss, table(*rows), choice_reasons=str(signature.id))
    stands = {
        title: (one.verdict, one.area_id, one.target, one.reason_id)
        for title, one in ideas().items()
    }
    assert stands == {
        "One": (Verdict.ANALYSE, None, 2021, None),
        "Two": (Verdict.ANALYSE, loyalty.id, None, None),
        "Three": (Verdict.ANALYSE, None, None, None),
        "Four": (Verdict.DECLINED, None, None, signature.id),
        "Five": (Verdict.IN_PROGRESS, None, None, None),
        "Six": (Verdict.NEW, None, None, None),
        "Seven": (Verdict.ANALYSE, cxe.id, 2022, None),
        "Eight": (Verdict.DONE, None, None, None),
        "Nine": (Verdict.ANALYSE, cxe.id, None, None),
        "Ten": (Verdict.ANALYSE, None, 2027, None),
    }
    said = remarks(number)
    assert said["12"] == ("refused", ["Nobody here knows what this answer means: quizás"])
    assert said["13"] == ("refused", ["There is no area called Nadie."])
    eight = ideas()["Eight"]
    assert eight.result == "La tabla de la que viene no lo dice."  # the house's own words
    assert [step.kind for step in eight.steps] == [StepKind.DECIDED]
    page = boss.get(f"/ideas/{eight.id}").text
    assert "Came in from a table" in page and "Without a name" in page
    assert ">Two</a>" in boss.get("/ideas").text


def test_what_lacks_a_reason_or_an_area_is_asked_about_and_comes_in_as_was_said(boss, signature):
    rows = ["One;No;a", "Two;SÍ (Nadie);b", "Three;Hecha;c"]
    number = upload(boss, table(*rows))
    page = boss.get(f"/imports/{number}").text
    assert "There is no reason: a no always has one." in page and ">Hace falta firma<" in page
    assert setup(number).counts == {"refused": 2, "brought-in": 1, "gone": 0}
    number = brought(boss, table(*rows), choice_areas="empty", choice_results="refuse")
    assert outcomes(number) == {"2": "refused", "3": "brought-in", "4": "refused"}


def test_what_libreoffice_merged_is_read_as_a_person_sees_it(boss, cxe, loyalty, signature):
    file = io.BytesIO((TABLES / "libreoffice.xlsx").read_bytes())
    number = brought(boss, file, choice_reasons=str(signature.id))
    assert set(outcomes(number).values()) == {"brought-in"}
    one, two, three, letter, arrived, why = ideas().values()
    assert one.group_id == two.group_id == three.group_id is not None
    assert one.problem == two.problem == one.group.text
    assert one.group.text.splitlines()[1] == "• por call center"
    assert one.group.title == one.title == "Retener desde el call center"
    assert [step.kind for step in three.steps] == [StepKind.DECIDED, StepKind.GROUPED]
    assert letter.group_id is arrived.group_id is why.group_id is None
    assert (arrived.problem, why.title[-1], why.verdict) == ("", "💬", Verdict.NEW)
    assert boss.get(f"/ideas/{arrived.id}").status_code == 200


def test_a_csv_that_libreoffice_wrote_leaves_merged_cells_empty(boss, cxe, loyalty, signature):
    file = io.BytesIO((TABLES / "libreoffice.csv").read_bytes())
    chosen = {"choice_reasons": str(signature.id), "choice_empties": "share"}
    number = brought(boss, file, **chosen)
    assert setup(number).encoding == "windows-1252" and setup(number).delimiter == ";"
    one, two, three, letter, arrived, _ = ideas().values()
    assert one.group_id == two.group_id == three.group_id != letter.group_id
    assert letter.group_id == arrived.group_id is not None


def test_what_pyexcelerate_wrote_and_openpyxl(boss):
    file = io.BytesIO((TABLES / "pyexcelerate.xlsx").read_bytes())
    brought(boss, file)
    letter, ask, tell = ideas().values()
    assert letter.problem == "They leave **angry**.\n\n- by post\n- by mail"
    assert (letter.verdict, letter.supported_before) == (Verdict.DONE, 340)
    assert letter.created_at.date() == date(2019, 5, 3)
    assert ask.group_id == tell.group_id and ask.group.text == "Everything & online"

    book, file = Workbook(), io.BytesIO()
    for row in (["Idea", "Descripción"], ["Mine", "=1+1"], ["Other", None], ["Third", "ídem"]):
        book.active.append(row)
    book.active["B2"].data_type = "s"
    book.active.merge_cells("B2:B3")
    book.save(file)
    brought(boss, io.BytesIO(file.getvalue()))
    mine, other, third = (ideas()[one] for one in ("Mine", "Other", "Third"))
    assert mine.problem == other.problem == third.group.text == "=1+1"
    assert mine.group_id == other.group_id == third.group_id


def test_rows_that_share_are_a_group_across_steps(boss):
    number = brought(boss, table(*(f"Idea {n};;{'ídem' if n else 'All'}" for n in range(250))))
    assert set(outcomes(number).values()) == {"brought-in"}
    assert len({one.group_id for one in ideas().values()}) == 1


def test_what_shares_with_a_row_that_is_none_is_by_itself(boss):
    rows = ["all,", "ídem,,One", ",,Two", "x"]
    number = brought(boss, table(*rows, head="Descripción,Otra,Idea"), choice_empties="share")
    refused = {place for place, outcome in outcomes(number).items() if outcome == "refused"}
    assert refused == {"2", "5"}
    assert {title: one.problem for title, one in ideas().items()} == {"One": "all", "Two": "all"}


def test_a_row_without_a_title_gives_its_text_to_nobody(boss):
    brought(boss, table("A;sí;words", "B;;", ";;more", "C;;"), choice_empties="share")
    assert {one.problem for one in ideas().values()} == {"words"}
    assert len({one.group_id for one in ideas().values()}) == 1


def test_nothing_before_it_came_counts_against_anybody(boss):
    head = "Idea;¿Analizar?;Fecha"
    brought(boss, table("Old;;2019-03-02", "Worked on;Ya en curso;2019-03-02", head=head))
    for one in ideas().values():
        assert one.due_on > today() and not one.is_late
        assert one.late_told_on == one.escalated_on == today() == one.came_in_on
    assert ideas()["Worked on"].first_in_time is None
    assert (
        "days without a look" in boss.get("/ideas/table").text
        or "years" in boss.get("/ideas/table").text
    )


def test_awkward_words_are_words(boss):
    rows = [f'"{words.replace(chr(34), chr(34) * 2)}";;=1+1' for words in NAUGHTY]
    number = brought(boss, table(*rows))
    assert set(outcomes(number).values()) == {"brought-in"}
    assert boss.get(f"/imports/{number}").status_code == boss.get("/ideas").status_code == 200


@pytest.mark.parametrize("bomb", [far, lying, nested])
def test_what_was_made_to_hurt_is_refused_with_a_reason(boss, bomb):
    answer = boss.post("/imports", data={"kind": "ideas", "file": (bomb(), "a.xlsx")})
    assert answer.status_code == 422 and 'class="error"' in answer.text


def test_nonsense_is_refused_with_a_sentence(boss):
    for nonsense in (b"", b"\x00\x01\x02" * 99, b"%PDF-1.7 x", b'"a\nb;c\n' * 3):
        sent = {"kind": "ideas", "file": (io.BytesIO(nonsense), "a.csv")}
        assert boss.post("/imports", data=sent).status_code in (303, 422)
    number = upload(boss, table("a;b", head="x;y"))
    assert (
        "Say below which column holds the title of the ideas."
        in boss.get(f"/imports/{number}").text
    )


def test_only_governance_brings_in(client, jon):
    client.sign_in(jon)
    sent = client.post("/imports", data={"kind": "ideas", "file": (table("a;;b"), "a.csv")})
    assert sent.status_code in (403, 422) and ideas() == {}
    assert "Bring ideas in" not in client.get("/ideas/table").text


def test_a_new_one_waits_from_the_day_it_came_in(boss, nerea):
    head = "Title;Status;Created;Status changed"
    brought(boss, table("A;;2025-02-03;2026-10-01", head=head))
    a = ideas()["A"]
    assert a.since == a.created_at and a.created_at.date() == date(2025, 2, 3)
    decide(a, by=nerea)
    assert ideas()["A"].first_days == 0
    updated = setup(upload(boss, table("B;;2026-10-01", head="Title;Status;Updated")))
    assert "since" not in updated.mapping


def test_what_says_only_when_it_was_decided_was_proposed_by_then(boss):
    brought(boss, table("A;Hecha;2021-03-03", head="Idea;¿Analizar?;Fecha de decisión"))
    a = ideas()["A"]
    assert {a.created_at.date(), a.since.date(), a.steps[0].created_at.date()} == {date(2021, 3, 3)}


def test_what_says_no_day_gets_the_one_that_was_chosen(boss):
    this = today().year
    brought(boss, table("A;Hecha;a"), choice_undated=str(this - 3))
    brought(boss, table("B;Hecha;b"))
    brought(boss, table("A;Hecha;a"))
    days = {title: (one.created_at.date(), one.since.date()) for title, one in ideas().items()}
    before, here = date(this - 3, 1, 1), clock.now().date()
    assert days == {"A": (before, before), "B": (here, here)}


def test_the_preview_of_a_refused_row_says_what_the_row_says(boss):
    preview = setup(upload(boss, table("A;SÍ (Nada, 2022);a"))).preview
    assert preview[0]["shown"]["verdict"] == "SÍ (Nada, 2022)"


def test_an_area_and_a_year_have_columns_of_their_own(boss, cxe):
    head = "Idea;Estado;Category;Año"
    rows = ["A;Ya en curso;CXE;2022", "B;;CXE;soon"]
    number = upload(boss, table(*rows, head=head))
    arrange(boss, number, column_area="2")
    say_yes(boss, number)
    go_on(boss, number)
    stands = {title: (one.area_id, one.target) for title, one in ideas().items()}
    assert stands == {"A": (cxe.id, 2022), "B": (cxe.id, None)}


def test_what_may_come_in_is_rendered_before_anything_is_written(boss, nerea):
    brought(boss, table("A;;one"))
    again = Setup.of(setup(upload(boss, table("A;;two"))).as_json())
    (row,) = importer.ready(again, [Said(2, {"title": "A", "text": "two"})], nerea)
    assert "two" in row.rendered["text"].html
