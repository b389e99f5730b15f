"""From a script to a film without a browser: the same deeds as on the board, one after the other."""

import hashlib
import os
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from fractions import Fraction
from pathlib import Path

from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import Sum

from accounts.models import User
from generation.cancelling import cancel_take
from generation.films import cancel_film, request_film
from generation.models import Job
from generation.requesting import request_takes
from generation.running import run_until_done
from generation.slates import in_order
from soraease_web.health import NotReady, tick
from storyboards.importing import import_outline
from storyboards.models import Film, Scene, Storyboard, Take
from storyboards.scripts import Outline

PAUSE_SECONDS = 0.5
CHUNK = 1024 * 1024

Progress = Callable[[float], None]


class NotFilmed(Exception):
    """There is no film; the text says what happened and what to do."""


@dataclass(frozen=True)
class Result:
    """What was made. `frames` are the film's, `film` is the path of the file, `sha256` is of its content."""

    storyboard: int
    scenes: int
    shots: int
    frames: int
    seconds: float
    film: str
    sha256: str

    def as_dict(self) -> dict:
        """Return it for JSON."""
        return asdict(self)


class Filming:
    """One script on its way to one file."""

    def __init__(self, outline: Outline, person: User, *, backend: str, aspect: str, progress: Progress) -> None:
        """Make the storyboard and ask for its takes; raise Unsupported or CreditsRefused, and leave nothing behind."""
        team = person.teams.earliest("pk")
        self.person = person
        self.progress = progress
        # Where the takes cannot be asked for, there is no storyboard either.
        with transaction.atomic():
            self.board: Storyboard = import_outline(outline, team=team, by=person, title=outline.title, aspect=aspect)
            self.takes = [take.pk for take in request_takes(in_order(self.board), backend, person)]
        self.film: Film | None = None

    @property
    def steps(self) -> int:
        """How many pieces of work there are: one per shot, and the film."""
        return len(self.takes) + 1

    def run(self, target: Path) -> Result:
        """Generate every shot, join the film and write it to `target`; raise NotFilmed when it cannot be."""
        self._work()
        self._check_takes()
        self.film = request_film(self.board, self.person, stand_ins=False)
        self._work()
        return self._result(target, *self._check_film(self.film))

    def stop(self) -> str:
        """Cancel what is still in the works and return a sentence that says what is left."""
        for take in Take.objects.filter(pk__in=self.takes, state=Take.State.WORKING):
            cancel_take(take)
        if self.film is not None:
            cancel_film(self.film)
        drawn = Take.objects.filter(pk__in=self.takes, state=Take.State.DONE).count()
        return (
            f"Stopped. {drawn} of {len(self.takes)} shots have a take; the others are cancelled, and the credits held "
            f"for them come back. What was made is in storyboard {self.board.pk}."
        )

    def _work(self) -> None:
        """Wait while a studio works, and do the work ourselves when there is none."""
        while self._is_open():
            if not studio_is_there():
                run_until_done(self.takes, self.film.pk if self.film else None, on_pass=self._show)
            else:
                self._show()
                time.sleep(PAUSE_SECONDS)
        self._show()

    def _is_open(self) -> bool:
        if self.film is None:
            return Take.objects.filter(pk__in=self.takes, state=Take.State.WORKING).exists()
        return Film.objects.open().filter(pk=self.film.pk).exists()

    def _show(self) -> None:
        takes = Take.objects.filter(pk__in=self.takes)
        drawn = Job.objects.open().filter(take__in=self.takes).aggregate(sum=Sum("progress"))["sum"] or 0.0
        joined = Film.objects.get(pk=self.film.pk).progress if self.film else 0.0
        self.progress(takes.exclude(state=Take.State.WORKING).count() + drawn + joined)

    def _check_takes(self) -> None:
        lost = Take.objects.filter(pk__in=self.takes).exclude(state=Take.State.DONE)
        if lost.exists():
            job = Job.objects.filter(take__in=lost).exclude(error="").first()
            reason = job.error if job else "It was cancelled."
            raise NotFilmed(f"{lost.count()} of {len(self.takes)} shots have no take. The first of them: {reason}")

    def _check_film(self, film: Film) -> tuple[Film, str]:
        film = Film.objects.select_related("asset").get(pk=film.pk)
        if film.state != Film.State.DONE or film.asset is None:
            raise NotFilmed(film.error or "The film was cancelled.")
        return film, str(film.asset.file)

    def _result(self, target: Path, film: Film, name: str) -> Result:
        top, bottom = self.board.rate_pair
        return Result(
            storyboard=self.board.pk,
            scenes=Scene.objects.filter(storyboard=self.board).live().count(),
            shots=len(self.takes),
            frames=film.frames,
            seconds=round(float(film.frames / Fraction(top, bottom)), 3),
            film=str(target),
            sha256=self._copy(name, target),
        )

    def _copy(self, name: str, target: Path) -> str:
        try:
            return copy_out(name, target)
        except OSError as error:
            raise NotFilmed(
                f"The film is made, but could not be written to {target}: {error.strerror or error}. "
                f"It can be downloaded in the studio: it is the film of storyboard {self.board.pk}."
            ) from None


def studio_is_there() -> bool:
    """Return whether a studio's tick was seen lately, so that its workers do the work."""
    try:
        tick()
    except NotReady:
        return False
    return True


def copy_out(name: str, target: Path) -> str:
    """Copy a stored file to `target`, whole or not at all, and return the SHA-256 of what was written."""
    digest = hashlib.sha256()
    handle, partial = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as copy, default_storage.open(name) as film:
            while chunk := film.read(CHUNK):
                digest.update(chunk)
                copy.write(chunk)
        Path(partial).chmod(0o644)
        Path(partial).replace(target)
    except BaseException:
        Path(partial).unlink(missing_ok=True)
        raise
    return digest.hexdigest()
