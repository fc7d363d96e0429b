"""Two words become one, and two again: nothing is lost on the way there or back."""

import itertools

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.blog.models import Post
from app.catalogue import merging, queries
from app.catalogue.models import IntoItself, Kind, NotOffered, Term, TermTagging
from app.catalogue.tagging import give_terms, tag
from app.core.db import db, writing
from app.people.models import Person
from tests.conftest import at_once
from tests.factories import make_person, make_post, make_term, withdraw


def merge(word, survivor, by):
    with writing():
        held = queries.hold(type(word), word.id, survivor.id)
        merging.merge(held[word.id], held[survivor.id], by=db.session.get_one(Person, by.id))


def unmerge(word, by):
    with writing():
        word = db.session.get_one(type(word), word.id)
        merging.unmerge(merging.held(word), by=db.session.get_one(Person, by.id))


def carried(term):
    number = db.session.get_one(Term, term.id).speaks_as
    found = db.session.scalars(
        db.select(TermTagging.subject_id).distinct().where(TermTagging.term_id == number)
    )
    return set(found)


def test_what_carries_the_one_carries_the_other_once(app, nerea):
    old, new = make_term("Teléfono"), make_term("Call center")
    one = make_post(nerea, terms=[old])
    both = make_post(nerea, terms=[old, new])
    other = make_post(nerea, terms=[new])

    merge(old, new, nerea)

    assert carried(new) == {one.id, both.id, other.id}
    assert [row.name for row in queries.terms_of("post", both.id)] == ["Call center"]
    assert [row.name for row in queries.terms_of("post", one.id)] == ["Call center"]


def test_taking_it_back_finds_everything_as_it_was_and_leaves_what_came_since(app, nerea):
    old, new = make_term("Teléfono"), make_term("Call center")
    one, both = make_post(nerea, terms=[old]), make_post(nerea, terms=[old, new])
    merge(old, new, nerea)
    since = make_post(nerea, terms=[new])

    unmerge(old, nerea)

    assert carried(old) == {one.id, both.id}
    assert carried(new) == {both.id, since.id}


def test_what_was_taken_off_meanwhile_does_not_come_back(app, nerea):
    old, new = make_term("Teléfono"), make_term("Call center")
    post = make_post(nerea, terms=[old])
    merge(old, new, nerea)
    with writing():
        give_terms(db.session.merge(post), [])

    unmerge(old, nerea)

    assert carried(old) == carried(new) == set()


def test_a_chain_speaks_as_its_end_and_comes_apart_anywhere(app, nerea):
    first, second, third = (make_term(name) for name in ("Uno", "Dos", "Tres"))
    posts = {term: make_post(nerea, terms=[term]).id for term in (first, second, third)}
    merge(first, second, nerea)
    merge(second, third, nerea)
    assert carried(third) == set(posts.values())

    unmerge(second, nerea)
    assert carried(second) == carried(first) == {posts[first], posts[second]}

    unmerge(first, nerea)
    assert [carried(term) for term in (first, second, third)] == [{n} for n in posts.values()]


def test_nothing_is_merged_into_itself_or_into_what_is_gone(app, nerea):
    one, two, three = (make_term(name) for name in ("Uno", "Dos", "Tres"))
    with pytest.raises(IntoItself):
        merge(one, one, nerea)
    merge(one, two, nerea)
    for word, survivor in ((one, three), (three, one), (two, one)):
        with pytest.raises(NotOffered):
            merge(word, survivor, nerea)


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    given_=st.lists(st.sets(st.integers(0, 3)), min_size=1, max_size=4),
    merges=st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=4),
    order=st.permutations(range(4)),
)
def test_however_it_is_merged_it_comes_apart_as_it_was(app, nerea, given_, merges, order):
    """Against the plainest model there is: what was given, and who speaks for whom."""
    by = db.session.merge(nerea)
    terms = [make_term(f"Term {next(COUNT)}", by=by) for _ in range(4)]
    posts = [make_post(by, terms=[terms[n] for n in one]).id for one in given_]
    into = dict.fromkeys(range(4))
    for word, survivor in merges:
        if word != survivor and into[word] is None and into[survivor] is None:
            merge(terms[word], terms[survivor], by)
            into[word] = survivor

    def speaks(n):
        return n if into[n] is None else speaks(into[n])

    def expected(n):
        spoken = speaks(n)
        pairs = zip(posts, given_, strict=True)
        return {post for post, one in pairs if any(speaks(g) == spoken for g in one)}

    assert [carried(term) for term in terms] == [expected(n) for n in range(4)]
    for n in order:
        unmerge(terms[n], by)
        into[n] = None
        assert [carried(term) for term in terms] == [expected(n) for n in range(4)]


