"""Every setting the application reads, and the only place that reads the environment."""

import os
import secrets
from pathlib import Path
from urllib.parse import urlsplit

from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

ROOT = Path(__file__).parent
INSTANCE = Path(os.environ.get("INSTANCE", ROOT / "instance"))

LEAST_KEY = 32  # characters of a secret key worth the name
LEAST_TOKEN = 16


def secret_key() -> str:
    """The key of the environment, or the instance's own, made at its first start."""
    if given := os.environ.get("SECRET_KEY"):
        return given
    kept = INSTANCE / "secret-key"
    try:
        if not kept.exists():
            _make_key(kept)
        return kept.read_text()
    except OSError as error:
        raise SystemExit(
            f"WOWista cannot start. The folder {INSTANCE} cannot be used: {error.strerror}."
            " Give it to this user, or set INSTANCE to another."
        ) from None


def _make_key(kept: Path) -> None:
    INSTANCE.mkdir(parents=True, exist_ok=True)
    made = kept.with_suffix(f".{os.getpid()}")
    made.touch(mode=0o600)
    made.write_text(secrets.token_urlsafe(48))
    try:
        os.link(made, kept)  # whoever comes second takes the first one's key
    except FileExistsError:
        pass
    finally:
        made.unlink()


def whole(name: str, otherwise: int, *, least: int = 0, most: int = 65535) -> int:
    """A whole number of the environment. Raises SystemExit with a sentence for anything else."""
    given = os.environ.get(name) or str(otherwise)
    if not given.isdecimal() or not least <= int(given) <= most:
        raise SystemExit(
            f"WOWista cannot start. {name} is a whole number from {least} to {most}, not {given!r}."
        )
    return int(given)


def house_language() -> str:
    """`LANGUAGE` where it is one of ours; many a terminal sets it to something else."""
    given = os.environ.get("LANGUAGE", "")[:2]
    return given if given in {"es", "eu", "en", "pt"} else "es"


def database_url() -> str:
    """`DATABASE_URL`, with the driver this project is tested with."""
    url = os.environ.get("DATABASE_URL") or f"sqlite:///{INSTANCE}/wowista.db"
    for plain in ("postgres://", "postgresql://"):
        if url.startswith(plain):
            url = "postgresql+psycopg://" + url.removeprefix(plain)
    try:
        is_known = make_url(url).drivername in {"sqlite", "postgresql+psycopg"}
    except (ArgumentError, ValueError):
        is_known = False
    if not is_known:
        raise SystemExit(
            "WOWista cannot start. DATABASE_URL reads like sqlite:////folder/file.db or"
            " postgresql://person:password@host:5432/database."
        )
    return url


def site_url() -> str:
    """Where people find this site, by its configuration and never by what a request says."""
    if given := os.environ.get("SITE_URL"):
        if urlsplit(given).scheme not in ("http", "https") or not urlsplit(given).hostname:
            raise SystemExit(
                "WOWista cannot start. SITE_URL reads like https://wowista.example.com."
            )
        return given.rstrip("/")
    hosts = os.environ.get("TRUSTED_HOSTS", "").split()
    if hosts:
        return f"https://{hosts[0].lstrip('.')}"
    return f"http://{os.environ.get('HOST', '127.0.0.1')}:{whole('PORT', 8000)}"


def engine_options(url: str, threads: int) -> dict:
    """As many connections as threads, one more each for what is written aside.

    What a statement that fails was about stays out of every log: it is what people wrote.
    """
    room = {"pool_size": threads, "max_overflow": threads, "hide_parameters": True}
    if url.startswith("sqlite"):
        return room
    # Compiling a statement that is asked once takes longer than asking it: half a second and more.
    limits = "-c statement_timeout=30000 -c lock_timeout=10000 -c jit=off"
    return {
        **room,
        "pool_pre_ping": True,
        "connect_args": {"options": limits, "connect_timeout": 5},
    }


