"""Two versions say their moments in Viet Nam's time, not as the database does."""

from datetime import UTC, datetime

import pytest
from wagtail.admin.panels import FieldPanel

from news.models import Article, Correction

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 9, 12, 5, 0, tzinfo=UTC)


def compared(model, field, **values):
    panel = FieldPanel(field).bind_to_model(model)
    return panel.get_comparison_class()(panel.db_field, *(model(**{field: value}) for value in values.values()))


def test_a_moment_is_said_in_viet_nams_time():
    said = str(compared(Article, "updated_on", before=None, after=NOON).htmldiff())
    assert "12:00" in said
    assert "12/09/2026" in said
    assert "+00:00" not in said


def test_so_is_one_of_a_correction_that_was_added():
    said = str(compared(Correction, "noted_on", before=NOON, after=NOON).htmldiff())
    assert "2026-09-12" not in said
