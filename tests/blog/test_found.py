"""What the files of Jekyll, Hugo and Zola say, and what a file says that nobody else wrote."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.blog import site
from app.blog.found import LeftOut, understand
from app.blog.head import Writer
from app.core.remarks import Unreadable
from tests.imports.trees import HUGO, JEKYLL, ZOLA, tree

NOW = datetime(2024, 1, 1)
MADRID = ZoneInfo("Europe/Madrid")


def read(files, place):
    opened = tree(files)
    return understand(opened, site_of(opened), place, now=NOW)


def site_of(opened):
    return site.of(opened, zone=MADRID, language="es")


def said(found):
    return [str(remark.words) for remark in found.remarks]


def one(text, name="a.md"):
    return read({name: text, "other.txt": ""}, name)


@pytest.mark.parametrize(
    ("files", "kind", "posts", "left_out"),
    [
        (
            JEKYLL,
            "jekyll",
            ["_posts/2019-05-01-que-irse-sea-facil.md", "_posts/2019-05-02-segundo.markdown"],
            {"_drafts/algun-dia.md", "about.md"},
        ),
        (
            HUGO,
            "hugo",
            [
                "content/about.md",
                "content/post/borrador.md",
                "content/post/sala/index.md",
                "content/post/voz.eu.md",
                "content/post/voz.md",
            ],
            {"content/post/_index.md"},
        ),
        (ZOLA, "zola", ["content/blog/2021-01-05-o-balcao.md", "content/blog/outra.md"], set()),
        ({"a.md": "x", "b/c.md": "y", "p.png": ""}, "plain", ["a.md", "b/c.md"], set()),
    ],
)
def test_which_files_are_posts(files, kind, posts, left_out):
    opened = tree(files)
    there = site_of(opened)
    found, out = there.posts(opened)
    assert (there.kind, found, {name for name, _ in out}) == (kind, posts, left_out)


def test_a_site_may_lie_in_a_folder():
    files = {f"docs/{name}": content for name, content in JEKYLL.items()} | {"README.md": "x"}
    found = read(files, "docs/_posts/2019-05-01-que-irse-sea-facil.md")
    assert found.addresses == ("/escucha/2019/05/01/que-irse-sea-facil.html",)


def test_jekyll():
    found = read(JEKYLL, "_posts/2019-05-01-que-irse-sea-facil.md")
    assert found.title == "Que irse sea fácil: también enamora"
    assert found.published_at == datetime(2019, 4, 30, 22)
    assert found.authors == (Writer("Ane Etxaniz", "ane@example.com"),)
    assert found.tags == ("bajas", "teléfono", "escucha")
    assert found.language == "eu"
    assert found.cover == "/assets/mesa.png"
    assert found.addresses == ("/escucha/2019/05/01/que-irse-sea-facil.html",)
    assert found.source == "_posts/2019-05-01-que-irse-sea-facil.md"


def test_a_title_may_stand_in_the_text():
    found = read(JEKYLL, "_posts/2019-05-02-segundo.markdown")
    assert found.title == "El segundo"
    assert found.text == "Hola. ![No está](no-esta.png)"
    assert found.published_at == datetime(2019, 5, 2, 8, 15)
    assert found.addresses == ("/escucha/2019/05/02/segundo.html", "/viejo/segundo/")


@pytest.mark.parametrize(
    ("permalink", "address"),
    [
        ("pretty", "/a/2019/05/01/b/"),
        ("none", "/a/b.html"),
        ("ordinal", "/a/2019/121/b.html"),
        ("/blog/:year/:i_month/:title", "/blog/2019/5/b"),
    ],
)
def test_the_addresses_jekyll_gave(permalink, address):
    files = {
        "_config.yml": f"permalink: {permalink}\nbaseurl: ''\n",
        "a/_posts/2019-05-01-b.md": "---\ntitle: B\n---\nx",
    }
    assert read(files, "a/_posts/2019-05-01-b.md").addresses == (address,)


def test_a_site_below_a_path():
    files = {"_config.yml": "baseurl: /club\n", "_posts/2019-05-01-b.md": "---\ntitle: B\n---\nx"}
    assert read(files, "_posts/2019-05-01-b.md").addresses == ("/club/2019/05/01/b.html",)


def test_hugo():
    found = read(HUGO, "content/post/sala/index.md")
    assert found.title == "La sala"
    assert found.published_at == datetime(2020, 2, 29, 23, 30)
    assert found.edited_at == datetime(2020, 3, 1, 23)
    assert found.authors == (Writer("Jon Lasa"), Writer("Otra Persona"))
    assert found.cover == "sala.png"
    assert found.addresses == ("/post/sala/", "/antes/la-sala/")
    assert read(HUGO, "content/post/voz.md").addresses == ("/post/una-voz/",)
    assert read(HUGO, "content/post/voz.eu.md").language == "eu"


def test_hugo_may_order_its_addresses():
    config = {"config.toml": "baseURL='/'\n[permalinks]\npost = '/:year/:month/:title/'"}
    found = read(
        config | {"content/post/a.md": "+++\ntitle='Ñu B'\ndate=2019-05-01\n+++\nx"},
        "content/post/a.md",
    )
    assert found.addresses == ("/2019/05/nu-b/",)


def test_zola():
    found = read(ZOLA, "content/blog/2021-01-05-o-balcao.md")
    assert found.published_at == datetime(2021, 1, 4, 23)
    assert found.tags == ("balcão", "voz")
    assert found.authors == (Writer("Ane Etxaniz"),)
    assert found.language == "pt"
    assert found.cover == "/mar.png"
    assert found.addresses == ("/blog/o-balcao/",)
    assert read(ZOLA, "content/blog/outra.md").edited_at == datetime(2021, 2, 2, 23)


@pytest.mark.parametrize(
    ("place", "words"),
    [("content/post/borrador.md", "It is a draft."), ("content/about.md", "It has no date")],
)
def test_what_is_not_for_publishing_is_left_out(place, words):
    with pytest.raises(LeftOut, match=words):
        read(HUGO, place)


@pytest.mark.parametrize(
    "head", ["draft: yes", "published: false", "status: draft", "date: 2031-01-01"]
)
def test_drafts_of_all_kinds(head):
    with pytest.raises(LeftOut):
        one(f"---\ntitle: x\n{head}\n---\nx")


def test_a_file_without_a_head():
    found = one("# Hello *there*\n\nWords.\n", name="some-name.md")
    assert (found.title, found.text) == ("Hello there", "Words.")
    assert found.published_at == datetime(2019, 5, 1, 8, 30)  # the file's, in Madrid
    assert said(found) == ["It says no date: it has that of its file."]


@pytest.mark.parametrize(
    ("text", "title"),
    [("Words", "Some name"), ("Title\n=====\nWords", "Title"), ("## Two ##\nWords", "Two")],
)
def test_a_title_is_found(text, title):
    assert one(text, name="some_name.md").title == title


def test_what_is_not_understood_is_said():
    found = one(
        "---\ntitle: [a]\ndate: someday\nrating: 5\nlayout: post\ntags: {a: b}\n---\nHola\x07"
    )
    assert said(found) == [
        "Signs that nobody can see were left out.",
        "“%(words)s” is not a date.",
        "It says no date: it has that of its file.",
        "Not understood: %(names)s.",
    ]
    assert found.remarks[-1].given == {"names": "title, rating"}
    assert found.text == "Hola"


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("Ane Etxaniz", ["Ane Etxaniz"]),
        ("Ane Etxaniz, Jon Lasa & Otra Más", ["Ane Etxaniz", "Jon Lasa", "Otra Más"]),
        ("Etxaniz, Ane", ["Etxaniz, Ane"]),
        ("José Ortega y Gasset", ["José Ortega y Gasset"]),
        ("Ane Etxaniz <ane@example.com>", ["Ane Etxaniz"]),
        ("ane@example.com", ["ane@example.com"]),
        ("{name: Ane, email: A@example.com}", ["Ane"]),
        ("[Ane, {name: Jon}]", ["Ane", "Jon"]),
    ],
)
def test_bylines(byline, names):
    found = one(f"---\ntitle: x\ndate: 2019-05-01\nauthor: {byline}\n---\nx")
    assert [writer.name for writer in found.authors] == names


def test_windows_wrote_it():
    text = "---\r\ntitle: “Año”\r\ndate: 2019-05-01\r\n---\r\n¿Qué tal?\r\n"
    found = one(text.encode("cp1252"))
    assert (found.title, found.text) == ("“Año”", "¿Qué tal?")
    assert found.remarks[0].given == {"encoding": "windows-1252"}


@pytest.mark.parametrize("text", ["", "---\ntitle: x\n---\n", " \n\n", "---\ntitle: x\n---\n\n \n"])
def test_nothing_is_not_a_post(text):
    with pytest.raises(Unreadable, match="nothing in it"):
        one(text)


@pytest.mark.parametrize("size", [100_001, 5_000_000])
def test_too_long_is_refused(size):
    with pytest.raises(Unreadable, match="too long"):
        one("x" * size)


HEADS = st.sampled_from(
    [
        "title",
        "date",
        "author",
        "authors",
        "tags",
        "categories",
        "slug",
        "aliases",
        "cover",
        "id",
        "draft",
        "lang",
        "extra",
        "permalink",
        "taxonomies",
        "wowista",
        "edited",
        "header",
    ]
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=30) | st.dates(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(st.dictionaries(HEADS, VALUES, max_size=6), st.text(max_size=100))
def test_whatever_a_head_says_there_is_an_outcome(head, text):
    import yaml

    try:
        found = one(
            f"---\n{yaml.safe_dump(head, allow_unicode=True)}---\n{text}".encode(errors="replace")
        )
    except (LeftOut, Unreadable):
        return
    assert found.title is not None and len(found.title) <= 160
    assert len(found.slug) <= 160 and len(found.source) <= 400
    assert all(len(tag) <= 40 for tag in found.tags)
    assert all(len(path) <= 400 for path in found.addresses)
    assert "\x00" not in repr(found.title + found.text)


@given(st.binary(max_size=400))
def test_whatever_the_bytes_there_is_an_outcome(data):
    for text in (data, b"---\n" + data + b"\n---\nx", b"+++\n" + data + b"\n+++\nx"):
        try:
            one(text)
        except (LeftOut, Unreadable):
            continue
