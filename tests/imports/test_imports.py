"""Upload, look, say yes, watch, read the report, take it back: with a script and without."""

import csv
import io
import re
from pathlib import Path

import pytest

from app.blog.models import Post
from app.core.db import db, writing
from app.core.storage import storage
from app.imports.models import Import, Note
from app.imports.routes.imports import LARGEST
from tests.conftest import at_once
from tests.imports.driving import bring_in, go_on, outcomes, upload
from tests.imports.trees import HUGO, JEKYLL, picture, zipped

HEAD = "---\ntitle: {}\ndate: 2019-05-01\n---\n"


def many(count):
    return {f"{n:04}.md": HEAD.format(f"Post {n}") + f"Text {n}." for n in range(count)}


def test_what_was_understood_is_shown_before_anything_is_published(client, nerea):
    number = upload(client.sign_in(nerea), HUGO)
    page = client.get(f"/imports/{number}").text
    for shown in (
        "La sala",
        "1 March 2020",
        "Jon Lasa, as written",
        "It is a draft.",
        "index.md",
    ):
        assert shown in page
    assert "Bring them in" in page
    assert db.session.query(Post).count() == 0


def test_authors_who_were_found_stand_apart_from_names_kept_as_text(client, nerea, jon):
    text = "---\ntitle: A\ndate: 2019-05-01\nauthors: [Jon, Nobody Here]\n---\nx"
    number = upload(client.sign_in(nerea), {"a.md": text, "b.txt": ""})
    page = client.get(f"/imports/{number}").text
    assert '<b dir="auto">Jon</b>' in page and "Nobody Here, as written" in page


def test_every_chunk_is_a_step_and_the_last_one_finishes(client, nerea):
    number = upload(client.sign_in(nerea), many(120))
    assert go_on(client, number) == 3
    assert db.session.query(Post).count() == 120
    assert "It is finished." in client.get(f"/imports/{number}").text


def test_with_htmx_a_step_asks_for_the_next_until_there_is_none(client, nerea):
    number = upload(client.sign_in(nerea), many(70))
    first = client.post(f"/imports/{number}/steps", htmx=True)
    assert first.status_code == 200 and "<html" not in first.text
    assert first.text.lstrip().startswith(f'<div id="import-{number}"')
    assert 'hx-trigger="load delay' in first.text and 'value="50" max="70"' in first.text
    last = client.post(f"/imports/{number}/steps", htmx=True)
    assert "hx-trigger" not in last.text and "It is finished." in last.text


def test_an_import_left_in_the_middle_is_gone_on_with(client, nerea):
    number = upload(client.sign_in(nerea), many(70))
    client.post(f"/imports/{number}/steps")
    page = client.get(f"/imports/{number}").text
    assert "50 of 70" in page and "Continue" in page
    go_on(client, number)
    assert db.session.query(Post).count() == 70


def test_two_browsers_that_step_at_once_bring_in_nothing_twice_and_leave_nothing_out(
    app, client, nerea
):
    number = upload(client.sign_in(nerea), many(70))
    answers = at_once(app, *[(nerea, f"/imports/{number}/steps", {})] * 2)

    assert [answer.status_code for answer in answers] == [303, 303]
    assert db.session.get(Import, number).reached in (50, 70)  # as many as there are posts
    assert db.session.query(Post).count() == db.session.get(Import, number).reached
    go_on(client, number)
    assert db.session.query(Post).count() == 70


def test_whoever_comes_too_late_leaves_no_pictures_behind(app, client, nerea):
    files = {"a.md": HEAD.format("A") + "![x](x.png)", "x.png": picture()}
    number = upload(client.sign_in(nerea), files)
    folder = storage()._folder
    before = {path.name for path in folder.rglob("*") if path.is_file()}
    at_once(app, *[(nerea, f"/imports/{number}/steps", {})] * 2)
    after = {path.name for path in folder.rglob("*") if path.is_file()} - before
    assert len(after) == 2  # the picture and its small copy; the upload is gone


def test_a_step_after_the_last_changes_nothing(client, nerea):
    number = bring_in(client.sign_in(nerea), many(2))
    assert client.post(f"/imports/{number}/steps").status_code == 303
    assert db.session.query(Post).count() == 2


def test_the_upload_is_gone_when_it_is_finished(client, nerea):
    number = upload(client.sign_in(nerea), many(1) | {"b.txt": ""})
    key = db.session.get(Import, number).file
    assert storage().exists(key)
    go_on(client, number)
    assert not storage().exists(key) and db.session.get(Import, number).file is None


