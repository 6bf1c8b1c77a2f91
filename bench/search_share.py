"""``python -m bench.search_share``: what a search costs this process, beside a section's page of the same site.

Demo content in tables of its own and an index under a name of its own; both pages are asked in turn, by a client inside
the process, so that Elasticsearch's own time is in neither. How many entries there are makes no difference to either: a
search reads the twenty that are shown. Needs ELASTICSEARCH_URL.
"""

import argparse
import cProfile
import os
import pstats
import statistics
import sys
import time
import uuid
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

#: What is promised: our CPU for a search against that for a section's page, and its queries.
TIMES_SECTION, MOST_QUERIES = 1.5, 6
_WARM_UP = 3
_QUERIES = (
    "sinh hoạt chi bộ", "nghị quyết đại hội", "10-CT/TW", "dang vien moi", "xây dựng nông thôn mới ở xã",
    "kế hoạch kiểm tra giám sát năm nay", "cải cách hành chính", "hội nghị cán bộ toàn xã", "lễ hội",
    "làm thế nào để được kết nạp đảng", "phòng chống thiên tai và tìm kiếm cứu nạn trên địa bàn",
)  # fmt: skip


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--folder", type=Path, default=Path("var/bench/search-share"))
    parser.add_argument("--profile", action="store_true", help="also where the time of a search goes")
    options = parser.parse_args(arguments)
    _prepare(options.folder.resolve(), options.articles)
    try:
        return 0 if _measured(options.rounds, profile=options.profile) else 1
    finally:
        _remove_indices()


def _prepare(folder: Path, articles: int) -> None:
    """The site, made once, and an index of it."""
    folder.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.dev")
    os.environ["PORTAL_VAR_DIR"] = str(folder)
    os.environ["DATABASE_URL"] = f"sqlite:///{folder / f'{articles}.sqlite3'}"
    os.environ["ELASTICSEARCH_PREFIX"] = f"share-{uuid.uuid4().hex[:8]}"
    os.environ["DEBUG"] = "false"
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)
    from news.models import Article

    if not Article.objects.exists():
        call_command("load_demo", articles=articles, verbosity=0)
    for verb in ("sync", "rebuild"):
        call_command("search_index", verb)


def _measured(rounds: int, *, profile: bool) -> bool:
    from django.db import connection
    from django.test import Client

    from news.models import Section
    from portal.access.tokens import Tokens

    client = Client(SERVER_NAME="127.0.0.1")
    sections = Section.objects.visible_to(Tokens())
    section = max(sections, key=lambda one: one.articles(Tokens()).count()).get_url()
    searches = [f"/tim-kiem/?{urlencode({'q': query})}" for query in _QUERIES]

    def ask(address: str) -> float:
        began = time.process_time()
        answer = client.get(address)
        spent = (time.process_time() - began) * 1000
        if answer.status_code != 200:
            raise RuntimeError(f"{address}: {answer.status_code}")
        return spent

    for _ in range(_WARM_UP):
        for address in (section, *searches):
            ask(address)
    queries: list[str] = []

    def noted(execute: Any, sql: str, *more: Any) -> Any:
        queries.append(sql)
        return execute(sql, *more)

    with connection.execute_wrapper(noted):
        ask(searches[0])
    taken: dict[str, list[float]] = {"section": [], "search": []}
    for _ in range(rounds):
        for address in searches:
            taken["section"].append(ask(section))
            taken["search"].append(ask(address))
    if profile:
        _print_profile(lambda: [ask(address) for address in searches])
    cpu = {name: statistics.median(times) for name, times in taken.items()}
    ratio = cpu["search"] / cpu["section"]
    print(f"section {cpu['section']:.1f} ms, search {cpu['search']:.1f} ms of our CPU, {len(queries)} queries")
    print(f"search / section = {ratio:.2f} (promised ≤ {TIMES_SECTION})")
    return ratio <= TIMES_SECTION and len(queries) <= MOST_QUERIES


def _print_profile(work: Callable[[], object]) -> None:
    profile = cProfile.Profile()
    profile.runcall(work)
    pstats.Stats(profile).sort_stats("cumulative").print_stats("wt|portal|search|news|elastic", 40)


def _remove_indices() -> None:
    from search.index.names import alias
    from search.index.writing import patient_client

    server = patient_client()
    for name in server.indices.get(index=f"{alias()}-*").body:
        server.indices.delete(index=name)


if __name__ == "__main__":
    sys.exit(main())
