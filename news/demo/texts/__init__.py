"""Vietnamese texts of the demo articles: a small grammar, topics, and articles written by hand."""

from . import (
    features_cells,
    features_commune,
    topics_cell_meetings,
    topics_cell_people,
    topics_committee_events,
    topics_committee_guidance,
    topics_livelihood,
    topics_society,
    topics_unions_and_order,
    topics_village_works,
)
from .grammar import Topic
from .pieces import Feature

TOPICS: tuple[Topic, ...] = (
    *topics_cell_meetings.TOPICS,
    *topics_cell_people.TOPICS,
    *topics_committee_guidance.TOPICS,
    *topics_committee_events.TOPICS,
    *topics_village_works.TOPICS,
    *topics_livelihood.TOPICS,
    *topics_society.TOPICS,
    *topics_unions_and_order.TOPICS,
)
FEATURES: tuple[Feature, ...] = (*features_cells.FEATURES, *features_commune.FEATURES)
