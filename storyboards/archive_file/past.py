"""What a storyboard was before: the films that were made of it, and the scripts that it was read from."""

from datetime import UTC, datetime
from typing import Any

from storyboards.archive_file.values import Data, Wrong, fields_of, is_number, moment, numbered, object_of
from storyboards.models import Film, Revision, Shot, Storyboard

FILM_FIELDS = ("number", "frames")
FILM_FILES = ("asset", "poster")
CUT_FIELDS = ("width", "height", "rate", "transition_frames")
PIECE_FIELDS = ("slate", "transition", "chapter", "frames", "captions")
SCRIPT_FIELDS = ("name", "script")
MOST_FILMS = 1_000
MOST_SCRIPTS = 1_000
MOST_PIECES = 20_000
MOST_CUES = 1_000

NOTHING: Data = {"scripts": [], "films": []}
# Where a shot stands in the manifest: the number of its scene, and its own in that scene, from 0.
Place = tuple[int, int]


# --- told ------------------------------------------------------------------------------------------------------------


def tell_scripts(board: Storyboard) -> list[Data]:
    """Return the versions of the script, the oldest first; where there was only one, nothing."""
    rows = Revision.objects.filter(storyboard=board).order_by("created_at", "pk")
    return [
        {
            **{name: getattr(row, name) for name in SCRIPT_FIELDS},
            "created_at": told_moment(row.created_at),
            "settled_at": told_moment(row.settled_at) if row.settled_at else None,
        }
        for row in rows
    ]


def tell_film(film: Film, files: Data, shots: dict[int, Place], takes: dict[int, int]) -> Data:
    """Return a finished film; `shots` and `takes` are what the manifest calls those that are in it."""
    told = {name: getattr(film, name) for name in FILM_FIELDS}
    told |= {"created_at": told_moment(film.created_at), "chapters": film.chapters, **files}
    return told | {"cut": _tell_cut(film.cut, shots, takes)}


def _tell_cut(cut: Data, shots: dict[int, Place], takes: dict[int, int]) -> Data:
    pieces = []
    for piece in cut.get("pieces", ()):
        told = {name: piece.get(name) for name in PIECE_FIELDS}
        if said := piece.get("captions"):
            told["captions"] = {"language": said.get("language", ""), "cues": said.get("cues", [])}
        place, take = shots.get(piece.get("shot")), takes.get(piece.get("take"))
        pieces.append(told | {"shot": list(place) if place else None, "take": take if place else None})
    return {**{name: cut.get(name) for name in CUT_FIELDS}, "pieces": pieces}


def told_moment(at: datetime) -> str:
    """Return a moment as a manifest has it."""
    return at.astimezone(UTC).isoformat()


# --- checked ---------------------------------------------------------------------------------------------------------


def check_scripts(value: Any) -> list[Data]:
    """Return the versions of the script; raise Wrong."""
    return [_script(item, f"scripts/{at}") for at, item in numbered(value, MOST_SCRIPTS, "scripts")]


def _script(value: Any, place: str) -> Data:
    data = object_of(value, {*SCRIPT_FIELDS, "created_at", "settled_at"}, place)
    settled = data["settled_at"]
    return {
        **fields_of(Revision, data, SCRIPT_FIELDS, place),
        "created_at": moment(data["created_at"], f"{place}/created_at"),
        "settled_at": None if settled is None else moment(settled, f"{place}/settled_at"),
    }


def check_films(value: Any, scenes: list[Data]) -> list[Data]:
    """Return the films, whose files are still to be looked at; raise Wrong."""
    films = [_film(item, f"films/{at}", scenes) for at, item in numbered(value, MOST_FILMS, "films")]
    if len({film["number"] for film in films}) < len(films):
        raise Wrong("films")
    return films


def _film(value: Any, place: str, scenes: list[Data]) -> Data:
    data = object_of(value, {*FILM_FIELDS, *FILM_FILES, "chapters", "cut", "created_at"}, place)
    fields = fields_of(Film, data, FILM_FIELDS, place)
    chapters = [_chapter(item, f"{place}/chapters") for _at, item in numbered(data["chapters"], MOST_PIECES, place)]
    starts = [chapter["start"] for chapter in chapters]
    if starts != sorted(starts) or (starts and starts[-1] > fields["frames"]):
        raise Wrong(f"{place}/chapters")
    return {
        **fields,
        "chapters": chapters,
        "cut": _cut(data["cut"], f"{place}/cut", scenes),
        "created_at": moment(data["created_at"], f"{place}/created_at"),
        **{name: data[name] for name in FILM_FILES},
    }


