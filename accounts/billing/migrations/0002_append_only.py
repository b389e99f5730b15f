"""Lines are written once: the database itself refuses to change or delete one, whoever asks."""

from django.db import migrations

REFUSAL = "the ledger is append-only: write a new line instead"

FORWARDS = {
    "sqlite": [
        f"CREATE TRIGGER billing_line_no_{deed} BEFORE {deed} ON billing_line BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
        for deed in ("update", "delete")
    ],
    "postgresql": [
        f"""CREATE FUNCTION billing_line_refuse() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'integrity_constraint_violation'; END $$""",
        """CREATE TRIGGER billing_line_append_only BEFORE UPDATE OR DELETE ON billing_line
        FOR EACH ROW EXECUTE FUNCTION billing_line_refuse()""",
    ],
}
BACKWARDS = {
    "sqlite": [f"DROP TRIGGER billing_line_no_{deed}" for deed in ("update", "delete")],
    "postgresql": [
        "DROP TRIGGER billing_line_append_only ON billing_line",
        "DROP FUNCTION billing_line_refuse",
    ],
}


def runner(statements):
    def run(apps, schema_editor):
        for statement in statements[schema_editor.connection.vendor]:
            schema_editor.execute(statement, params=None)

    return run


class Migration(migrations.Migration):
    dependencies = [("billing", "0001_initial")]

    operations = [migrations.RunPython(runner(FORWARDS), runner(BACKWARDS))]
