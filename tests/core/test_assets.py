"""Assets: one file per list, names made from content, right addresses, cached for good."""

import gzip
import os
import time

import brotli
import pytest
from flask import Flask

from app.core import assets

DAY = 24 * 60 * 60


@pytest.fixture
def source(tmp_path):
    def write(path, text):
        file = tmp_path / "static" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)

    write("css/app.css", '/* the list */\n@import "tokens.css";\n@import "parts/button.css";\n')
    write(
        "css/tokens.css",
        '@layer a, b;\n@font-face { src: url("../fonts/body.woff2") }\n',
    )
    write(
        "css/parts/button.css",
        '.b::before { content: "a  /* kept */ : b" }\n.b > a:hover { color: red; margin: 0 auto }\n'
        ".c { background: url(../../icons/icons.svg); mask: url(data:image/png;base64,AA) }\n",
    )
    write("js/app.js", '// the list\nimport "./one.js";\nimport "./two.js";\n')
    write("js/one.js", "// says one\nconst words = 1;\nwindow.one = words;\n")
    write("js/two.js", "const words = 2;\nwindow.two = words;\n")
    write("fonts/body.woff2", "not really a font")
    write("icons/icons.svg", '<svg><symbol id="bell"/><symbol id="plus"/></svg>')
    write("vendor/lib.js", "// theirs\nwindow.lib = 1;\n")
    write("vendor/LICENSE.txt", "do as you like")
    return tmp_path / "static"


def built(source, path):
    manifest = assets.build(source, source / "dist")
    return (source / "dist" / manifest["files"][path]).read_text()


def test_a_list_becomes_one_file_and_its_parts_none(source):
    files = assets.build(source, source / "dist")["files"]

    assert set(files) == {
        "css/app.css",
        "js/app.js",
        "fonts/body.woff2",
        "icons/icons.svg",
        "vendor/lib.js",
    }
    assert "@import" not in built(source, "css/app.css")
    assert built(source, "css/app.css").index("@layer") < built(source, "css/app.css").index(".b")


def test_addresses_inside_the_bundle_point_at_hashed_neighbours(source):
    css = built(source, "css/app.css")
    files = assets.build(source, source / "dist")["files"]

    assert f'url("{files["fonts/body.woff2"]}")' in css
    assert f'url("{files["icons/icons.svg"]}")' in css
    assert "url(data:image/png;base64,AA)" in css


def test_noise_goes_and_strings_and_selectors_stay(source):
    css = built(source, "css/app.css")

    assert "the list" not in css
    assert 'content:"a  /* kept */ : b"' in css
    assert ".b > a:hover{color:red;margin:0 auto}" in css


def test_modules_do_not_see_each_others_names(source):
    script = built(source, "js/app.js")

    assert script.count("{\nconst words") == 2
    assert "import" not in script and "says one" not in script


def test_what_others_wrote_stays_as_they_wrote_it(source):
    assert built(source, "vendor/lib.js") == "// theirs\nwindow.lib = 1;\n"


def test_a_changed_source_changes_its_name_and_only_its_own(source):
    before = assets.build(source, source / "dist")["files"]
    (source / "js/two.js").write_text("window.two = 3;\n")
    after = assets.build(source, source / "dist")["files"]

    assert {path for path in before if before[path] != after[path]} == {"js/app.js"}
    assert "window.two = 3" in (source / "dist" / after["js/app.js"]).read_text()


def test_touching_a_source_builds_nothing(source):
    assets.build(source, source / "dist")
    manifest = source / "dist/manifest.json"
    os.utime(source / "js/two.js", (0, 0))
    os.utime(manifest, (0, 0))

    assets.build(source, source / "dist")

    assert manifest.stat().st_mtime == 0


def test_twins_hold_the_same_bytes(source):
    name = assets.build(source, source / "dist")["files"]["css/app.css"]
    plain = (source / "dist" / name).read_bytes()

    assert brotli.decompress((source / "dist" / f"{name}.br").read_bytes()) == plain
    assert gzip.decompress((source / "dist" / f"{name}.gz").read_bytes()) == plain
    assert not list((source / "dist").glob("*.woff2.br"))


def test_old_files_stay_for_a_day_for_pages_that_still_name_them(source):
    old = assets.build(source, source / "dist")["files"]["js/app.js"]
    (source / "js/two.js").write_text("window.two = 3;\n")
    assets.build(source, source / "dist")
    assert (source / "dist" / old).exists()

    os.utime(source / "dist" / old, (time.time() - 2 * DAY,) * 2)
    (source / "js/two.js").write_text("window.two = 4;\n")
    assets.build(source, source / "dist")
    assert not (source / "dist" / old).exists()


@pytest.mark.parametrize(
    "path, text",
    [("css/app.css", '@import "nowhere.css";'), ("css/app.css", 'a { src: url("nowhere.woff2") }')],
)
def test_a_name_that_leads_nowhere_is_an_error(source, path, text):
    (source / path).write_text(text)

    with pytest.raises(FileNotFoundError, match="nowhere"):
        assets.build(source, source / "dist")


@pytest.fixture
def site(source):
    app = Flask(__name__, static_folder=str(source))
    assets.init_app(app)
    app.add_url_rule("/", view_func=lambda: "home")
    return app


def test_files_are_served_compressed_and_for_good(site):
    with site.app_context():
        address = site.jinja_env.globals["asset"]("css/app.css")
    answer = site.test_client().get(address, headers={"Accept-Encoding": "br, gzip"})

    assert address.startswith("/static/dist/app.")
    assert answer.status_code == 200
    assert answer.headers["Content-Encoding"] == "br"
    assert "immutable" in answer.headers["Cache-Control"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "Access-Control-Allow-Origin" not in answer.headers
    answer.close()


def test_the_application_still_answers_behind_them(site):
    assert site.test_client().get("/").text == "home"


def test_a_drawing_is_named_by_itself_whichever_sheet_holds_it(site):
    symbol = site.jinja_env.globals["symbol"]

    assert symbol("plus").startswith("/static/dist/icons.") and symbol("plus").endswith(".svg#plus")
    with pytest.raises(KeyError):
        symbol("unicorn")


def test_while_developing_a_change_shows_at_once(source):
    app = Flask(__name__, static_folder=str(source))
    app.debug = True
    assets.init_app(app)
    app.add_url_rule("/", view_func=lambda: app.jinja_env.globals["asset"]("js/app.js"))
    before = app.test_client().get("/").text

    (source / "js/two.js").write_text("window.two = 5;\n")
    after = app.test_client().get("/").text

    assert before != after
    with app.test_client().get(after) as answer:
        assert "window.two = 5" in answer.text
