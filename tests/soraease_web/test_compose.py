"""docker-compose.yml keeps its promises, and every command in it is one that works."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
import yaml

from soraease_web.celery import app as celery
from soraease_web.supervisor.ports import free_port
from tests.soraease_web.conftest import KEY, WORD

# One process starts what they share.
pytestmark = pytest.mark.xdist_group("compose")

ROOT = Path(__file__).resolve().parents[2]
COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
SERVICES = COMPOSE["services"]
OURS = {"web", "worker-steps", "worker-media", "tick", "migrate", "bucket"}
ONCE = {"migrate", "bucket"}
FILLED_IN = {
    "SECRET_KEY": "not-a-secret-but-long-enough-for-Django-0123456789-abcdefghij",
    "SITE_URL": "https://studio.example.com",
    "POSTGRES_PASSWORD": "word",
    "S3_PUBLIC_ENDPOINT": "https://media.example.com",
    "S3_ACCESS_KEY": KEY,
    "S3_SECRET_KEY": WORD,
    "EMAIL_URL": "smtp+tls://user:word@mail.example.com:587",
    "DEFAULT_FROM_EMAIL": "SoraEase <studio@example.com>",
}
SECRETS = ("SECRET", "PASSWORD", "KEY")


def seconds(text: str) -> int:
    return int(text.removesuffix("s"))


def interpolated(text: str, variables: dict[str, str]) -> str:
    """Return `text` with ${NAME}, ${NAME:-default} and ${NAME:?complaint} filled in, as compose does."""

    def value(found: re.Match) -> str:
        name, kind, rest = found["name"], found["kind"], found["rest"]
        if kind == ":?":
            assert variables.get(name), rest
        return variables.get(name) or (rest if kind == ":-" else "")

    return re.sub(r"\$\{(?P<name>\w+)(?:(?P<kind>:[-?])(?P<rest>[^}]*))?\}", value, text)


def environment_of(service: str) -> dict[str, str]:
    return {name: interpolated(text, FILLED_IN) for name, text in SERVICES[service]["environment"].items()}


def test_the_services_are_those_of_a_studio():
    assert set(SERVICES) == OURS | {"postgres", "valkey", "s3"}


@pytest.mark.parametrize("name", SERVICES)
def test_a_service_can_do_little_harm(name):
    service = SERVICES[name]

    assert service["user"] not in ("root", "0", "0:0")
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert service["init"] is True
    assert service["tmpfs"]
    assert service["mem_limit"]
    assert service["pids_limit"]
    assert service["logging"]["options"]["max-size"]
    assert "privileged" not in service


@pytest.mark.parametrize("name", sorted(set(SERVICES) - ONCE))
def test_a_service_that_stays_is_watched_but_not_too_often(name):
    check = SERVICES[name]["healthcheck"]

    assert seconds(check["interval"]) >= 30
    assert seconds(check["timeout"]) < seconds(check["interval"])
    assert SERVICES[name]["restart"] == "unless-stopped"


@pytest.mark.parametrize("name", sorted(OURS - ONCE))
def test_the_studio_waits_for_what_must_be_done_before(name):
    conditions = {other: wait["condition"] for other, wait in SERVICES[name]["depends_on"].items()}

    assert conditions == {
        "migrate": "service_completed_successfully",
        "bucket": "service_completed_successfully",
        "valkey": "service_healthy",
    }


@pytest.mark.parametrize("name", sorted(OURS))
def test_the_studio_has_time_to_end_its_work(name):
    assert seconds(SERVICES[name]["stop_grace_period"]) >= 45


@pytest.mark.parametrize("name", ["postgres", "valkey"])
def test_no_database_listens_outside(name):
    assert "ports" not in SERVICES[name]


def test_what_listens_outside_does_so_on_this_machine_alone():
    published = {name: service["ports"] for name, service in SERVICES.items() if "ports" in service}

    assert published == {"web": ["${PUBLISH:-127.0.0.1:8000}:8000"], "s3": ["${S3_PUBLISH:-127.0.0.1:8333}:8333"]}


@pytest.mark.parametrize("name", [name for name in SERVICES if "environment" in SERVICES[name]])
def test_no_secret_has_a_default(name):
    for variable, text in SERVICES[name]["environment"].items():
        if any(word in variable for word in SECRETS):
            assert re.fullmatch(r"\$\{\w+:\?.+\}", text), variable


@pytest.mark.parametrize("name", sorted(set(SERVICES) - OURS))
def test_an_image_of_others_is_pinned(name):
    tag = SERVICES[name]["image"].partition(":")[2]

    assert re.match(r"\d", tag)


def test_the_broker_never_throws_work_away():
    command = SERVICES["valkey"]["command"]

    assert command[command.index("--maxmemory-policy") + 1] == "noeviction"
    assert command[command.index("--appendonly") + 1] == "yes"


def test_every_variable_that_must_be_filled_in_is_in_the_example_without_a_value_that_works():
    needed = set(re.findall(r"\$\{(\w+):\?", (ROOT / "docker-compose.yml").read_text()))
    example = (ROOT / ".env.example").read_text()

    assert needed == set(FILLED_IN)
    for name in needed:
        line = re.search(rf"^{name}=(.*)$", example, re.MULTILINE)
        assert line, name
        assert not line[1] or "example.com" in line[1], name


def test_the_settings_accept_what_compose_gives_them():
    code = "from django.conf import settings; print(settings.PRODUCTION, settings.DATABASES['default']['HOST'])"

    assert run(["python", "-c", code], environment_of("web")).split() == ["True", "postgres"]


def test_the_deployment_checks_are_content_with_compose():
    printed = run(["python", "manage.py", "check", "--deploy", "--fail-level", "WARNING"], environment_of("web"))

    assert "no issues" in printed


def environ(variables: dict[str, str]) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("HOME", "VAR_DIR", "STATIC_ROOT") if name in os.environ}
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    return kept | {"PATH": path, "DJANGO_SETTINGS_MODULE": "soraease_web.settings"} | variables


def run(command: list[str], variables: dict[str, str]) -> str:
    done = subprocess.run(
        command, cwd=ROOT, env=environ(variables), capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def stack(tmp_path_factory, s3_server) -> dict[str, str]:
    """What compose gives the studio, with this machine's database, broker and S3 in place of its own."""
    here = {
        "DATABASE_URL": f"sqlite:///{tmp_path_factory.mktemp('compose')}/db.sqlite3",
        "REDIS_URL": os.environ["REDIS_URL"],
        "S3_ENDPOINT": s3_server,
        "SSL_REDIRECT": "no",
    }
    variables = environment_of("web") | here
    for service in ("migrate", "bucket"):
        run(SERVICES[service]["command"], variables)
    return variables


