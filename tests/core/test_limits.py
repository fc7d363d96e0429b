"""How much one may send, and who."""

from app.core.limits import LARGEST_OF_A_STRANGER, MB

TYPE = "multipart/form-data; boundary=a"


class Endless:
    """A body that says how much of it was asked for."""

    read_so_far = 0

    def read(self, size=-1):
        self.read_so_far += size
        return b"x" * size

    def readline(self, size=-1):
        return self.read(size)


def send(client, path, size):
    body = Endless()
    given = {"wsgi.input": body, "CONTENT_LENGTH": str(size), "CONTENT_TYPE": TYPE}
    answer = client.post(path, environ_overrides=given)
    return answer.status_code, body.read_so_far


def test_a_stranger_fills_no_disk_with_what_only_an_import_may_weigh(client):
    assert send(client, "/imports", LARGEST_OF_A_STRANGER + 1) == (401, 0)


def test_what_a_view_names_is_its_limit_for_whoever_is_signed_in(client, nerea):
    client.sign_in(nerea)

    assert send(client, "/imports", 200 * MB + 1) == (413, 0)
    assert send(client, "/theme?_method=PUT", MB + 1) == (413, 0)


def test_one_may_be_signed_out_over_a_text_with_its_picture(client):
    head = "--a\r\nContent-Disposition: form-data; name="
    text, picture = f"{head}title\r\n\r\nTwelve rings\r\n", f"{head}cover; filename=a.jpg\r\n\r\n"
    body = f"{text}{picture}{'x' * 3 * MB}\r\n--a--\r\n"

    answer = client.post("/blog", data=body, content_type=TYPE)

    assert answer.status_code == 401 and "Twelve rings" in answer.text
