"""The example scripts that come with the studio."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings

FOLDER = Path(settings.BASE_DIR) / "examples"
ENDINGS = (".fountain", ".txt", ".md")


@dataclass(frozen=True)
class Example:
    """A script to start from; `name` is its file name, by which it is asked for."""

    name: str
    path: Path

    @property
    def title(self) -> str:
        """The file's name in words: The last lamp."""
        return self.path.stem.replace("-", " ").capitalize()

    @property
    def text(self) -> str:
        """The script."""
        return self.path.read_text(encoding="utf-8")


@cache
def all_examples() -> list[Example]:
    """Return the examples in the order of their names; none where a fork has left them out."""
    paths = sorted(path for path in FOLDER.glob("*") if path.suffix in ENDINGS and path.stem != "README")
    return [Example(path.name, path) for path in paths]


def find_example(name: str) -> Example | None:
    """Return the example called `name`, never another file."""
    return next((example for example in all_examples() if example.name == name), None)
