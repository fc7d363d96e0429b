"""What a wave found, for whoever looks: HR the tree of groups, others the whole and their own."""

import ast
import re
from html import unescape
from pathlib import Path

import pytest
from sqlalchemy import select

from app.core.db import db, writing
from app.survey.models import Group, Wave
from app.survey.suppression import Hidden
from tests.factories import make_person, make_unit
from tests.factories.survey import draft_wave, open_wave
from tests.factories.survey_results import asked, change, counted_wave, figures, score
from tests.survey.houses import TOLD, group, make_units

ROOT = Path(__file__).parents[2]
RESULTS = ["figures.py", "charts.py", "results.py", "queries/results.py", "routes/results.py"]
RESULTS += ["exporter.py", "telling.py", "routes/groups.py", "routes/export.py"]
RESULTS += ["queries/results.py", "routes/record.py", "routes/remarks.py"]


@pytest.fixture
def units(app):
    return make_units()


@pytest.fixture
def hr(units):
    return make_person("Rosa", "hr", unit_id=units["Clinics"].id)


@pytest.fixture
def wave(units, hr):
    return counted_wave(TOLD, by=hr, html="<p>Empathy is <b>highest</b>.</p>")


def words(answer):
    text = re.sub(r"<(script|style|svg)\b.*?</\1>", " ", answer.text, flags=re.S)
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", text)))


def rows(answer):
    """The matrix: the name of each unit, with what stands in its cells."""
    table = re.search(r'<table class="heat".*?</table>', answer.text, re.S)[0]
    found = {}
    for row in re.findall(r"<tr.*?</tr>", table, re.S)[1:]:
        cells = re.findall(r"<t[hd].*?</t[hd]>", row, re.S)
        said = [" ".join(unescape(re.sub(r"<[^>]+>", " ", cell)).split()) for cell in cells]
        found[re.search(r'dir="auto">(.*?)<', cells[0])[1]] = said[1:]
    return found


def test_hr_sees_every_group_or_why_it_is_not_shown(client, hr, wave):
    answer = client.sign_in(hr).get(f"/survey/waves/{wave.id}/results")

    matrix = rows(answer)
    assert list(matrix) == ["Everything", "Clinics", "Legal", "Offices", "Till", "People"]
    assert matrix["Clinics"][:2] == ["71 ± 3", "53 ± 3"]
    assert matrix["Offices"] == ["55 ± 3", "Detail only from 10 answers on"]
    assert matrix["Legal"] == ["Fewer than 5 answers: they count in Everything"]
    assert matrix["People"] == [
        "With 5 answers or more it would be shown, but then another group’s could be calculated"
    ]
    assert matrix["Till"] == ["Fewer than 5 answers: they count in Offices"]
    assert "3 of these groups count in the total" in words(answer)


def test_hr_goes_down_the_tree(client, hr, wave):
    offices = group(wave, "Offices")
    answer = client.sign_in(hr).get(f"/survey/waves/{wave.id}/groups/{offices.id}")

    assert rows(answer)["Till"] == ["Fewer than 5 answers: they count in Offices"]
    assert f"/survey/waves/{wave.id}/results" in answer.text


def test_everybody_else_sees_the_whole_and_their_own_unit(client, units, wave):
    of_clinics = make_person("Ane", unit_id=units["Clinics"].id)
    client.sign_in(of_clinics)

    answer = client.get(f"/survey/waves/{wave.id}/results")
    assert list(rows(answer)) == ["Everything", "Clinics"]
    assert "<b>highest</b>" in answer.text
    assert "Offices" not in answer.text and "Legal" not in answer.text
    assert (
        client.get(f"/survey/waves/{wave.id}/groups/{group(wave, 'Clinics').id}").status_code == 200
    )


