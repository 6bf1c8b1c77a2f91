"""``python -m bench.search_index``: what rebuilding the index and one search cost, beside the barest of the same.

Rebuilding: rows of the database into a new index, against a bare ``_bulk`` of the same ready-made JSON, in one run and
in turn. Searching: our own CPU for one request; Elasticsearch's time is measured by ``bench.search_requests``. Needs
ELASTICSEARCH_URL; tables of its own in a database of its own, indices under a name of its own.
"""

import argparse
import itertools
import json
import os
import statistics
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Sequence
from pathlib import Path

#: What is promised.
SHARE_OF_BARE, MOST_MEGABYTES = 0.4, 300
_BULK_LINES = 1000
_NDJSON = {"content-type": "application/x-ndjson", "accept": "application/json"}
_QUERIES = (
    "sinh hoạt chi bộ", "nghị quyết đại hội", "10-CT/TW", "đảng viên mới", "xây dựng nông thôn mới ở thôn",
    "kế hoạch kiểm tra giám sát năm nay", "cải cách hành chính", "hội nghị cán bộ toàn xã",
)  # fmt: skip


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--folder", type=Path, default=Path("var/bench/search"))
    parser.add_argument("--fill", action="store_true", help="only make the rows")
    options = parser.parse_args(arguments)
    _prepare(options.folder.resolve())
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)
    if options.fill:
        _fill(options.entries)
        return 0
    # In a process of its own: what the texts are drawn from would be counted as the rebuild's memory.
    own = ["--fill", "--entries", str(options.entries), "--folder", str(options.folder)]
    subprocess.run([sys.executable, "-m", "bench.search_index", *own], check=True)
    try:
        kept = _rebuilding(options.folder.resolve(), options.entries, options.rounds)
        _searching()
        return 0 if kept else 1
    finally:
        _remove_indices()


def _prepare(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.dev")
    os.environ["PORTAL_VAR_DIR"] = str(folder)
    os.environ["DATABASE_URL"] = f"sqlite:///{folder / 'bench.sqlite3'}"
    os.environ["ELASTICSEARCH_PREFIX"] = f"bench-{uuid.uuid4().hex[:8]}"
    import django

    django.setup()


def _fill(count: int) -> None:
    """Rows with invented texts, of which a part has files."""
    from django.db import transaction

    from bench.search_pages import pages
    from bench.search_texts import Texts
    from search.models import StoredEntry
    from tests.search.factories import store

    if StoredEntry.objects.count() == count:
        return
    StoredEntry.objects.all().delete()
    entries = pages(Texts.invented(), count)
    while some := list(itertools.islice(entries, 500)):
        with transaction.atomic():
            store(*some)


def _rebuilding(folder: Path, count: int, rounds: int) -> bool:
    from search.index.rebuilding import rebuild
    from search.language.learning import learn

    ready = folder / "ready.ndjson"
    bare, ours = [], []
    before = _peak_megabytes(anew=True)
    ours.append(_seconds(lambda: rebuild(afresh=True)))
    learning = _seconds(learn)
    grown = _peak_megabytes()  # what is measured beside it comes later
    print(f"{'learning syllables':<28}{count / learning:>10.0f} entries/s")
    _write_ready(ready)
    bare.append(_seconds(lambda: _bare(ready)))
    for _ in range(rounds - 1):
        ours.append(_seconds(lambda: rebuild(afresh=True)))
        bare.append(_seconds(lambda: _bare(ready)))
    rates = {"bare _bulk": count / statistics.median(bare), "rebuild": count / statistics.median(ours)}
    for name, rate in rates.items():
        print(f"{name:<28}{rate:>10.0f} entries/s", flush=True)
    share = rates["rebuild"] / rates["bare _bulk"]
    print(f"rebuild / bare _bulk = {share:.2f} (promised ≥ {SHARE_OF_BARE})")
    print(f"memory of the process: {grown:.0f} MB, {before:.0f} before (promised ≤ {MOST_MEGABYTES})")
    return share >= SHARE_OF_BARE and grown <= MOST_MEGABYTES


def _write_ready(path: Path) -> None:
    from search.index.writing import batches, index_actions
    from search.models import StoredEntry

    numbers = list(StoredEntry.objects.order_by("pk").values_list("pk", flat=True))
    with path.open("w") as lines:
        for batch in batches(index_actions(numbers)):
            for action in batch:
                lines.write(json.dumps({"index": {"_id": action["_id"]}}) + "\n")
                lines.write(json.dumps(action["_source"], ensure_ascii=False, separators=(",", ":")) + "\n")


def _bare(ready: Path) -> None:
    """What is ready is sent, one request after the other, into an index like ours."""
    from search.index.definition import definition
    from search.index.names import alias
    from search.index.writing import patient_client

    server = patient_client()
    name = f"{alias()}-bare"
    server.options(ignore_status=404).indices.delete(index=name)
    server.indices.create(index=name, **definition(refresh=False))
    with ready.open("rb") as lines:
        while some := [line for _, line in zip(range(_BULK_LINES), lines, strict=False)]:
            server.perform_request("POST", f"/{name}/_bulk", headers=_NDJSON, body=b"".join(some))
    server.indices.refresh(index=name)


def _searching() -> None:
    """Warm, and the median of many: our own CPU."""
    from search.engines.elastic.engine import ElasticEngine
    from search.language.statistics import learned_from
    from search.models import StoredEntry
    from tests.search.factories import asked

    known = learned_from(StoredEntry.objects.values_list("body", flat=True)[:2000])
    engine, cpu = ElasticEngine(), []
    for _ in range(25):
        for query in _QUERIES:
            began = time.process_time()
            engine.search(asked(query, known))
            cpu.append(time.process_time() - began)
    print(f"our CPU for one search: {1000 * statistics.median(cpu):.2f} ms")


def _remove_indices() -> None:
    from search.index.names import alias
    from search.index.writing import patient_client

    server = patient_client()
    for name in server.indices.get(index=f"{alias()}-*").body:
        server.indices.delete(index=name)


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _peak_megabytes(*, anew: bool = False) -> float:
    """The most memory that this process had; ``anew``: from now on."""
    if anew:
        Path("/proc/self/clear_refs").write_text("5")
    status = Path("/proc/self/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1]) / 1024


if __name__ == "__main__":
    sys.exit(main())
