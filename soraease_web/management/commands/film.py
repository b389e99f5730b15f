import json
import sys
import tempfile
from argparse import ArgumentParser
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand
from tqdm import tqdm

from accounts.billing.refusals import CreditsRefused
from accounts.models import User
from generation.backends.errors import Unsupported
from generation.films import FilmRefused
from soraease_web.demo_account import EMAIL, demo_person
from soraease_web.filming import Filming, NotFilmed, Result
from soraease_web.preparing import migrate
from storyboards.scripts import MAX_BYTES, Outline, ScriptError, read_script
from storyboards.vocabulary import Aspect

FAILED, MISUSED, INTERRUPTED = 1, 2, 130  # the last as shells tell a Ctrl-C


class Unusable(Exception):
    """What the command was given cannot be used; nothing was made."""


class Interrupted(Exception):
    """A person pressed Ctrl-C; the text says what is left."""


class Command(BaseCommand):
    help = (
        "Turns a script into a film. Works with and without a running studio. "
        "Exit code 0: the film is there; 1: it could not be made; 2: script or options cannot be used; 130: Ctrl-C."
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
        except KeyboardInterrupt:
            self._give_up("Stopped before anything was made.", INTERRUPTED, options["json"])
        except Interrupted as stopped:
            self._give_up(str(stopped), INTERRUPTED, options["json"])
        except (NotFilmed, FilmRefused, CreditsRefused, Unsupported, ValidationError) as error:
            self._give_up(sentence_of(error), FAILED, options["json"])
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
            try:
                return filming.run(target)
            except KeyboardInterrupt:
                raise Interrupted(filming.stop()) from None

    def _give_up(self, message: str, code: int, as_json: bool) -> None:
        self.stderr.write(message)
        if as_json:
            self.stdout.write(json.dumps({"error": message}))
        sys.exit(code)


def usable_target(path: Path) -> Path:
    """Return `path` as an absolute one; raise Unusable, before anything is paid, when it cannot be written."""
    target = path.absolute()
    if not target.parent.is_dir() or (target.exists() and not target.is_file()):
        raise Unusable(f"The film cannot be written to {path}: --out must be a file in a folder that is there.")
    try:
        # The film is written beside its place first and moved there whole.
        tempfile.TemporaryFile(dir=target.parent).close()
    except OSError as error:
        raise Unusable(f"The film cannot be written to {path}: {error.strerror}.") from None
    return target


def outline_of(script: str) -> Outline:
    """Return the outline of the script; raise Unusable when it cannot be read."""
    try:
        with nullcontext(sys.stdin.buffer) if script == "-" else open(script, "rb") as file:
            # One byte more than a script may have is enough to refuse it.
            return read_script(file.read(MAX_BYTES + 1), name="" if script == "-" else Path(script).name)
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


def sentence_of(error: Exception) -> str:
    """Return what an error says to a person."""
    return " ".join(error.messages) if isinstance(error, ValidationError) else str(error)


def in_words(result: Result) -> str:
    """Return the result as a sentence."""
    made_of = f"{result.scenes} scenes, {result.shots} shots, {result.seconds} seconds"
    return f"{result.film}: {made_of} (storyboard {result.storyboard}, SHA-256 {result.sha256})"
