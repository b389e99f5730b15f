"""Whatever is done, in whatever order: nothing is lost, and everything can be taken back and done again."""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storyboards.editing import placing
from tests import make
from tests.storyboards.editing.boards import Hand, is_permutation, said

DEEDS = st.lists(st.tuples(st.integers(0, 21), st.integers(0, 63), st.integers(0, 30)), max_size=14)


@pytest.fixture
def board(team):
    return make.storyboard(team, scenes=3, shots=3)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(deeds=DEEDS)
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
