"""Makes a storyboard of an outline: whole or not at all, in a handful of statements whatever its length."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Team, User
from storyboards.models import Edit, Element, Scene, Shot, Storyboard
from storyboards.positions import spread
from storyboards.scripts.locations import place_key, places_in
from storyboards.scripts.outline import Outline, SceneOutline, ShotOutline
from storyboards.scripts.props import props_in
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
        bible = create_bible(board, outline)
        shots = create_scenes(board, outline.scenes, bible.places)
        create_cast(zip(shots, (shot for scene in outline.scenes for shot in scene.shots), strict=True), bible.people)
        create_props(shots, bible)
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


@dataclass(frozen=True)
class Bible:
    """What a script made: characters by name, places by their keys, and the props with the shots they are seen in."""

    people: dict[str, Element]
    places: dict[str, Element]
    props: list[tuple[Element, list[int]]]


def create_bible(board: Storyboard, outline: Outline) -> Bible:
    """Create everything that the script names, each in the next colour."""
    places, props = places_in(outline), props_in(outline)
    people = character_rows(board, outline.characters, outline.descriptions, outline.aliases)
    rows = [*people, *_rows(board, ElementKind.PLACE, places.values()), *_rows(board, ElementKind.PROP, props)]
    for index, row in enumerate(rows):
        row.colour = Colour.values[index % len(Colour.values)]
    made = Element.objects.bulk_create(rows, BATCH)
    first_place, first_prop = len(people), len(people) + len(places)
    return Bible(
        {row.name: row for row in made[:first_place]},
        dict(zip(places, made[first_place:first_prop], strict=True)),
        list(zip(made[first_prop:], props.values(), strict=True)),
    )


def character_rows(
    board: Storyboard,
    names: Iterable[str],
    descriptions: Mapping[str, str],
    aliases: Mapping[str, tuple[str, ...]],
) -> list[Element]:
    """Return the rows of the characters, not yet saved: as the script describes them, with what else it calls them."""
    return [
        Element(
            storyboard=board,
            kind=ElementKind.CHARACTER,
            name=name,
            description=descriptions.get(name, ""),
            aliases=list(aliases.get(name, ())),
        )
        for name in dict.fromkeys(names)
    ]


def _rows(board: Storyboard, kind: str, names: Iterable[str]) -> list[Element]:
    return [Element(storyboard=board, kind=kind, name=name) for name in names]


def create_scenes(
    board: Storyboard, outlines: tuple[SceneOutline, ...], places: Mapping[str, Element] | None = None
) -> list[Shot]:
    """Create the scenes, at their places, and their shots; return the shots in order."""
    positions = spread(len(outlines))
    rows = [scene_row(board, outline, position) for outline, position in zip(outlines, positions, strict=True)]
    for row in rows:
        row.location = (places or {}).get(place_key(row.place))
    scenes = Scene.objects.bulk_create(rows, BATCH)
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


def create_props(shots: list[Shot], bible: Bible) -> None:
    """Say which prop is seen in which shot."""
    appearance = Shot.cast.through
    rows = [appearance(shot_id=shots[at].pk, element_id=prop.pk) for prop, places in bible.props for at in places]
    appearance.objects.bulk_create(rows, BATCH)
