"""Import of saved pages of old portals.

One road for every format: a reader (``text``, ``html``) makes a :class:`~news.importers.tree.SourcePage`, a flat
list of blocks that know their line; ``furniture`` tells the article from the old site around it; ``fields`` finds
title, dates, people and the rest, each with its line; ``body`` makes the page's blocks; ``services`` writes. The rules
are shapes that Vietnamese news pages share; none names a portal.
"""
