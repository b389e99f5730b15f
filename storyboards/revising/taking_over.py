"""Takes over what was chosen of a new script: one deed, whole or not at all; takes stay with their shots."""

from collections.abc import Collection
from dataclasses import dataclass, field

from django.utils import timezone

from accounts.models import User
from storyboards.editing.deed import Deed, deed
from storyboards.editing.merging import Values, values_of
from storyboards.editing.placing import renumber
from storyboards.editing.scripts import put_script, revision_of, script_state
from storyboards.importing import character_rows
from storyboards.models import Element, Revision, Scene, Shot, Storyboard
from storyboards.positions import slot, spread
from storyboards.revising.comparing import compare
from storyboards.revising.pieces import Difference, Kind, Piece
from storyboards.revising.versions import SEEN, Names, NewScene, NewShot
from storyboards.scripts import Outline, read_script
from storyboards.scripts.locations import place_key, places_in
from storyboards.vocabulary import Colour, ElementKind

ELEMENT_FIELDS = ("kind", "name", "description", "colour", "colours", "voice", "aliases")


class MovedOn(Exception):
    """The board is not any more what was shown. Nothing was written; the comparison was made again."""

    def __init__(self, difference: Difference, keys: set[str]) -> None:
        super().__init__(", ".join(sorted(keys)))
        self.difference = difference
        self.keys = keys


def take_over(
    revision: Revision, *, by: User | None, chosen: Collection[str], seal: str, omit: Collection[str] = ()
) -> int:
    """Write the pieces that are `chosen` and return how many; raise MovedOn when another comparison was shown.

    `omit` names those of them that are omitted instead of deleted. Where nothing is chosen of what there is, the script
    is refused: the board keeps its own.
    """
    outline = read_script(revision.script, name=revision.name)
    with deed(revision.storyboard_id, by) as work:
        row = Revision.objects.get(pk=revision.pk)
        if row.settled_at:
            return 0
        difference = compare(work.board, outline)
        if moved_on := difference.moved_on_since(seal):
            raise MovedOn(difference, moved_on)
        taken = difference.taken(chosen)
        if taken or not difference.pieces:
            Revising(work, outline, difference, taken, set(omit)).write(row)
        Revision.objects.filter(pk=row.pk).update(settled_at=timezone.now())
    return len(taken)


@dataclass
class Row:
    """Siblings in order: keys and positions."""

    keys: list[int] = field(default_factory=list)
    positions: list[int] = field(default_factory=list)

    def room_at(self, index: int, siblings) -> int:
        """Return a free position that makes a newcomer number `index`; make room where there is none."""
        position = slot(self.positions, index)
        if position is None:
            renumber(siblings, self.keys)
            self.positions = spread(len(self.keys))
            position = slot(self.positions, index) or 0
        return position

    def put(self, key: int, index: int, position: int) -> None:
        """Let the newcomer stand at `index`."""
        self.keys.insert(index, key)
        self.positions.insert(index, position)

    def drop(self, key: int) -> None:
        """Take one out."""
        index = self.keys.index(key)
        del self.keys[index], self.positions[index]

    def behind(self, key: int | None) -> int:
        """Return the index behind `key`; the first one where it is not here."""
        return self.keys.index(key) + 1 if key in self.keys else 0

    def before(self, key: int) -> int:
        """Return the key that `key` stands behind, 0 for the first."""
        index = self.keys.index(key)
        return self.keys[index - 1] if index else 0


