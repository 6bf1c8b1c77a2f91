"""Official documents in the demo content: real numbers, dates and bodies, abstracts of our own; some are restricted.

``manage.py load_demo`` imports this module; importing it registers the loaders.
"""

from __future__ import annotations

from portal.demo.registry import DemoLoader, demo_loaders

from . import front_page, load, many, mentions

for _loader in (
    DemoLoader("documents", 50, load.load_documents),
    DemoLoader("many documents", 55, many.load_many),
    DemoLoader("documents on the front page", 95, front_page.arrange),
    DemoLoader("mentions of documents", 98, mentions.read_all),
):
    demo_loaders.register(_loader)
