"""Pages to import: invented, in the shapes of many portals."""

from collections.abc import Callable
from pathlib import Path

import pytest

from news.importers.fields import Reading
from news.importers.reading import read_article, read_bytes

FIXTURES = Path(__file__).parent / "fixtures"


@pytest.fixture
def fixtures() -> Path:
    return FIXTURES


@pytest.fixture
def read() -> Callable[[str], Reading]:
    """Read a page of ``fixtures`` by name."""
    return lambda name: read_article(FIXTURES / name, read_bytes(FIXTURES / name))


@pytest.fixture
def read_text(tmp_path: Path) -> Callable[..., Reading]:
    """Read a page given as text."""

    def reader(text: str, name: str = "trang.txt") -> Reading:
        return read_article(tmp_path / name, text.encode())

    return reader
