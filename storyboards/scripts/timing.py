"""How long things last on the screen: first guesses in seconds."""

from storyboards.scripts.words import word_count

# The National Center for Voice and Speech gives about 150 words per minute for conversation in American English;
# recorded books are read at 150 to 160.
SPEECH_WORDS_PER_MINUTE = 150
SPEECH_PAUSE = 0.5
# A screenplay page is a minute of film by old custom, and a page of nothing but action holds about 220 words.
ACTION_WORDS_PER_MINUTE = 220
CARD_SECONDS = 3.0
SHORTEST = 1.5
LONGEST = 12.0


def speech_seconds(text: str) -> float:
    """Return how long it takes to say ``text``, with a breath after it."""
    return word_count(text) * 60 / SPEECH_WORDS_PER_MINUTE + SPEECH_PAUSE


def action_seconds(text: str) -> float:
    """Return how long the described action takes."""
    return word_count(text) * 60 / ACTION_WORDS_PER_MINUTE


def shot_seconds(seconds: float) -> float:
    """Return ``seconds`` as a shot lasts: to the half second, from SHORTEST to LONGEST."""
    return min(LONGEST, max(SHORTEST, round(seconds * 2) / 2))
