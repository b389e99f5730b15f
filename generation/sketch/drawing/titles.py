"""Cards: words on the screen, over the place where the shot plays."""

from .label import lettering
from .pen import rect
from .stage import Layer, Stage

MOST_LETTERS = 60
LETTER_HEIGHT = 120.0


def title_of(action: str) -> str:
    """The words of a card, or "" when the action is none: a few words in capitals, such as THE END."""
    words = " ".join(action.split()).strip("*_ ")
    return words if words.isupper() and 1 < len(words) <= MOST_LETTERS else ""


def stage_title(st: Stage, words: str) -> None:
    """Darken the place and write the words in the middle of the picture."""
    shade = rect(st.left, -900, st.right - st.left, 3000, "#14121a", 0, 0.55)
    st.layers.append(Layer((shade,), 0.97, lit=False, fine=False))
    st.layers.append(Layer((lettering(words, 0, 500, LETTER_HEIGHT, st.width * 0.8),), 1.0, lit=False))
