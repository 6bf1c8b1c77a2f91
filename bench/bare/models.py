"""The barest page type."""

from wagtail.fields import RichTextField
from wagtail.models import Page


class BarePage(Page):
    """A title and a text."""

    body = RichTextField()

    template = "bare_page.html"
