"""One shot becomes two at the caret, and several become one."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from django.utils.translation import gettext as _

from accounts.models import User
from storyboards.editing.deed import Refused, deed, live_shots
from storyboards.editing.merging import Values
from storyboards.editing.writing import add_shots, copied, throw_away, write_shots
from storyboards.models import Element, Shot
from storyboards.vocabulary import ElementKind, Transition

Line = dict[str, Any]
# What belongs to the moment that was drawn and noted, and so stays with the first part.
OF_THE_FIRST: Values = {
    "notes": "",
    "panel_id": None,
    "panel_base_id": None,
    "panel_marks": {},
    "transition": Transition.CUT,
}


@dataclass(frozen=True)
class Part:
    """What one part of a shot says."""

    action: str
    dialogue: list[Line]

    @property
    def words(self) -> int:
        """How much it is, by which the length is divided."""
        return sum(len(text.split()) for text in self.texts)

    @property
    def texts(self) -> list[str]:
        """The action, and what is spoken."""
        return [self.action, *(line["text"] for line in self.dialogue)]

    @property
    def empty(self) -> bool:
        """Whether nothing happens and nobody speaks."""
        return not any(text.strip() for text in self.texts)


def split_shot(
    shot: Shot, *, by: User | None, at: int, field: Literal["action", "dialogue"] = "action", line: int | None = None
) -> Shot:
    """Cut a shot in two at the caret, `at` characters into the action or a line; return the new shot, right behind.

    Everything behind the caret goes along. The length is divided by the words. Raise Refused where one part were empty.
    """
    with deed(shot.scene.storyboard_id, by) as work:
        (shot,) = live_shots(work, [shot.pk])
        first, second = _halves(shot, field, line, at)
        if first.empty or second.empty:
            raise Refused(
                _("Put the cursor inside the text: one of the two shots would be empty. Nothing was changed.")
            )
        frames = share(shot.frames, first.words, second.words)
        cast = list(shot.cast.all())
        new = Shot(scene=shot.scene, **copied(shot) | OF_THE_FIRST)
        new.action, new.dialogue, new.frames = second.action, second.dialogue, frames[1]
        kept = {"action": first.action, "dialogue": first.dialogue, "frames": frames[0], "cast": seen_in(first, cast)}
        write_shots(work, "split", [(shot, kept)])
        add_shots(work, "split", [(new, shot.pk, seen_in(second, cast))])
    return new


def _halves(shot: Shot, field: str, line: int | None, at: int) -> tuple[Part, Part]:
    if field == "action":
        before, after = _cut(shot.action, at)
        return Part(before, []), Part(after, shot.dialogue)
    if line is None or not 0 <= line < len(shot.dialogue):
        raise Refused(_("That line is no longer there. Nothing was changed."))
    cut = shot.dialogue[line]
    before, after = _cut(cut["text"], at)
    stays = [*shot.dialogue[:line], *([{**cut, "text": before}] if before else [])]
    rest = {**cut, "text": after, "dual": False} | ({"direction": ""} if before else {})
    goes = [*([rest] if after else []), *shot.dialogue[line + 1 :]]
    return Part(shot.action, stays), Part("", goes)


def _cut(text: str, at: int) -> tuple[str, str]:
    return text[:at].rstrip(), text[at:].lstrip()


def share(frames: int, first: int, second: int) -> tuple[int, int]:
    """Return how many of the frames each part gets by its words; each gets at least one."""
    kept = min(max(1, round(frames * first / (first + second))), max(1, frames - 1))
    return kept, max(1, frames - kept)


def seen_in(part: Part, cast: Sequence[Element]) -> list[int]:
    """Return the keys of those who are named in a part or speak there, and of places and looks; of all if nobody is."""
    speakers = " / ".join(str(line["speaker"]) for line in part.dialogue)
    text = "\n".join([*part.texts, speakers])
    around = [one.pk for one in cast if one.kind in (ElementKind.PLACE, ElementKind.LOOK)]
    named = [one.pk for one in cast if one.pk not in around and is_named(one, text)]
    return sorted([*around, *named]) if named else sorted(one.pk for one in cast)


def is_named(element: Element, text: str) -> bool:
    """Return whether the name of the element, or another name of it, stands in the text as words of its own."""
    names = [re.escape(name) for name in (element.name, *element.aliases) if name]
    return bool(names) and re.search(rf"(?<!\w)({'|'.join(names)})(?!\w)", text, re.IGNORECASE) is not None


def merge_shots(board_pk: int, keys: Iterable[int], *, by: User | None) -> Shot:
    """Make one shot of several, in the order of the film: the first, which the others' takes do not follow; return it.

    Raise Refused for fewer than two.
    """
    with deed(board_pk, by) as work:
        shots = live_shots(work, keys)
        if len(shots) < 2:
            raise Refused(_("Choose at least two shots to make one of them. Nothing was changed."))
        first, *others = shots
        write_shots(work, "merge", [(first, _together(shots))])
        throw_away(work, "merge", others)
        work.announce(first.scene)
    return first


def _together(shots: Sequence[Shot]) -> Values:
    return {
        "action": _joined(shot.action for shot in shots),
        "dialogue": [line for shot in shots for line in shot.dialogue],
        "notes": "\n".join(dict.fromkeys(shot.notes for shot in shots if shot.notes)),
        "frames": sum(shot.frames for shot in shots),
        "cast": sorted({element.pk for shot in shots for element in shot.cast.all()}),
    }


def _joined(actions: Iterable[str]) -> str:
    texts = [text for text in actions if text.strip()]
    return ("\n\n" if any("\n" in text for text in texts) else " ").join(texts)
