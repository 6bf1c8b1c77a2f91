"""``python -m bench.search_database``: what searches cost in the database engine, the commonest words before all.

On SQLite and, where it is installed, on PostgreSQL: each of the ten commonest words and each pair of them, all facets
counted, results ranked and shown. The time of a search is compared with the promise; its ratio to a search for a rare
word tells on any machine whether a common word costs more than it should.
"""

import argparse
import os
import statistics
import subprocess
import sys
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

from tools import postgres
from tools.project import ROOT, say, var_dir

ENTRIES = 20_000
ROUNDS = 3
#: What is promised of the slowest twentieth, in milliseconds.
PROMISED = 150


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=ENTRIES)
    parser.add_argument("--measure", action="store_true", help="fill and measure the database that is set")
    options = parser.parse_args(arguments)
    if options.measure:
        return measure(options.entries)
    folder = Path(os.environ.get("BENCH_DIR") or var_dir() / "bench") / "search"
    folder.mkdir(parents=True, exist_ok=True)
    kept = [_in_process(f"sqlite:///{folder / f'{options.entries}.sqlite3'}", folder, options.entries)]
    if postgres.programs():
        with postgres.temporary_server() as url:
            kept.append(_in_process(url, folder, options.entries))
    return 0 if all(kept) else 1


def _in_process(url: str, folder: Path, entries: int) -> bool:
    say(url.partition(":")[0])
    environment = {**os.environ, "DATABASE_URL": url, "PORTAL_VAR_DIR": str(folder)}
    environment.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.dev")
    command = [sys.executable, "-m", "bench.search_database", "--measure", "--entries", str(entries)]
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode == 0


def measure(entries: int) -> int:
    """Fill the database where it is empty, and search it."""
    import django

    django.setup()
    from django.core.management import call_command

    from bench import search_entries
    from bench.search_asking import asked

    call_command("migrate", verbosity=0)
    search_entries.fill_once(entries)
    words = search_entries.COMMONEST
    queries = {
        "rare word": search_entries.rare(),
        "common word": list(words),
        "pair of them": [f"{one} {other}" for one, other in combinations(words, 2)],
        "long question": [" ".join(words[start : start + 7] + words[:3] + ("khiên", "ngươ")) for start in range(5)],
    }
    measured = {name: asked(some, ROUNDS) for name, some in queries.items()}
    rare = statistics.median(taken.milliseconds for taken in measured["rare word"])
    kept = True
    print(f"{'':<16}{'searches':>10}{'p50 ms':>10}{'p95 ms':>10}{'CPU ms':>10}{'to rare':>10}")
    for name, taken in measured.items():
        times = sorted(one.milliseconds for one in taken)
        p50, p95 = statistics.median(times), times[int(0.95 * len(times))]
        cpu = statistics.median(one.cpu_milliseconds for one in taken)
        print(f"{name:<16}{len(times):>10}{p50:>10.1f}{p95:>10.1f}{cpu:>10.1f}{p50 / rare:>10.2f}")
        kept &= p95 <= PROMISED
    print(f"p95 at {entries:,} entries: promised ≤ {PROMISED} ms: {'kept' if kept else 'broken'}\n")
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
