"""A database of a bench's own, empty and thrown away afterwards."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout


@contextmanager
def fresh_database() -> Iterator[None]:
    """Make a database for as long as the bench lasts; what Django says meanwhile is no part of the results."""
    from django.db import connection

    with redirect_stdout(sys.stderr):
        connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        yield
    finally:
        connection.creation.destroy_test_db(connection.settings_dict["NAME"], verbosity=0)
