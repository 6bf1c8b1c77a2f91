"""The channels of this app: files, restricted pictures, redirects; and Wagtail's admin, part by part."""

from collections.abc import Iterable
from itertools import islice

from django.urls import reverse

from portal.access.channels import Channel, Planted, Probe, Shows, channels
from portal.access.media import file_url

ADMIN = "quan-tri/"

# What Wagtail's admin consists of, by the first step of its addresses.
ADMIN_PARTS: dict[str, tuple[str, ...]] = {
    "pages": ("pages/", "choose-page/", "bulk/", "workflows/", "editing-sessions/", "block-preview/"),
    "media": ("images/", "documents/", "embeds/", "collections/"),
    "reports": ("reports/",),
    "choosers": ("choose-external-link/", "choose-email-link/", "choose-phone-link/", "choose-anchor-link/"),
    "snippets": ("snippets/", "settings/", "redirects/", "forms/", "sites/", "searchpicks/", "organisations/"),
    "people": ("users/", "groups/", "account/", "invitations/"),
    "tools": ("tag-autocomplete/", "api/", "dismissibles/", "jsi18n/", "sprite/", "icons/", "styleguide/"),
}


def _file_probes(planted: Planted) -> Iterable[Probe]:
    for file in planted.files:
        yield Probe(file_url(file))
        yield Probe(reverse("access_file", args=[file.pk, file.filename]))


def _link_probes(planted: Planted) -> Iterable[Probe]:
    return [Probe(reverse("access_page", args=[page.pk])) for page in islice(planted.pages, 20)]


def _redirect_probes(planted: Planted) -> Iterable[Probe]:
    from wagtail.contrib.redirects.models import Redirect

    from portal.redirects.models import MovedTree

    for model in (Redirect, MovedTree):
        for old_path in model.objects.values_list("old_path", flat=True):
            yield Probe(f"{old_path}/")


def _rendition_probes(planted: Planted) -> Iterable[Probe]:
    for picture in planted.pictures:
        for rendition in picture.renditions.all():
            yield Probe(rendition.url)


def _admin_probes(planted: Planted) -> Iterable[Probe]:
    """A few of each kind: whoever is not staff gets the same answer for all."""
    yield Probe(reverse("wagtailadmin_home"))
    yield Probe(reverse("wagtailadmin_explore_root"))
    for page in islice(planted.pages, 4):
        yield Probe(reverse("wagtailadmin_pages:edit", args=[page.pk]))
        yield Probe(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))
    for picture in islice(planted.pictures, 2):
        yield Probe(reverse("wagtailimages:edit", args=[picture.pk]))
        yield Probe(reverse("wagtailimages:preview", args=[picture.pk, "width-40"]))
    for file in islice(planted.files, 2):
        yield Probe(reverse("wagtaildocs:edit", args=[file.pk]))


def register() -> None:
    """Called when the app is ready."""
    for channel in (
        Channel(
            name="file",
            description="A file for download, by the level of its collection.",
            shows=Shows.WHAT_THE_VISITOR_MAY_SEE,
            url_names=frozenset({"access_file"}),
            probes=_file_probes,
        ),
        Channel(
            name="link",
            description="A page by its number, where a text links to a page that not all its readers may open.",
            shows=Shows.WHAT_THE_VISITOR_MAY_SEE,
            url_names=frozenset({"access_page"}),
            probes=_link_probes,
        ),
        Channel(
            name="restricted picture",
            description="A size of a picture whose collection is restricted.",
            shows=Shows.WHAT_THE_VISITOR_MAY_SEE,
            url_names=frozenset({"access_rendition"}),
            probes=_rendition_probes,
        ),
        Channel(
            name="redirect",
            description="An address that a page had before, or that staff led elsewhere: answered instead of a 404.",
            shows=Shows.WHAT_THE_VISITOR_MAY_SEE,
            probes=_redirect_probes,
        ),
        Channel(
            name="admin.home",
            description="The admin's first page, its error pages, and the answer to unknown addresses below it.",
            shows=Shows.STAFF_ALL,
            url_names=frozenset({"wagtailadmin_home", "wagtailadmin_error_test"}),
            routes=frozenset({ADMIN, f"{ADMIN}.*/"}),
            route_prefixes=(f"{ADMIN}test404/",),
            probes=_admin_probes,
        ),
        *(
            Channel(
                name=f"admin.{part}",
                description=f"The admin: {', '.join(prefixes)}",
                shows=Shows.STAFF_ALL,
                route_prefixes=tuple(f"{ADMIN}{prefix}" for prefix in prefixes),
            )
            for part, prefixes in ADMIN_PARTS.items()
        ),
    ):
        channels.register(channel)