def _chapter(value: Any, place: str) -> Data:
    data = object_of(value, {"title", "start"}, place)
    if not isinstance(data["title"], str) or not is_number(data["start"]):
        raise Wrong(place)
    return data


def _cut(value: Any, place: str, scenes: list[Data]) -> Data:
    data = object_of(value, {*CUT_FIELDS, "pieces"}, place)
    rate = data["rate"]
    numbers = [data["width"], data["height"], data["transition_frames"]]
    if not isinstance(rate, list) or len(rate) != 2 or not all(is_number(one) and one for one in rate):
        raise Wrong(f"{place}/rate")
    if not all(map(is_number, numbers)):
        raise Wrong(place)
    pieces = numbered(data["pieces"], MOST_PIECES, f"{place}/pieces")
    return data | {"pieces": [_piece(item, f"{place}/pieces/{at}", scenes) for at, item in pieces]}


def _piece(value: Any, place: str, scenes: list[Data]) -> Data:
    data = object_of(value, {*PIECE_FIELDS, "shot", "take"}, place)
    texts = [data["slate"], data["transition"], data["chapter"] or ""]
    if not all(isinstance(text, str) for text in texts) or not is_number(data["frames"]):
        raise Wrong(place)
    takes = _takes_at(data["shot"], f"{place}/shot", scenes) if data["shot"] is not None else []
    if data["take"] not in [None, *takes]:
        raise Wrong(f"{place}/take")
    if data["captions"] is not None:
        _check_captions(data["captions"], f"{place}/captions")
    return data


def _takes_at(value: Any, place: str, scenes: list[Data]) -> list[int]:
    """Return the numbers of the takes of the shot that stands there; raise Wrong where there is none."""
    if not isinstance(value, list) or len(value) != 2 or not all(map(is_number, value)):
        raise Wrong(place)
    scene, shot = value
    if scene >= len(scenes) or shot >= len(scenes[scene]["shots"]):
        raise Wrong(place)
    return [take["number"] for take in scenes[scene]["shots"][shot]["takes"]]


def _check_captions(value: Any, place: str) -> None:
    data = object_of(value, {"language", "cues"}, place)
    if not isinstance(data["language"], str):
        raise Wrong(place)
    for _at, cue in numbered(data["cues"], MOST_CUES, place):
        if not isinstance(cue, list) or [type(part) for part in cue] != [int, int, str, str] or min(cue[:2]) < 0:
            raise Wrong(place)


# --- made ------------------------------------------------------------------------------------------------------------


def make_scripts(board: Storyboard, told: list[Data]) -> None:
    """Make the versions of the script."""
    rows = [
        Revision(
            storyboard=board,
            **{name: item[name] for name in SCRIPT_FIELDS},
            created_at=datetime.fromisoformat(item["created_at"]),
            settled_at=datetime.fromisoformat(item["settled_at"]) if item["settled_at"] else None,
        )
        for item in told
    ]
    Revision.objects.bulk_create(rows)


def film_of(board: Storyboard, told: Data, shots: dict[Place, Shot], takes: dict[tuple[int, int], int]) -> Film:
    """Return the row of a finished film, still without its files.

    `shots` are the rows by their places in the manifest, `takes` the keys by those of their shots and their numbers.
    """
    made = datetime.fromisoformat(told["created_at"])
    film = Film(storyboard=board, state=Film.State.DONE, progress=1.0, created_at=made, finished_at=made)
    film.number, film.frames, film.chapters = told["number"], told["frames"], told["chapters"]
    film.cut = told["cut"] | {"pieces": [_piece_of(piece, shots, takes) for piece in told["cut"]["pieces"]]}
    return film


def _piece_of(told: Data, shots: dict[Place, Shot], takes: dict[tuple[int, int], int]) -> Data:
    """Return a piece as a cut keeps it; the file that it was cut from is not asked for again."""
    shot = shots[told["shot"][0], told["shot"][1]].pk if told["shot"] else None
    take = takes.get((shot, told["take"])) if shot and told["take"] is not None else None
    captions = {"captions": told["captions"]} if told["captions"] else {}
    rest = {name: told[name] for name in PIECE_FIELDS if name != "captions"}
    return {**rest, "shot": shot, "take": take, "name": "", **captions}
