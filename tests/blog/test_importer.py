"""Posts come in from files once, whole, and say who wrote them."""

from datetime import datetime

import pytest

from app.attachments.models import Picture, PictureUse
from app.blog.models import Post
from app.catalogue.queries import tags_of
from app.core.db import db, writing
from app.core.markdown import render
from app.core.storage import storage
from app.facts import addresses
from tests.factories import make_comment, make_person, make_post, withdraw
from tests.imports.driving import bring_in, outcomes, reasons, upload
from tests.imports.trees import HUGO, JEKYLL, ZOLA, picture

HEAD = "---\ntitle: {}\ndate: 2019-05-01\n---\n"


@pytest.fixture
def nerea_brings(client, nerea):
    return client.sign_in(nerea)


def posts():
    return {post.title: post for post in db.session.query(Post)}


def edit(post, text="Edited here."):
    rendered = render(text)
    with writing():
        db.session.get(Post, post.id).edit(post.title, text, rendered, language="es")


def test_a_jekyll_blog(nerea_brings):
    ane = make_person("Somebody Else", email="ane@example.com")
    number = bring_in(nerea_brings, JEKYLL)

    assert outcomes(number) == {
        "_posts/2019-05-01-que-irse-sea-facil.md": "remark",
        "_posts/2019-05-02-segundo.markdown": "remark",
        "_drafts/algun-dia.md": "left-out",
        "about.md": "left-out",
    }
    post = posts()["Que irse sea fácil: también enamora"]
    assert post.published_at == datetime(2019, 4, 30, 22) and post.language == "eu"
    assert [author.person_id for author in post.authors] == [ane.id]
    assert [tag.slug for tag in tags_of("post", post.id)] == ["bajas", "escucha", "telefono"]
    assert post.cover and f"/pictures/{post.cover.key}" in post.html
    assert post.cover.alt == "La mesa"
    assert "{% highlight ruby %}" in post.html
    assert post.excerpt.startswith("Lo dijo Jon.") and post.words > 3


def test_old_addresses_lead_to_the_post_of_today(nerea_brings):
    bring_in(nerea_brings, JEKYLL)
    second = posts()["El segundo"]
    for path in ("/escucha/2019/05/02/segundo.html", "/viejo/segundo/"):
        answer = nerea_brings.get(path)
        assert (answer.status_code, answer.location) == (301, f"/blog/{second.id}")


def test_a_hugo_site_with_pictures_beside_the_text(nerea_brings):
    bring_in(nerea_brings, HUGO)
    room, voice = posts()["La sala"], posts()["La voz"]
    assert room.slug == "la-sala" and voice.slug == "una-voz"
    assert [author.name for author in room.authors] == ["Jon Lasa", "Otra Persona"]
    assert room.edited_at == datetime(2020, 3, 1, 23)
    assert "[otra](/post/una-voz/)" in room.text
    [use] = db.session.query(PictureUse)
    assert (use.subject_kind, use.subject_id) == ("post", room.id)


def test_whoever_reads_a_post_sees_its_pictures(nerea_brings, ane):
    bring_in(nerea_brings, HUGO)
    key = db.session.query(Picture).one().key
    assert nerea_brings.sign_in(ane).get(f"/pictures/{key}").status_code == 200
    assert nerea_brings.get(f"/pictures/{key}/small").status_code == 200


def test_a_zola_site(nerea_brings):
    bring_in(nerea_brings, ZOLA)
    post = posts()["O balcão"]
    assert "[outra](/blog/outra/)" in post.text
    assert post.language == "pt" and post.cover


def test_again_brings_in_nothing_twice(nerea_brings):
    bring_in(nerea_brings, HUGO)
    before = {post.id: (post.version, post.html) for post in db.session.query(Post)}
    again = bring_in(nerea_brings, HUGO)

    assert {post.id: (post.version, post.html) for post in db.session.query(Post)} == before
    assert set(outcomes(again).values()) == {"known", "left-out"}
    assert db.session.query(Picture).count() == 1


def test_the_same_file_elsewhere_in_the_zip_is_known(nerea_brings):
    bring_in(nerea_brings, {"a.md": HEAD.format("A") + "x", "b/b.md": HEAD.format("B") + "x"})
    again = bring_in(nerea_brings, {"old/a.md": HEAD.format("A") + "x", "y.txt": ""})
    assert outcomes(again) == {"old/a.md": "known"}


