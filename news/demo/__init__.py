"""News in the demo content: sections, articles, work in progress, and the front page that shows them.

``manage.py load_demo`` imports this module; importing it registers the loaders.
"""

from __future__ import annotations

from portal.demo.registry import DemoLoader, demo_loaders

from . import desk, front_page, load, sections

for _loader in (
    DemoLoader("sections", 40, sections.make_sections),
    DemoLoader("features", 60, load.load_features),
    DemoLoader("articles", 70, load.load_articles),
    DemoLoader("desk", 80, desk.make_work_in_progress),
    DemoLoader("front page", 90, front_page.arrange),
):
    demo_loaders.register(_loader)
