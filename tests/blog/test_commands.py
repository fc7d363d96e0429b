"""`flask blog import` and `flask blog export`."""

import zipfile

import pytest

from app.blog.models import Post
from app.core.db import db
from app.imports.models import Import
from tests.factories import make_person, make_post
from tests.imports.trees import HUGO, JEKYLL, unfolded, zipped


@pytest.fixture
def flask(app, nerea):
    def run(*args):
        answer = app.test_cli_runner().invoke(args=["blog", *map(str, args)])
        db.session.rollback()
        return answer

    return run


def test_a_folder_comes_in(flask, tmp_path, nerea):
    run = flask("import", unfolded(HUGO, tmp_path / "site"))
    assert run.exit_code == 0, run.output
    assert "content/post/borrador.md: It is a draft." in run.output
    assert "3  Brought in" in run.output
    import_ = db.session.query(Import).one()
    assert (import_.name, import_.person_id, import_.state.value) == ("site", nerea.id, "finished")


def test_again_brings_in_nothing(flask, tmp_path):
    site = unfolded(JEKYLL, tmp_path / "site")
    flask("import", site)
    run = flask("import", site)
    assert "2  Already here" in run.output and run.exit_code == 0
    assert db.session.query(Post).count() == 2


def test_what_was_refused_ends_with_one(flask, tmp_path):
    site = unfolded({"a.md": "---\na: b: c\n---\nx", "b.md": "# B\nx"}, tmp_path / "site")
    run = flask("import", site)
    assert run.exit_code == 1
    assert "a.md: Its front matter could not be read: look at line 2." in run.output
    assert [post.title for post in db.session.query(Post)] == ["B"]


def test_it_is_somebody_s_who_may(flask, tmp_path, iker, ane):
    site = unfolded({"a.md": "# A\nx"}, tmp_path / "site")
    assert flask("import", site, "--as", ane.email).exit_code == 1
    assert flask("import", site, "--as", "nobody@example.com").exit_code == 1
    assert flask("import", site, "--as", iker.email).exit_code == 0
    assert db.session.query(Import).one().person_id == iker.id


@pytest.mark.parametrize("content", [b"", b"no zip", zipped({"a.md": "x"}).getvalue()[:-9]])
def test_what_is_no_zip_is_refused(flask, tmp_path, content):
    (tmp_path / "a.zip").write_bytes(content)
    run = flask("import", tmp_path / "a.zip")
    assert run.exit_code == 1 and "not a zip we can read" in run.output
    assert db.session.query(Import).count() == 0


def test_nobody_may_yet(app, tmp_path):
    make_person("Ane")
    run = app.test_cli_runner().invoke(args=["blog", "import", str(tmp_path)])
    assert run.exit_code == 1 and "Nobody here may" in run.output


def test_everything_goes_out_into_a_folder_or_a_zip(flask, tmp_path):
    make_post(title="Twelve rings")
    assert flask("export", tmp_path / "out").exit_code == 0
    assert flask("export", tmp_path / "out.zip", "--zip").exit_code == 0
    [file] = (tmp_path / "out").rglob("*.md")
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        assert archive.read(f"posts/{file.name}") == file.read_bytes()
        assert archive.testzip() is None


def test_nothing_is_written_over(flask, tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    assert flask("export", tmp_path).exit_code == 1
    assert flask("export", tmp_path / "mine.txt", "--zip").exit_code == 1
    assert (tmp_path / "mine.txt").read_text() == "mine"