class Revising:
    """One taking over, under the board's lock."""

    def __init__(
        self, work: Deed, outline: Outline, difference: Difference, taken: list[Piece], omit: set[str]
    ) -> None:
        self.work = work
        self.outline = outline
        self.difference = difference
        self.taken = taken
        self.omit = omit
        self.by_new = {(piece.kind, piece.new): piece for piece in taken if piece.new}
        self.scene_row = _row_of(work.board.scenes.live())
        self.shot_rows: dict[int, Row] = {}
        self.scene_of: dict[NewScene, Scene] = {}
        self.shot_of: dict[NewShot, Shot] = {}
        self.seen: dict[str, Element] = {}
        self.places = _places(work.board)
        self.new_places = places_in(outline)

    def write(self, revision: Revision) -> None:
        """Write everything, and the script with it."""
        board = self.work.board
        first = revision_of(board)
        before = script_state(board, first)
        self.seen = self._seen()
        self._edit()
        self._place_scenes()
        self._place_shots()
        self._let_go()
        self._put_script(first, revision, before)
        self.work.announce(board)

    # --- who and what is in it --------------------------------------------------------------------------------------

    def _seen(self) -> dict[str, Element]:
        """Return characters and props by what they are called; those that the bible does not know yet join it."""
        board, outline = self.work.board, self.outline
        known = Names(board.elements.live()).known
        names = [name for piece in self.taken for name in piece.after.get("cast", ())]
        missing = [name for name in dict.fromkeys(names) if name.casefold() not in known]
        people = [name for name in missing if name in outline.characters]
        rows = character_rows(board, people, outline.descriptions, outline.aliases)
        rows += [Element(storyboard=board, kind=ElementKind.PROP, name=name) for name in missing if name not in people]
        return known | {row.name.casefold(): row for row in self._join(rows)}

    def _join(self, rows: list[Element]) -> list[Element]:
        """Let elements join the bible, each in the next colour."""
        count = self.work.board.elements.live().count()
        for index, row in enumerate(rows, start=count):
            row.colour = Colour.values[index % len(Colour.values)]
            row.save()
            self.work.record("add", row, {}, {name: getattr(row, name) for name in ELEMENT_FIELDS})
        return rows

    def _cast(self, names: Collection[str], row: Shot | None = None) -> list[int]:
        """Return the keys of who and what is seen, and of what else was put into the shot."""
        others = [one.pk for one in row.cast.all() if one.kind not in SEEN] if row else []
        return sorted({*others, *(self.seen[name.casefold()].pk for name in names)})

    def _place(self, name: str) -> int | None:
        """Return the key of the place that a slugline names; one that the bible does not know yet joins it."""
        key = place_key(name)
        if key not in self.places and key in self.new_places:
            row = Element(storyboard=self.work.board, kind=ElementKind.PLACE, name=self.new_places[key])
            self.places[key] = self._join([row])[0].pk
        return self.places.get(key)

    # --- edits ------------------------------------------------------------------------------------------------------

    def _edit(self) -> None:
        edits: dict[int, tuple[Shot | Scene, Values]] = {}
        for piece in self.taken:
            if piece.kind in (Kind.CHANGED, Kind.CONFLICT) and piece.row:
                _row, values = edits.setdefault(id(piece.row), (piece.row, {}))
                values |= piece.after
        for row, values in edits.values():
            self._write(row, values)

    def _write(self, row: Shot | Scene, values: Values) -> None:
        now = values_of(row) | ({"location_id": row.location_id} if isinstance(row, Scene) else {})
        if isinstance(row, Shot) and "cast" in values:
            values["cast"] = self._cast(values["cast"], row)
            row.cast.set(values["cast"])
        if isinstance(row, Scene) and "place" in values and row.location_id in (None, self._place(row.place)):
            values["location_id"] = self._place(values["place"])
        fields = [name for name in values if name != "cast"]
        for name in fields:
            setattr(row, name, values[name])
        row.version += 1
        row.save(update_fields=[*fields, "version"])
        self.work.record("edit", row, {name: now[name] for name in values}, values)

    # --- places -----------------------------------------------------------------------------------------------------

    def _place_scenes(self) -> None:
        """Create and move scenes: each behind the one that it comes behind in the script."""
        last: int | None = None
        for entry in self.difference.scenes:
            if entry.new is None:
                continue
            scene = entry.old.row if entry.old and entry.old.row else None
            if scene is None and (Kind.NEW, entry.new) in self.by_new:
                scene = self._add_scene(entry.new, last)
            elif scene and (Kind.MOVED, entry.new) in self.by_new:
                self._move_scene(scene, last)
            if scene:
                self.scene_of[entry.new] = scene
                last = scene.pk

    def _add_scene(self, new: NewScene, behind: int | None) -> Scene:
        board, index = self.work.board, self.scene_row.behind(behind)
        position = self.scene_row.room_at(index, board.scenes.live())
        place = self._place(new.values["place"])
        scene = Scene.objects.create(storyboard=board, position=position, location_id=place, **new.values)
        self.scene_row.put(scene.pk, index, position)
        self.work.record("add", scene, {}, {**values_of(scene), "position": position})
        return scene

    def _move_scene(self, scene: Scene, behind: int | None) -> None:
        before = {"position": scene.position, "after": self.scene_row.before(scene.pk)}
        self.scene_row.drop(scene.pk)
        index = self.scene_row.behind(behind)
        scene.position = self.scene_row.room_at(index, self.work.board.scenes.live().exclude(pk=scene.pk))
        self.scene_row.put(scene.pk, index, scene.position)
        scene.version += 1
        scene.save(update_fields=["position", "version"])
        after = {"position": scene.position, "after": self.scene_row.before(scene.pk)}
        self.work.record("move", scene, before, after)

    def _place_shots(self) -> None:
        for entry in self.difference.scenes:
            if entry.new is None or entry.new not in self.scene_of:
                continue
            scene, last = self.scene_of[entry.new], None
            for shot in entry.shots:
                if shot.new is None:
                    continue
                row = self._placed(scene, shot.new, shot.old.row if shot.old else None, last)
                if row:
                    self.shot_of[shot.new] = row
                    last = row.pk if row.scene_id == scene.pk else last

    def _placed(self, scene: Scene, new: NewShot, row: Shot | None, last: int | None) -> Shot | None:
        """Return the row of a shot, made or moved if that was chosen; None when it is refused."""
        if row is None:
            return self._add_shot(scene, new, last) if (Kind.NEW, new) in self.by_new else None
        if (Kind.MOVED, new) in self.by_new:
            self._move_shot(row, scene, last)
        return row

    def _shots_in(self, scene_pk: int) -> Row:
        if scene_pk not in self.shot_rows:
            self.shot_rows[scene_pk] = _row_of(Shot.objects.live().filter(scene=scene_pk))
        return self.shot_rows[scene_pk]

    def _add_shot(self, scene: Scene, new: NewShot, behind: int | None) -> Shot:
        siblings = self._shots_in(scene.pk)
        index = siblings.behind(behind)
        position = siblings.room_at(index, Shot.objects.live().filter(scene=scene))
        shot = Shot.objects.create(scene=scene, position=position, **new.values)
        shot.cast.set(self._cast(new.cast))
        siblings.put(shot.pk, index, position)
        self.work.record("add", shot, {}, {**values_of(shot), "scene": scene.pk, "position": position})
        return shot

    def _move_shot(self, shot: Shot, target: Scene, behind: int | None) -> None:
        source = self._shots_in(shot.scene_id)
        before = {"scene": shot.scene_id, "position": shot.position, "after": source.before(shot.pk)}
        source.drop(shot.pk)
        siblings = self._shots_in(target.pk)
        index = siblings.behind(behind)
        shot.position = siblings.room_at(index, Shot.objects.live().filter(scene=target).exclude(pk=shot.pk))
        shot.scene = target
        siblings.put(shot.pk, index, shot.position)
        shot.version += 1
        shot.save(update_fields=["scene", "position", "version"])
        after = {"scene": target.pk, "position": shot.position, "after": siblings.before(shot.pk)}
        self.work.record("move", shot, before, after)

    # --- what goes --------------------------------------------------------------------------------------------------

    def _let_go(self) -> None:
        """Delete or omit what is gone; shots go with their scene."""
        gone = [piece for piece in self.taken if piece.kind == Kind.GONE and piece.row]
        scenes = {piece.row.pk for piece in gone if isinstance(piece.row, Scene)}
        for piece in gone:
            if isinstance(piece.row, Scene) or (isinstance(piece.row, Shot) and piece.row.scene_id not in scenes):
                self._go(piece.row, omit=piece.key in self.omit)

    def _go(self, row: Shot | Scene, *, omit: bool) -> None:
        row.version += 1
        if omit:
            row.omitted = True
            row.save(update_fields=["omitted", "version"])
            self.work.record("edit", row, {"omitted": False}, {"omitted": True})
        else:
            row.deleted_at = timezone.now()
            row.save(update_fields=["deleted_at", "version"])
            self.work.record("delete", row, {"deleted": False}, {"deleted": True})

    # --- the script -------------------------------------------------------------------------------------------------

    def _put_script(self, first: Revision, revision: Revision, before: Values) -> None:
        """Replace the script: what was kept has its place in the new one, what is not in it has none."""
        after = {
            "revision": revision.pk,
            "format": self.outline.format,
            "title_page": dict(self.outline.credits),
            "scenes": {str(row.pk): list(new.span) for new, row in self.scene_of.items()},
            "shots": {str(row.pk): list(new.span) for new, row in self.shot_of.items()},
        }
        put_script(self.work.board, after)
        self.work.record("revise", self.work.board, before, after)


def _places(board: Storyboard) -> dict[str, int]:
    """Return the places of the bible by their keys."""
    rows = board.elements.live().filter(kind=ElementKind.PLACE)
    return {place_key(name): row.pk for row in rows for name in (*row.aliases, row.name)}


def _row_of(siblings) -> Row:
    pairs = list(siblings.values_list("pk", "position"))
    return Row([pk for pk, _position in pairs], [position for _pk, position in pairs])
