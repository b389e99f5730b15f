"""Prints the first of the given PostgreSQL addresses that works, after creating its database if it is not there."""

import sys
from urllib.parse import urlsplit

import psycopg
from psycopg import sql


def created(url: str) -> bool:
    """Return whether the server of `url` let us have the database."""
    address = urlsplit(url)
    name = address.path.lstrip("/")
    try:
        with psycopg.connect(address._replace(path="/postgres").geturl(), autocommit=True, connect_timeout=5) as server:
            if not server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
                server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    except psycopg.OperationalError as error:
        print(f"{address.hostname}: {error}", file=sys.stderr)
        return False
    return True


if __name__ == "__main__":
    working = next((url for url in sys.argv[1:] if url and created(url)), None)
    if working is None:
        sys.exit("No PostgreSQL let us create a database; set DATABASE_URL to one that may.")
    print(working)
