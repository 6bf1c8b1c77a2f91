"""Pages as entries are made of them."""

from tests.documents.conftest import clerk, directive_2002, directive_2007, guidance_2012, register  # noqa: F401  fixtures
