"""Files are there whole or not at all, and nowhere but in their folder."""

import subprocess
import sys
import textwrap
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from app.core import storage as module
from app.core.storage import BadKey, Storage, passing, storage

KEY = "pictures/0123456789abcdef/large.webp"


@pytest.fixture
def store(tmp_path):
    return Storage(tmp_path / "not" / "there yet")


def files(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


def test_what_was_put_is_there(store):
    store.put(KEY, b"one")
    assert store.exists(KEY)
    assert store.read(KEY) == b"one"
    with store.open(KEY) as file:
        assert file.read(2) == b"on"


def test_a_file_is_put_from_where_it_stands(store, tmp_path):
    given = tmp_path / "large"
    given.write_bytes(b"x" * 3_000_000)
    with given.open("rb") as file:
        file.seek(1)
        store.put(KEY, file)
    assert store.read(KEY) == b"x" * 2_999_999


def test_the_last_one_put_stands(store, tmp_path):
    store.put(KEY, b"one")
    store.put(KEY, b"two")
    assert store.read(KEY) == b"two"
    assert len(files(tmp_path)) == 1


def test_whoever_reads_while_it_is_replaced_reads_the_old_one_whole(store):
    store.put(KEY, b"one")
    with store.open(KEY) as file:
        store.put(KEY, b"another")
        assert file.read() == b"one"


def test_what_is_not_there(store):
    assert not store.exists(KEY)
    for verb in (store.open, store.read):
        with pytest.raises(FileNotFoundError):
            verb(KEY)


def test_deleting_twice_is_deleting_once(store, tmp_path):
    store.put(KEY, b"one")
    store.delete(KEY)
    store.delete(KEY)
    assert not store.exists(KEY)
    assert files(tmp_path) == []


def test_a_key_may_begin_like_another(store):
    for key in ("a", "a/b", "a/b/c", "a-b", "a.b"):
        store.put(key, key.encode())
    assert [store.read(key) for key in ("a", "a/b", "a/b/c", "a-b", "a.b")] == [
        *(b"a", b"a/b", b"a/b/c", b"a-b", b"a.b")
    ]
    assert not store.exists("a/c")


@pytest.mark.parametrize(
    "key",
    [
        *("", "/", "/etc/passwd", "a/", "/a", "a//b", "a/./b", ".", "..", "../a", "a/../b", "a/.."),
        *("a/../../../b", ".hidden", "a/.hidden", ".unfinished-a", "A", "á", "a b", "a\\b", "a\0"),
        *("a\n", "a,b", "c:a", "~", "~root/a", "%2e%2e/a", "..\\a", "a" * 201, "\uff0e\uff0e/a"),
    ],
)
def test_a_key_is_never_a_path(store, tmp_path, key):
    for verb in (store.open, store.read, store.delete, store.exists):
        with pytest.raises(BadKey):
            verb(key)
    with pytest.raises(BadKey):
        store.put(key, b"a")
    assert list(tmp_path.iterdir()) == []


@given(st.text(max_size=12) | st.text("abf019/._-", max_size=12))
def test_any_key_stays_inside_or_is_none(key):
    folder = Path("/srv/files")
    try:
        place = Storage(folder).place(key)
    except BadKey:
        return
    assert place.parent.parent == folder
    assert not {".", ".."} & set(place.parts)


def test_many_files_are_spread_over_folders(store, tmp_path):
    for number in range(300):
        store.put(f"pictures/{number:032x}", b"a")
    assert max(len(files(folder)) for folder in (tmp_path / "not" / "there yet").iterdir()) < 20


def test_many_at_once_leave_one_whole_file(store, tmp_path):
    whole = [bytes([number]) * 100_000 for number in range(8)]
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda data: store.put(KEY, data), whole * 4))
    assert store.read(KEY) in whole
    assert len(files(tmp_path)) == 1


def test_a_full_disk_says_so_and_changes_nothing(tmp_path):
    """The system itself refuses the write, by a limit on the size of files."""
    said = _run(
        """
        import resource, sys
        from app.core.storage import Storage

        store = Storage(sys.argv[1])
        store.put("kept", b"before")
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, resource.RLIM_INFINITY))
        for key in ("kept", "new"):
            try:
                store.put(key, bytes(100_000))
            except OSError:
                print("full", key, store.exists("new"), store.read("kept"))
        store.put("small", b"goes on")
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)
        store.put("new", bytes(100_000))
        print(store.read("small"), len(store.read("new")))
        """,
        tmp_path,
    )
    assert said == "full kept False b'before'\nfull new False b'before'\nb'goes on' 100000\n"
    assert len(files(tmp_path)) == 3, "nothing unfinished is left"


def test_killed_at_any_moment_a_file_is_whole(tmp_path):
    program = """
        import sys
        from app.core.storage import Storage

        store = Storage(sys.argv[1])
        for number in range(1_000_000):
            store.put("a", bytes([number % 256]) * 2_000_000)
            print(number, flush=True)
    """
    store = Storage(tmp_path)
    for _ in range(5):
        with _start(program, tmp_path) as writer:
            for _ in range(3):
                writer.stdout.readline()
            writer.kill()
        data = store.read("a")
        assert len(data) == 2_000_000
        assert len(set(data)) == 1


def test_the_application_says_where(tmp_path):
    app = Flask(__name__)
    app.config["STORAGE"] = str(tmp_path)
    module.init_app(app)
    with app.app_context():
        storage().put("a", b"b")
        assert storage() is storage()
    assert [path.read_bytes() for path in files(tmp_path)] == [b"b"]


def _start(program, *given):
    return subprocess.Popen(
        [sys.executable, "-W", "error", "-c", textwrap.dedent(program), *map(str, given)],
        cwd=Path(__file__).parents[2],
        stdout=subprocess.PIPE,
        text=True,
    )


def _run(program, *given):
    with _start(program, *given) as process:
        said = process.communicate(timeout=60)[0]
    assert process.returncode == 0
    return said


def test_all_that_is_here_to_stay_is_found_by_its_key(store, monkeypatch):
    monkeypatch.setattr(module, "_passing", set())
    assert list(store.all_keys()) == []
    for key in (KEY, "plain", "waiting/room", "waiting"):
        store.put(key, b"one")
    store.place("plain").with_name(module.UNFINISHED + "x").touch()
    passing("waiting")
    assert sorted(store.all_keys()) == [KEY, "plain"]
