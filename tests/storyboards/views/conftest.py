import pytest

from tests import make

HTMX = {"HX-Request": "true"}


@pytest.fixture
def board(cast):
    """A board of two scenes with three shots each, in the cast's team."""
    return make.storyboard(cast.team, scenes=2, shots=3)


@pytest.fixture
def scene(board):
    return board.scenes.live().first()


@pytest.fixture
def shot(scene):
    return scene.shots.live().first()


@pytest.fixture
def bob(client, cast):
    """An editor's browser."""
    client.force_login(cast.bob)
    return client


@pytest.fixture
def carol(client, cast):
    """A viewer's browser."""
    client.force_login(cast.carol)
    return client
