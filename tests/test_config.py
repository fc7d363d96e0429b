"""Production does not start with what is only good for trying things out."""

import pytest
from sqlalchemy import create_engine

from app import create_app
from config import TestConfig, engine_options


class InProduction(TestConfig):
    PRODUCTION = True
    TRUSTED_HOSTS = ["wowista.example"]


class WithoutItsNames(InProduction):
    TRUSTED_HOSTS = None


@pytest.mark.parametrize("key", [None, "", "dev", "x" * 31])
def test_a_weak_key_refuses_to_start(monkeypatch, key):
    monkeypatch.delenv("SECRET_KEY", raising=False)
    if key is not None:
        monkeypatch.setenv("SECRET_KEY", key)

    with pytest.raises(SystemExit, match="SECRET_KEY"):
        create_app(InProduction)


def test_a_house_that_does_not_know_its_names_refuses_to_start(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "k" * 32)

    with pytest.raises(SystemExit, match="TRUSTED_HOSTS"):
        create_app(WithoutItsNames)


def test_with_both_it_starts_and_answers_to_its_own_name_alone(another_house, ane, monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "k" * 32)

    class Config(InProduction):
        TRUSTED_HOSTS = ["wowista.test"]

    with another_house(Config) as house:
        client = house.test_client()
        assert client.get("/sign-in").status_code == 200
        assert client.get("/sign-in", base_url="http://evil.example").status_code == 400


@pytest.mark.parametrize("url", ["sqlite:///wowista.db", "postgresql+psycopg://somewhere/wowista"])
def test_every_thread_has_a_connection_and_one_to_write_aside(url):
    pool = create_engine(url, **engine_options(url, threads=16)).pool

    assert pool.size() + pool._max_overflow == 2 * 16
