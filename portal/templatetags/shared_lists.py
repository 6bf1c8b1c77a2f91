"""Lists that many pages share, from the registry of fragments: a page and the fragment's own address agree."""

from django import template

from portal.cards import Card
from portal.registry import fragments

register = template.Library()


@register.simple_tag(takes_context=True)
def shared_cards(context: template.Context, name: str) -> list[Card]:
    """The cards of the fragment ``name``, public content alone; none where no app offers it."""
    found = fragments.get(name)
    return found.cards(context["request"]) if found else []