def test_a_file_that_changed_changes_its_post(nerea_brings):
    bring_in(nerea_brings, {"a.md": HEAD.format("A") + "Before.", "b.txt": ""})
    again = bring_in(nerea_brings, {"a.md": HEAD.format("A") + "After.", "b.txt": ""})
    assert outcomes(again) == {"a.md": "changed"}
    assert [post.text for post in db.session.query(Post)] == ["After."]


def test_a_post_that_was_edited_here_is_left_alone(nerea_brings):
    bring_in(nerea_brings, {"a.md": HEAD.format("A") + "Before.", "b.txt": ""})
    edit(posts()["A"])
    again = bring_in(nerea_brings, {"a.md": HEAD.format("A") + "After.", "b.txt": ""})
    assert reasons(again) == {"a.md": ["It was edited here since, and was left as it is."]}
    assert posts()["A"].text == "Edited here."


def test_a_post_that_was_withdrawn_here_stays_withdrawn(nerea_brings, nerea):
    bring_in(nerea_brings, {"a.md": HEAD.format("A") + "Before.", "b.txt": ""})
    nerea_brings.delete(f"/blog/{posts()['A'].id}/publication")
    again = bring_in(nerea_brings, {"a.md": HEAD.format("A") + "After.", "b.txt": ""})
    assert reasons(again) == {"a.md": ["It was withdrawn here, and was left as it is."]}
    assert not posts()["A"].is_published


def test_another_post_from_the_same_place_is_refused(nerea_brings):
    """Two blogs may both have a post.md: the second does not write over the first."""
    bring_in(nerea_brings, {"a.md": HEAD.format("A") + "Mine.", "b.txt": ""})
    other = HEAD.format("B").replace("2019", "2020") + "Theirs."
    again = bring_in(nerea_brings, {"a.md": other, "b.txt": ""})
    assert outcomes(again) == {"a.md": "refused"}
    assert list(posts()) == ["A"] and posts()["A"].text == "Mine."


def test_an_id_is_known_wherever_its_file_lies(nerea_brings):
    text = "---\ntitle: {}\ndate: 2019-05-01\nid: 77\n---\nx"
    bring_in(nerea_brings, {"a.md": text.format("A"), "b.txt": ""})
    again = bring_in(nerea_brings, {"c/d.md": text.format("Better"), "b.txt": ""})
    assert outcomes(again) == {"c/d.md": "changed"}
    assert list(posts()) == ["Better"]


def test_a_name_two_people_have_is_nobody_s(nerea_brings):
    make_person("Íñigo Ruiz")
    make_person("Iñigo Ruiz")
    alone = make_person("Edurne Ñíguez")
    head = "---\ntitle: A\ndate: 2019-05-01\nauthors: [iñigo ruiz, EDURNE NIGUEZ]\n---\nx"
    bring_in(nerea_brings, {"a.md": head, "b.txt": ""})
    first, second = posts()["A"].authors
    assert (first.person_id, first.name) == (None, "iñigo ruiz")
    assert second.person_id == alone.id


def test_what_cannot_be_rendered_is_refused_and_said(nerea_brings):
    number = bring_in(
        nerea_brings,
        {
            "a.md": HEAD.format("A") + "> " * 100 + "x",
            "b.md": HEAD.format("B") + "fine",
            "c.txt": "",
        },
    )
    assert outcomes(number) == {"a.md": "refused", "b.md": "brought-in"}
    assert "too deep" in reasons(number)["a.md"][0]


def test_a_picture_that_is_none_is_said_and_the_post_comes_in(nerea_brings):
    files = {"a.md": HEAD.format("A") + "![x](x.png)", "x.png": b"nonsense"}
    number = bring_in(nerea_brings, files)
    assert outcomes(number) == {"a.md": "remark"}
    assert reasons(number) == {"a.md": ["%(path)s is not a picture of a kind we show."]}


