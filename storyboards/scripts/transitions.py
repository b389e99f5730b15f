"""Transitions: which lines are some, and which code they mean."""

from storyboards.scripts import vocabulary as v
from storyboards.scripts.words import phrases, words_of

UNKNOWN = "unknown"
LONGEST = 60

KNOWN = phrases(
    **{
        v.DISSOLVE: "dissolve, dissolve to, cross dissolve, crossfade, crossfade to, cross fade to, fade to, "
        "lap dissolve to, ripple dissolve to",
        v.FADE_IN: "fade in, fade up, fade from black, fade in on",
        v.FADE_OUT: "fade out, fade to black, fade to white",
        v.DIP_BLACK: "cut to black, dip to black, smash to black, smash cut to black, blackout, black out",
        v.WIPE: "wipe to, wipe, iris out, iris in",
        v.MATCH_CUT: "match cut, match cut to, match to, match dissolve to",
        v.SMASH_CUT: "smash cut, smash cut to, smash to",
        "cut": "cut to, hard cut to, jump cut to, quick cut to, cut back to, back to",
    }
)


def is_transition(line: str) -> bool:
    """Tell whether ``line``, alone between blank lines, is a transition without being forced."""
    if len(line) > LONGEST or not line.isupper():
        return False
    if line.endswith("TO:"):
        return True
    words = words_of(line)
    found = KNOWN.first(words)
    return found is not None and found.first == 0 and found.after == len(words)


def transition_code(text: str) -> str:
    """Return the code of the transition ``text``: empty for a plain cut, UNKNOWN for one we have no code for."""
    found = KNOWN.first(words_of(text[:LONGEST]))
    if found is None:
        return v.CUT if text.strip().upper() in ("CUT.", "CUT") else UNKNOWN
    return v.CUT if found.meaning == "cut" else found.meaning
