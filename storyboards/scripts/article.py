"""A Markdown article into an outline: each heading a scene, its text told by a narrator."""

from django.utils.translation import gettext as _

from storyboards.scripts.assembly import assembled
from storyboards.scripts.beats import Beat, SceneDraft
from storyboards.scripts.cast import Cast
from storyboards.scripts.front_matter import front_matter
from storyboards.scripts.markdown import Block, blocks_of
from storyboards.scripts.outline import PLACE_LENGTH, TITLE_LENGTH, Outline, shortened
from storyboards.scripts.passage import Passage
from storyboards.scripts.places import place_in, setting_in, time_in
from storyboards.scripts.prose import DAY
from storyboards.scripts.sluglines import Slugline
from storyboards.scripts.vocabulary import MARKDOWN, NARRATOR
from storyboards.scripts.words import words_of

DASHES = ("—", "–", "--", "- ")


def read_article(text: str) -> Outline:
    """Return the outline of an article, or raise ScriptError when there is nothing to film in it."""
    fields, start = front_matter(text)
    blocks = blocks_of(text, start)
    title = fields.get("title") or first_heading(blocks)
    cast = Cast()
    scenes = ArticleDrafting(cast).scenes(blocks)
    return assembled(scenes, cast, title=title[: TITLE_LENGTH * 2], credits=fields, script_format=MARKDOWN, text=text)


def first_heading(blocks: list[Block]) -> str:
    """Return the text of the first heading, if there is one."""
    return next((block.passage.text for block in blocks if block.kind == "heading"), "")


class ArticleDrafting:
    """Collects blocks into scenes; what comes before the first heading makes a scene, too."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.drafts: list[SceneDraft] = []
        self.headings: list[tuple[int, Passage]] = []
        self.fresh = True

    def scenes(self, blocks: list[Block]) -> list[SceneDraft]:
        """Return the scenes of an article in order."""
        takers = {"heading": self.take_heading, "code": self.take_left_out, "table": self.take_left_out}
        for block in blocks:
            takers.get(block.kind, self.take_beat)(block)
        for draft in self.drafts:
            draft.slugline = slugline_for(draft)
        return self.drafts

    def take_heading(self, block: Block) -> None:
        self.headings = [entry for entry in self.headings if entry[0] < block.level]
        self.headings.append((block.level, block.passage))
        self.fresh = True

    def take_left_out(self, block: Block) -> None:
        note = _("A table was left out here.") if block.kind == "table" else _("A block of code was left out here.")
        if self.drafts:
            self.drafts[-1].notes.append((block.passage.start, note))

    def take_beat(self, block: Block) -> None:
        if block.kind in ("html", "rule", "reference"):
            return
        beat = self.beat_of(block)
        if self.fresh:
            self.open(beat)
        self.drafts[-1].add(beat)

    def beat_of(self, block: Block) -> Beat:
        """Return what a block becomes: a picture, a quotation by somebody, or narration."""
        if block.kind == "image":
            return Beat("action", block.passage)
        if block.kind == "quote":
            return self.quotation(block.passage)
        return Beat("narration", block.passage, NARRATOR, unseen=True)

    def quotation(self, passage: Passage) -> Beat:
        """Return a quotation, said by whom its last line names after a dash, else by the narrator."""
        words, _newline, last = passage.text.rpartition("\n")
        source = last.strip().lstrip("—–- ") if last.startswith(DASHES) else ""
        name, _comma, about = (part.strip() for part in source.partition(","))
        if not words or not name:
            return Beat("narration", passage, NARRATOR, unseen=True)
        speaker = self.cast.spelling(name)
        if about:
            self.cast.about.setdefault(speaker, about)
        return Beat("speech", passage.part(0, len(words)), speaker)

    def open(self, beat: Beat) -> None:
        """Begin a scene under the headings open now."""
        start = self.headings[-1][1].start if self.headings else beat.passage.start
        section = " / ".join(passage.text for _level, passage in self.headings)
        place = self.headings[-1][1].text if self.headings else ""
        slugline = Slugline("", shortened(place, PLACE_LENGTH), "")
        self.drafts.append(SceneDraft(slugline, start, beat.passage.end, section))
        self.fresh = False


def slugline_for(draft: SceneDraft) -> Slugline:
    """Return a guess of where and when the scene could be shown, from its words; the heading stands in for a place."""
    words = words_of("\n".join(beat.passage.text for beat in draft.beats))
    setting, place = place_in(words)
    return Slugline(setting or setting_in(words), place or draft.slugline.place, time_in(words) or DAY)
