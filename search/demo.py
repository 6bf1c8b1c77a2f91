"""The demo's pages are found as soon as it is loaded, without a worker."""

from __future__ import annotations

from portal.demo.registry import DemoLoader, DemoRun, demo_loaders
from search.indexing.comparing import difference
from search.indexing.syncing import catch_up, mend
from search.language.learning import forget_known, learn
from search.related.keeping import relate_all


def enter_all(run: DemoRun) -> None:
    """Enter what is not entered, most of which was written past all signals, and learn its syllables."""
    changed = mend(difference(), lambda done, total: run.progress("mục tìm kiếm", done, total))
    catch_up()
    if changed:
        learn()
        forget_known()
    relate_all()


demo_loaders.register(DemoLoader("search entries", 99, enter_all))
