"""Whatever is done, in whatever order: nothing is lost, and everything can be taken back and done again."""

from collections import defaultdict

import pytest
from django.db import transaction
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from storyboards.editing.merging import values_of
from storyboards.models import Shot
from tests import make
from tests.storyboards.editing.boards import Hand, is_permutation, said

DEED = st.tuples(st.integers(0, 23), st.integers(0, 63), st.integers(0, 30))


@pytest.fixture
def board(team):
    return make.storyboard(team, scenes=3, shots=3)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(deeds=st.lists(DEED, max_size=12))
def test_all_that_one_person_does_can_be_taken_back_and_done_again(board, alice, deeds):
    with transaction.atomic():
        hand, start = Hand(board, alice), said(board)
        for deed in deeds:
            hand.do(*deed)
            assert is_permutation(board)
        hand.redo_all()
        end = said(board)

        steps = hand.undo_all()
        assert said(board) == start
        assert is_permutation(board)
        assert hand.redo_all() == steps
        assert said(board) == end
        transaction.set_rollback(True)


class Witness:
    """Writes down who said what of each part of the board, and objects when a step back loses what another said.

    It knows nothing of the log: it compares the board before and after each deed.
    """

    def __init__(self, board):
        self.board = board
        self.seen = self.look()
        self.words = defaultdict(list)  # of each part: who changed it, to what, and when; undone words are struck out
        self.clock = 0

    def look(self):
        """Return every part of every row, also of those in the trash."""
        parts = {}
        scenes = {scene.pk: scene for scene in self.board.scenes.all()}
        for scene in scenes.values():
            parts |= {("scene", scene.pk, name): value for name, value in values_of(scene).items()}
            parts["scene", scene.pk, "there"] = scene.deleted_at is None
        for shot in Shot.objects.filter(scene__in=scenes).prefetch_related("cast"):
            # As it is kept, with those who are out of the bible: they are seen again once somebody puts them back.
            kept = {"cast": sorted(element.pk for element in shot.cast.all())}
            parts |= {("shot", shot.pk, name): value for name, value in (values_of(shot) | kept).items()}
            there = shot.deleted_at is None and scenes[shot.scene_id].deleted_at is None
            parts |= {("shot", shot.pk, "there"): there, ("shot", shot.pk, "scene"): shot.scene_id}
        return parts

    def compare(self):
        """Return the parts that changed since the last look."""
        before, self.seen = self.seen, self.look()
        self.clock += 1
        return {part: value for part, value in self.seen.items() if before.get(part, "not there") != value}

    def hear(self, who):
        """Somebody did something fresh, or did something again."""
        for part, value in self.compare().items():
            self.words[part].append((who, value, self.clock))

    def object(self, who):
        """Somebody took something back: it may only be what they said themselves, and nobody after them."""
        for part, _value in self.compare().items():
            said_by, _value, since = self.words[part].pop()
            assert said_by == who, f"{who} lost what {said_by} said of {part}"
            if part[2] == "there" and not self.seen[part]:
                self.assert_alone(who, part[:2], since)

    def assert_alone(self, who, row, since):
        """What goes with a row was said by the same person, too."""
        others = [
            (part, word)
            for part, words in self.words.items()
            for word in words
            if part[:2] == row and word[0] != who and word[2] > since
        ]
        assert others == [], f"{who} threw away a row in which others had a say"


class Careful(Hand):
    """A person who leaves the frame rate alone: at another one all lengths are other numbers that mean the same."""

    def settings(self, one, two):
        self.name(one, two)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(deeds=st.lists(st.tuples(st.booleans(), DEED), max_size=14))
@example(deeds=[(False, (3, 0, 0)), (True, (10, 5, 0)), (False, (15, 26, 0))])
def test_of_two_people_nobody_loses_anything_to_the_other_without_a_word(board, cast, deeds):
    with transaction.atomic():
        hands, witness = {False: Careful(board, cast.alice), True: Careful(board, cast.bob)}, Witness(board)
        for who, deed in deeds:
            if deed[0] in (19, 21):
                hands[who].do(*deed)
                witness.object(who)
            else:
                hands[who].do(*deed)
                witness.hear(who)
            assert is_permutation(board)
        for who in (False, True) * 3:
            hands[who].do(19, 0, 0)
            witness.object(who)
        transaction.set_rollback(True)
