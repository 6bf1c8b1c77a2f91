"""A pytest plugin: ``--database-only`` keeps the tests that touch the database."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--database-only", action="store_true", help="run only the tests that touch the database")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.getoption("--database-only"):
        return
    kept = [item for item in items if touches_database(item)]
    config.hook.pytest_deselected(items=[item for item in items if item not in set(kept)])
    items[:] = kept


def touches_database(item: pytest.Item) -> bool:
    """Marked so, or one of its fixtures (their own needs included) opens the database."""
    return item.get_closest_marker("django_db") is not None or "db" in getattr(item, "fixturenames", ())
