"""What the application does otherwise than Flask."""

from flask import session

from app.core.house import House


def test_a_session_signed_with_a_key_given_up_is_nobodys():
    house = House("house")
    house.secret_key = "the first key"

    @house.get("/")
    def show():
        seen, session["seen"] = session.get("seen", "never"), "before"
        return seen

    client = house.test_client()
    assert [client.get("/").text, client.get("/").text] == ["never", "before"]

    house.config.update(SECRET_KEY="the second key", SECRET_KEY_FALLBACKS=["the first key"])
    assert client.get("/").text == "before"

    house.config.update(SECRET_KEY="the third key", SECRET_KEY_FALLBACKS=[])
    assert client.get("/").text == "never"
