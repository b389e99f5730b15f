"""Drafted scenes into the finished outline: shots cut, names merged, transitions handed on."""

from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from storyboards.scripts import vocabulary as v
from storyboards.scripts.appearance import descriptions_in
from storyboards.scripts.beats import Beat, SceneDraft
from storyboards.scripts.cast import Cast
from storyboards.scripts.cutting import MOST_SHOTS, TOO_MANY_SHOTS, shots_of
from storyboards.scripts.outline import TITLE_LENGTH, Outline, SceneOutline, ScriptError, ShotOutline, shortened
from storyboards.scripts.passage import Passage
from storyboards.scripts.sluglines import light_of

NOTHING_TO_FILM = _(
    "There is nothing to film in this script. Add at least one sentence of action, then import it again."
)


def assembled(
    scenes: list[SceneDraft], cast: Cast, *, title: str, credits: dict[str, str], script_format: str, text: str
) -> Outline:
    """Return the outline of drafted ``scenes``, or raise ScriptError when there is nothing, or too much, to film."""
    told = [beat.passage for scene in scenes for beat in scene.beats if beat.kind in ("action", "narration")]
    outlines: list[SceneOutline] = []
    pending: list[Beat] = []
    time_of_day, shots = "", 0
    for scene in scenes:
        scene.beats[:0] = pending
        time_of_day = light_of(scene.slugline.time_of_day, time_of_day)
        outline, pending = finished_scene(scene, cast, time_of_day, text)
        shots += len(outline.shots)
        if shots > MOST_SHOTS:
            raise ScriptError(TOO_MANY_SHOTS)
        outlines.append(outline)
    if not outlines:
        raise ScriptError(NOTHING_TO_FILM)
    characters = appearing(outlines)
    descriptions = descriptions_in(told, cast)
    return Outline(
        shortened(title, TITLE_LENGTH),
        credits,
        script_format,
        with_ending(outlines, pending),
        characters,
        text,
        {name: descriptions[name] for name in characters if name in descriptions},
        {name: tuple(cast.aliases[name]) for name in characters if name in cast.aliases},
    )


def finished_scene(scene: SceneDraft, cast: Cast, time_of_day: str, text: str) -> tuple[SceneOutline, list[Beat]]:
    """Return the outline of ``scene`` and the transitions that lead out of it.

    Of a scene that is nothing but its heading, the place is seen; where it names none, the heading as it stands.
    """
    if not any(beat.kind != "transition" for beat in scene.beats):
        seen = scene.slugline.place or text[scene.start : scene.end].strip()
        scene.beats.append(Beat("action", Passage(seen, ((0, scene.start),), scene.start, scene.end)))
    shots, pending = shots_of(scene, cast)
    slugline = scene.slugline
    outline = SceneOutline(
        setting=slugline.setting,
        place=slugline.place,
        time_of_day=time_of_day,
        number=slugline.number,
        synopsis=scene.synopsis,
        section=scene.section,
        shots=tuple(shots),
        source_start=scene.start,
        source_end=scene.end,
    )
    return outline, pending


def with_ending(scenes: list[SceneOutline], pending: list[Beat]) -> tuple[SceneOutline, ...]:
    """Return ``scenes``; the transition that ends the film stands in the notes of the last shot."""
    ending = "\n".join(beat.passage.text for beat in pending)
    if not ending:
        return tuple(scenes)
    last = scenes[-1]
    shot = last.shots[-1]
    shot = replace(shot, notes="\n".join(filter(None, [shot.notes, ending])))
    return (*scenes[:-1], replace(last, shots=(*last.shots[:-1], shot)))


def appearing(scenes: list[SceneOutline]) -> tuple[str, ...]:
    """Return all characters in the order in which they are first seen or heard."""
    names: dict[str, None] = {}
    for scene in scenes:
        for shot in scene.shots:
            names.update(dict.fromkeys(appearing_in(shot)))
    return tuple(names)


def appearing_in(shot: ShotOutline) -> list[str]:
    """Return who is seen or heard in ``shot``, without the narrator."""
    heard = [line.speaker for line in shot.dialogue if line.speaker not in ("", v.NARRATOR)]
    return [*shot.characters, *heard]
