"""The PostgreSQL of the tests: real, ours alone, gone afterwards."""

from pathlib import Path

import environ
import psycopg
import pytest

from tools import postgres

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(postgres.programs() is None, reason="PostgreSQL is not installed here"),
]


def test_the_server_serves_vietnamese_and_leaves_nothing_behind(alive):
    with postgres.temporary_server() as url:
        database = environ.Env.db_url_config(url)
        folder = Path(database["HOST"])
        with psycopg.connect(host=database["HOST"], user=database["USER"], dbname=database["NAME"]) as connection:
            assert connection.execute("SELECT lower('ĐẢNG BỘ')").fetchone() == ("đảng bộ",)
        pid = int((folder / "data" / "postmaster.pid").read_text().split()[0])
        assert alive(pid)
    assert not alive(pid)
    assert not folder.exists()


def test_the_server_ends_when_the_tests_break_off(alive):
    pid = 0

    def break_off() -> None:
        nonlocal pid
        with postgres.temporary_server() as url:
            folder = Path(environ.Env.db_url_config(url)["HOST"])
            pid = int((folder / "data" / "postmaster.pid").read_text().split()[0])
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        break_off()
    assert pid
    assert not alive(pid)
