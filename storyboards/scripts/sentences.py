"""Passages into sentences, and sentences into pieces that fit a shot."""

import math
import re
from itertools import pairwise

from storyboards.scripts.passage import Passage
from storyboards.scripts.words import WORD, word_count, word_set

# Each run of closing signs is entered once, at its first sign, and never given back: the search is linear.
SENTENCE_END = re.compile(r"""(?<![.!?…])[.!?…]++["”’»)\]]*+(?=\s|$)|[。！？]++[」』”]?+""")
ABBREVIATIONS = word_set("mr mrs ms dr st prof sr jr vs etc no int ext est i.e e.g approx fig capt sgt lt")
LONGEST_WORD = 200


def sentences(passage: Passage) -> list[Passage]:
    """Return the sentences of ``passage`` in order; together they hold all its letters but spaces."""
    ends = [match.end() for match in SENTENCE_END.finditer(passage.text) if is_end(passage.text, match)]
    if not ends or ends[-1] < len(passage.text):
        ends.append(len(passage.text))
    parts = [passage.part(start, end) for start, end in zip([0, *ends[:-1]], ends, strict=True)]
    return [part for part in parts if part.text]


def is_end(text: str, match: re.Match[str]) -> bool:
    """Tell whether the dot that ``match`` found ends a sentence, not an abbreviation or an initial."""
    if match.group() != ".":
        return True
    word = text[max(0, match.start() - 12) : match.start()].rpartition(" ")[2]
    return word.lower() not in ABBREVIATIONS and not (len(word) == 1 and word.isupper())


def pieces(passage: Passage, most_words: float) -> list[Passage]:
    """Return ``passage`` as sentences, those with more than ``most_words`` cut between words."""
    return [piece for sentence in sentences(passage) for piece in fitting(sentence, most_words)]


def fitting(sentence: Passage, most_words: float) -> list[Passage]:
    """Return ``sentence`` cut between words into like parts; a word without end is cut, too."""
    total = word_count(sentence.text)
    if total <= most_words:
        return [sentence]
    most_words = total / math.ceil(total / most_words)  # parts of like length
    cuts, count, here = [0], 0.0, 0
    for match in WORD.finditer(sentence.text):
        for start in range(match.start(), match.end(), LONGEST_WORD):
            weight = word_count(sentence.text[start : min(match.end(), start + LONGEST_WORD)])
            if count + weight > most_words and start > here:
                cuts.append(start)
                count, here = 0.0, start
            count += weight
    cuts.append(len(sentence.text))
    parts = [sentence.part(start, end) for start, end in pairwise(cuts)]
    return [part for part in parts if part.text]
