"""What we took from others is what we say that it is."""

import hashlib
import re
from pathlib import Path

import pytest

STATIC = Path(__file__).parent.parent / "static"
ROW = re.compile(r"\| ([^|]+) \| ([^|]+) \| \[([^]]+)\]\(\.\./([^)]+)\) \| `([^`]+)` \| `([0-9a-f]{64})` \|")
ROWS = ROW.findall((STATIC / "vendor" / "VENDOR.md").read_text())


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[4])
def test_file_has_the_sum_that_is_written_down(row):
    _name, _version, _licence, _licence_file, file, expected = row

    found = hashlib.sha256((STATIC / file).read_bytes()).hexdigest()

    assert found == expected


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[4])
def test_licence_lies_beside_the_file(row):
    _name, _version, _licence, licence_file, _file, _sum = row

    text = (STATIC / licence_file).read_text()

    assert len(text) > 400


def test_every_vendored_file_is_written_down():
    found = {f"vendor/{path.name}" for path in (STATIC / "vendor").glob("*.js")}
    found |= {f"fonts/{path.name}" for path in (STATIC / "fonts").glob("*.woff2")}

    assert found == {row[4] for row in ROWS}
