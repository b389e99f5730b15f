#!/bin/sh
# All tests: those that can share the machine two at a time, then those that kill real processes, alone. On a named
# database, those whose findings no stack can change (pictures, parsers, marks of a page) are not repeated.
# Arguments go to pytest, which then runs once.
set -u
cd "$(dirname "$0")/.."
export DJANGO_ALLOW_ASYNC_UNSAFE=true
pytest=".venv/bin/python -m pytest -q -ra --durations=10"

if [ $# -gt 0 ]; then
    exec $pytest "$@"
fi
failed=0
calm="not chaos${DATABASE_URL:+ and not pure}"
$pytest -n 2 --dist loadgroup -m "$calm" || failed=1
$pytest -m "chaos${DATABASE_URL:+ and not pure}" || failed=1
exit $failed
