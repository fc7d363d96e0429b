"""A disk that is full: reads go on, writes say so, the words are kept, and it recovers alone."""

import re
import shutil
import subprocess

import pytest

from tests.terminal import Browser

ROOM = 160 * 2**20  # bytes of the whole disk: more than /readyz asks for
LONG = "Llamé tres veces. " * 250


def may_mount():
    return subprocess.run(["unshare", "--mount", "true"], capture_output=True).returncode == 0


@pytest.fixture
def small_disk(start, company, tmp_path):
    """The demo company on a disk of its own; `fill()` and `free()` by a file beside it."""
    if not may_mount():
        pytest.skip("NO PRIVILEGE to mount a small disk: a full one was not tried")
    disk = tmp_path / "disk"
    disk.mkdir()
    copied = f"cp -r {company} {disk}/instance"
    script = f'mount -t tmpfs -o size={ROOM} none {disk} && {copied} && exec "$@"'
    terminal = start(
        disk / "instance", under=["unshare", "--mount", "sh", "-c", script, "sh"], WORKER="0"
    )
    return terminal, disk


def inside(terminal, *command):
    """Run a command where the house sees its disk."""
    return subprocess.run(
        ["nsenter", "--mount", "--target", str(terminal.process.pid), *command],
        capture_output=True,
        text=True,
    )


def fill(terminal, disk):
    inside(terminal, "dd", "if=/dev/zero", f"of={disk}/filling", "bs=4k")
    room = inside(terminal, "df", "--output=avail", str(disk)).stdout.split()[-1]
    assert room == "0"


def free(terminal, disk):
    assert inside(terminal, "rm", f"{disk}/filling").returncode == 0


def test_a_full_disk_is_read_and_says_so_and_recovers(small_disk):
    terminal, disk = small_disk
    browser = Browser(terminal.ready())
    browser.sign_in("empleado@demo.test")
    _, _, page = browser.ask("/blog")
    post = re.search(r'href="/blog/(\d+)', page)[1]
    assert browser.send(f"/conversation/post/{post}/comments", text="Antes")[0] == 200

    fill(terminal, disk)
    answers = []
    while not answers or answers[-1][0] == 200:  # what room the log of the database has is used up
        answers.append(browser.send(f"/conversation/post/{post}/comments", text=LONG))
        assert len(answers) < 50
    status, _, said = answers[-1]
    assert status == 507
    assert "El disco está lleno" in said and LONG.strip() in said
    assert browser.ask(f"/blog/{post}")[0] == 200
    assert "Antes" in browser.ask(f"/blog/{post}")[2]
    assert browser.ask("/readyz")[0] == 503 and browser.ask("/healthz")[0] == 200

    free(terminal, disk)
    status, _, page = browser.send(f"/conversation/post/{post}/comments", text="Después")
    assert status == 200 and "Después" in page
    assert browser.ask("/readyz")[0] == 200


def test_these_tests_can_run_here():
    """On a machine that may mount, the tools to do so are there."""
    if may_mount():
        assert shutil.which("nsenter") and shutil.which("dd")
