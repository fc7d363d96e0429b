"""What a kept page is asked about."""

import os

import pytest

from app.core.freshness import release


@pytest.mark.parametrize("name", ["a.py", "a.html", "a.mo", "a.css", "a.js", "a.svg", "a.woff2"])
def test_a_release_is_another_once_any_file_of_a_page_is(tmp_path, name):
    file = tmp_path / name
    file.write_text("before")
    before = release(tmp_path)
    assert release(tmp_path) == before

    os.utime(file, ns=(0, file.stat().st_mtime_ns + 1))

    assert release(tmp_path) != before