def test_whose_unit_is_not_shown_is_told_why_and_sees_the_nearest_that_is(client, units, wave):
    client.sign_in(make_person("Ane", unit_id=units["Till"].id))

    answer = client.get(f"/survey/waves/{wave.id}/results")
    assert list(rows(answer)) == ["Everything", "Offices"]
    assert "Your unit, Till, is not shown by itself. Fewer than 5" in words(answer)


def test_a_unit_newer_than_the_wave_stands_under_the_one_above_it(client, units, wave):
    new = make_unit("Night desk", make_unit("Desks", units["Clinics"]))
    client.sign_in(make_person("Ane", unit_id=new.id))

    assert list(rows(client.get(f"/survey/waves/{wave.id}/results"))) == ["Everything", "Clinics"]


@pytest.mark.parametrize("unit", [None, "elsewhere"])
def test_whoever_was_in_no_group_sees_the_whole(client, wave, unit):
    unit = unit and make_unit("Elsewhere").id
    client.sign_in(make_person("Ane", unit_id=unit))

    assert list(rows(client.get(f"/survey/waves/{wave.id}/results"))) == ["Everything"]


@pytest.mark.parametrize("name", ["Offices", "Legal", "Till", "People"])
def test_another_unit_is_not_there(client, units, wave, name):
    client.sign_in(make_person("Ane", unit_id=units["Clinics"].id))
    assert client.get(f"/survey/waves/{wave.id}/groups/{group(wave, name).id}").status_code == 404


def test_a_group_of_another_wave_is_not_there(client, hr, wave):
    other = counted_wave(TOLD, by=hr, name="Spring")
    client.sign_in(hr)
    ours, theirs = group(wave, "Clinics").id, group(other, "Clinics").id
    assert client.get(f"/survey/waves/{wave.id}/groups/{ours}").status_code == 200
    assert client.get(f"/survey/waves/{wave.id}/groups/{theirs}").status_code == 404
    assert client.get(f"/survey/waves/{wave.id}/groups/{2**31 - 2}").status_code == 404
    assert client.get(f"/survey/waves/{wave.id}/groups/{2**40}").status_code == 404


def test_nobody_sees_figures_before_closing_and_others_not_before_publishing(
    client, units, hr, ane
):
    draft, opened = draft_wave(name="Draft"), open_wave(by=hr, name="Open")
    for number in (draft.id, opened.id, 2**31 - 2):
        for person in (hr, ane):
            client.sign_in(person)
            assert client.get(f"/survey/waves/{number}/results").status_code == 404
    with writing():
        db.session.get_one(Wave, opened.id).stop(by=None)
    assert client.sign_in(hr).get(f"/survey/waves/{opened.id}/results").status_code == 404


def test_hr_sees_from_closing_on_that_it_is_not_published(client, units, hr, ane, iker):
    wave = counted_wave(TOLD, by=hr, published=False)
    answer = client.sign_in(hr).get(f"/survey/waves/{wave.id}/results")
    assert "Not published yet: only HR sees these pages." in answer.text
    for person in (ane, iker):
        assert client.sign_in(person).get(f"/survey/waves/{wave.id}/results").status_code == 404


def test_a_low_response_rate_is_a_warning(client, hr, units):
    low = counted_wave({"Everything": figures(25, invited=43)}, by=hr)
    answer = client.sign_in(hr).get(f"/survey/waves/{low.id}/results")
    assert "58%" in answer.text and "Fewer than 60% answered." in words(answer)

    high = counted_wave({"Everything": figures(26, invited=43)}, by=hr, name="Spring")
    answer = client.get(f"/survey/waves/{high.id}/results")
    assert "60%" in answer.text and "Fewer than 60% answered." not in words(answer)


def test_the_score_of_those_who_work_here_is_never_called_by_its_bare_name(client, hr, wave):
    said = words(client.sign_in(hr).get(f"/survey/waves/{wave.id}/results"))
    assert "employee NPS" in said and "+18" in said
    assert not re.search(r"(?<!mployee )NPS", said)


