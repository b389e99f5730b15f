#!/bin/sh
# All tests. First those without a browser, three at a time, as some of them wait; then those in one, two at a time. Behind
# both, those that kill a whole studio: one after the other, and mostly they wait. On a named database, tests whose findings
# no stack can change (pictures, parsers, marks of a page) are not repeated. Arguments go to pytest, which then runs once.
set -u
cd "$(dirname "$0")/.."
export DJANGO_ALLOW_ASYNC_UNSAFE=true
# Some hundred processes are started here; each would compile every module of ours anew.
unset PYTHONDONTWRITEBYTECODE
pytest=".venv/bin/python -m pytest -q -ra --durations=10"

if [ $# -gt 0 ]; then
    exec $pytest "$@"
fi
room=$(mktemp -d)
# Static files are collected once for all that follows.
export TESTS_STATIC_ROOT="$room/static"
failed=0
again=${DATABASE_URL:+ and not pure}
# A server that all tests share is restarted when no other is at work.
beside=${POSTGRES_RESTART:+ and not alone}

$pytest -m "chaos$beside" tests/chaos >"$room/chaos" 2>&1 &
chaos=$!
trap 'kill "$chaos" 2>/dev/null; wait; rm -rf "$room"' EXIT
trap 'exit 130' INT TERM
$pytest -n 3 --dist loadgroup -m "not browser$again" --ignore=tests/chaos || failed=1
# A browser's driver keeps an event loop in its process, where tests with a loop of their own cannot run. Each process
# starts a studio, which the tests of a file share.
$pytest -n 2 --dist loadfile -m "browser$again" tests/browser tests/look || failed=1
wait "$chaos" || failed=1
cat "$room/chaos"
[ -z "$beside" ] || $pytest -m "chaos and alone" tests/chaos || failed=1
exit $failed
