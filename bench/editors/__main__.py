"""Run it, print what happened, and fail when a promise was broken."""

import argparse
import statistics
import tempfile
import threading
from collections.abc import Sequence
from pathlib import Path

from bench.editors.browser import Browser
from bench.editors.editor import Day, Editor
from bench.editors.ledger import Ledger
from bench.editors.newsroom import CODE, Findings, Newsroom
from bench.editors.tally import Shift, Tally, Waiting
from tools.postgres import temporary_server
from tools.project import run_as_command, say

ACTIONS, PER_MINUTE, SECONDS = 600, 600, 180


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--actions", type=int, default=ACTIONS, help="how many actions in all")
    parser.add_argument("--per-minute", type=int, default=PER_MINUTE, help="how many are begun in a minute")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="portal-editors-") as folder, temporary_server() as database:
        room = Newsroom(Path(folder), database)
        say("Chuẩn bị toà soạn trên PostgreSQL…")
        staff = room.make()
        day = Day(Shift(options.actions, options.per_minute, len(staff), SECONDS), Ledger(), Tally(), Waiting())
        with room.at_work():
            editors = [Editor(person, Browser(room.url, day.tally.answered), day) for person in staff]
            for editor in editors:
                editor.browser.sign_in(editor.person.name, room.password, CODE)
            say(f"{len(editors)} người bắt đầu làm việc…")
            day.shift.begin()
            threads = [threading.Thread(target=editor.work) for editor in editors]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            backlog = room.backlog()
            left = room.drained()
        print(room.tracebacks())
        return 0 if report(day, room.find(), backlog, left) else 1


def report(day: Day, found: Findings, backlog: int, left: int) -> bool:
    """A table, and whether all promises were kept."""
    tally, counts = day.tally, day.tally.counts
    lost = day.ledger.lost(found.newest)
    rate = counts["actions"] / max(day.shift.minutes, 0.01)
    print(f"{'actions a minute':<32}{rate:>8.0f}")
    for name, count in sorted(counts.items(), key=lambda item: (item[0] != "actions", item[0])):
        print(f"{name:<32}{count:>8}")
    print(f"{'words accepted':<32}{len(day.ledger.words()):>8}")
    print(f"{'live at the end':<32}{found.live:>8}")
    print(f"{'effects carried out':<32}{found.effects_done:>8}")
    print(f"{'effects due at the end':<32}{backlog:>8}")
    print()
    print(f"{'answers':<32}{'count':>8}{'p50 ms':>8}{'p95 ms':>8}")
    for what, seconds in sorted(tally.seconds.items()):
        print(f"{what:<32}{len(seconds):>8}{1000 * _share(seconds, 50):>8.0f}{1000 * _share(seconds, 95):>8.0f}")
    print()
    for reason, count in tally.reasons.most_common():
        print(f"refused {count} ×: {reason}")
    for problem in tally.problems:
        print(f"! {problem}")
    for page, words in lost.items():
        print(f"! lost on page {page}: {', '.join(sorted(words))}")
    promises = {
        "words lost without a word": sum(map(len, lost.values())),
        "typed words thrown away": counts["typed words thrown away"],
        "no answer to a form": counts["no answer"],
        "errors of the server": counts["server errors"],
        "deadlocks": found.deadlocks,
        "live without an approval": len(found.violations),
        "effects given up": found.effects_given_up,
        "effects not carried out in time": left,
    }
    print()
    for name, count in promises.items():
        print(f"{name:<32}{count:>8} (promised 0)")
    return not any(promises.values())


def _share(seconds: Sequence[float], percent: int) -> float:
    return statistics.quantiles(seconds, n=100)[percent - 1] if len(seconds) > 1 else seconds[0]


if __name__ == "__main__":
    run_as_command(main)
