"""Several processes count, and whichever is asked tells what all of them did."""

import os
import signal
from pathlib import Path
from urllib.request import Request, urlopen

from prometheus_client.parser import text_string_to_metric_families

from tests.terminal import Browser, eventually

TOKEN = "a token for somebody who counts"


def read(address):
    asked = Request(f"{address}/metrics", headers={"Authorization": f"Bearer {TOKEN}"})
    with urlopen(asked, timeout=20) as answer:
        text = answer.read().decode()
    return [one for family in text_string_to_metric_families(text) for one in family.samples]


def value(samples, name, **labels):
    return sum(s.value for s in samples if s.name == name and labels.items() <= s.labels.items())


def served(address):
    return value(read(address), "wowista_request_duration_seconds_count", route="/healthz")


def files(terminal):
    port = terminal.ready().rpartition(":")[2]
    (folder,) = Path("/dev/shm").glob(f"wowista-{os.getuid()}-127.0.0.1-{port}")
    return folder


def test_two_processes_add_up_and_a_fallen_one_takes_nothing_away(start):
    terminal = start(DEMO="0", WORKERS="2", METRICS_TOKEN=TOKEN)
    folder = files(terminal)
    address = terminal.said.split("WOWista is at ")[1].split()[0]

    def both_have_served():
        Browser(address).ask("/healthz")
        return {path.name for path in folder.glob("histogram_*.db")}

    eventually(lambda: len(both_have_served()) == 2)
    for _ in range(20):
        Browser(address).ask("/healthz")
    before = served(address)
    assert before >= 20
    assert served(address) == before  # whoever is asked
    samples = read(address)
    assert value(samples, "wowista_processes", process="web") == 3
    eventually(lambda: value(read(address), "wowista_processes", process="worker") == 1)

    one = next(iter(both_have_served())).removeprefix("histogram_").removesuffix(".db")
    now = served(address)
    os.kill(int(one), signal.SIGKILL)
    eventually(lambda: value(read(address), "wowista_processes", process="web") == 3)
    assert served(address) == now

    assert terminal.press(signal.SIGTERM) == 0
    assert not folder.exists()


def test_without_the_token_there_is_nothing(start):
    address = start(DEMO="0", METRICS_TOKEN=TOKEN).ready()
    assert Browser(address).ask("/metrics")[::2] == (404, "")


def test_what_a_killed_server_left_is_not_counted_again(start):
    first = start(DEMO="0", METRICS_TOKEN=TOKEN)
    folder = files(first)
    address = first.said.split("WOWista is at ")[1].split()[0]
    for _ in range(5):
        Browser(address).ask("/healthz")
    assert served(address) == 5
    first.stop()
    assert folder.exists()

    second = start(DEMO="0", METRICS_TOKEN=TOKEN, PORT=address.rpartition(":")[2])
    assert served(second.ready()) == 0
