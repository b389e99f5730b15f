"""Captions of a shot: its lines in pieces that can be read at a glance, with the times of their words."""

from typing import Any, NamedTuple

from generation.sketch.request import SketchRequest
from generation.sketch.speech.performance import Line, Performance, Word, perform

LONGEST_CUE = 74  # letters: two lines of 37, as subtitles are set
SENTENCE_FROM = 24  # letters after which a cue ends with its sentence
SHORTEST_CUE = 0.8  # seconds
HELD = 0.5  # seconds that a cue stays after it was said, if nothing else is said


class Cue(NamedTuple):
    """A caption: seconds in the shot, who says it ("" when nobody is named), and the words."""

    start: float
    stop: float
    speaker: str
    text: str


def captions_of(request: SketchRequest, *, aloud: bool = True) -> dict[str, Any]:
    """Return, as JSON, what is known of the speech of a shot: `voice`, `fits` and `language` as in Performance, `cues`.

    A cue is from and to in milliseconds, speaker, words. Not `aloud`, it is timed at the stated rate of speech.
    """
    performance = perform(request, aloud=aloud)
    cues = cues_of(performance, request.seconds)
    told = [[round(cue.start * 1000), round(cue.stop * 1000), _name(cue.speaker), cue.text] for cue in cues]
    facts = {"voice": performance.voice, "fits": performance.fits, "language": performance.language}
    return {**facts, "cues": told}


def _name(speaker: str) -> str:
    return speaker.title() if speaker.isupper() else speaker


def cues_of(performance: Performance, seconds: float) -> list[Cue]:
    """Return the captions of a shot that lasts `seconds`, in order, none over another."""
    cues = [cue for line in performance.lines for cue in _cues(line)]
    ends = [*(cue.start for cue in cues[1:]), seconds][: len(cues)]
    return [cue._replace(stop=max(cue.start, min(end, cue.stop + HELD))) for cue, end in zip(cues, ends, strict=True)]


def _cues(line: Line) -> list[Cue]:
    return [
        Cue(group[0].start, group[-1].stop, line.speaker, line.text[group[0].begin : group[-1].end])
        for group in _joined(_groups(line))
    ]


def _joined(groups: list[list[Word]]) -> list[list[Word]]:
    """What is too short to be read, such as the end of a line that its shot cuts off, stays with what is before it."""
    joined: list[list[Word]] = []
    for group in groups:
        length, seconds = group[-1].end - group[0].begin, group[-1].stop - group[0].start
        if joined and seconds < SHORTEST_CUE and (length < SENTENCE_FROM or seconds <= 0.1):
            joined[-1] = [*joined[-1], *group]
        else:
            joined.append(group)
    return joined


def _groups(line: Line) -> list[list[Word]]:
    """Words that stand together: as many as fit, ending with a sentence or a comma where that is possible."""
    groups: list[list[Word]] = []
    for word in line.words:
        if not groups or _is_full(line, groups[-1], word):
            groups.append([])
        groups[-1].append(word)
    return groups


def _is_full(line: Line, group: list[Word], word: Word) -> bool:
    length = word.end - group[0].begin
    said = line.text[group[-1].begin : group[-1].end].rstrip("\"'”’»)")
    if said.endswith((".", "!", "?", "…", "。", "！", "？")):
        return length > SENTENCE_FROM
    if said.endswith((",", ";", ":", "—", "、", "，")):
        return length > LONGEST_CUE * 0.8
    return length > LONGEST_CUE
