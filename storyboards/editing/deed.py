"""One deed of one person: the board locked, the log written, open pages told."""

import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from soraease_web import live
from storyboards.models import Edit, Element, Scene, Shot, Storyboard, Take

Row = Storyboard | Scene | Shot | Element | Take

# A page that is told of more parts than this had better fetch the whole board.
MOST_PARTS = 8


class Gone(Exception):
    """What the deed is about, or the place it names, is no longer there; the text is a sentence for the user."""

    storyboard_pk: int


class Refused(ValueError):
    """What was asked cannot be done as it was asked; nothing was changed, and the text says why."""


@dataclass
class Deed:
    """What one person does at once: the rows of the log are written together, under one key, when it is done."""

    board: Storyboard
    by: User | None
    way: str = Edit.Way.FRESH
    of: uuid.UUID | None = None
    key: uuid.UUID = field(default_factory=uuid.uuid4)
    edits: list[Edit] = field(default_factory=list)
    parts: dict[tuple[str, int], int] = field(default_factory=dict)

    @property
    def changed(self) -> bool:
        """Whether anything was done at all."""
        return bool(self.edits)

    def record(self, verb: str, row: Row, before: dict, after: dict) -> None:
        """Keep for the log what was done to one row: enough to show it, and to undo it."""
        edit = Edit(storyboard=self.board, by=self.by, deed=self.key, way=self.way, of=self.of)
        edit.verb, edit.noun, edit.noun_pk = verb, row._meta.model_name or "", row.pk
        edit.before, edit.after, edit.version = before, after, self.version_of(row)
        self.edits.append(edit)

    def version_of(self, row: Row) -> int:
        """Return the row's version after this deed; the board's own is only raised at its end."""
        if isinstance(row, Storyboard):
            return row.version + 1
        return 0 if isinstance(row, Take) else row.version

    def announce(self, row: Row) -> None:
        """Tell open pages, once the deed is done, that the part which shows `row` has changed."""
        self.parts[row._meta.model_name or "", row.pk] = self.version_of(row)

    def announce_outline(self) -> None:
        """Tell open pages likewise that scenes came or went, stand elsewhere, or are called otherwise."""
        self.parts["outline", self.board.pk] = self.version_of(self.board)

    def shown(self) -> dict[tuple[str, int], int]:
        """Return the parts of pages that look different now, with their versions; a scene that went is in none."""
        went = {("scene", edit.noun_pk) for edit in self.edits if edit.noun == "scene" and edit.after.get("deleted")}
        return {part: version for part, version in self.parts.items() if part not in went}

    def finish(self) -> None:
        """Write the log and the board's new version, and tell the pages."""
        Edit.objects.bulk_create(self.edits)
        self.board.version += 1
        self.board.updated_at = timezone.now()
        self.board.save(update_fields=["version", "updated_at"])
        parts = self.shown()
        if len(parts) > MOST_PARTS:
            parts = {("storyboard", self.board.pk): self.board.version}
        for (kind, pk), version in parts.items():
            live.announce(self.board.pk, kind, pk, version)


@contextmanager
def deed(
    storyboard_pk: int, by: User | None, *, way: str = Edit.Way.FRESH, of: uuid.UUID | None = None
) -> Iterator[Deed]:
    """Lock the board until the deed is committed; a deed that changed nothing leaves the board as it was."""
    with transaction.atomic():
        board = Storyboard.objects.select_for_update(no_key=True).get(pk=storyboard_pk)
        work = Deed(board, by, way, of)
        try:
            yield work
        except Gone as gone:
            gone.storyboard_pk = storyboard_pk
            raise
        if work.changed:
            work.finish()


def live_shot(shot: Shot) -> Shot:
    """Return the shot as it is now, with scene and cast; raise Gone when it or its scene is in the trash."""
    rows = Shot.objects.live().filter(pk=shot.pk, scene__deleted_at=None).select_related("scene")
    found = rows.prefetch_related("cast").first()
    if found is None:
        raise Gone(_("This shot was deleted in the meantime. Nothing was changed."))
    return found


def live_shots(work: Deed, keys: Iterable[int]) -> list[Shot]:
    """Return the shots with these keys as they are now, in the order of the film, with scene and cast; raise Gone."""
    wanted = set(keys)
    rows = Shot.objects.live().filter(pk__in=wanted, scene__storyboard=work.board, scene__deleted_at=None)
    rows = rows.order_by("scene__position", "scene__pk", "position", "pk")
    found = list(rows.select_related("scene").prefetch_related("cast"))
    if len(found) != len(wanted):
        raise Gone(_("One of these shots was deleted in the meantime. Nothing was changed."))
    return found


def live_scene(scene: Scene) -> Scene:
    """Return the scene as it is now; raise Gone when it is in the trash."""
    found = Scene.objects.live().filter(pk=scene.pk).first()
    if found is None:
        raise Gone(_("This scene was deleted in the meantime. Nothing was changed."))
    return found
