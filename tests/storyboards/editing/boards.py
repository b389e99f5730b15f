"""What a board says, to be compared; and deeds chosen by numbers, for tests that do any of them in any order."""

from contextlib import suppress

from storyboards import editing
from storyboards.editing import Gone, Refused
from storyboards.editing.merging import values_of
from storyboards.models import Scene, Shot, Storyboard

LOOKS = ("16:9", "1:1", "9:16")
RATES = ("24/1", "25/1", "30000/1001")
SIZES = ("WS", "CU", "MS")


def said(board: Storyboard) -> dict:
    """Return all that can be seen of the board: settings, scenes and shots in order, with their values."""
    board = Storyboard.objects.get(pk=board.pk)
    return {
        **values_of(board),
        "scenes": [(scene.pk, values_of(scene), shots_of(scene)) for scene in board.scenes.live()],
        "elements": sorted(board.elements.live().values_list("name", flat=True)),
    }


def shots_of(scene: Scene) -> list:
    """Return the live shots of a scene in order, with their values."""
    return [(shot.pk, values_of(shot)) for shot in scene.shots.live()]


def order(scene: Scene) -> list[int]:
    """Return the keys of a scene's live shots, in order."""
    return list(scene.shots.live().values_list("pk", flat=True))


def is_permutation(board: Storyboard) -> bool:
    """Return whether every row has a place of its own among its siblings."""
    scenes = list(board.scenes.live().values_list("position", flat=True))
    shots = list(Shot.objects.live().filter(scene__storyboard=board).values_list("scene", "position"))
    return len(set(scenes)) == len(scenes) and len(set(shots)) == len(shots)


class Hand:
    """A person who does whatever the numbers say; what cannot be done leaves the board as it was."""

    def __init__(self, board: Storyboard, by):
        self.board, self.by = board, by

    def do(self, deed: int, one: int, two: int) -> None:
        """Do deed number `deed` with the shots and scenes that the other numbers choose."""
        deeds = (self.edit, self.move, self.split, self.merge, self.omit, self.delete, self.restore, self.many)
        deeds += (self.add, self.copy, self.name, self.settings, self.scene_edit, self.scene_move, self.scene_delete)
        deeds += (self.scene_copy, self.scene_restore, self.move_many, self.copy_many, self.undo, self.redo, self.undo)
        deeds += (self.scene_merge, self.scene_split)
        with suppress(Gone, Refused):
            deeds[deed % len(deeds)](one, two)

    @property
    def shots(self) -> list[Shot]:
        """The shots on the board, in the order of the film."""
        rows = Shot.objects.live().filter(scene__storyboard=self.board, scene__deleted_at=None)
        return list(rows.order_by("scene__position", "position").select_related("scene"))

    def shot(self, number: int) -> Shot:
        if not self.shots:
            raise Gone
        return self.shots[number % len(self.shots)]

    def scene(self, number: int) -> Scene:
        scenes = list(self.board.scenes.live())
        if not scenes:
            raise Gone
        return scenes[number % len(scenes)]

    def some(self, one: int, two: int) -> list[int]:
        keys = [shot.pk for shot in self.shots]
        return [pk for index, pk in enumerate(keys) if (one >> index % 6) & 1] or keys[two % 3 :][:2]

    def place_in(self, scene: Scene, number: int) -> int:
        return [0, *order(scene)][number % (len(order(scene)) + 1)]

    def edit(self, one, two):
        changes = {"action": f"Words {one} {two}. More of them.", "size": SIZES[two % 3], "frames": 10 + two}
        editing.edit_shot(self.shot(one), by=self.by, changes=changes)

    def move(self, one, two):
        scene = self.scene(two)
        editing.move_shot(self.shot(one), by=self.by, scene=scene.pk, after=self.place_in(scene, one + two))

    def split(self, one, two):
        editing.split_shot(self.shot(one), by=self.by, at=two)

    def merge(self, one, two):
        editing.merge_shots(self.board.pk, self.some(one, two), by=self.by)

    def omit(self, one, two):
        editing.edit_shots(self.board.pk, self.some(one, two), by=self.by, changes={"omitted": bool(two % 2)})

    def delete(self, one, two):
        editing.delete_shot(self.shot(one), by=self.by)

    def restore(self, one, two):
        gone = list(Shot.objects.filter(scene__storyboard=self.board).exclude(deleted_at=None).select_related("scene"))
        if gone:
            editing.restore(gone[one % len(gone)], by=self.by)

    def many(self, one, two):
        editing.delete_shots(self.board.pk, self.some(one, two), by=self.by)

    def add(self, one, two):
        scene = self.scene(one)
        editing.add_shot(scene, by=self.by, after=self.place_in(scene, two), action="Rain falls hard.")

    def copy(self, one, two):
        editing.duplicate_shot(self.shot(one), by=self.by)

    def name(self, one, two):
        editing.put_in(self.shot(one), by=self.by, kind="character", name=("Marta", "Pip", "Ana")[two % 3])

    def settings(self, one, two):
        changes = {"rate": RATES[one % 3], "aspect": LOOKS[two % 3]}
        editing.edit_storyboard(self.board, by=self.by, changes=changes)

    def scene_edit(self, one, two):
        editing.edit_scene(self.scene(one), by=self.by, changes={"place": f"PIER {two}", "omitted": bool(two % 2)})

    def scene_move(self, one, two):
        scenes = list(self.board.scenes.live().values_list("pk", flat=True))
        row = self.scene(one)
        after = [0, *(pk for pk in scenes if pk != row.pk)][two % len(scenes)]
        editing.move_scene(row, by=self.by, after=after)

    def scene_delete(self, one, two):
        editing.delete_scene(self.scene(one), by=self.by)

    def scene_copy(self, one, two):
        editing.duplicate_scene(self.scene(one), by=self.by)

    def scene_merge(self, one, two):
        editing.merge_scene(self.scene(one), by=self.by)

    def scene_split(self, one, two):
        editing.split_scene(self.shot(one), by=self.by)

    def scene_restore(self, one, two):
        gone = list(self.board.scenes.exclude(deleted_at=None))
        if gone:
            editing.restore(gone[one % len(gone)], by=self.by)

    def move_many(self, one, two):
        scene = self.scene(two)
        after = self.place_in(scene, one)
        editing.move_shots(self.board.pk, self.some(one, two), by=self.by, scene=scene.pk, after=after)

    def copy_many(self, one, two):
        editing.duplicate_shots(self.board.pk, self.some(one, two)[:4], by=self.by)

    def undo(self, one=0, two=0) -> bool:
        return bool(editing.undo(self.board, by=self.by))

    def redo(self, one=0, two=0) -> bool:
        return bool(editing.redo(self.board, by=self.by))

    def undo_all(self) -> int:
        """Take everything back; return how many steps that were."""
        steps = 0
        while self.undo():
            steps += 1
        return steps

    def redo_all(self) -> int:
        """Do everything again; return how many steps that were."""
        steps = 0
        while self.redo():
            steps += 1
        return steps
