"""Backends that draw here keep the contract: the built-in one, and the tests' quick one."""

import pytest

from generation.backends import get_backend
from generation.cutting import probing
from tests.generation.backends.contract import DrawingContract

SKETCH = {"BACKEND": "generation.backends.sketch.SketchBackend", "OPTIONS": {}}


@pytest.fixture
def probe():
    return lambda path: probing.verify(path, max_seconds=10, max_pixels=1 << 24)


class TestQuick(DrawingContract):
    @pytest.fixture
    def backend(self, quick):
        return get_backend("quick")


class TestSketch(DrawingContract):
    @pytest.fixture
    def backend(self, settings):
        settings.GENERATION_BACKENDS = {"sketch": SKETCH}
        return get_backend("sketch")
