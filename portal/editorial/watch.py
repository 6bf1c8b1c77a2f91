"""The daily look for what is live without an approval: written past the models, or missed by the rule."""

from datetime import timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.editorial.guard import violations
from portal.registry import PartlyDone, ScheduledJob

#: What staff see at once; ``manage.py four_eyes`` lists all.
SHOWN = 20


def lines() -> list[str]:
    said = _("“%(title)s” (page %(id)d) is live, but nobody approved this text.")
    return [said % {"title": page.title, "id": page.pk} for page in violations()]


def look() -> str:
    """One line if all is well.

    Raises:
        PartlyDone: there are live pages without an approval; staff see them until they are mended.
    """
    found = lines()
    if found:
        raise PartlyDone(_("%(count)d live pages have no approval.") % {"count": len(found)}, found[:SHOWN])
    return _("Every live page has its approval.")


JOB = ScheduledJob("four_eyes", gettext_lazy("Approval of what is live"), timedelta(days=1), look)
