"""``python -m bench.search_requests``: Elasticsearch's own time for our searches, beside a plain match of their words.

A server of its own holds pages with the statistics of real Vietnamese. Each query is asked both ways, one after the
other, so that a noisy neighbour hits both; ratios are what counts. Beside the time that the server tells (``took``)
stands the CPU that it used, which neighbours disturb less. ``--parts`` tells what each part of our request costs. The
index is kept between runs as long as its definition stays.
"""

import argparse
import itertools
import os
import statistics
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

#: What is promised of the medians.
TIMES_PLAIN = 4
_WARM_UP, _ROUNDS, _LEARNED = 20, 3, 4_000
_AT_ONCE = 400

Bodies = list[dict[str, Any]]
Way = Callable[[Any], Bodies]


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=100_000)
    parser.add_argument("--queries", type=int, default=220)
    parser.add_argument("--rounds", type=int, default=_ROUNDS)
    parser.add_argument("--like", type=Path, nargs="*", default=[], help="corpora of real texts: JSON lines, .gz")
    parser.add_argument("--parts", action="store_true", help="also what each part of our request costs")
    options = parser.parse_args(arguments)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.dev")
    os.environ["ELASTICSEARCH_PREFIX"] = "requests"
    import django

    django.setup()
    from bench.search_texts import Texts

    texts = Texts.like(*options.like) if options.like else Texts.invented()
    with _server(f"{options.entries}-{'real' if options.like else 'invented'}") as node:
        _fill(node.url, texts, options.entries)
        taken = _asked(node, texts, options)
    return 0 if _told(taken) else 1


@contextmanager
def _server(name: str) -> Iterator[Any]:
    """A node whose data stay between runs."""
    from tools.elasticsearch.node import Node
    from tools.project import var_dir

    folder = Path(os.environ.get("BENCH_DIR") or var_dir() / "bench").resolve() / "search-requests" / name
    folder.mkdir(parents=True, exist_ok=True)
    node = Node(folder, {"discovery.type": "single-node", "transport.port": "0"}, short_lived=False)
    node.start()
    try:
        yield node
    finally:
        node.stop()


def _fill(url: str, texts: Any, count: int) -> None:
    """The pages, where the index is not there or is another's."""
    from elasticsearch import Elasticsearch
    from elasticsearch.helpers import parallel_bulk

    from bench.search_pages import pages
    from search.index.definition import definition, fingerprint
    from search.index.documents import document_of
    from search.index.names import alias

    server = Elasticsearch(url, request_timeout=120)
    name = f"{alias()}-{fingerprint()}"
    if server.indices.exists(index=name):
        if server.count(index=name)["count"] == count:
            return
        server.indices.delete(index=name)
    server.indices.create(index=name, **definition(refresh=False))
    actions = ({"_index": name, "_id": one.key, "_source": document_of(one)} for one in pages(texts, count))
    for done, _answer in enumerate(parallel_bulk(server, actions, thread_count=2, chunk_size=_AT_ONCE)):
        if done % 10_000 == 0:
            print(f"{done:,} pages", flush=True)
    server.indices.refresh(index=name)
    for old in server.indices.get(index=f"{alias()}-*").body:
        if old != name:
            server.indices.delete(index=old)
    server.indices.update_aliases(actions=[{"add": {"index": name, "alias": alias()}}])


@dataclass
class _Taken:
    """Milliseconds for each query, the least of the rounds: a neighbour only ever adds."""

    told: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)


