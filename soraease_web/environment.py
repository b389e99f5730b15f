"""Reads the environment, loudly: nonsense stops the start with one sentence that names the variable."""

import os
import secrets
from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured
from environ.fileaware_mapping import FileAwareMapping


class Written(FileAwareMapping):
    """The environment; a variable that says nothing is not set, and a file's last line end is no part of its value."""

    def __getitem__(self, name: str) -> str:
        value: str = super().__getitem__(name).rstrip("\r\n")
        if not value:
            raise KeyError(name)
        return value


class Env(environ.Env):
    ENVIRON = Written()


env = Env()

MODES = ("embedded", "production")


def mode() -> str:
    """Return `embedded` (one machine, no services) or `production`; raise on any other word."""
    value = env.str("SORAEASE_MODE", default="embedded")
    if value not in MODES:
        raise ImproperlyConfigured(f"SORAEASE_MODE must be one of {', '.join(MODES)}, not {value!r}.")
    return value


def flag(name: str, *, default: bool = False) -> bool:
    """Return a yes/no variable; raise on anything that is neither."""
    value = os.environ.get(name, "").strip().lower()
    if value in ("", "0", "false", "no", "off"):
        return default if value == "" else False
    if value in ("1", "true", "yes", "on"):
        return True
    raise ImproperlyConfigured(f"{name} must be yes or no, not {value!r}.")


def address(name: str) -> str:
    """Return a variable that holds the beginning of a URL, without a slash at its end; raise on anything else."""
    value = env.str(name, default="").rstrip("/")
    if value and not value.startswith(("https://", "http://")):
        raise ImproperlyConfigured(f"{name} must begin with https:// or http://, not {value!r}.")
    return value


def secret_key(production: bool, var: Path) -> str:
    """Return SECRET_KEY (or what SECRET_KEY_FILE holds); embedded, a key made once and kept in `var`."""
    key = env.str("SECRET_KEY", default="")
    if production and len(key) < 50:
        raise ImproperlyConfigured(
            "SECRET_KEY (or SECRET_KEY_FILE) must hold at least 50 random characters in production."
        )
    return key or kept_key(var / "secret_key")


def kept_key(path: Path) -> str:
    """Return the key in `path`, creating it readable by the owner alone if it is not there yet."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text()
    with os.fdopen(handle, "w") as file:
        file.write(secrets.token_urlsafe(64))
    return path.read_text()


def redis_url(var: Path) -> str:
    """Return REDIS_URL, else the address that a running embedded studio wrote down, else the usual port."""
    written = var / "run" / "redis_url"
    if not os.environ.get("REDIS_URL") and written.exists():
        return written.read_text().strip()
    return env.str("REDIS_URL", default="redis://127.0.0.1:6379/0")


def database(var: Path) -> dict:
    """Return Django's database dictionary for DATABASE_URL; SQLite in `var` when there is none."""
    config = env.db_url("DATABASE_URL", default=f"sqlite:///{var / 'db.sqlite3'}")
    if config["ENGINE"].endswith("sqlite3"):
        config["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        }
        # Tests need a file too, so that several processes can work on it.
        config["TEST"] = {"NAME": str(var / "test.sqlite3")}
    elif config["ENGINE"].endswith("postgresql"):
        config["CONN_HEALTH_CHECKS"] = True
        config.setdefault("OPTIONS", {})["options"] = (
            "-c statement_timeout=30s -c lock_timeout=10s -c idle_in_transaction_session_timeout=60s"
        )
    else:
        raise ImproperlyConfigured("DATABASE_URL must begin with postgres:// or sqlite://.")
    return config
