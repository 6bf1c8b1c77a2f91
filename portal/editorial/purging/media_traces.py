"""Pictures and files that nothing but the pages used: their rows, and the bytes once it is certain."""

from collections.abc import Callable

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext_lazy as _
from wagtail.models import ModelLogEntry, Page

from portal.editorial.purging.registry import Doomed, Trace
from portal.media_uses import items_of, media_used_by, uses_of


def _media(doomed: Doomed) -> Callable[[], int]:
    used = media_used_by(Page.objects.filter(pk__in=doomed.ids))
    uses = uses_of(used)
    alone = {medium for medium in used if uses.pages[medium] <= set(doomed.ids) and medium not in uses.elsewhere}
    items = items_of(alone).values()
    doomed.add_names(name for item in items for name in (item.title, item.file.name, getattr(item, "filename", "")))
    numbers = [(type(item), str(item.pk)) for item in items]

    def remove() -> int:
        for item in items:
            item.delete()
        for model, number in numbers:
            kind = ContentType.objects.get_for_model(model)
            ModelLogEntry.objects.filter(content_type=kind, object_id=number).delete()
        return len(numbers)

    return remove


TRACES = (Trace("media", _("pictures and files that nothing else uses"), _media),)
