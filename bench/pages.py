"""``make bench``: what pages cost at a hundred and at ten thousand articles, beside the barest Wagtail page.

All servers run at once and are asked in turn, round by round, so that a noisy neighbour hits all of them alike; the
figures are medians of the rounds. Ratios are what counts: seconds differ from machine to machine.
"""

import argparse
import os
import statistics
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path

from bench.server import Measured, MeasuredSite
from tools.project import ROOT, say, var_dir

SIZES = (100, 10_000)
ROUNDS = 5
WARM_UP = 20
PAGES = {
    "home": "homepage",
    "section": "section",
    "article": "article_plain",
    "rich article": "article",
    "older": "older",
}

BAREST = "barest Wagtail page"
#: What is promised: answers a second at the larger size against the smaller, an article's CPU against the barest's.
SAME_SPEED, TIMES_BAREST = 0.8, 4

Target = tuple[MeasuredSite, str]


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--requests", type=int, default=60, help="answers a round and page")
    options = parser.parse_args(arguments)
    base = Path(os.environ.get("BENCH_DIR") or var_dir() / "bench")
    bare = make_bare(base / "bare")
    sites = {size: make_portal(base / str(size), size) for size in SIZES}
    targets: dict[str, Target] = {BAREST: (bare, "/bai-viet/")}
    for size, site in sites.items():
        tour = site.tour()
        targets |= {f"{page} at {size:,}": (site, tour[name]) for page, name in PAGES.items()}
    with ExitStack() as stack:
        for site in (bare, *sites.values()):
            stack.enter_context(site)
        kept = report(run(targets, options.requests))
    return 0 if kept else 1


def make_bare(folder: Path) -> MeasuredSite:
    """The barest site in ``folder``, made once and kept."""
    folder.mkdir(parents=True, exist_ok=True)
    site = MeasuredSite(folder, "bench.bare.settings", "django.core.wsgi:get_wsgi_application()")
    subprocess.run([sys.executable, "-m", "bench.bare.make"], cwd=ROOT, env=site.environment, check=True)
    return site


def make_portal(folder: Path, articles: int) -> MeasuredSite:
    """A portal with ``articles`` demo articles in ``folder``, made once and kept."""
    site = MeasuredSite(folder)
    say(f"{articles:,} bài viết trình diễn")
    site.load(articles)
    return site


def run(targets: Mapping[str, Target], requests: int) -> dict[str, list[Measured]]:
    for site, path in targets.values():
        site.measure(path, WARM_UP)
    measured: dict[str, list[Measured]] = {name: [] for name in targets}
    for _ in range(ROUNDS):
        for name, (site, path) in targets.items():
            measured[name].append(site.measure(path, requests))
    return measured


def report(measured: Mapping[str, list[Measured]]) -> bool:
    """A table, and the ratios that are promised; returns whether all of them were kept."""
    rate = {name: statistics.median(item.per_second for item in rounds) for name, rounds in measured.items()}
    cpu = {name: statistics.median(item.cpu_per_answer for item in rounds) for name, rounds in measured.items()}
    print(f"{'page':<28}{'answers/s':>12}{'CPU ms':>10}")
    for name in measured:
        print(f"{name:<28}{rate[name]:>12.1f}{1000 * cpu[name]:>10.2f}")
    few, many = SIZES
    print()
    kept = True
    for page in PAGES:
        ratio = rate[f"{page} at {many:,}"] / rate[f"{page} at {few:,}"]
        kept &= ratio >= SAME_SPEED
        print(f"{page}: answers/s at {many:,} / at {few:,} = {ratio:.2f} (promised ≥ {SAME_SPEED})")
    for name in (f"{page} at {size:,}" for page in PAGES if "article" in page for size in SIZES):
        ratio = cpu[name] / cpu[BAREST]
        kept &= ratio <= TIMES_BAREST
        print(f"{name}: CPU / {BAREST} = {ratio:.2f} (promised ≤ {TIMES_BAREST})")
    return kept


if __name__ == "__main__":
    sys.exit(main())
