"""`.env.example` names every variable that is read, and nothing else."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("soraease_web", "accounts", "storyboards", "generation")
READERS = {"str", "bool", "int", "float", "list", "db_url", "email_url", "flag", "address", "get", "getenv"}
# Set by the programs that the studio stands on, or for them; nobody sets them to run it.
NOT_OURS = {"DJANGO_SETTINGS_MODULE", "PATH", "HOME"}
# Read by docker compose, by the Makefile's recipes, and by imageio-ffmpeg.
OUTSIDE = {"POSTGRES_PASSWORD", "PUBLISH", "S3_PUBLISH", "SORAEASE_VERSION", "IMAGEIO_FFMPEG_EXE"}


def documented() -> set[str]:
    lines = (ROOT / ".env.example").read_text().splitlines()
    return {found[1] for line in lines if (found := re.match(r"(?:# )?([A-Z][A-Z0-9_]+)=", line))}


def variables_in(tree: ast.AST) -> set[str]:
    """Return the upper-case names that are read from the environment, as calls, subscripts or `in`."""
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args and called(node.func) in READERS:
            names |= constant(node.args[0])
        elif isinstance(node, ast.Subscript) and ast.unparse(node.value) == "os.environ":
            names |= constant(node.slice)
        elif isinstance(node, ast.Compare) and ast.unparse(node.comparators[0]) == "os.environ":
            names |= constant(node.left)
    return names


def called(function: ast.expr) -> str:
    whole = ast.unparse(function)
    if whole.endswith(".get") and whole != "os.environ.get":
        return ""
    return whole.rpartition(".")[2]


def constant(node: ast.expr) -> set[str]:
    text = node.value if isinstance(node, ast.Constant) else ""
    return {text} if isinstance(text, str) and re.fullmatch(r"[A-Z][A-Z0-9_]{2,}", text) else set()


def read() -> set[str]:
    files = [file for room in ROOMS for file in (ROOT / room).rglob("*.py")]
    return set().union(*(variables_in(ast.parse(file.read_text())) for file in files)) - NOT_OURS


def test_the_walk_finds_what_it_must():
    code = """
env.str("AAA"); flag("BBB", default=True); os.environ.get("CCC")
os.environ["DDD"]; "EEE" in os.environ; something.get("FFF")
"""

    assert variables_in(ast.parse(code)) == {"AAA", "BBB", "CCC", "DDD", "EEE"}


def test_every_variable_that_is_read_is_documented():
    assert read() - documented() == set()


def test_every_variable_that_is_documented_is_read():
    assert documented() - read() == OUTSIDE