def started(command: list[str], variables: dict[str, str]) -> subprocess.Popen:
    return subprocess.Popen(
        command, cwd=ROOT, env=environ(variables), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )


def until(condition, process: subprocess.Popen) -> None:
    end = time.monotonic() + 90
    while not condition():
        assert process.poll() is None, process.stdout.read()
        assert time.monotonic() < end
        time.sleep(0.2)


def end(process: subprocess.Popen) -> int:
    process.send_signal(signal.SIGTERM)
    try:
        process.communicate(timeout=30)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
    return process.returncode


def test_the_web_command_serves_and_its_probe_sees_it(stack):
    port = str(free_port())
    command = [port if word == "8000" else word for word in SERVICES["web"]["command"]]
    process = started(command, stack)
    address = f"http://127.0.0.1:{port}/healthz"
    try:
        until(lambda: answers(address), process)
        probe = SERVICES["web"]["healthcheck"]["test"][1:3]
        run([*probe, address], stack)
        ready = ask(address.replace("healthz", "readyz"))
    finally:
        code = end(process)

    assert ready.json() == {"ready": False}  # there is no tick beside it
    assert code in (0, -signal.SIGTERM)


def ask(address: str) -> httpx.Response:
    return httpx.get(address, headers={"Host": "studio.example.com"}, timeout=5, trust_env=False)


def answers(address: str) -> bool:
    try:
        return ask(address).status_code == 200
    except httpx.HTTPError:
        return False


def test_the_tick_command_ticks_and_its_probe_sees_it(stack):
    run([*SERVICES["tick"]["command"], "--once"], stack)

    run(SERVICES["tick"]["healthcheck"]["test"][1:], stack)


@pytest.fixture(scope="module")
def workers(stack) -> Iterator[dict[str, subprocess.Popen]]:
    """The workers, started side by side as compose does: each probe must see its own."""
    names = [name for name in SERVICES if name.startswith("worker-")]
    running = {name: started(SERVICES[name]["command"], stack) for name in names}
    yield running
    for process in running.values():
        process.send_signal(signal.SIGTERM)
    for process in running.values():
        end(process)


@pytest.mark.parametrize("name", ["worker-steps", "worker-media"])
def test_a_worker_command_works_and_its_probe_sees_it(stack, workers, name):
    probe = SERVICES[name]["healthcheck"]["test"][1].replace("$$", "$")
    # A probe that comes before its worker listens waits for ten seconds; we ask in between, and then let it look once.
    until(lambda: celery.control.ping(timeout=0.5, destination=[worker_of(probe)]), workers[name])

    assert sees(probe, stack)


def worker_of(probe: str) -> str:
    """Return the name of the worker that a probe asks."""
    return re.search(r"-d (\w+@)", probe)[1] + socket.gethostname()


def sees(probe: str, variables: dict[str, str]) -> bool:
    command = ["sh", "-c", probe]
    return subprocess.run(command, cwd=ROOT, env=environ(variables), capture_output=True, check=False).returncode == 0


def test_the_image_is_built_from_the_hashed_lock_and_runs_as_nobody_special():
    lines = (ROOT / "Dockerfile").read_text()

    assert "--require-hashes" in lines
    assert "\nUSER 10001:10001\n" in lines
    assert "HEALTHCHECK --interval=30s" in lines
    assert lines.count("\nFROM ") == 2


def test_the_image_holds_no_secret_and_no_data():
    ignored = (ROOT / ".dockerignore").read_text().splitlines()

    assert ignored[0] == "*"
    assert not {"!.env", "!var/", "!.git/", "!tests/"} & set(ignored)
