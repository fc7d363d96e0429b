"""The bench itself, at a tiny size: what it plants, what it measures, and that it looks."""

import json
import sqlite3

import pytest

from bench.__main__ import main
from bench.load import Answers
from bench.pages import Measured, Wrong
from bench.planting import TALK
from bench.report import LEAST_OF_HELLO

SMALL = ["--people", "20", "--posts", "30", "--comments", "60", "--rounds", "1"]
QUICK = ["--seconds", "0.1", "--crowd", "0.3"]


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    """One run, and where it kept what it planted and what it found."""
    kept, results = tmp_path_factory.mktemp("kept"), tmp_path_factory.mktemp("results")
    code = main([*SMALL, *QUICK, "--kept", str(kept), "--results", str(results)])
    (planted,) = kept.iterdir()  # the copies it lived in are gone
    return code, planted, results


def test_it_plants_what_it_was_asked_for(run):
    with sqlite3.connect(run[1] / "wowista.db") as planted:

        def count(question):
            return planted.execute(question).fetchone()[0]

        assert count("SELECT count(*) FROM people WHERE email LIKE '%@planted.test'") == 20
        newest = "SELECT max(id) FROM posts"
        assert count(f"SELECT count(*) FROM posts WHERE id > ({newest}) - 30") == 30
        on_it = f"SELECT count(*) FROM comments WHERE subject_id = ({newest})"
        assert count(on_it) == TALK
        assert count("SELECT count(*) FROM text_index WHERE title LIKE '%llamada%'") > 0


def test_what_is_written_in_a_round_is_not_kept(run):
    said = "Gracias por contarlo con tanta claridad."
    with sqlite3.connect(run[1] / "wowista.db") as planted:
        found = planted.execute("SELECT count(*) FROM comments WHERE text = ?", (said,))
        before = found.fetchone()[0]
    assert before <= 60
    assert run[1].name.startswith("20-30-60-")


def test_it_tells_what_it_found(run):
    code, _, results = run
    records = json.loads((results / "results.json").read_text())
    by_page = {one["page"]: one for one in records}

    assert {"hello", "home", "list", "post", "list, unchanged", "comment", "sign in"} <= set(
        by_page
    )
    wanted = {"page", "posts", "rps", "limit_rps", "p50_ms", "p99_ms", "cpu_ms", "queries", "bytes"}
    assert all(wanted | {"date"} <= set(one) for one in records)
    for page in ("home", "list", "post", "board"):
        assert by_page[page]["posts"] == 30 and by_page[page]["limit_rps"] > 0
        assert by_page[page]["bytes"] == pytest.approx(
            by_page[f"limit of {page}"]["bytes"], rel=0.02
        )
        assert page in (results / "RESULTS.md").read_text()
    assert by_page["16 writers"]["errors"] == 0
    assert by_page["a reader while 50 sign in"]["errors"] == 0
    assert code in (0, 1) and LEAST_OF_HELLO == 0.15


def test_a_page_that_shows_less_is_not_measured():
    page = Measured("list", "/blog", 2, lambda page: page.count("<li>"), ("Una llamada",))

    page.check("<li>Una llamada</li><li>Otra</li>")
    with pytest.raises(Wrong, match="1 rows"):
        page.check("<li>Una llamada</li>")
    with pytest.raises(Wrong, match="Una llamada"):
        page.check("<li><script>Una llamada</script></li><li></li>")


def test_times_are_told_as_they_were():
    answers = Answers(seconds=2.0, waits=[0.001 * number for number in range(1, 101)])
    assert answers.rps == 50
    assert answers.wait_ms(0.5) == pytest.approx(51)
    assert answers.wait_ms(0.99) == pytest.approx(100)
