"""How long it takes to compare a board with a new version of its script: `python bench/revising.py` prints a table."""

from database import fresh_database
from import_script import feature, milliseconds, prepare

CHANGES = {
    "nothing changed": ("", ""),
    "a word here and there": ("Lantern", "Lamp"),
    "a name throughout": ("MARTA", "INGRID"),
    "every slugline": ("INT. ", "EXT. "),
}


def measure(name: str, old: str, new: str) -> str:
    """Return the row for one kind of change to a script of 200 scenes."""
    from storyboards.importing import import_outline
    from storyboards.revising.comparing import compare
    from storyboards.scripts import read_script
    from tests import make

    person = make.person(name.replace(" ", "-"))
    text = feature()
    board = import_outline(read_script(text), team=person.teams.get(), by=person)
    reading = milliseconds(lambda: read_script(text))
    outline = read_script(text.replace(old, new) if old else text)
    comparing = milliseconds(lambda: compare(board, outline))
    pieces = len(compare(board, outline).pieces)
    return f"| {name} | {pieces} | {reading:.0f} | {comparing:.0f} | {comparing / reading:.1f} |"


def main() -> None:
    """Print the table."""
    prepare()
    with fresh_database():
        print("| change | pieces | reading ms | comparing ms | comparing / reading |\n|---|--:|--:|--:|--:|")
        for name, (old, new) in CHANGES.items():
            print(measure(name, old, new))


if __name__ == "__main__":
    main()
