import os

from soraease_web.supervisor.freshness import Stamp, fingerprint


def test_fingerprint_stays_while_nothing_changes(tmp_path):
    (tmp_path / "a.css").write_text("a")

    assert fingerprint([tmp_path]) == fingerprint([tmp_path])


def test_fingerprint_changes_with_content_name_and_time(tmp_path):
    file = tmp_path / "a.css"
    file.write_text("a")
    seen = {fingerprint([tmp_path])}
    file.write_text("ab")
    seen.add(fingerprint([tmp_path]))
    os.utime(file, (1, 1))
    seen.add(fingerprint([tmp_path]))
    file.rename(tmp_path / "b.css")
    seen.add(fingerprint([tmp_path]))

    assert len(seen) == 4


def test_a_studio_is_fresh_once_it_was_prepared(tmp_path):
    (tmp_path / "run").mkdir()
    (tmp_path / "db.sqlite3").touch()
    before = Stamp(tmp_path, "").is_fresh()

    Stamp(tmp_path, "").write()

    assert (before, Stamp(tmp_path, "").is_fresh()) == (False, True)


def test_a_studio_whose_database_was_removed_is_not_fresh(tmp_path):
    (tmp_path / "run").mkdir()

    Stamp(tmp_path, "").write()

    assert not Stamp(tmp_path, "").is_fresh()


def test_a_studio_on_another_database_is_not_fresh(tmp_path):
    (tmp_path / "run").mkdir()
    Stamp(tmp_path, "postgres://one/db").write()

    assert Stamp(tmp_path, "postgres://one/db").is_fresh()
    assert not Stamp(tmp_path, "postgres://two/db").is_fresh()
