"""The row of newest documents on the demo's front page, unless staff put one there already."""

from __future__ import annotations

from documents.models import DocumentRegister
from portal.demo.accounts import demo_user
from portal.demo.publishing import publish
from portal.demo.registry import DemoRun
from portal.models import HomePage

#: After the lead row and the notices.
PLACE, COUNT = 2, 6
TITLE = "Văn bản mới"


def arrange(run: DemoRun) -> None:
    home = HomePage.objects.order_by("path").first()
    register = DocumentRegister.objects.first()
    if home is None or register is None or not len(home.body):
        return
    if any(block.block_type == "documents" for block in home.body):
        return
    home.body.insert(PLACE, ("documents", {"title": TITLE, "page": register, "count": COUNT}))
    publish(home, when=home.last_published_at, by=demo_user("truongban"))
