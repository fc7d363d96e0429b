"""What others wrote is what they wrote: names, licences, and the bytes that were looked at."""

import hashlib
import json
from pathlib import Path

import pytest

STATIC = Path(__file__).parent.parent / "app" / "static"
VENDORED = json.loads((STATIC / "vendor" / "VENDOR.json").read_text())
FILES = {path: digest for one in VENDORED for path, digest in one["files"].items()}


@pytest.mark.parametrize("path", FILES)
def test_the_bytes_are_the_ones_recorded(path):
    assert hashlib.sha256((STATIC / path).read_bytes()).hexdigest() == FILES[path]


@pytest.mark.parametrize("one", VENDORED, ids=lambda one: one["name"])
def test_its_licence_lies_beside_it(one):
    assert one["version"] and one["licence"]
    assert len((STATIC / one["licence_text"]).read_text()) > 500
    assert one["origin"].startswith("npm: ")  # a package's name, never an address


def test_nothing_vendored_is_left_out():
    there = {
        path.relative_to(STATIC).as_posix()
        for folder in ("vendor", "fonts", "icons")
        for path in (STATIC / folder).iterdir()
        if path.suffix in {".js", ".woff2", ".svg"}
    }

    assert there == set(FILES)