COUNT = itertools.count(1)


def test_a_tag_that_was_merged_leads_on_in_address_filter_and_pen(app, client, ane, nerea):
    post = make_post(ane, tags=["telefono"])
    make_post(ane, tags=["Teléfono móvil"])
    old, new = queries.tag_at("telefono"), queries.tag_at("telefono-movil")
    client.sign_in(nerea)

    answer = client.post(f"/catalogue/tags/{old.id}/merging", data={"to": new.id})

    assert answer.location == "/tags/telefono-movil"
    assert client.get("/tags/telefono").location == "/tags/telefono-movil"
    assert f"/blog/{post.id}" in client.get("/blog?tag=telefono").text
    with writing():
        tag(db.session.get_one(Post, post.id), ["telefono"])  # who still writes the old word
    assert [row.slug for row in queries.tags_of("post", post.id)] == ["telefono-movil"]

    client.delete(f"/catalogue/tags/{old.id}/merging")
    assert queries.tag_at("telefono").survivor_id is None
    assert [row.slug for row in queries.tags_of("post", post.id)] == ["telefono"]


def test_a_renamed_tag_is_found_by_both_words_and_may_go_back(app, client, ane, nerea):
    post = make_post(ane, tags=["Salas"])
    number = queries.tag_at("salas").id
    client.sign_in(nerea)

    answer = client.put(f"/catalogue/tags/{number}", data={"name": "Salas de espera"})
    assert answer.location == "/tags/salas-de-espera"
    assert client.get("/tags/salas").location == "/tags/salas-de-espera"
    assert [row.name for row in queries.tags_of("post", post.id)] == ["Salas de espera"]

    client.put(f"/catalogue/tags/{number}", data={"name": "Salas"})
    assert client.get("/tags/salas").status_code == 200
    assert client.get("/tags/salas-de-espera").location == "/tags/salas"


def test_renaming_to_a_word_that_is_there_is_what_merging_is_for(app, client, ane, nerea):
    make_post(ane, tags=["Salas", "Esperas"])
    client.sign_in(nerea)
    number = queries.tag_at("salas").id

    answer = client.put(f"/catalogue/tags/{number}", data={"name": "esperas"})

    assert answer.status_code == 422
    assert "merge this one" in answer.text and queries.tag_at("salas").name == "Salas"


def test_a_tag_nobody_sees_a_thing_with_cannot_be_merged_into(app, client, ane, nerea):
    """Even governance learns nothing of a word that stands only where it does not see."""
    make_post(ane, tags=["open"])
    withdraw(make_post(ane, tags=["secret"]), by=ane)
    jon = make_person("Jon")
    secret = queries.tag_at("secret").id
    assert client.sign_in(jon).get("/tags/secret").status_code == 404
    assert client.get(f"/catalogue/tags/{secret}").status_code == 404
    assert "secret" not in client.get("/tags?q=sec").text.partition("</search>")[2]


def test_two_who_merge_crosswise_at_once_make_one(app, nerea):
    one, two = make_term("Uno"), make_term("Dos")
    other = make_person("Garazi", "governance")

    answers = at_once(
        app,
        (nerea, f"/catalogue/terms/{one.id}/merging", {"to": two.id}),
        (other, f"/catalogue/terms/{two.id}/merging", {"to": one.id}),
    )

    assert [answer.status_code for answer in answers] == [303, 422]
    merged = [db.session.get_one(Term, term.id).is_merged for term in (one, two)]
    assert sorted(merged) == [False, True]


def test_nothing_falls_between_while_one_writes_and_another_merges(app, ane, nerea):
    """Whoever wins the race, the post carries the term that speaks."""
    for _ in range(3):
        old, new = make_term(f"Old {next(COUNT)}"), make_term(f"New {next(COUNT)}")
        written = {"title": f"One {next(COUNT)}", "text": "Words", "language": "es"}
        answers = at_once(
            app,
            (nerea, f"/catalogue/terms/{old.id}/merging", {"to": new.id}),
            (ane, "/blog", written | {"terms": [str(old.id)]}),
        )
        assert [answer.status_code for answer in answers] == [303, 303]
        post = db.session.scalar(db.select(Post.id).where(Post.title == written["title"]))
        assert [row.id for row in queries.terms_of("post", post)] == [new.id]


def test_the_kinds_of_two_terms_must_be_one(client, nerea):
    area = make_term("CXE", kind=Kind.AREAS)
    term = make_term("App")
    client.sign_in(nerea)
    answer = client.post(f"/catalogue/terms/{term.id}/merging", data={"to": area.id})
    assert answer.status_code == 422
    assert not db.session.get_one(Term, term.id).is_merged
