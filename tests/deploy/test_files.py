"""What an operator copies agrees with the code it serves. The tools themselves are not needed."""

import re
import shlex
import shutil
import subprocess
import sys
from configparser import ConfigParser

import pytest
import yaml
from prometheus_client.parser import text_string_to_metric_families

from app.cli import COMMANDS
from config import TestConfig
from tests.terminal import ROOT

DEPLOY = ROOT / "deploy"
NGINX = (DEPLOY / "nginx.conf").read_text()
CONTAINER = (DEPLOY / "Containerfile").read_text().replace("\\\n", "")
COMPOSE = yaml.safe_load((DEPLOY / "compose.yaml").read_text())
UNITS = sorted(DEPLOY.glob("*.service"))

every_unit = pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)


class Unit(ConfigParser):
    """Names may come more than once: the last is enough for us."""

    def __init__(self, path):
        super().__init__(interpolation=None, strict=False)
        self.optionxform = str
        self.read_string(path.read_text())


def is_command(words):
    """Whether they are `flask` and a command it has."""
    known = {one.name for one in COMMANDS}
    return words[0].split("/")[-1] == "flask" and words[1] in known


@every_unit
def test_a_unit_starts_a_command_there_is(unit):
    assert is_command(shlex.split(Unit(unit)["Service"]["ExecStart"]))


@every_unit
def test_a_unit_may_do_no_more_than_it_needs(unit):
    service = Unit(unit)["Service"]
    assert service["User"] == "wowista" and service["UMask"] == "0077"
    for name in ("NoNewPrivileges", "PrivateTmp", "PrivateDevices", "ProtectHome"):
        assert service[name] == "yes", name
    assert service["ProtectSystem"] == "strict" and service["CapabilityBoundingSet"] == ""
    assert f"/var/lib/{service['StateDirectory']}" in service["Environment"]


def test_units_name_one_another_rightly():
    named = set(re.findall(r"\bwowista[a-z-]*\.(?:service|timer)", "".join(
        path.read_text() for path in (*UNITS, DEPLOY / "wowista-backup.timer")
    )))  # fmt: skip
    assert named <= {path.name for path in DEPLOY.iterdir()}


def test_the_web_leaves_its_worker_to_the_other_unit():
    assert "WORKER=0" in Unit(DEPLOY / "wowista.service")["Service"]["Environment"].split()


def test_the_server_is_given_longer_to_stop_than_a_request_may_take():
    from app.cli.server import PATIENCE
    from app.cli.sibling import PATIENCE as OF_THE_WORKER

    for unit in ("wowista.service", "wowista-worker.service"):
        given = int(Unit(DEPLOY / unit)["Service"]["TimeoutStopSec"])
        assert given > max(PATIENCE, OF_THE_WORKER)
    for name in ("web", "worker"):
        grace = COMPOSE["services"][name]["stop_grace_period"]
        assert int(grace.removesuffix("s")) > max(PATIENCE, OF_THE_WORKER)


def copied():
    """What the first stage takes from the tree, as (source, target)."""
    for line in re.findall(r"^COPY (?!--from)(.*)$", CONTAINER, re.MULTILINE):
        *sources, target = line.split()
        for source in sources:
            yield source, target if target != "./" else source


