"""A story in plain prose into an outline: cut where place or time changes, or where the writer left a mark."""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from storyboards.scripts.assembly import assembled
from storyboards.scripts.beats import SceneDraft
from storyboards.scripts.cast import Cast
from storyboards.scripts.outline import TITLE_LENGTH, Outline
from storyboards.scripts.paragraphs import ParagraphReader
from storyboards.scripts.passage import Passage, joined, passage_of
from storyboards.scripts.places import PLACES, jumps_in_time, place_in, setting_in, time_in
from storyboards.scripts.sentences import sentences
from storyboards.scripts.sluglines import Slugline
from storyboards.scripts.speakers import NOT_NAMES, VERBS, Talk
from storyboards.scripts.vocabulary import PROSE
from storyboards.scripts.words import Word, word_set, words_of

LINE = re.compile(r"[^\n]+")
SCENE_MARK = re.compile(r"(?:[*#~⁂•_=\-–—][ \t]*){1,20}$")
CHAPTER = re.compile(r"(?:chapter|part|scene|act|kapitel|chapitre|capítulo|глава)\s+\S{1,12}", re.IGNORECASE)
SENTENCE_SIGNS = (".", "!", "?", "…", ",", ";", ":", "”", '"', "»", "。")
HEADING_LENGTH = 80
DAY = "DAY"
NAME_BEFORE = word_set("in at to from of near on the a an")  # after these a capital is mostly a place
NAME_COUNT = 2


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, or a mark between scenes, or a heading."""

    kind: str
    passage: Passage


def read_prose(text: str) -> Outline:
    """Return the outline of a story, or raise ScriptError when there is nothing to film in it."""
    paragraphs = paragraphs_of(text)
    title = ""
    if len(paragraphs) > 1 and is_heading(paragraphs[0].passage.text):
        title, paragraphs = paragraphs[0].passage.text, paragraphs[1:]
    cast = Cast(names_in([paragraph.passage.text for paragraph in paragraphs]))
    scenes = StoryDrafting(cast).scenes(paragraphs)
    return assembled(scenes, cast, title=title[: TITLE_LENGTH * 2], credits={}, script_format=PROSE, text=text)


def paragraphs_of(text: str) -> list[Paragraph]:
    """Return the paragraphs of ``text``; without any blank line, each line is one."""
    blocks: list[list[Passage]] = []
    before = -2
    for match in LINE.finditer(text):
        passage = passage_of(text, match.start(), match.end())
        if not passage.text:
            continue
        gap = match.start() > before + 1
        before = match.end()
        if gap or not blocks:
            blocks.append([passage])
        else:
            blocks[-1].append(passage)
    if len(blocks) == 1 and each_line_ends(blocks[0]):
        blocks = [[passage] for passage in blocks[0]]
    return [paragraph_of(joined(block)) for block in blocks]


def each_line_ends(lines: list[Passage]) -> bool:
    """Tell whether most lines end as sentences do, so that each is a paragraph of its own."""
    return sum(line.text.endswith(SENTENCE_SIGNS) for line in lines) * 5 >= len(lines) * 4


def paragraph_of(passage: Passage) -> Paragraph:
    """Return the paragraph with its kind told."""
    if SCENE_MARK.match(passage.text[:60]) and len(passage.text) < 60:
        return Paragraph("mark", Passage(passage.text, passage.marks, passage.start, passage.end))
    if len(passage.text) <= HEADING_LENGTH and (CHAPTER.match(passage.text) or passage.text.isupper()):
        return Paragraph("heading" if is_heading(passage.text) else "text", passage)
    return Paragraph("text", passage)


def is_heading(text: str) -> bool:
    """Tell whether ``text`` is too short, and too open at its end, for a sentence."""
    return len(text) <= HEADING_LENGTH and not text.endswith(SENTENCE_SIGNS)


def names_in(paragraphs: list[str]) -> list[str]:
    """Return the names of a story: words with a capital inside sentences, more than once, and not after "in"."""
    inside: Counter[str] = Counter()
    total: Counter[str] = Counter()
    places: set[str] = set()
    for text in paragraphs:
        words = words_of(text)
        total.update(base(word) for word in words if word.capital)
        for before, word in pairwise(words):
            if is_inner_capital(text, before, word):
                inside[base(word)] += 1
            elif before.text == "in":
                places.add(base(word))
    no_names = NOT_NAMES | VERBS | places
    return [word.capitalize() for word in inside if total[word] >= NAME_COUNT and word not in no_names and word[1:]]


def base(word: Word) -> str:
    """Return a word without a genitive's ending."""
    return word.text.removesuffix("'s")


def is_inner_capital(text: str, before: Word, word: Word) -> bool:
    """Tell whether ``word`` has its capital although no sentence or quotation begins with it."""
    between = text[before.end : word.start]
    return word.capital and between in (" ", ", ", "\n") and before.text not in NAME_BEFORE


class StoryDrafting:
    """Collects paragraphs into scenes."""

    def __init__(self, cast: Cast) -> None:
        self.reader = ParagraphReader(Talk(cast))
        self.drafts: list[SceneDraft] = []
        self.section = ""
        self.asked_for = True  # a mark or a heading stood before
        self.setting, self.place, self.time_of_day = "", "", ""

    def scenes(self, paragraphs: list[Paragraph]) -> list[SceneDraft]:
        """Return the scenes of a story in order."""
        for paragraph in paragraphs:
            if paragraph.kind == "text":
                self.take(paragraph.passage)
            else:
                self.asked_for = True
                self.section = paragraph.passage.text if paragraph.kind == "heading" else self.section
        return self.drafts

    def take(self, passage: Passage) -> None:
        """Add a paragraph to the scene, or to a new one where it has moved; a lone comma says nothing."""
        beats = self.reader.read(passage)
        if not beats:
            return
        told = [beat.passage for beat in beats if beat.kind == "action"]
        if self.moved(told[0] if told else None) or not self.drafts:
            self.open(passage, told)
        for beat in beats:
            self.drafts[-1].add(beat)
        self.drafts[-1].end = max(self.drafts[-1].end, passage.end)

    def moved(self, told: Passage | None) -> bool:
        """Tell whether the first sentence of what is told begins another scene."""
        if self.asked_for or told is None:
            return self.asked_for
        words = words_of(sentences(told)[0].text)
        _, place = place_in(words)
        elsewhere = bool(place and self.place and head_of(place) != head_of(self.place))
        return elsewhere or jumps_in_time(words)

    def open(self, passage: Passage, told: list[Passage]) -> None:
        """Begin a scene; what its paragraph does not say of place and time is as before."""
        words = [word for part in told for word in words_of(part.text)] or words_of(passage.text)
        setting, place = place_in(words)
        if place:
            self.setting, self.place = setting, place
        self.setting = self.setting or setting_in(words)
        self.time_of_day = time_in(words) or self.time_of_day or DAY
        slugline = Slugline(self.setting, self.place, self.time_of_day)
        self.drafts.append(SceneDraft(slugline, passage.start, passage.end, self.section))
        self.asked_for = False


def head_of(place: str) -> str:
    """Return the word of place in a place phrase: KITCHEN of OLD KITCHEN."""
    words = words_of(place)
    found = list(PLACES.find_all(words))
    return " ".join(word.text for word in words[found[-1].first : found[-1].after]) if found else place
