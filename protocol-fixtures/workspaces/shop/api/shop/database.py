"""The connection to PostgreSQL."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from psycopg.rows import dict_row


@contextmanager
def connection() -> Iterator[psycopg.Connection]:
    """Opens a connection that commits when the block ends well."""
    with psycopg.connect(os.environ["DATABASE_URL"], row_factory=dict_row) as opened:
        yield opened
