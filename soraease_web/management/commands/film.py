import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand
from tqdm import tqdm

from accounts.models import User
from generation.films import FilmRefused
from soraease_web.demo_account import EMAIL, demo_person
from soraease_web.filming import Filming, NotFilmed, Result
from soraease_web.preparing import migrate
from storyboards.scripts import Outline, ScriptError, read_script
from storyboards.vocabulary import Aspect

FAILED, MISUSED = 1, 2


class Unusable(Exception):
    """What the command was given cannot be used; nothing was made."""


class Command(BaseCommand):
    help = (
        "Turns a script into a film. Works with and without a running studio. "
        "Exit code 0: the film is there; 1: it could not be made; 2: script or options cannot be used."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("script", help="a Fountain, Markdown or text file, or - for standard input")
        parser.add_argument("--out", required=True, type=Path, help="where the film is written (MP4)")
        parser.add_argument("--backend", default="sketch", choices=sorted(settings.GENERATION_BACKENDS))
        parser.add_argument("--aspect", default=Aspect.WIDE, choices=Aspect.values)
        parser.add_argument("--account", default=EMAIL, help="the e-mail address of whose team it is made for")
        parser.add_argument("--json", action="store_true", help="tell the result as one line of JSON")

    def handle(self, **options: Any) -> None:
        """Make the film and tell the result; leave with 1 or 2 when there is none."""
        try:
            result = self._film(options)
        except Unusable as error:
            self._give_up(str(error), MISUSED, options["json"])
        except (NotFilmed, FilmRefused, ValidationError) as error:
            message = " ".join(error.messages) if isinstance(error, ValidationError) else str(error)
            self._give_up(message, FAILED, options["json"])
        else:
            self.stdout.write(json.dumps(result.as_dict()) if options["json"] else in_words(result))

    def _film(self, options: dict[str, Any]) -> Result:
        target = usable_target(options["out"])
        outline = outline_of(options["script"])
        person = person_of(options["account"])
        with tqdm(total=1, desc=outline.title or "Film", disable=None, file=sys.stderr, unit="shot") as bar:
            filming = Filming(
                outline,
                person,
                backend=options["backend"],
                aspect=options["aspect"],
                progress=lambda done: bar.update(round(done - bar.n, 2)),
            )
            bar.reset(total=filming.steps)
            return filming.run(target)

    def _give_up(self, message: str, code: int, as_json: bool) -> None:
        self.stderr.write(message)
        if as_json:
            self.stdout.write(json.dumps({"error": message}))
        sys.exit(code)


def usable_target(path: Path) -> Path:
    """Return `path` as an absolute one; raise Unusable when nothing can be written there."""
    target = path.absolute()
    if target.is_dir() or not target.parent.is_dir():
        raise Unusable(f"The film cannot be written to {path}: --out must be a file in a folder that is there.")
    return target


def outline_of(script: str) -> Outline:
    """Return the outline of the script; raise Unusable when it cannot be read."""
    try:
        data = sys.stdin.buffer.read() if script == "-" else Path(script).read_bytes()
        return read_script(data, name="" if script == "-" else Path(script).name)
    except OSError as error:
        raise Unusable(f"{script} cannot be read: {error.strerror}.") from None
    except ScriptError as error:
        raise Unusable(str(error)) from None


def person_of(address: str) -> User:
    """Return whose film it is; on one machine, database and demo account are made ready on the way."""
    if not settings.PRODUCTION:
        migrate()
        demo_person()
    person = User.objects.filter(email=address.lower(), is_active=True).first()
    if person is None:
        raise Unusable(f"There is no account {address}; --account names one.")
    return person


def in_words(result: Result) -> str:
    """Return the result as a sentence."""
    made_of = f"{result.scenes} scenes, {result.shots} shots, {result.seconds} seconds"
    return f"{result.film}: {made_of} (storyboard {result.storyboard}, SHA-256 {result.sha256})"
