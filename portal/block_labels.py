"""Labels of blocks begin with a capital letter, as those of all other fields do.

Django capitalises the name of a field where a form shows it; Wagtail shows the label of a block as it stands. Names in
code are in lower case for both, so blocks get the capital when they are made. To be imported before the first of them.
"""

from typing import Any

from django.utils.text import capfirst
from wagtail.blocks import Block

_wagtails = Block.__init__


def _with_capital(block: Block, **kwargs: Any) -> None:
    _wagtails(block, **kwargs)
    block.label = capfirst(block.label)


Block.__init__ = _with_capital