class Config:
    """What `make run` runs with."""

    PRODUCTION = os.environ.get("PRODUCTION", "0") == "1"
    DEMO = os.environ.get("DEMO", "1") != "0" and not PRODUCTION
    HOST = os.environ.get("HOST", "127.0.0.1")
    PORT = whole("PORT", 8000)
    WORKERS = whole("WORKERS", os.cpu_count() or 1, least=1)
    THREADS = whole("THREADS", 8, least=1)  # six of them may be signing in, see passwords.py

    SECRET_KEY = secret_key()
    AUDIT_KEY = os.environ.get("AUDIT_KEY", "")  # what seals the audit, if not SECRET_KEY
    TLS = os.environ.get("TLS", "0") == "1"
    TRUSTED_HOSTS = os.environ.get("TRUSTED_HOSTS", "").split() or None
    PROXIES = whole("PROXIES", 0)  # how many stand before us and tell the truth

    SQLALCHEMY_DATABASE_URI = database_url()
    SQLALCHEMY_ENGINE_OPTIONS = engine_options(SQLALCHEMY_DATABASE_URI, THREADS)
    MIGRATIONS = str(ROOT / "migrations")
    STORAGE = os.environ.get("STORAGE", str(INSTANCE / "files"))
    BACKUPS = os.environ.get("BACKUPS", str(INSTANCE / "backups"))
    ERASURES = os.environ.get("ERASURES", str(INSTANCE / "erasures.jsonl"))
    SURVEY_KEYS = os.environ.get("SURVEY_KEYS", str(INSTANCE / "survey-keys"))  # of open waves
    OCCUPIED = str(INSTANCE / "occupied")  # locked by whoever serves, and by a restore

    WORKER = os.environ.get("WORKER", "1") != "0"  # `flask serve` starts one beside it
    REDIS_URL = os.environ.get("REDIS_URL", "")  # the queue; without one it is a file:
    QUEUE = os.environ.get("QUEUE", str(INSTANCE / "queue.db"))
    QUEUE_NAME = os.environ.get("QUEUE_NAME", "wowista")  # several houses may share a Redis
    WAKES = True

    SITE_URL = site_url()  # how letters lead here
    SMTP_URL = os.environ.get("SMTP_URL", "")  # without one, letters are files:
    MAIL = os.environ.get("MAIL", str(INSTANCE / "mail"))
    MAIL_FROM = os.environ.get("MAIL_FROM", f"WOWista <wowista@{urlsplit(SITE_URL).hostname}>")

    SESSION_COOKIE_NAME = "__Host-wowista" if TLS else "wowista"
    SESSION_COOKIE_SECURE = TLS
    SESSION_COOKIE_HTTPONLY = True
    SESSION_COOKIE_SAMESITE = "Lax"
    PERMANENT_SESSION_LIFETIME = 30 * 24 * 3600
    SESSION_REFRESH_EACH_REQUEST = False
    WTF_CSRF_TIME_LIMIT = None  # the token lives as long as the session

    MAX_CONTENT_LENGTH = 1024 * 1024
    MAX_FORM_MEMORY_SIZE = 1024 * 1024
    MAX_FORM_PARTS = 200

    BABEL_DEFAULT_LOCALE = house_language()
    BABEL_DEFAULT_TIMEZONE = os.environ.get("TIME_ZONE", "Europe/Madrid")

    COMPRESS_ALGORITHM = ["br", "gzip"]
    COMPRESS_BR_LEVEL = 4  # half a millisecond for a page, a fifth less on the wire than gzip 1
    COMPRESS_LEVEL = 1
    COMPRESS_MIMETYPES = ["text/html", "text/calendar", "application/json", "application/xml"]

    METRICS_TOKEN = os.environ.get("METRICS_TOKEN", "")  # who carries it may read /metrics

    LOG_FORMAT = os.environ.get("LOG_FORMAT", "plain")
    LOG_LEVEL = os.environ.get("LOG_LEVEL", "WARNING")


class TestConfig(Config):
    TESTING = True
    PRODUCTION = False
    DEMO = False
    SECRET_KEY = "a key that only ever guards tests"
    AUDIT_KEY = ""
    SERVER_NAME = "wowista.test"
    TLS = False
    WTF_CSRF_ENABLED = False
    BABEL_DEFAULT_LOCALE = "en"
    LOG_LEVEL = "CRITICAL"
    WAKES = False  # a test drains the outbox itself
    METRICS_TOKEN = "a token that only ever opens tests"
    SITE_URL = "https://wowista.test"
    SMTP_URL = ""
    REDIS_URL = ""


def refuse_to_start(config: dict) -> None:
    """Production with a weak key or token, or without its own names does not start.

    Raises SystemExit with the sentence that says what to set.
    """
    if not config["PRODUCTION"]:
        return
    if len(os.environ.get("SECRET_KEY", "")) < LEAST_KEY:
        raise SystemExit(
            f"PRODUCTION=1 needs SECRET_KEY, of {LEAST_KEY} random characters or more."
        )
    if config["AUDIT_KEY"] and len(config["AUDIT_KEY"]) < LEAST_KEY:
        raise SystemExit(f"AUDIT_KEY has {LEAST_KEY} random characters or more, like SECRET_KEY.")
    if not config["TRUSTED_HOSTS"]:
        raise SystemExit("PRODUCTION=1 needs TRUSTED_HOSTS: the names people call this site by.")
    if 0 < len(config["METRICS_TOKEN"]) < LEAST_TOKEN:
        raise SystemExit(
            f"PRODUCTION=1 needs METRICS_TOKEN, if any, of {LEAST_TOKEN} random characters or more."
        )
