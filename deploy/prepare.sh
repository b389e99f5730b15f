#!/bin/sh
# Makes ready what the Makefile needs: `run` or `dev` (a virtual environment from the hashed lock), `browser`,
# `services`, `gettext`. Each does nothing when all is there, and says in one sentence what is missing otherwise.
set -eu

VENV=.venv
NEEDED_MB=900 # what the run lock fills, and pip's own room on the way
NEWEST_FIRST="python3.14 python3.13 python3.12 python3.11 python3 python"

stop() {
    echo "$1" >&2
    exit 1
}

is_new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

# PYTHON= names one; otherwise the newest that works. A name in PATH may be a shim that leads nowhere, so each is tried.
find_python() {
    for name in ${PYTHON:-$NEWEST_FIRST}; do
        if is_new_enough "$name"; then
            echo "$name"
            return
        fi
    done
    [ -z "${PYTHON:-}" ] ||
        stop "SoraEase needs Python 3.11 or newer, and PYTHON names $PYTHON ($("$PYTHON" --version 2>/dev/null || echo "which cannot be started")); name another one, or leave PYTHON out"
    found=$(python3 --version 2>&1 || true)
    stop "SoraEase needs Python 3.11 or newer, and none was found (python3 is: ${found:-not there}); install one, or name it: make run PYTHON=/path/to/python3.11"
}

make_venv() {
    if [ -x "$VENV/bin/python" ] && is_new_enough "$VENV/bin/python"; then
        return
    fi
    python=$(find_python)
    echo "Creating $VENV with $("$python" --version)…"
    rm -rf "$VENV"
    "$python" -c 'import ensurepip, venv' >/dev/null 2>&1 ||
        stop "$("$python" --version) has no venv module; on Debian and Ubuntu: apt-get install python3-venv"
    "$python" -m venv "$VENV" || stop "The virtual environment could not be made in $VENV; the lines above say why."
}

# The lock that was installed last is kept beside what it installed; the dev lock holds all of the run lock.
is_installed() {
    cmp -s "requirements/$1.txt" "$VENV/$1.lock" || { [ "$1" = run ] && is_installed dev && cmp -s requirements/run.txt "$VENV/run.lock"; }
}

check_room() {
    free=$(df -Pk . | awk 'NR==2 {print int($4 / 1024)}')
    [ "$free" -ge "$NEEDED_MB" ] ||
        stop "The disk that holds $(pwd) is too full for the dependencies: $free MB are free and $NEEDED_MB MB are needed; free some room, then run the command again."
}

install_lock() {
    make_venv
    is_installed "$1" && return
    [ -f "$VENV/run.lock" ] || check_room
    echo "Installing the locked dependencies (requirements/$1.txt)…"
    "$VENV/bin/python" -m pip install --quiet --disable-pip-version-check --no-input --no-deps --require-hashes \
        -r "requirements/$1.txt" ||
        stop "The dependencies could not be installed: is the network there? The lines above say what failed; run the command again to go on."
    cp requirements/run.txt "$VENV/run.lock"
    [ "$1" = run ] || cp "requirements/$1.txt" "$VENV/$1.lock"
}

as_root_on_debian() {
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null
}

apt_install() {
    echo "Installing $* with apt-get…"
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"; } >/dev/null
}

find_browser() {
    for name in chromium-headless-shell chromium chromium-browser google-chrome google-chrome-stable; do
        command -v "$name" >/dev/null && return 0
    done
    return 1
}

playwright_browser() {
    "$VENV/bin/python" -c '
import pathlib, sys
from playwright.sync_api import sync_playwright
with sync_playwright() as p:
    sys.exit(not pathlib.Path(p.chromium.executable_path).exists())' >/dev/null 2>&1
}

install_browser() {
    find_browser && return
    playwright_browser && return
    if as_root_on_debian && apt_install chromium fonts-dejavu-core fonts-liberation && find_browser; then
        return
    fi
    echo "Installing Playwright's Chromium…"
    if "$VENV/bin/python" -m playwright install chromium && playwright_browser; then
        return
    fi
    stop "The browser tests need Chromium or Chrome, none was found and none could be installed; install one, so that it is in PATH as chromium or google-chrome"
}

check_services() {
    missing=""
    [ -n "${DATABASE_URL:-}" ] || missing="$missing DATABASE_URL (postgres://user:password@host:5432/name)"
    [ -n "${REDIS_URL:-}" ] || missing="$missing REDIS_URL (redis://host:6379/0)"
    [ -z "$missing" ] || stop "make test-services runs on your PostgreSQL and Redis; please set:$missing"
}

install_gettext() {
    command -v xgettext >/dev/null && command -v msgmerge >/dev/null && return
    if as_root_on_debian && apt_install gettext; then
        return
    fi
    stop "The strings are extracted with GNU gettext, which is not there; install it (Debian: apt-get install gettext; macOS: brew install gettext)."
}

cd "$(dirname "$0")/.."
case "${1:-}" in
    run | dev) install_lock "$1" ;;
    browser) install_browser ;;
    services) check_services ;;
    gettext) install_gettext ;;
    *) stop "usage: deploy/prepare.sh run|dev|browser|services|gettext" ;;
esac
