"""The first command that a newcomer types, on machines where something is missing."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TOOLS = ("sh", "env", "cat", "cmp", "cp", "rm", "mkdir", "chmod", "df", "awk", "dirname", "id")
ADEQUATE = 'case "$*" in *version_info*|*ensurepip*) exit 0;; --version) echo "Python 3.12.1";; '


@pytest.fixture
def clone(tmp_path) -> Path:
    """A clone with nothing but what the preparation reads, on a machine with hardly any programs."""
    for name in ("deploy/prepare.sh", "requirements/run.txt", "requirements/dev.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    (tmp_path / "bin").mkdir()
    for tool in TOOLS:
        (tmp_path / "bin" / tool).symlink_to(shutil.which(tool))
    return tmp_path


def program(clone: Path, name: str, script: str) -> None:
    """Put a program of that name in the machine's PATH."""
    path = clone / "bin" / name
    path.unlink(missing_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


def prepare(clone: Path, what: str, **variables: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        ["sh", "deploy/prepare.sh", what],
        cwd=clone,
        env={"PATH": str(clone / "bin")} | variables,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def python_whose_pip(clone: Path, pip: str) -> None:
    """Put a Python in PATH that makes an environment whose pip does `pip`."""
    program(clone, "inside", f"{ADEQUATE} *pip*) {pip};; esac")
    program(clone, "python3", f'{ADEQUATE} "-m venv"*) mkdir -p .venv/bin; cp bin/inside .venv/bin/python;; esac')


def test_without_python_one_sentence_says_what_is_needed(clone):
    done = prepare(clone, "run")

    assert done.returncode != 0
    assert done.stderr.startswith("SoraEase needs Python 3.11 or newer, and none was found (python3 is: ")
    assert len(done.stderr.splitlines()) == 1


def test_an_old_python_is_named(clone):
    program(clone, "python3", 'case "$*" in --version) echo "Python 3.9.2";; *) exit 1;; esac')

    done = prepare(clone, "run")

    assert done.returncode != 0
    assert "(python3 is: Python 3.9.2)" in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("script", "said"),
    [('case "$*" in --version) echo "Python 3.10.13";; *) exit 1;; esac', "Python 3.10.13"), ("exit 127", "cannot be")],
)
def test_a_python_that_was_named_and_will_not_do_is_told(clone, script, said):
    python_whose_pip(clone, "exit 0")
    program(clone, "other", script)

    done = prepare(clone, "run", PYTHON="other")

    assert done.returncode != 0
    assert "PYTHON names other (" in done.stderr
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_disk_that_is_too_full_is_told_before_anything_is_installed(clone):
    python_whose_pip(clone, "echo installing")
    program(clone, "df", 'echo "Filesystem 1024-blocks"; echo "disk 99999999 1 102400 99% /"')

    done = prepare(clone, "run")

    assert done.returncode != 0
    assert "100 MB are free and 900 MB are needed" in done.stderr
    assert "installing" not in done.stdout
    assert len(done.stderr.splitlines()) == 1


def test_a_small_upgrade_needs_little_room(clone):
    python_whose_pip(clone, "echo installing")
    prepare(clone, "run")
    program(clone, "df", 'echo "Filesystem 1024-blocks"; echo "disk 99999999 1 102400 99% /"')
    (clone / "requirements" / "run.txt").write_text("another lock")

    assert "installing" in prepare(clone, "run").stdout


def test_a_shim_that_leads_nowhere_is_passed_over(clone):
    program(clone, "python3.13", "exit 127")
    python_whose_pip(clone, "exit 0")

    assert prepare(clone, "run").returncode == 0


def test_a_python_without_venv_is_told_what_to_install(clone):
    program(
        clone, "python3", 'case "$*" in *version_info*) exit 0;; --version) echo "Python 3.11.2";; *) exit 1;; esac'
    )

    done = prepare(clone, "run")

    assert done.returncode != 0
    assert done.stderr == "Python 3.11.2 has no venv module; on Debian and Ubuntu: apt-get install python3-venv\n"


def test_without_network_the_last_line_says_what_to_do(clone):
    python_whose_pip(clone, "echo no route >&2; exit 1")

    done = prepare(clone, "run")

    assert done.returncode != 0
    assert done.stderr.splitlines()[-1].startswith("The dependencies could not be installed: is the network there")
    assert not (clone / ".venv" / "run.lock").exists()


def test_what_is_installed_is_not_installed_again(clone):
    python_whose_pip(clone, "echo installing")
    first = prepare(clone, "run")

    second = prepare(clone, "run")

    assert "installing" in first.stdout
    assert (second.returncode, second.stdout) == (0, "")


def test_a_new_lock_is_installed(clone):
    python_whose_pip(clone, "echo installing")
    prepare(clone, "run")
    (clone / "requirements" / "run.txt").write_text("another lock")

    assert "installing" in prepare(clone, "run").stdout


def test_what_was_installed_to_work_on_it_is_enough_to_run_it(clone):
    python_whose_pip(clone, "echo installing")
    prepare(clone, "dev")

    assert prepare(clone, "run").stdout == ""


def test_services_that_are_not_named_are_asked_for(clone):
    done = prepare(clone, "services", REDIS_URL="redis://127.0.0.1:6379/0")

    assert done.returncode != 0
    assert "please set: DATABASE_URL (postgres://user:password@host:5432/name)" in done.stderr
    assert "REDIS_URL" not in done.stderr.partition("please set:")[2]


def test_services_that_are_named_are_enough(clone):
    named = {"DATABASE_URL": "postgres://db/x", "REDIS_URL": "redis://r/0"}

    assert prepare(clone, "services", **named).returncode == 0


def test_a_browser_that_is_there_is_found(clone):
    program(clone, "chromium", "exit 0")

    assert prepare(clone, "browser").returncode == 0


def test_without_a_browser_and_without_a_way_to_get_one_it_says_so(clone):
    python_whose_pip(clone, "exit 0")
    prepare(clone, "dev")
    (clone / ".venv" / "bin" / "python").write_text("#!/bin/sh\nexit 1\n")

    done = prepare(clone, "browser")

    assert done.returncode != 0
    assert "The browser tests need Chromium or Chrome, none was found and none could be installed" in done.stderr


@pytest.mark.parametrize("name", ["run", "test", "test-services", "lint", "fmt", "lock", "bench", "clean"])
def test_every_target_is_explained(name):
    listed = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout

    assert re.search(rf"^{name} +\w", listed, re.MULTILINE)


def test_the_locks_hold_hashes_and_no_addresses():
    for name in ("run", "dev"):
        lock = (ROOT / "requirements" / f"{name}.txt").read_text()

        pinned = re.findall(r"^[a-z0-9][\w.-]*(?:\[[^\]]+\])?==[^ \n]+.*\\$", lock, re.MULTILINE)
        assert len(pinned) > 50
        assert all(f"{line}\n    --hash=sha256:" in lock for line in pinned)
        assert "://" not in lock


def test_the_first_lock_is_part_of_the_second():
    def pins(name: str) -> set[str]:
        lock = (ROOT / "requirements" / f"{name}.txt").read_text()
        return set(re.findall(r"^([a-z0-9][\w.-]*)(?:\[[^\]]+\])?==([^ \n]+)", lock, re.MULTILINE))

    assert pins("run") - pins("dev") == set()


@pytest.mark.skipif(not os.access(ROOT / ".ci" / "run", os.F_OK), reason="not part of this copy")
def test_ci_runs_everything():
    script = (ROOT / ".ci" / "run").read_text()

    assert [command for command in ("make test ", "make test-services ", "make lint ") if command not in script] == []
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
