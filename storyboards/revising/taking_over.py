"""Takes over what was chosen of a new script: one deed, whole or not at all; takes stay with their shots."""

from collections.abc import Collection, Sequence

from django.utils import timezone

from accounts.models import User
from storyboards.editing.deed import Deed, deed
from storyboards.editing.elements import write_element
from storyboards.editing.merging import ELEMENT_FIELDS, Values, values_of
from storyboards.editing.placing import Places, places_of_scenes, places_of_shots
from storyboards.editing.scripts import put_script, revision_of, script_state
from storyboards.editing.writing import put_values, save_all, set_casts
from storyboards.importing import character_rows
from storyboards.models import Element, Revision, Scene, Shot, Storyboard
from storyboards.revising.comparing import compare
from storyboards.revising.pieces import Difference, Kind, Piece, SceneEntry
from storyboards.revising.versions import SEEN, Names, NewScene, NewShot
from storyboards.scripts import Outline, read_script
from storyboards.scripts.locations import place_key, places_in
from storyboards.vocabulary import Colour, ElementKind

BATCH = 200


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
        Revision.objects.filter(pk=row.pk, settled_at=None).update(settled_at=timezone.now())
    return len(taken)


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
        self.chosen = {(piece.kind, piece.new) for piece in taken if piece.new}
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
        self._describe()
        self._edit()
        self._place_scenes()
        self._place_shots()
        self._let_go()
        self._put_script(revision, before)
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

    def _describe(self) -> None:
        """Let the bible say of people what the script says now."""
        for piece in self.taken:
            if isinstance(piece.row, Element):
                write_element(self.work, piece.row, piece.after)
                self.work.record("edit", piece.row, piece.before, piece.after)

    # --- edits ------------------------------------------------------------------------------------------------------

    def _edit(self) -> None:
        edits: dict[int, tuple[Shot | Scene, Values]] = {}
        for piece in self.taken:
            if piece.kind in (Kind.CHANGED, Kind.CONFLICT) and isinstance(piece.row, Shot | Scene):
                _row, values = edits.setdefault(id(piece.row), (piece.row, {}))
                values |= piece.after
        for model in (Scene, Shot):
            self._write([(row, values) for row, values in edits.values() if isinstance(row, model)])

    def _write(self, edits: Sequence[tuple[Shot | Scene, Values]]) -> None:
        casts, fields = {}, {"version"}
        for row, values in edits:
            now = values_of(row)
            if isinstance(row, Scene):
                values |= self._location(row, values)
            elif "cast" in values:
                casts[row.pk] = values["cast"] = self._cast(values["cast"], row)
            put_values(row, values)
            fields |= values.keys() - {"cast"}
            self.work.record("edit", row, {name: now[name] for name in values}, values)
        save_all([row for row, _values in edits], fields)
        set_casts(casts)

    def _location(self, row: Scene, values: Values) -> Values:
        """Return the place of the bible that goes with a new slugline, where people chose no other."""
        if "place" not in values or row.location_id not in (None, self.places.get(place_key(row.place))):
            return {}
        return {"location_id": self._place(values["place"])}

    # --- places -----------------------------------------------------------------------------------------------------

    def _place_scenes(self) -> None:
        """Create and move scenes: each behind the one that it comes behind in the script."""
        placing = Placing(self.work, places_of_scenes(self.work.board))
        last = 0
        for entry in self.difference.scenes:
            row = self._scene_for(entry) if entry.new else None
            if row is None or entry.new is None:
                continue
            self.scene_of[entry.new] = row
            if (Kind.NEW, entry.new) in self.chosen:
                placing.add(row, self.work.board.pk, last)
            elif (Kind.MOVED, entry.new) in self.chosen:
                placing.move(row, self.work.board.pk, last)
            last = row.pk
        placing.write({"position", "version"})

    def _scene_for(self, entry: SceneEntry) -> Scene | None:
        """Return the row of a scene, made if that was chosen; None when it is refused."""
        if entry.old and entry.old.row:
            return entry.old.row
        if entry.new is None or (Kind.NEW, entry.new) not in self.chosen:
            return None
        place = self._place(entry.new.values["place"])
        return self.work.board.scenes.create(position=0, location_id=place, **entry.new.values)

    def _place_shots(self) -> None:
        """Create and move shots: each behind the one that it comes behind in its scene of the script."""
        placing = Placing(self.work, places_of_shots(self.work.board))
        made = self._new_shots()
        for entry in self.difference.scenes:
            scene = self.scene_of.get(entry.new) if entry.new else None
            last = 0
            for shot in entry.shots if scene else ():
                row = made.get(shot.new) or (shot.old.row if shot.old else None) if shot.new else None
                if row is None or scene is None or shot.new is None:
                    continue
                self.shot_of[shot.new] = row
                if shot.new in made:
                    placing.add(row, scene.pk, last)
                elif (Kind.MOVED, shot.new) in self.chosen:
                    placing.move(row, scene.pk, last)
                last = row.pk if row.scene_id == scene.pk else last
        placing.write({"scene", "position", "version"})

    def _new_shots(self) -> dict[NewShot, Shot]:
        """Create the shots that were chosen; they get their places next."""
        rows = {
            shot.new: Shot(scene=self.scene_of[entry.new], position=0, **shot.new.values)
            for entry in self.difference.scenes
            for shot in entry.shots
            if entry.new and shot.new and (Kind.NEW, shot.new) in self.chosen
        }
        Shot.objects.bulk_create(rows.values(), BATCH)
        set_casts({row.pk: self._cast(new.cast) for new, row in rows.items()})
        return rows

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

    def _put_script(self, revision: Revision, before: Values) -> None:
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


class Placing:
    """Gives rows their places in order, and keeps for the log where they stood."""

    def __init__(self, work: Deed, places: Places) -> None:
        self.work = work
        self.places = places
        self.rows: list[Scene | Shot] = []

    def add(self, row: Scene | Shot, parent: int, after: int) -> None:
        """Give a new row its place behind the one whose key is `after` (0: first)."""
        stands = self.places.put(parent, row.pk, after)
        self.rows.append(row)
        self.work.record("add", row, {}, {**values_of(row), **_parent(row), **stands})

    def move(self, row: Scene | Shot, parent: int, after: int) -> None:
        """Move a row behind the one whose key is `after` (0: first)."""
        old = row.scene_id if isinstance(row, Shot) else parent
        stood = {**_parent(row), **self.places.take_out(old, row.pk)}
        stands = self.places.put(parent, row.pk, after)
        if isinstance(row, Shot):
            row.scene_id = parent
        row.version += 1
        self.rows.append(row)
        self.work.record("move", row, stood, {**_parent(row), **stands})

    def write(self, fields: set[str]) -> None:
        """Write all places."""
        for row in self.rows:
            row.position = self.places.positions[row.pk]
        save_all(self.rows, fields)
        self.places.write()


def _parent(row: Scene | Shot) -> Values:
    return {"scene": row.scene_id} if isinstance(row, Shot) else {}