def test_the_same_picture_is_kept_once(nerea_brings):
    files = {f"{n}.md": HEAD.format(f"P{n}") + "![x](x.png)" for n in range(12)}
    bring_in(nerea_brings, files | {"x.png": picture()})
    again = {f"{n}.md": HEAD.format(f"P{n}") + "![x](x.png)" for n in range(20, 30)}
    bring_in(nerea_brings, again | {"x.png": picture()})
    assert db.session.query(Picture).count() <= 2  # one for each ten prepared at once
    for kept in db.session.query(Picture):
        assert storage().exists(kept.key) and storage().exists(f"{kept.key}/small")


def test_an_import_is_one_piece_of_news(nerea_brings, ane):
    """Two thousand posts are not two thousand lines in everybody's stream."""
    from app.activity.models import Line

    bring_in(nerea_brings, HUGO)
    assert db.session.query(Line).filter(Line.fact == "PostPublished").count() == 0


def test_taking_it_back_withdraws_what_nobody_touched(nerea_brings, ane):
    files = {f"{n}.md": HEAD.format(n) + f"Text {n}." for n in "abc"} | {"x.txt": ""}
    number = bring_in(nerea_brings, files)
    edit(posts()["a"])
    make_comment("I remember this.", on=posts()["b"], by=ane)

    answer = nerea_brings.post(f"/imports/{number}?_method=DELETE", follow_redirects=True)

    assert "1 was taken back." in answer.text and "2 stay:" in answer.text
    assert {title: post.is_published for title, post in posts().items()} == {
        "a": True,
        "b": True,
        "c": False,
    }
    assert outcomes(number)["c.md"] == "taken-back"


def test_what_was_taken_back_can_come_again(nerea_brings):
    files = {"a.md": HEAD.format("A") + "x", "b.txt": ""}
    number = bring_in(nerea_brings, files)
    nerea_brings.delete(f"/imports/{number}")
    assert not posts()["A"].is_published
    again = bring_in(nerea_brings, files)
    assert outcomes(again) == {"a.md": "brought-in"}
    assert posts()["A"].is_published and len(posts()) == 1


def test_nothing_is_published_before_somebody_says_yes(nerea_brings):
    upload(nerea_brings, JEKYLL)
    assert posts() == {}


def test_a_post_of_this_house_is_not_confused_with_an_import(nerea_brings):
    make_post(title="A", text="Ours.")
    bring_in(nerea_brings, {"a.md": HEAD.format("A") + "Theirs.", "b.txt": ""})
    assert sorted(post.text for post in db.session.query(Post)) == ["Ours.", "Theirs."]


@pytest.mark.parametrize(
    "head", ["", "title: ' '\n", 'title: "\\0"\nlanguage: "e\\0"\nslug: "\\0"\n']
)
def test_what_only_claims_to_be_from_here_is_called_as_its_file_is(nerea_brings, head):
    text = f"---\nwowista: 1\ndate: 2019-05-01\n{head}---\n\nx\n"
    number = bring_in(nerea_brings, {"the-chair.md": text, "b.md": HEAD.format("B") + "y"})
    assert outcomes(number) == {"the-chair.md": "brought-in", "b.md": "brought-in"}
    assert set(posts()) == {"The chair", "B"}


def test_an_old_address_that_is_todays_leads_nobody_in_a_circle(nerea_brings, nerea, ane):
    bring_in(nerea_brings, {"a.md": HEAD.format("A") + "x", "y.txt": ""})
    post = posts()["A"]
    here = f"/blog/{post.id}"
    with writing():
        addresses.keep(here, db.session.get(Post, post.id))
    withdraw(post, by=nerea)

    assert nerea_brings.sign_in(ane).get(here).status_code == 404


def test_a_file_that_seems_to_tell_who_a_customer_is_says_so_before_it_is_brought_in(client, nerea):
    head = "---\ntitle: {}\ndate: 2019-05-01\n---\n"
    files = {
        "tells.md": head.format("A call") + "Ana, 612 345 678, called twice.",
        "does-not.md": head.format("Another call") + "Somebody called twice.",
    }
    number = upload(client.sign_in(nerea), files)

    assert client.get(f"/imports/{number}").text.count("It seems to tell who a customer is.") == 1
    assert list(reasons(number)) == ["tells.md"]
    assert "612" not in str(reasons(number)), "what was found is written down nowhere"