def test_a_small_group_has_a_band_and_no_rate(client, hr, wave):
    answer = client.sign_in(hr).get(f"/survey/waves/{wave.id}/groups/{group(wave, 'Offices').id}")
    said = words(answer)
    assert "5–9 answers." in said and "5 to 9 answers" in said
    assert "of 14" not in said and "Detail only from 10 answers on" in said


def compared(changed, dimension=None):
    told = figures(42, 67.1, changed=changed)
    told["dimensions"]["empathy"] = score(80, changed=dimension)
    return {"Everything": told}


def test_a_change_has_an_arrow_only_where_the_figures_say_so(client, hr, units):
    counted_wave({"Everything": figures(40, 66.0)}, by=hr, name="Spring")
    told = compared(change(66.0, 1.1), change(70.0, 10.0, "up"))
    wave = counted_wave(told, by=hr, name="Autumn")
    path = f"/survey/waves/{wave.id}/results"

    answer = client.sign_in(hr).get(path)
    said = words(answer)
    assert "In “Spring” it was 66: the change may be chance." in said
    assert [cell for cell in rows(answer)["Everything"] if "▲" in cell] == [
        "80 ▲ rises by more than chance ± 3"
    ]

    alone = client.get(f"{path}?compare=no")
    assert "it was 66" not in words(alone) and "▲" not in alone.text
    assert "Compare with “Spring”" in words(alone)


def test_what_is_not_published_is_not_told_by_what_came_after(client, hr, units):
    counted_wave({"Everything": figures(40, 66.0)}, by=hr, name="Spring", published=False)
    wave = counted_wave(compared(change(66.4, 1.1)), by=hr, name="Autumn")

    path = f"/survey/waves/{wave.id}/results"
    assert "it was 66" in words(client.sign_in(hr).get(path))
    answer = client.sign_in(make_person("Ane")).get(path)
    assert "it was" not in words(answer) and "Spring" not in answer.text


def test_a_wave_that_could_not_be_read_says_so(client, hr, units):
    wave = counted_wave({}, by=hr)
    with writing():
        for one in db.session.scalars(select(Group).where(Group.wave_id == wave.id)):
            one.hidden = None
    answer = client.sign_in(hr).get(f"/survey/waves/{wave.id}/results")
    assert "Its answers could not be counted." in words(answer)


def test_nearly_all_agreeing_is_said_without_a_number(client, hr, units):
    told = figures(42)
    told["items"]["q1"] = asked([42, 42], capped="high")
    told["items"]["q2"] = asked([42, 42], capped="low")
    told["items"]["q3"] = {"hidden": "protects"}
    wave = counted_wave({"Everything": told}, by=hr)

    answer = client.sign_in(hr).get(f"/survey/waves/{wave.id}/results")
    said = words(answer)
    assert "90% or more are favourable" in said and "10% or fewer are favourable" in said
    assert "With it another group’s could be calculated" in said
    assert 'id="bar-q4"' in answer.text
    assert not re.search(r'id="bar-q[123]"', answer.text)


