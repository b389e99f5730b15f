"""Makes a storyboard of an outline: whole or not at all, in a handful of statements whatever its length."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Team, User
from storyboards.models import Edit, Element, Scene, Shot, Storyboard
from storyboards.positions import spread
from storyboards.scripts.outline import Outline, SceneOutline, ShotOutline
from storyboards.timecode import frames_of
from storyboards.vocabulary import Aspect, Colour, ElementKind, Rate

BATCH = 1000


def import_outline(
    outline: Outline,
    *,
    team: Team,
    by: User | None,
    title: str = "",
    aspect: str = Aspect.WIDE,
    rate: str = Rate.R24,
    look: str = "flat",
) -> Storyboard:
    """Return a new storyboard with everything that the outline holds; raise ValidationError on bad settings."""
    board = Storyboard(
        team=team,
        title=" ".join(title.split()) or outline.title or _("Untitled"),
        aspect=aspect,
        rate=rate,
        look=look,
        script=outline.text,
        script_format=outline.format,
        title_page=dict(outline.credits),
        created_by=by,
    )
    board.clean_fields()
    with transaction.atomic():
        board.save()
        characters = create_characters(board, outline.characters, outline.descriptions)
        shots = create_scenes(board, outline.scenes)
        create_cast(zip(shots, (shot for scene in outline.scenes for shot in scene.shots), strict=True), characters)
        Edit.objects.create(
            storyboard=board,
            by=by,
            verb="import",
            noun="storyboard",
            noun_pk=board.pk,
            version=board.version,
            after={"scenes": len(outline.scenes), "shots": len(shots), "format": outline.format},
        )
    return board


def create_characters(board: Storyboard, names: Iterable[str], descriptions: Mapping[str, str]) -> dict[str, Element]:
    """Create the characters of the bible, each in the next colour and as described; return them by name."""
    rows = [
        Element(
            storyboard=board,
            kind=ElementKind.CHARACTER,
            name=name,
            description=descriptions.get(name, ""),
            colour=Colour.values[index % len(Colour.values)],
        )
        for index, name in enumerate(dict.fromkeys(names))
    ]
    return {row.name: row for row in Element.objects.bulk_create(rows, BATCH)}


def create_scenes(board: Storyboard, outlines: tuple[SceneOutline, ...]) -> list[Shot]:
    """Create the scenes and their shots; return the shots in order."""
    positions = spread(len(outlines))
    scenes = Scene.objects.bulk_create(
        [scene_row(board, outline, position) for outline, position in zip(outlines, positions, strict=True)], BATCH
    )
    shots = [
        shot_row(board, scene, shot, position)
        for scene, outline in zip(scenes, outlines, strict=True)
        for shot, position in zip(outline.shots, spread(len(outline.shots)), strict=True)
    ]
    return Shot.objects.bulk_create(shots, BATCH)


def scene_row(board: Storyboard, outline: SceneOutline, position: int) -> Scene:
    """Return the row of a scene, not yet saved."""
    return Scene(
        storyboard=board,
        position=position,
        number=outline.number,
        setting=outline.setting,
        place=outline.place,
        time_of_day=outline.time_of_day,
        synopsis=outline.synopsis,
        section=outline.section[:200],
        source_start=outline.source_start,
        source_end=outline.source_end,
    )


def shot_row(board: Storyboard, scene: Scene, outline: ShotOutline, position: int) -> Shot:
    """Return the row of a shot, not yet saved."""
    return Shot(
        scene=scene,
        position=position,
        action=outline.action,
        dialogue=[asdict(line) for line in outline.dialogue],
        size=outline.size,
        angle=outline.angle,
        move=outline.move_family,
        move_direction=outline.move_direction,
        move_speed=outline.move_speed,
        frames=frames_of(outline.seconds, board.rate_pair),
        transition=outline.transition,
        notes=outline.notes,
        source_start=outline.source_start,
        source_end=outline.source_end,
    )


def create_cast(pairs: Iterable[tuple[Shot, ShotOutline]], characters: dict[str, Element]) -> None:
    """Say who is in which shot."""
    appearance = Shot.cast.through
    rows = [
        appearance(shot_id=shot.pk, element_id=characters[name].pk)
        for shot, outline in pairs
        for name in dict.fromkeys(outline.characters)
        if name in characters
    ]
    appearance.objects.bulk_create(rows, BATCH)
