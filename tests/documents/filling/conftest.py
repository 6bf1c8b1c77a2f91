"""People of the office."""

from tests.documents.files.conftest import lanhdao, vanthu  # noqa: F401  fixtures