def test_throwing_away_what_only_waits(client, nerea):
    number = upload(client.sign_in(nerea), many(1) | {"b.txt": ""})
    key = db.session.get(Import, number).file
    answer = client.post(f"/imports/{number}?_method=DELETE", follow_redirects=True)
    assert "Thrown away." in answer.text
    assert not storage().exists(key)
    assert db.session.query(Import).count() == db.session.query(Note).count() == 0


def test_stopping_in_the_middle_takes_back_what_came(client, nerea):
    number = upload(client.sign_in(nerea), many(60))
    client.post(f"/imports/{number}/steps")
    client.delete(f"/imports/{number}")
    assert {post.state.value for post in db.session.query(Post)} == {"withdrawn"}
    assert client.post(f"/imports/{number}/steps").status_code == 303
    assert db.session.query(Post).count() == 50


def test_an_upload_that_was_lost_is_said(client, nerea):
    number = upload(client.sign_in(nerea), many(3))
    storage().delete(db.session.get(Import, number).file)
    answer = client.post(f"/imports/{number}/steps", follow_redirects=True)
    assert "no longer here" in answer.text
    assert db.session.query(Post).count() == 0


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({}, "Choose the file"),
        ({"kind": "blog"}, "Choose the file"),
        ({"kind": "people", "file": (zipped({"a": ""}), "a.zip")}, "Not a valid choice"),
        ({"kind": "blog", "file": (io.BytesIO(b"no zip"), "a.zip")}, "not a zip we can read"),
        ({"kind": "blog", "file": (io.BytesIO(b""), "a.zip")}, "not a zip we can read"),
        ({"kind": "blog", "once": "x", "file": (zipped({"a": ""}), "a.zip")}, "Invalid"),
    ],
)
def test_what_cannot_be_read_is_said_at_its_field(client, nerea, data, words):
    answer = client.sign_in(nerea).post("/imports", data=data)
    assert answer.status_code == 422 and words in answer.text


def test_a_zip_with_nothing_for_us_says_so(client, nerea):
    number = upload(client.sign_in(nerea), {"a.txt": "x", "b.png": picture()})
    page = client.get(f"/imports/{number}").text
    assert "nothing in it we could bring in" in page and "Bring them in" not in page


def test_sending_the_form_twice_makes_one_import(client, nerea):
    client.sign_in(nerea)
    once = "0123456789abcdef" * 2
    answers = [
        client.post("/imports", data={"kind": "blog", "once": once, "file": (zipped(many(1)), "a")})
        for _ in range(2)
    ]
    assert answers[0].location == answers[1].location
    assert db.session.query(Import).count() == 1


def test_the_report_is_filtered_and_paged(client, nerea):
    files = many(104) | {"z.md": HEAD.format("Z"), "y.md": "---\na: b: c\n---\n"}
    number = bring_in(client.sign_in(nerea), files)
    page = client.get(f"/imports/{number}").text
    assert page.count(".md</p>") == 100 and "More files" in page
    refused = client.get(f"/imports/{number}?outcome=refused").text
    assert "There is nothing in it." in refused and "look at line 2" in refused
    assert "Post 3" not in refused
    assert "Nothing here" in client.get(f"/imports/{number}?outcome=known").text
    for nonsense in ("outcome=x&after=y", "outcome=refused&after=99999999", "after=-1"):
        assert client.get(f"/imports/{number}?{nonsense}").status_code == 200


def test_the_report_comes_as_a_table_that_calculates_nothing(client, nerea):
    files = {"=a.md": HEAD.format("'=1+1'") + "x", "b.md": "---\na: b: c\n---\n"}
    number = bring_in(client.sign_in(nerea), files)
    answer = client.get(f"/imports/{number}/report")
    assert answer.mimetype == "text/csv" and "attachment" in answer.headers["Content-Disposition"]
    table = list(csv.reader(io.StringIO(answer.data.decode("utf-8-sig"))))
    assert table[0] == ["File", "Title", "What became of it", "Why"]
    assert ["'=a.md", "'=1+1", "Brought in", ""] in table
    assert table[-1][0] == "b.md" and "look at line 2" in table[-1][3]
    assert not any(cell.startswith(tuple("=+-@\t\r")) for row in table for cell in row)


