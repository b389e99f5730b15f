"""Compares a board with a new script: three versions side by side, and what is to be decided.

What the writer changed is what differs between the old script and the new one; what people changed is what differs
between the old script and the board. What only one side changed needs no decision between them; what both changed is a
conflict, which leaves the board as it is unless somebody says otherwise.
"""

from collections import defaultdict

from django.utils.translation import gettext as _

from storyboards.models import Element, Scene, Shot, Storyboard
from storyboards.reading import read_numbers
from storyboards.revising.aligning import staying
from storyboards.revising.pairing import Paired, pair
from storyboards.revising.pieces import Difference, Kind, Piece, SceneEntry, ShotEntry
from storyboards.revising.versions import (
    Names,
    NewScene,
    NewShot,
    OldScene,
    OldShot,
    Values,
    new_scenes,
    old_outline,
    old_scenes,
    seen_names,
)
from storyboards.scripts import Outline
from storyboards.vocabulary import ElementKind


def compare(board: Storyboard, outline: Outline) -> Difference:
    """Return what the script of `outline` would change on the board."""
    names = Names(board.elements.live())
    before = old_outline(board)
    old = old_scenes(board, before, names)
    new = new_scenes(board, outline, names)
    difference = Comparison(board, old, new, pair(old, new, scripted=before is not None)).difference()
    return Difference(difference.scenes, difference.rate, described_anew(names, before, outline))


def described_anew(names: Names, before: Outline | None, outline: Outline) -> list[Piece]:
    """Return what the new script says otherwise of how somebody looks, whom the bible knows."""
    said = {names.spelled(name): text for name, text in (before.descriptions if before else {}).items()}
    pieces: dict[int, Piece] = {}
    for name, text in outline.descriptions.items():
        element = names.known.get(name.casefold())
        if element and element.kind == ElementKind.CHARACTER:
            base = said.get(element.name, "")
            if text not in (base, element.description):
                pieces.setdefault(element.pk, _described(element, text, theirs=element.description != base))
    return list(pieces.values())


def _described(element: Element, text: str, *, theirs: bool) -> Piece:
    return Piece(
        Kind.CONFLICT if theirs else Kind.CHANGED,
        "element",
        f"element-{element.pk}",
        not theirs,
        {"description": element.description},
        {"description": text},
        _("Takes that show it as it was become stale."),
        row=element,
    )


