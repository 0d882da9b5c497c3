"""Prints how long DuckDB takes, on one thread, to load the lines of logs and to count the persons of each practice: `bench.py FILE`.

The median of five passes, after one to warm up. It reads the columns that a tally needs, and neither verifies nor voids.
"""

import sys
import time
from statistics import median

import duckdb

COLUMNS = ("kind", "origin", "edition", "scope", "practice", "class", "hour", "tag")


def load_and_count(path: str) -> float:
    connection = duckdb.connect(config={"threads": 1})
    columns = ", ".join(f"'{name}': 'VARCHAR'" for name in COLUMNS)
    start = time.perf_counter()
    connection.execute(
        "create table votes as select * from "
        f"read_json(?, format = 'newline_delimited', columns = {{{columns}, 'seq': 'BIGINT'}})",
        [path],
    )
    grouped = connection.execute(
        "select edition, practice, scope, count(distinct tag) from votes where kind = 'vote' group by all"
    )
    assert len(grouped.fetchall()) > 0
    return time.perf_counter() - start


times = [load_and_count(sys.argv[1]) for _ in range(6)][1:]
print(f"{'DuckDB: read and grouped':<48} {median(times):>8.3f} s")