def test_whoever_may_bring_in_something_else_sees_nothing_of_it(client, nerea, jon):
    number = upload(client.sign_in(nerea), many(1) | {"b.txt": ""})
    client.sign_in(jon)
    assert "posts" not in client.get("/imports/new").text
    assert client.get(f"/imports/{number}").status_code == 404
    assert client.post(f"/imports/{number}/steps").status_code == 404
    answer = client.post("/imports", data={"kind": "blog", "file": (zipped(many(1)), "a.zip")})
    assert answer.status_code == 422 and db.session.query(Post).count() == 0


@pytest.mark.parametrize("who", ["ane", "rosa", "maider"])
def test_others_may_not(client, request, nerea, who):
    number = upload(client.sign_in(nerea), many(1) | {"b.txt": ""})
    client.sign_in(request.getfixturevalue(who))
    for visit in (client.get("/imports"), client.get("/imports/new"), client.post("/imports")):
        assert visit.status_code == 403
    for visit in (
        client.get(f"/imports/{number}"),
        client.get(f"/imports/{number}/report"),
        client.post(f"/imports/{number}/steps"),
        client.delete(f"/imports/{number}"),
    ):
        assert visit.status_code == 404
    assert db.session.query(Post).count() == 0


def test_whoever_lost_the_role_does_not_go_on(client, nerea):
    number = upload(client.sign_in(nerea), many(1) | {"b.txt": ""})
    with writing():
        db.session.merge(nerea).grants.clear()
    assert client.get(f"/imports/{number}").status_code == 200
    assert client.post(f"/imports/{number}/steps").status_code == 403
    assert client.delete(f"/imports/{number}").status_code == 403


def test_administration_sees_everybody_s(client, nerea, iker):
    number = upload(client.sign_in(nerea), many(1) | {"b.txt": ""}, name="of-nerea.zip")
    client.sign_in(iker)
    assert "of-nerea.zip" in client.get("/imports").text
    assert client.get(f"/imports/{number}").status_code == 200


@pytest.mark.parametrize("path", ["/imports", "/imports/{}", "/imports/{}?outcome=brought-in"])
def test_a_page_asks_as_little_for_many_files_as_for_one(client, nerea, queries, path):
    counts = []
    for count in (2, 12):
        for _ in range(count):
            number = bring_in(client.sign_in(nerea), many(count))
        client.get(path.format(number))
        queries.clear()
        client.get(path.format(number))
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 8


def test_a_name_and_a_file_full_of_tricks(client, nerea):
    name = '<script>alert(1)</script>"\x00'
    files = {f"{n}<b>.md": HEAD.format("'<img src=x onerror=alert(1)>'") + "x" for n in range(2)}
    number = upload(client.sign_in(nerea), files, name=name)
    page = client.get(f"/imports/{number}").text
    assert "<script>alert" not in page and "<img src=x" not in page and "<b>.md" not in page
    assert "alert(1)" in page


def test_a_browser_and_the_command_line_give_the_same(app, client, nerea, tmp_path):
    browser = bring_in(client.sign_in(nerea), JEKYLL)
    first = {post.source: (post.title, post.published_at) for post in db.session.query(Post)}
    (tmp_path / "a.zip").write_bytes(zipped(JEKYLL).getvalue())

    run = app.test_cli_runner().invoke(args=["blog", "import", str(tmp_path / "a.zip")])

    assert run.exit_code == 0, run.output
    second = db.session.query(Import).order_by(Import.id.desc()).first()
    assert set(outcomes(second.id)) == set(outcomes(browser))
    assert {
        post.source: (post.title, post.published_at) for post in db.session.query(Post)
    } == first


@pytest.mark.parametrize("number", ["9" * 30, "-" + "9" * 30, str(2**31), str(2**63), "-1", "x"])
def test_a_page_that_begins_beside_no_row_is_a_page(client, nerea, number):
    waiting = upload(client.sign_in(nerea), many(1))

    assert client.get(f"/imports?before={number}").status_code == 200
    assert client.get(f"/imports/{waiting}?after={number}").status_code == 200


def test_the_proxy_an_operator_copies_lets_an_import_through():
    settings = Path(__file__).parents[2].joinpath("deploy/nginx.conf").read_text()
    place = settings[settings.index("location = /imports {") :]
    assert int(re.search(r"client_max_body_size (\d+)m", place)[1]) >= LARGEST