class Comparison:
    """Goes through scenes and shots in the order of the new script and writes down what changes."""

    def __init__(self, board: Storyboard, old: list[OldScene], new: list[NewScene], paired: Paired) -> None:
        self.board = board
        self.old = old
        self.new = new
        self.paired = paired
        self.old_of = paired.old_of
        self.scene_of = {j: i for i, j in paired.scenes.items()}
        self.numbers = read_numbers(board)
        self.moved_scenes = _moved([paired.scenes[i] for i in sorted(paired.scenes)])
        self.scenes_moved_here = _moved_here(old)

    def difference(self) -> Difference:
        """Return all entries."""
        left_over = self._left_over()
        entries = [self._unpaired_scene(scene) for scene in left_over[-1]]
        for j, scene in enumerate(self.new):
            entry = self._scene(j, scene)
            if entry.pieces or entry.shots or (entry.old and entry.old.row):
                entries.append(entry)
            entries += [self._unpaired_scene(old) for old in left_over[j]]
        return Difference(entries, self.board.rate_pair)

    def _left_over(self) -> dict[int, list[OldScene]]:
        """Return the scenes that the new script has not, by the new scene that they come behind."""
        found: dict[int, list[OldScene]] = defaultdict(list)
        last = -1
        for i, scene in enumerate(self.old):
            last = self.paired.scenes.get(i, last)
            if i not in self.paired.scenes and scene.row:
                found[last].append(scene)
        return found

    # --- scenes -----------------------------------------------------------------------------------------------------

    def _scene(self, j: int, new: NewScene) -> SceneEntry:
        i = self.scene_of.get(j)
        old = self.old[i] if i is not None else None
        row = old.row if old else None
        entry = SceneEntry(self._label(row) or new.values["number"], _slugline(row, new), old, new)
        entry.shots = self._shots(j, new, old)
        if row and old and i is not None:
            entry.pieces = self._scene_pieces(i, old, new, row)
        elif old is None or any(shot.pieces for shot in entry.shots):
            entry.pieces = [self._new_scene(j, new, deleted=old is not None)]
        return entry

    def _label(self, row: Scene | None) -> str:
        return self.numbers.scenes.get(row.pk, "") if row else ""

    def _new_scene(self, j: int, new: NewScene, *, deleted: bool) -> Piece:
        note = _("This scene was deleted on the board; the script has changed it since.") if deleted else ""
        return Piece(Kind.NEW, "scene", f"scene-new-{j}", not deleted, after=new.values, note=note, new=new)

    def _scene_pieces(self, i: int, old: OldScene, new: NewScene, row: Scene) -> list[Piece]:
        pieces = _settled("scene", row, old.base, old.now, new.values, new)
        if self.paired.scenes[i] in self.moved_scenes:
            here = row.pk in self.scenes_moved_here
            note = _("It was moved on the board, too.") if here else ""
            pieces.append(Piece(Kind.MOVED, "scene", f"scene-{row.pk}-move", not here, note=note, row=row, new=new))
        return pieces

    def _unpaired_scene(self, old: OldScene) -> SceneEntry:
        """Return the entry of a scene that the new script has not: people's own stays, the script's goes."""
        row = old.row
        entry = SceneEntry(self._label(row), row.slugline if row else "", old, None)
        shots = [shot for shot in old.shots if shot.row and shot not in self.paired.shots]
        entry.shots = [self._unpaired_shot(shot) for shot in shots]
        if row and not old.own:
            entry.pieces = [self._gone_scene(old, row, entry)]
        return entry

    def _gone_scene(self, old: OldScene, row: Scene, entry: SceneEntry) -> Piece:
        own = [shot for shot in entry.shots if shot.old and shot.old.own]
        edited = old.edited or any(not piece.wanted for shot in entry.shots for piece in shot.pieces)
        notes = []
        if own:
            notes.append(_("Shots that were added on the board stand in it and would go with it."))
        if edited:
            notes.append(_("It was changed on the board."))
        circled = any(shot.old and shot.old.row and shot.old.row.circled_take_id for shot in entry.shots)
        return Piece(
            Kind.GONE,
            "scene",
            f"scene-{row.pk}-gone",
            not own and not edited,
            before=old.now,
            note=" ".join(notes),
            may_omit=circled,
            row=row,
        )

    # --- shots ------------------------------------------------------------------------------------------------------

    def _shots(self, j: int, scene: NewScene, home: OldScene | None) -> list[ShotEntry]:
        """Return the shots of a new scene in order; what is gone stands where it stood."""
        moved = self._moved_shots(scene, home)
        left_over: dict[NewShot | None, list[OldShot]] = defaultdict(list)
        last: NewShot | None = None
        for old in home.shots if home else []:
            partner = self.paired.shots.get(old)
            if partner is None and old.row:
                left_over[last].append(old)
            elif partner in scene.shots:
                last = partner
        entries = [self._unpaired_shot(old) for old in left_over[None]]
        for k, new in enumerate(scene.shots):
            entry = self._shot(f"{j}-{k}", new, home, new in moved)
            if entry:
                entries.append(entry)
            entries += [self._unpaired_shot(old) for old in left_over[new]]
        return entries

    def _moved_shots(self, scene: NewScene, home: OldScene | None) -> set[NewShot]:
        """Return which shots the writer moved: here from another scene, or to another place in this one."""
        places = {new: k for k, new in enumerate(scene.shots)}
        inside = [
            places[new] for old in (home.shots if home else []) if (new := self.paired.shots.get(old)) in places and new
        ]
        moved = _moved(inside)
        from_elsewhere = set(places.values()) - set(inside)
        return {
            new
            for new, k in places.items()
            if k in moved or (k in from_elsewhere and (old := self.old_of.get(new)) and old.row)
        }

    def _shot(self, key: str, new: NewShot, home: OldScene | None, moved: bool) -> ShotEntry | None:
        old = self.old_of.get(new)
        if old is None:
            wanted = home is None or home.row is not None
            return ShotEntry("", None, new, [_new_shot(key, new, wanted=wanted)])
        if old.row is None:
            if old.base == new.values and set(old.base_cast) == set(new.cast):
                return None
            return ShotEntry("", None, new, [_new_shot(key, new, wanted=False, deleted=True)])
        entry = ShotEntry(self.numbers.slates.get(old.row.pk, ""), old, new)
        entry.pieces = _settled("shot", old.row, _with_cast(old, "base"), _with_cast(old, "now"), _all_of(new), new)
        target = home.row.pk if home and home.row else None
        if moved and not (target == old.row.scene_id and old not in (home.shots if home else [])):
            entry.pieces.append(self._moved_shot(old, old.row, new))
        return entry

    def _moved_shot(self, old: OldShot, row: Shot, new: NewShot) -> Piece:
        origin = next((scene for scene in self.old if old in scene.shots), None)
        here = origin is None or origin.row is None or origin.row.pk != row.scene_id
        note = _("It was moved on the board, too.") if here else ""
        return Piece(Kind.MOVED, "shot", f"shot-{row.pk}-move", not here, note=note, row=row, new=new)

    def _unpaired_shot(self, old: OldShot) -> ShotEntry:
        row = old.row
        entry = ShotEntry(self.numbers.slates.get(row.pk, "") if row else "", old, None)
        if row and not old.own:
            edited = old.edited
            note = _("It was changed on the board.") if edited else ""
            entry.pieces = [
                Piece(
                    Kind.GONE,
                    "shot",
                    f"shot-{row.pk}-gone",
                    not edited,
                    before=old.now | {"circled": row.circled_take_id},
                    note=note,
                    may_omit=row.circled_take_id is not None,
                    row=row,
                )
            ]
        return entry


