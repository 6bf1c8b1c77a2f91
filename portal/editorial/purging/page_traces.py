"""What stands beside a page: old addresses, what was taken down, forms that were open."""

from collections.abc import Callable

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, Q, QuerySet
from django.utils.translation import gettext_lazy as _
from taggit.models import Tag
from wagtail.admin.models import EditingSession, FormState
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from portal.editorial.purging.registry import Doomed, Trace
from portal.editorial.take_down.models import FormerAddress, TakenDown
from portal.redirects.addresses import address_of, default_site
from portal.redirects.models import MovedTree


def deleting(rows: QuerySet[Model]) -> Callable[[], int]:
    """Deletes what ``rows`` are now, by their numbers: what they are found by may be gone by then."""
    model, numbers = rows.model, list(rows.values_list("pk", flat=True))

    def delete() -> int:
        model._default_manager.filter(pk__in=numbers).delete()
        return len(numbers)

    return delete


def _old_addresses(doomed: Doomed) -> Callable[[], int]:
    """Those that lead to the pages, and what once stood at an address of theirs."""
    site = default_site()
    moved = MovedTree.objects.filter(page__in=doomed.ids)
    leading = Redirect.objects.filter(redirect_page__in=doomed.ids)
    own = {address_of(page.url_path, site) for page in doomed.pages}
    doomed.add_names([*own, *moved.values_list("old_path", flat=True), *leading.values_list("old_path", flat=True)])
    addressed = Redirect.objects.filter(Q(pk__in=leading.values("pk")) | Q(old_path__in=own) | Q(redirect_link__in=own))
    removals = [deleting(addressed), deleting(moved)]
    return lambda: sum(remove() for remove in removals)


def _taken_down(doomed: Doomed) -> Callable[[], int]:
    """That it was there once is no longer said at its address either: it answers as one that never was."""
    records = TakenDown.objects.filter(page_number__in=doomed.ids)
    doomed.add_names(records.values_list("title", flat=True))
    doomed.add_names(FormerAddress.objects.filter(taken_down__in=records).values_list("path", flat=True))

    def remove() -> int:
        gone = TakenDown.objects.filter(page_number__in=doomed.ids)  # those that the deletion itself wrote, too
        count = gone.count()
        gone.delete()
        return count

    return remove


def _open_forms(doomed: Doomed) -> Callable[[], int]:
    kinds = ContentType.objects.get_for_models(Page, *map(type, doomed.pages), for_concrete_models=False).values()
    numbers = [str(number) for number in doomed.ids]
    of_them = {"content_type__in": list(kinds), "object_id__in": numbers}
    removals = [deleting(model.objects.filter(**of_them)) for model in (FormState, EditingSession)]
    return lambda: sum(remove() for remove in removals)


def _tags(doomed: Doomed) -> Callable[[], int]:
    """Words that only these pages bore."""
    managers = [page.tags for page in doomed.pages if hasattr(page, "tags")]
    numbers = [tag.pk for manager in managers for tag in manager.all()]

    def remove() -> int:
        count = 0
        for tag in Tag.objects.filter(pk__in=numbers):
            if not any(
                related.related_model._base_manager.filter(**{related.field.name: tag}).exists()
                for related in Tag._meta.related_objects
            ):
                tag.delete()
                count += 1
        return count

    return remove


TRACES = (
    Trace("addresses", _("old addresses"), _old_addresses),
    Trace("taken_down", _("records of taking down"), _taken_down),
    Trace("forms", _("forms that were open"), _open_forms),
    Trace("tags", _("tags that nothing else bears"), _tags),
)
