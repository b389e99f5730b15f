"""One deed of one person: the board locked, the log written, open pages told."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from soraease_web import live
from storyboards.models import Edit, Scene, Shot, Storyboard


class Gone(Exception):
    """What the deed is about, or the place it names, is no longer there; the text is a sentence for the user."""

    storyboard_pk: int


@dataclass
class Deed:
    board: Storyboard
    by: User | None
    changed: bool = False

    def record(self, verb: str, row: Storyboard | Scene | Shot, before: dict, after: dict) -> None:
        """Write the deed's row of the log: enough to show it, and later to undo it."""
        noun = row._meta.model_name or ""
        Edit.objects.create(
            storyboard=self.board,
            by=self.by,
            verb=verb,
            noun=noun,
            noun_pk=row.pk,
            before=before,
            after=after,
            version=self.version_of(row),
        )
        self.changed = True

    def version_of(self, row: Storyboard | Scene | Shot) -> int:
        """Return the row's version after this deed; the board's own is only raised at its end."""
        return row.version + 1 if isinstance(row, Storyboard) else row.version

    def announce(self, row: Storyboard | Scene | Shot) -> None:
        """Tell open pages that the part which shows `row` has changed."""
        live.announce(self.board.pk, row._meta.model_name or "", row.pk, self.version_of(row))


@contextmanager
def deed(storyboard_pk: int, by: User | None) -> Iterator[Deed]:
    """Lock the board until the deed is committed; a deed that changed nothing leaves the board as it was."""
    with transaction.atomic():
        board = Storyboard.objects.select_for_update(no_key=True).get(pk=storyboard_pk)
        work = Deed(board, by)
        try:
            yield work
        except Gone as gone:
            gone.storyboard_pk = storyboard_pk
            raise
        if work.changed:
            board.version += 1
            board.updated_at = timezone.now()
            board.save(update_fields=["version", "updated_at"])


def live_shot(shot: Shot) -> Shot:
    """Return the shot as it is now, with its scene; raise Gone when it or its scene is in the trash."""
    found = Shot.objects.live().filter(pk=shot.pk, scene__deleted_at=None).select_related("scene").first()
    if found is None:
        raise Gone(_("This shot was deleted in the meantime. Nothing was changed."))
    return found


def live_scene(scene: Scene) -> Scene:
    """Return the scene as it is now; raise Gone when it is in the trash."""
    found = Scene.objects.live().filter(pk=scene.pk).first()
    if found is None:
        raise Gone(_("This scene was deleted in the meantime. Nothing was changed."))
    return found
