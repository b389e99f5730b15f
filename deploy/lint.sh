#!/bin/sh
# Every check of the text itself. All of them run, so that one look shows everything that is wrong.
set -u
cd "$(dirname "$0")/.."
bin=.venv/bin
failed=""
VAR_DIR=$(mktemp -d)
export VAR_DIR
trap 'rm -rf "$VAR_DIR"' EXIT

check() {
    name=$1
    shift
    if output=$("$@" 2>&1); then
        echo "ok      $name"
    else
        printf 'FAILED  %s\n%s\n' "$name" "$output"
        failed="$failed $name"
    fi
}

check "ruff" $bin/ruff check .
check "ruff-format" $bin/ruff format --check .
check "mypy" $bin/mypy
check "djlint" $bin/djlint --lint --quiet templates
check "import-linter" $bin/lint-imports
check "migrations" $bin/python manage.py makemigrations --check --dry-run
check "strings" $bin/python deploy/strings.py
[ -z "$failed" ] || { echo "Lint found mistakes:$failed" >&2; exit 1; }
