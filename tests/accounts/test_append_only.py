"""The ledger cannot be rewritten, not even by SQL."""

from importlib import import_module

import pytest
from django.db import DatabaseError, connection, transaction

from accounts.billing import credits
from accounts.billing.models import Line

MIGRATION = import_module("accounts.billing.migrations.0002_append_only")


@pytest.fixture
def _whole_lock(team):
    """The trigger that the test suite takes away on SQLite, as the migration makes it."""
    if connection.vendor == "sqlite":
        [statement] = [text for text in MIGRATION.FORWARDS["sqlite"] if "no_delete" in text]
        connection.cursor().execute(statement)
    credits.ensure_granted(team)


@pytest.mark.usefixtures("_whole_lock")
@pytest.mark.parametrize(
    "deed",
    [
        lambda: Line.objects.update(credits=1_000_000),
        lambda: Line.objects.all().delete(),
        lambda: Line.objects.get().delete(),
        lambda: connection.cursor().execute("UPDATE billing_line SET note = 'x'"),
        lambda: connection.cursor().execute("DELETE FROM billing_line"),
    ],
    ids=["update", "delete all", "delete one", "UPDATE", "DELETE"],
)
def test_database_refuses_to_rewrite_a_line(team, deed):
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        deed()

    assert team.lines.balance() == 200


@pytest.mark.django_db(transaction=True)
def test_triggers_can_be_taken_back_and_set_again():
    change = MIGRATION.Migration.operations[0]
    expected = {"sqlite": 2, "postgresql": 1}[connection.vendor]
    if connection.vendor == "sqlite":
        connection.cursor().execute(MIGRATION.FORWARDS["sqlite"][1])

    with connection.schema_editor() as editor:
        change.reverse_code(None, editor)
    without = _triggers()
    with connection.schema_editor() as editor:
        change.code(None, editor)
    again = _triggers()
    if connection.vendor == "sqlite":
        connection.cursor().execute("DROP TRIGGER billing_line_no_delete")

    assert (without, again) == (0, expected)


def _triggers() -> int:
    query = {
        "sqlite": "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'billing_line'",
        "postgresql": "SELECT count(*) FROM pg_trigger WHERE tgrelid = 'billing_line'::regclass AND NOT tgisinternal",
    }[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(query)
        return cursor.fetchone()[0]
