"""Which scenes and shots of the new script are which of the old ones."""

from collections.abc import Hashable
from dataclasses import dataclass
from functools import cache

from storyboards.revising.aligning import Pair, anywhere, in_order
from storyboards.revising.likeness import Words, best_likeness, likeness, words_in
from storyboards.revising.versions import NewScene, NewShot, OldScene, OldShot, Values

# What a scene's likeness is made of: what happens in it, its slugline, and its number where both scripts give one.
CONTENT, SLUGLINE, NUMBER = 0.5, 0.3, 0.2
SAME_SCENE = 0.4
SAME_SCENE_ELSEWHERE = 0.55
# A shot in the same scene may change more than one that is looked for in the whole film, where short ones say nothing.
SAME_SHOT = 0.35
SAME_SHOT_ELSEWHERE = 0.6
TELLING_WORDS = 4
# What people added on the board is in the new script only if the writer took it over nearly as it is.
TAKEN_OVER = 0.75
BEHIND = 0.9


@dataclass(frozen=True)
class Paired:
    """Who belongs to whom; `home` says of each paired new shot in which scene, by its index, it is."""

    scenes: dict[int, int]
    shots: dict[OldShot, NewShot]
    home: dict[NewShot, int]

    @property
    def old_of(self) -> dict[NewShot, OldShot]:
        """The same pairs, from the new shot to the old one."""
        return {new: old for old, new in self.shots.items()}


def pair(old: list[OldScene], new: list[NewScene], *, scripted: bool) -> Paired:
    """Return what belongs together; `scripted` tells that there is an old script to compare with."""
    scenes = dict(pair_scenes(old, new))
    shots: dict[OldShot, NewShot] = {}
    for i, j in scenes.items():
        shots |= pair_in_scene(old[i].shots, new[j].shots, scripted=scripted)
    home = {shot: j for j, scene in enumerate(new) for shot in scene.shots}
    shots |= pair_elsewhere(old, new, shots, scripted=scripted)
    return Paired(scenes, shots, home)


# --- scenes ---------------------------------------------------------------------------------------------------------


def pair_scenes(old: list[OldScene], new: list[NewScene]) -> list[Pair]:
    """Return which scene of the new script is which of the old ones."""
    olds = [(scene.base, words_in(_heading(scene.base)), scene.texts) for scene in old]
    news = [(scene.values, words_in(_heading(scene.values)), scene.words) for scene in new]

    same_slugline = cache(likeness)

    def score(i: int, j: int) -> float:
        base, slugline, texts = olds[i]
        values, new_slugline, words = news[j]
        return _scene_likeness(base, values, same_slugline(slugline, new_slugline), best_likeness(texts, words))

    pairs = in_order([_scene_key(one) for one in old], [_new_scene_key(one) for one in new], score, SAME_SCENE)
    left_old, left_new = _left(len(old), len(new), pairs)
    rest = anywhere(
        {i: [olds[i][1] | text for text in olds[i][2]] for i in left_old},
        {j: news[j][1] | news[j][2] for j in left_new},
        score,
        SAME_SCENE_ELSEWHERE,
    )
    return [*pairs, *rest]


def _scene_likeness(base: Values, values: Values, slugline: float, content: float) -> float:
    if base["number"] and values["number"]:
        return CONTENT * content + SLUGLINE * slugline + NUMBER * (base["number"] == values["number"])
    return (CONTENT * content + SLUGLINE * slugline) / (CONTENT + SLUGLINE)


def _heading(values: Values) -> str:
    return f"{values['setting']} {values['place']} {values['time_of_day']}"


def _scene_key(scene: OldScene) -> Hashable:
    return (_heading(scene.base), tuple(_shot_key(shot.base) for shot in scene.shots if not shot.own), scene.own)


def _new_scene_key(scene: NewScene) -> Hashable:
    return (_heading(scene.values), tuple(_shot_key(shot.values) for shot in scene.shots), False)


def _shot_key(values: Values) -> Hashable:
    return (values["action"], tuple((line["speaker"], line["text"]) for line in values["dialogue"]))


def _left(olds: int, news: int, pairs: list[Pair]) -> tuple[list[int], list[int]]:
    old_taken, new_taken = {i for i, _j in pairs}, {j for _i, j in pairs}
    return [i for i in range(olds) if i not in old_taken], [j for j in range(news) if j not in new_taken]


# --- shots ----------------------------------------------------------------------------------------------------------


def pair_in_scene(old: list[OldShot], new: list[NewShot], *, scripted: bool) -> dict[OldShot, NewShot]:
    """Return which shots of a scene are which: first in order, then those that were moved within it."""

    def score(i: int, j: int) -> float:
        return shot_likeness(old[i], new[j], scripted=scripted)

    old_keys = [(_shot_key(shot.base), scripted and shot.own) for shot in old]
    pairs = in_order(old_keys, [(_shot_key(shot.values), False) for shot in new], score, SAME_SHOT)
    left_old, left_new = _left(len(old), len(new), pairs)
    rest = anywhere({i: old[i].texts for i in left_old}, {j: new[j].words for j in left_new}, score, SAME_SHOT)
    return {old[i]: new[j] for i, j in [*pairs, *rest]}


def shot_likeness(old: OldShot, new: NewShot, *, scripted: bool) -> float:
    """Return how alike two shots are; what people added counts a little less than what the old script had."""
    found = best_likeness(old.texts, new.words)
    if old.own and scripted:
        return found * BEHIND if found >= TAKEN_OVER else 0.0
    return found


def pair_elsewhere(
    old: list[OldScene],
    new: list[NewScene],
    paired: dict[OldShot, NewShot],
    *,
    scripted: bool,
) -> dict[OldShot, NewShot]:
    """Return the shots that went to another scene: those must have more words in common."""
    taken = set(paired.values())
    olds = [shot for scene in old for shot in scene.shots if shot not in paired]
    news = [shot for scene in new for shot in scene.shots if shot not in taken]

    def score(i: int, j: int) -> float:
        if not any(len(text & news[j].words) >= TELLING_WORDS for text in olds[i].texts):
            return 0.0
        return shot_likeness(olds[i], news[j], scripted=scripted)

    texts: dict[int, list[Words]] = {i: shot.texts for i, shot in enumerate(olds)}
    pairs = anywhere(texts, {j: shot.words for j, shot in enumerate(news)}, score, SAME_SHOT_ELSEWHERE)
    return {olds[i]: news[j] for i, j in pairs}
