#!/bin/sh
# All tests two at a time: the quiet ones, then those in a browser, then those that kill real processes. On a named
# database the last go one by one, and those whose findings no stack can change (pictures, parsers, marks of a page) are not repeated.
# Arguments go to pytest, which then runs once.
set -u
cd "$(dirname "$0")/.."
export DJANGO_ALLOW_ASYNC_UNSAFE=true
pytest=".venv/bin/python -m pytest -q -ra --durations=10"

if [ $# -gt 0 ]; then
    exec $pytest "$@"
fi
# Static files are collected once for all that follows.
TESTS_STATIC_ROOT=$(mktemp -d)/static
export TESTS_STATIC_ROOT
trap 'rm -rf "${TESTS_STATIC_ROOT%/static}"' EXIT
failed=0
again=${DATABASE_URL:+ and not pure}
# A browser's driver keeps an event loop in its process, where tests with a loop of their own cannot run.
for kind in "not chaos and not browser" browser; do
    $pytest -n 2 --dist loadgroup -m "$kind$again" || failed=1
done
# On servers that all tests share, what hurts one would hurt another.
beside="-n 2 --dist loadfile"
[ -z "${DATABASE_URL:-}" ] || beside=""
$pytest $beside -m "chaos$again" || failed=1
exit $failed
