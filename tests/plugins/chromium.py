"""Debian's Chromium, one for the whole run: a process can drive no second one at a time."""

import os
import shutil

import pytest

ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def chromium():
    """Without it whatever needs a browser is skipped, and says so."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if not path:
        pytest.skip("NO CHROMIUM: install Debian's `chromium`, nothing was looked at in a browser")

    from playwright.sync_api import sync_playwright  # slow, and few runs need it

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGS)
        yield browser
        browser.close()