def test_a_container_holds_enough_to_start_and_no_more(tmp_path):
    for source, target in copied():
        whole, there = ROOT / source, tmp_path / target
        there.parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if whole.is_dir() else shutil.copy)(whole, there)
    environment = {"INSTANCE": str(tmp_path / "data"), "PATH": "/usr/bin:/bin", "DEMO": "0"}
    for words in (["db", "upgrade"], ["check"]):
        done = subprocess.run(
            [sys.executable, "-m", "flask", *words],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr
    assert "It can serve." in done.stdout


def test_what_is_copied_is_let_in_and_nothing_else():
    let_in = {
        line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line[:1] == "!"
    }
    assert let_in == {source for source, _ in copied()}


def test_a_container_runs_as_nobody_in_particular_and_carries_no_secret():
    last = CONTAINER.split("FROM ")[-1]
    assert re.search(r"^USER 10001$", last, re.MULTILINE)
    assert last.index("USER 10001") < last.index("CMD [")
    assert not re.search(r"(SECRET_KEY|TOKEN|PASSWORD)=(?!unused)", CONTAINER)
    assert "SECRET_KEY" not in last
    assert is_command(re.findall(r'"([^"]+)"', re.search(r"^CMD (.*)$", last, re.M)[1]))


def test_the_image_is_made_of_locked_requirements():
    assert "--require-hashes --requirement requirements/base.txt" in CONTAINER
    assert re.search(r"python:3\.(1[1-9])", CONTAINER)


def test_the_health_check_of_the_container_asks_by_a_trusted_name(start):
    words = re.search(r"^HEALTHCHECK .*? CMD (\[.*\])$", CONTAINER, re.MULTILINE)[1]
    _, _, code = yaml.safe_load(words)
    terminal = start(DEMO="0", TRUSTED_HOSTS=".wowista.example", WORKER="0", WORKERS="1")
    port = terminal.ready().rpartition(":")[2]
    for names, code_ in ((".wowista.example", 0), ("another.example", 1)):
        done = subprocess.run(
            [sys.executable, "-c", code],
            env={"PORT": port, "TRUSTED_HOSTS": names},
            capture_output=True,
        )
        assert done.returncode == code_, done.stderr


def test_compose_has_a_web_and_a_worker_of_one_image():
    services = COMPOSE["services"]
    assert (services["web"]["image"], services["worker"]["image"]) == ("wowista", "wowista")
    assert is_command(services["worker"]["command"])
    for service in services.values():
        for waited in service.get("depends_on", {}):
            assert waited in services
        for volume in service.get("volumes", []):
            assert volume.split(":")[0] in COMPOSE["volumes"]
    assert (DEPLOY / services["web"]["build"]["context"]).resolve() == ROOT
    assert services["web"]["build"]["dockerfile"] == "deploy/Containerfile"
    for name in ("web", "worker"):
        assert services[name]["environment"]["WORKER"] == "0"
        assert services[name]["read_only"] and services[name]["cap_drop"] == ["ALL"]


def test_nginx_takes_a_little_more_than_the_application_does(app):
    """So that it is the application that says no, with the text still there."""
    taken = {"/": app.config["MAX_CONTENT_LENGTH"]}
    for rule in app.url_map.iter_rules():
        most = getattr(app.view_functions[rule.endpoint], "accepts", 0)
        taken[rule.rule] = max(most, taken.get(rule.rule, 0))
    general, *_ = re.findall(r"^    client_max_body_size (\d+)m;", NGINX, re.MULTILINE)
    places = re.findall(r"location = (\S+) \{\s+client_max_body_size (\d+)m;", NGINX)
    limits = {rule: int(most) * 2**20 for rule, most in places}
    assert limits.keys() <= taken.keys()
    for limit, of_them in [
        (int(general) * 2**20, [most for rule, most in taken.items() if rule not in limits]),
        *((limit, [taken[rule]]) for rule, limit in limits.items()),
    ]:
        assert max(of_them) < limit <= 1.25 * max(of_them)


def test_nginx_believes_nobody_and_shows_no_figures():
    headers = dict(re.findall(r"proxy_set_header (\S+)\s+(\S+);", NGINX))
    assert headers["X-Forwarded-For"] == "$remote_addr"
    assert {"Host", "X-Forwarded-Host", "X-Forwarded-Proto"} <= headers.keys()
    assert re.search(r"location = /metrics \{ return 404; \}", NGINX)
    assert "Strict-Transport-Security" not in NGINX  # the application says it


def test_nginx_writes_down_no_link_of_a_letter():
    """They open an account, and an address is all there is to them. Nor what is looked for."""
    (written,) = re.findall(r"log_format wowista '(.+)';", NGINX)
    (place,) = re.findall(r'map \$uri \$wowista_place \{ "~(\S+)" ', NGINX)

    written_to = re.findall(r"access_log (?!off;).*", NGINX)
    assert written_to == ["access_log /var/log/nginx/wowista.log wowista;"]
    assert set(re.findall(r"\$\w+", written)) == {
        *("$remote_addr", "$time_iso8601", "$request_method", "$wowista_place", "$status")
    }
    assert re.match(place.replace("?<", "?P<"), "/password/abc")[1] == "/password"


def test_nginx_writes_down_nobody_who_comes_to_the_survey(app):
    """From where and in which second would say who answered, beside two copies of the database."""
    (place,) = re.findall(
        r"location (\S+) \{\s+access_log off;\s+error_log /dev/null emerg;", NGINX
    )
    quiet = [
        rule.rule
        for rule in app.url_map.iter_rules()
        if hasattr(app.view_functions[rule.endpoint], "is_unwatched")
    ]
    assert quiet and all(rule.startswith(place) for rule in quiet)


def test_alerts_and_the_page_speak_of_figures_there_are(app, client):
    token = {"Authorization": f"Bearer {TestConfig.METRICS_TOKEN}"}
    told = {
        name
        for family in text_string_to_metric_families(client.get("/metrics", headers=token).text)
        for name in (family.name, *(sample.name for sample in family.samples))
    }
    told |= {f"{name}{end}" for name in told for end in ("_total", "_bucket", "_count", "_sum")}
    told |= {"wowista_worker_pulse_age_seconds"}  # only where there is a worker
    groups = yaml.safe_load((DEPLOY / "alerts.yml").read_text())["groups"]
    for rule in groups[0]["rules"]:
        assert rule["annotations"]["summary"] and rule["labels"]["severity"] in {"page", "morning"}
    page = (ROOT / "docs" / "operations.md").read_text()
    for text in (*(rule["expr"] for rule in groups[0]["rules"]), page):
        named = set(re.findall(r"wowista_[a-z_]+\b", text)) - {"wowista_test"}
        assert named <= told, named - told


def test_prometheus_asks_where_the_answer_is(app):
    (job,) = yaml.safe_load((DEPLOY / "prometheus.yml").read_text())["scrape_configs"]
    assert job["metrics_path"] in {rule.rule for rule in app.url_map.iter_rules()}
    assert job["job_name"] in (DEPLOY / "alerts.yml").read_text()
