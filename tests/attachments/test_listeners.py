"""Pictures in comments: whoever reads the comment sees them"""

from tests.factories import make_comment, make_picture, make_post, remove_comment, withdraw


def seen(client, person, picture):
    return client.sign_in(person).get(f"/pictures/{picture.key}").status_code == 200


def shown(picture):
    return f"Look: ![Four chairs](/pictures/{picture.key})"


def test_whoever_reads_a_comment_sees_its_pictures(client, ane, jon):
    picture, post = make_picture(ane), make_post(author=ane)
    assert not seen(client, jon, picture)

    comment = make_comment(shown(picture), on=post, by=ane)
    assert seen(client, jon, picture)

    remove_comment(comment, on=post, by=ane)
    assert not seen(client, jon, picture)


def test_what_is_said_on_a_withdrawn_post_shows_nothing(client, ane, jon):
    picture, post = make_picture(ane), make_post(author=ane)
    make_comment(shown(picture), on=post, by=ane)

    withdraw(post, by=ane)

    assert not seen(client, jon, picture)


def test_an_edit_changes_what_is_seen(client, ane, jon):
    before, after = make_picture(ane), make_picture(ane)
    comment = make_comment(shown(before), on=make_post(author=ane), by=ane)

    client.sign_in(ane).put(
        f"/conversation/comments/{comment.id}", data={"text": shown(after), "version": 1}
    )

    assert seen(client, jon, after) and not seen(client, jon, before)


def test_a_key_that_was_guessed_shows_nobody_anything(client, ane, jon, maider):
    picture = make_picture(ane)

    make_comment(shown(picture), on=make_post(author=jon), by=jon)

    assert not seen(client, jon, picture) and not seen(client, maider, picture)