def _asked(node: Any, texts: Any, options: argparse.Namespace) -> dict[str, _Taken]:
    """What each way took."""
    from elasticsearch import Elasticsearch

    from bench.search_pages import pages, queries
    from search.index.names import alias
    from search.language.statistics import learned_from
    from tests.search.factories import asked

    known = learned_from(one.words for one in itertools.islice(pages(texts, options.entries), _LEARNED))
    requests = [asked(query, known) for query in queries(texts, options.queries)]
    server = Elasticsearch(node.url, request_timeout=120)
    ways = {**_WAYS, **(_PARTS if options.parts else {})}

    def ask(way: Way, request: Any) -> tuple[float, float]:
        bodies = way(request)
        before = _cpu_of(node.pid)
        if len(bodies) == 1:
            body = {"from_" if name == "from" else name: value for name, value in bodies[0].items()}
            told = server.search(index=alias(), request_cache=False, **body)["took"]
        else:
            header = {"index": alias(), "request_cache": False}
            lines = [line for body in bodies for line in (header, body)]
            told = server.msearch(searches=lines)["took"]
        return told, _cpu_of(node.pid) - before

    for request in requests[:_WARM_UP]:
        for way in ways.values():
            ask(way, request)
    each: dict[str, list[list[tuple[float, float]]]] = {name: [[] for _ in requests] for name in ways}
    for _ in range(options.rounds):
        for number, request in enumerate(requests):
            for name, way in ways.items():
                each[name][number].append(ask(way, request))
    return {
        name: _Taken(
            [min(told for told, _ in rounds) for rounds in all_], [min(cpu for _, cpu in rounds) for rounds in all_]
        )
        for name, all_ in each.items()
    }


def _cpu_of(pid: int) -> float:
    """Milliseconds that all threads of a process have had, and those that ended meanwhile not."""
    spent = 0
    for thread in Path(f"/proc/{pid}/task").iterdir():
        try:
            spent += int((thread / "schedstat").read_text().split()[0])
        except OSError:
            continue
    return spent / 1e6


def _plain(request: Any) -> Bodies:
    query = " ".join(request.query.typed.words)
    return [{"query": {"multi_match": {"query": query, "fields": ["title", "words"]}}, "size": 20}]


def _ours(request: Any) -> Bodies:
    from search.engines.elastic.requests import counting_body, search_body

    return [search_body(request), counting_body(request)]


def _best(request: Any) -> Bodies:
    return _ours(request)[:1]


def _unmarked(request: Any) -> Bodies:
    body = _best(request)[0]
    del body["highlight"]
    return [body]


def _ranking(request: Any) -> Bodies:
    from search.engines.elastic.requests import ranking_body

    return [ranking_body(request) | {"size": 20, "track_total_hits": False}]


def _counts(request: Any) -> Bodies:
    return _ours(request)[1:]


def _counts_of(*facets: str) -> Way:
    def bodies(request: Any) -> Bodies:
        body = _counts(request)[0]
        kept = {name: asked for name, asked in body.pop("aggs").items() if name in facets}
        return [body | ({"aggs": kept} if kept else {})]

    return bodies


_PLAIN, _OURS = "plain match", "ours"
_WAYS: dict[str, Way] = {_PLAIN: _plain, _OURS: _ours}
_PARTS: dict[str, Way] = {
    "the best, marked": _best,
    "without marks": _unmarked,
    "ranking alone": _ranking,
    "counts": _counts,
    "number of hits": _counts_of(),
    **{
        f"and by {name}": _counts_of(name) for name in ("kind", "section", "issuer", "field", "year", "status", "level")
    },
}


def _told(taken: dict[str, _Taken]) -> bool:
    """A table; whether the promise was kept."""

    def percentile(times: Sequence[float], share: float) -> float:
        return sorted(times)[int(share * len(times))]

    def times_plain(name: str, what: Callable[[_Taken], Sequence[float]], share: float) -> float:
        return percentile(what(taken[name]), share) / max(percentile(what(taken[_PLAIN]), share), 0.1)

    print(f"{'':<20}{'p50 ms':>9}{'p95 ms':>9}{'/ plain':>9}{'p95':>7}{'CPU ms':>9}{'/ plain':>9}{'p95':>7}")
    for name, one in taken.items():
        row = [percentile(one.told, 0.5), percentile(one.told, 0.95)]
        row += [times_plain(name, lambda each: each.told, share) for share in (0.5, 0.95)]
        row += [statistics.median(one.cpu)]
        row += [times_plain(name, lambda each: each.cpu, share) for share in (0.5, 0.95)]
        print("{:<20}{:>9.1f}{:>9.1f}{:>9.2f}{:>7.2f}{:>9.2f}{:>9.2f}{:>7.2f}".format(name, *row))
    ratio = times_plain(_OURS, lambda each: each.told, 0.5)
    print(f"ours / plain = {ratio:.2f} (promised ≤ {TIMES_PLAIN})")
    return ratio <= TIMES_PLAIN


if __name__ == "__main__":
    sys.exit(main())