def test_figures_come_from_groups_alone():
    """Nothing that shows results can ask for what somebody answered."""
    for name in RESULTS:
        tree = ast.parse((ROOT / "app" / "survey" / name).read_text())
        known = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
        known |= {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
        known |= {
            part
            for node in ast.walk(tree)
            if isinstance(node, ast.Import | ast.ImportFrom)
            for alias in node.names
            for part in alias.name.split(".")
        }
        assert not known & {"Ballot", "Sealed", "Receipt", "tallying", "closing", "answers_of"}


def test_what_is_below_a_hidden_group_says_so_and_counts_in_what_is_shown_above(client, hr, units):
    told = {"Everything": figures(42), "Offices": Hidden.PROTECTS, "Till": Hidden.BELOW}
    wave = counted_wave(told, by=hr)

    client.sign_in(hr)
    matrix = rows(client.get(f"/survey/waves/{wave.id}/results"))
    assert matrix["Till"] == ["It is part of a hidden group"]
    offices = client.get(f"/survey/waves/{wave.id}/groups/{group(wave, 'Offices').id}")
    assert "Nothing is told of this group by itself. With 5 answers or more" in words(offices)
    assert 'id="questions"' not in offices.text


@pytest.mark.parametrize("many", [1, 12, 60])
def test_it_asks_as_much_of_a_house_with_many_units_as_of_one(client, hr, units, queries, many):
    told = {"Everything": figures(42)}
    for number in range(many):
        unit = make_unit(f"Unit {number:03}", units["Everything"])
        make_person(unit_id=unit.id)
        told[unit.name] = figures(30)
    wave = counted_wave(told, by=hr)
    client.sign_in(hr)
    path = f"/survey/waves/{wave.id}/results"
    client.get(path)

    queries.clear()
    answer = client.get(path)
    assert len(queries) <= 8
    seen = len(rows(answer)) - 1
    assert seen <= 40
    while more := re.search(r'rel="next" href="(.*?)"', answer.text):
        answer = client.get(unescape(more[1]))
        seen += len(rows(answer)) - 1
    assert seen == (5 + many if many < 40 else 4 + many)  # the level below has its own pages


def drawing(answer, name):
    """The picture whose title has this id."""
    return re.search(rf'<svg[^>]*aria-labelledby="{name}".*?</svg>', answer.text, re.S)[0]


def test_each_bar_is_drawn_as_the_table_beside_it_says(client, hr, units):
    told = figures(42)
    told["items"]["q2"]["distribution"] = [0, 3, 30, 47, 20]
    wave = counted_wave({"Everything": told}, by=hr)
    answer = client.sign_in(hr).get(f"/survey/waves/{wave.id}/results")

    table = re.search(r'id="questions-table".*?</table>', answer.text, re.S)[0]
    lines = re.findall(r"<tr>.*?</tr>", table, re.S)[1:]
    for code, line in (("q1", lines[0]), ("q2", lines[1])):
        cells = re.findall(r'<td class="n">(.*?)</td>', line, re.S)
        percents = [int(cell.rstrip("%")) for cell in cells[-5:]]
        assert percents == told["items"][code]["distribution"]

        bar = drawing(answer, f"bar-{code}")
        widths = {
            int(step): float(width)
            for step, width in re.findall(r'data-h="(\d)"[^>]* width="([\d.]+)"', bar)
        }
        drawn = 468 - 2 * (len(widths) - 1)
        shown = {step: percent for step, percent in enumerate(percents, start=1) if percent}
        assert {step: round(100 * width / drawn) for step, width in widths.items()} == shown
        title = re.search(r"<title.*?>(.*?)</title>", bar)[1]
        assert [int(n) for n in re.findall(r"(\d+)%", title)] == percents


def test_each_line_is_drawn_where_the_matrix_says(client, hr, wave):
    answer = client.sign_in(hr).get(f"/survey/waves/{wave.id}/results")
    ticks = re.search(r'class="ticks".*?</li>', answer.text, re.S)[0]
    marks = [(float(x), int(n)) for x, n in re.findall(r'x="([\d.]+)" y="14">(\d+)<', ticks)]
    (first, low), (last, high) = marks[0], marks[-1]

    for name in ("Everything", "Clinics", "Offices"):
        strip = drawing(answer, f"strip-{group(wave, name).id}")
        x = float(re.search(r'class="pt" cx="([\d.]+)"', strip)[1])
        drawn = low + (x - first) / (last - first) * (high - low)
        index, margin = rows(answer)[name][0].split(" ± ")
        assert abs(drawn - int(index)) < 1
        left, right = map(float, re.search(r'class="ci" d="M([\d.]+) 14H([\d.]+)"', strip).groups())
        half = (right - left) / 2 / (last - first) * (high - low)
        assert abs(half - int(margin)) < 1