def _new_shot(key: str, new: NewShot, *, wanted: bool, deleted: bool = False) -> Piece:
    note = _("This shot was deleted on the board; the script has changed it since.") if deleted else ""
    return Piece(Kind.NEW, "shot", f"shot-new-{key}", wanted, after=_all_of(new), note=note, new=new)


def _slugline(row: Scene | None, new: NewScene) -> str:
    return row.slugline if row else Scene(**new.values).slugline


def _all_of(new: NewShot) -> Values:
    return new.values | {"cast": sorted(new.cast)}


def _with_cast(old: OldShot, version: str) -> Values:
    """Return what a shot was or is, with who is seen in it by name."""
    if version == "base":
        return old.base | {"cast": sorted(old.base_cast)}
    return old.now | {"cast": seen_names(old.cast)}


def _settled(
    noun: str, row: Shot | Scene, base: Values, now: Values, wanted: Values, new: NewShot | NewScene
) -> list[Piece]:
    """Return what is to be written: what only the writer changed in one piece, what both changed in one each."""
    changed = [name for name in wanted if wanted[name] != base[name] and wanted[name] != now[name]]
    wanted = wanted | {"cast": _merged_cast(base, now, wanted)} if "cast" in wanted else wanted
    plain = [name for name in changed if now[name] == base[name] or (name == "cast" and wanted["cast"] != now["cast"])]
    both = [name for name in changed if name not in plain and name != "cast"]
    pieces = []
    if plain:
        pieces.append(
            Piece(
                Kind.CHANGED,
                noun,
                f"{noun}-{row.pk}",
                before={name: now[name] for name in plain},
                after={name: wanted[name] for name in plain},
                row=row,
                new=new,
            )
        )
    for name in both:
        before, after = {name: now[name]}, {name: wanted[name]}
        pieces.append(Piece(Kind.CONFLICT, noun, f"{noun}-{row.pk}-{name}", False, before, after, row=row, new=new))
    return pieces


def _merged_cast(base: Values, now: Values, wanted: Values) -> list[str]:
    """Return who is in the shot after both sides: a set merges without a conflict."""
    there = set(now["cast"])
    return sorted(there - (set(base["cast"]) - set(wanted["cast"])) | (set(wanted["cast"]) - set(base["cast"])))


def _moved(order: list[int]) -> set[int]:
    """Return the items of `order` that have to move for all to rise."""
    return set(order) - staying(order)


def _moved_here(old: list[OldScene]) -> set[int]:
    """Return the keys of the scenes that people moved on the board."""
    rows = [scene.row for scene in old if scene.row and not scene.own]
    by_place = sorted(rows, key=lambda row: (row.position, row.pk))
    place = {row.pk: index for index, row in enumerate(by_place)}
    moved = _moved([place[row.pk] for row in rows])
    return {row.pk for row in rows if place[row.pk] in moved}
