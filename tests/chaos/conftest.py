from collections.abc import Iterator

import pytest

from tests.chaos.studio import Studio


@pytest.fixture(scope="module")
def studio(tmp_path_factory) -> Iterator[Studio]:
    """A running studio that joins films slowly, so that it can be hurt in the middle."""
    running = Studio(tmp_path_factory.mktemp("chaos"), SORAEASE_FAILPOINT="film-joining:sleep:3")
    try:
        running.start()
        yield running
    finally:
        running.close()
