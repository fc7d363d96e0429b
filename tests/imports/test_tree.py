"""Nothing in a zip gets out of its place, and nothing is read that is too much."""

import io
import stat
import struct
import time
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.remarks import Unreadable
from app.imports import tree as trees
from app.imports.tree import Archive, Folder
from tests.imports.trees import tree, unfolded, zipped


def why_not(opened):
    return {name: reason.words for name, reason in opened.left_out}


def test_a_folder_and_its_zip_hold_the_same(tmp_path):
    files = {"a.md": "one", "2019/é.md": "two", "2019/x/p.png": b"\x00"}
    folder = Folder(unfolded(files, tmp_path))
    wrapped = tree({f"my-blog-main/{name}": content for name, content in files.items()})

    assert folder.names == wrapped.names == sorted(files)
    assert folder.read("2019/é.md") == wrapped.read("2019/é.md") == b"two"


def test_a_folder_with_a_meaning_is_no_wrapping():
    assert tree({"_posts/2019-05-01-a.md": "a"}).names == ["_posts/2019-05-01-a.md"]


@pytest.mark.parametrize(
    "name", ["../up.md", "a/../../up.md", "/etc/passwd", "C:/up.md", "..\\up.md", "a/../b.md"]
)
def test_a_path_that_leads_out_is_left_out(name):
    opened = tree({name: "x", "good/a.md": "x"})
    assert len(opened.names) == 1
    assert list(why_not(opened).values()) == ["Its path leads out of the folder."]


def test_what_tools_leave_behind_is_not_even_mentioned():
    opened = tree(
        {".git/config": "", "__MACOSX/._a.md": "", "node_modules/x/README.md": "", "a": ""}
    )
    assert opened.names == ["a"]
    assert opened.left_out == []


def test_a_link_in_a_zip_is_left_out():
    file = zipped({"a.md": "x"})
    with zipfile.ZipFile(file, "a") as archive:
        link = zipfile.ZipInfo("secret.md")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    assert why_not(Archive(file)) == {"secret.md": "It is a link to another file."}


def test_a_link_in_a_folder_is_not_followed(tmp_path):
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "s.md").write_text("secret")
    site = unfolded({"a.md": "x"}, tmp_path / "site")
    (site / "b.md").symlink_to(secret / "s.md")
    (site / "c").symlink_to(secret)
    assert Folder(site).names == ["a.md"]


def test_a_locked_file_is_left_out():
    data = bytearray(zipped({"a.md": "x"}).getvalue())
    data[data.index(b"PK\1\2") + 8] |= 1
    assert why_not(Archive(io.BytesIO(data))) == {"a.md": "It is locked with a password."}


def test_a_file_packed_in_another_way_is_left_out():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("a.md", "x")
    assert why_not(Archive(file)) == {"a.md": "It is packed in a way we do not open."}


def test_a_file_that_comes_twice_is_read_once():
    file = zipped({"a.md": "first"})
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(file, "a") as archive:
        archive.writestr("a.md", "second")
    opened = Archive(file)
    assert opened.read("a.md") == b"first"
    assert why_not(opened) == {"a.md": "The zip holds this file twice."}


def test_a_bomb_is_refused_before_it_is_read():
    """A gigabyte of zeros in a megabyte of zip, by what it declares."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for number in range(60):
            archive.writestr(f"{number}.md", bytes(9 * 2**20))
    began = time.perf_counter()
    with pytest.raises(Unreadable, match="Unpacked it takes"):
        Archive(file)
    assert time.perf_counter() - began < 0.2


def test_a_bomb_that_lies_about_its_size_gives_no_more_than_it_said():
    data = bytearray(zipped({"a.md": bytes(50 * 2**20)}).getvalue())
    for mark, offset in ((b"PK\1\2", 24), (b"PK\3\4", 22)):
        struct.pack_into("<L", data, data.index(mark) + offset, 1000)
    with pytest.raises(Unreadable, match="damaged"):
        Archive(io.BytesIO(data)).read("a.md")


def test_a_file_that_is_too_large_is_left_out_by_itself():
    opened = tree({"big.mp4": bytes(trees.LARGEST_FILE + 1), "a.md": "x"})
    assert opened.names == ["a.md"]
    assert why_not(opened) == {"big.mp4": "It is larger than %(most)s MB."}


@pytest.mark.parametrize("count", [5001, 10_001])
def test_too_many_files_are_refused(count):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for number in range(count):
            archive.writestr(f"{number}.md", "x")
    began = time.perf_counter()
    with pytest.raises(Unreadable, match="There are more than"):
        Archive(file)
    assert time.perf_counter() - began < 2


def test_a_long_list_of_files_is_refused_before_it_is_read(monkeypatch):
    monkeypatch.setattr(zipfile, "ZipFile", None)  # whoever gets as far as that raises TypeError
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 7, 7, 10**9, 0, 0)
    with pytest.raises(Unreadable, match="There are more than"):
        Archive(io.BytesIO(b"x" * 100 + end))


def test_a_long_list_in_a_wide_record_is_refused_too(monkeypatch):
    monkeypatch.setattr(zipfile, "ZipFile", None)
    wide = b"PK\6\6" + bytes(28) + struct.pack("<QQQ", 10**6, 10**9, 0)
    locator = b"PK\6\7" + struct.pack("<LQL", 0, 100, 1)
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 7, 7, 300, 0, 0)
    with pytest.raises(Unreadable, match="There are more than"):
        Archive(io.BytesIO(b"x" * 100 + wide + locator + end))


def test_too_deep_is_left_out():
    opened = tree({"/".join(["a"] * 30) + "/b.md": "x", "c.md": "x"})
    assert opened.names == ["c.md"]


@pytest.mark.parametrize("cut", [1, 22, 40, 200])
def test_a_zip_cut_short_is_refused(cut):
    data = zipped({f"{number}.md": "some words" * 20 for number in range(9)}).getvalue()
    with pytest.raises(Unreadable, match="cut short"):
        Archive(io.BytesIO(data[:-cut]))


def test_a_damaged_file_says_so_when_it_is_read():
    data = bytearray(zipped({"a.md": "some words" * 20}).getvalue())
    data[40] ^= 0xFF
    opened = Archive(io.BytesIO(data))
    with pytest.raises(Unreadable, match="damaged"):
        opened.read("a.md")


@given(st.binary(max_size=300), st.integers(0, 250), st.booleans())
def test_whatever_the_bytes_it_is_read_or_refused(noise, at, is_overwritten):
    data = zipped({"a.md": "some words", "b/c.md": "other words"}).getvalue()
    after = data[at + len(noise) :] if is_overwritten else data[at:]
    try:
        opened = Archive(io.BytesIO(data[:at] + noise + after))
        for name in opened.names:
            try:
                opened.read(name)
            except Unreadable:
                continue
    except Unreadable:
        pass
