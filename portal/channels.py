"""The site's own channels: the page tree, pictures, fragments, and the files that machines read."""

from collections.abc import Iterable
from itertools import islice

from django.conf import settings
from django.urls import reverse

from portal.access.channels import Channel, Planted, Probe, Shows, channels
from portal.registry import fragments


def probes_of_pages(channel: str, *below: str) -> "PageProbes":
    """Probes at the addresses, and the addresses ``below`` them, of planted pages that leave by ``channel``."""
    return PageProbes(channel, below)


class PageProbes:
    """See ``probes_of_pages``."""

    def __init__(self, channel: str, below: tuple[str, ...]) -> None:
        self.channel = channel
        self.below = below

    def __call__(self, planted: Planted) -> Iterable[Probe]:
        for page in planted.pages:
            if page.specific_class.access_channel != self.channel:
                continue
            url = page.get_url()
            yield Probe(url)
            for path in self.below:
                yield Probe(url + path)


def _page_probes(planted: Planted) -> Iterable[Probe]:
    yield Probe("/khong-co-trang-nay/")
    yield Probe("/?page=2")
    yield from probes_of_pages("page")(planted)


def _picture_probes(planted: Planted) -> Iterable[Probe]:
    from portal.pictures import picture_url, size_of

    for picture in planted.pictures:
        yield Probe(picture_url(picture, size_of(picture, 40)))
        yield Probe(picture_url(picture, size_of(picture, 40, "1x1", "webp")))


def _public_media_probes(planted: Planted) -> Iterable[Probe]:
    for picture in planted.pictures:
        for rendition in picture.renditions.all():
            yield Probe(settings.MEDIA_URL + rendition.file.name)
        yield Probe(settings.MEDIA_URL + picture.file.name)
    for file in planted.files:
        yield Probe(settings.MEDIA_URL + file.file.name)


def _fragment_probes(planted: Planted) -> Iterable[Probe]:
    return [Probe(reverse("portal_fragment", args=[fragment.name])) for fragment in fragments]


def _machine_probes(planted: Planted) -> Iterable[Probe]:
    from portal.sitemaps import SITEMAPS

    names = ("portal_sitemap", "portal_robots", "portal_manifest", "portal_favicon", "portal_clock", "portal_health")
    parts = [reverse("portal_sitemap_part", args=[section]) for section in SITEMAPS]
    paths = (page.get_url().removeprefix("/") for page in planted.pages)
    codes = [reverse("portal_qr_code", args=[path]) for path in islice(filter(None, paths), 3)]
    return [Probe(path) for path in [*map(reverse, names), *parts, *codes]]


def register() -> None:
    """Called when the app is ready."""
    for channel in (
        Channel(
            name="page",
            description="Pages of the tree, with the menus, lists and cards that stand in them.",
            shows=Shows.WHAT_THE_VISITOR_MAY_SEE,
            url_names=frozenset({"wagtail_serve"}),
            probes=_page_probes,
        ),
        Channel(
            name="picture",
            description="A picture at one size, at a signed address.",
            shows=Shows.WHAT_THE_VISITOR_MAY_SEE,
            url_names=frozenset({"portal_picture"}),
            probes=_picture_probes,
        ),
        Channel(
            name="public media",
            description="Sizes of public pictures, straight from the public folder.",
            shows=Shows.PUBLIC_ONLY,
            url_names=frozenset({"portal_public_media"}),
            probes=_public_media_probes,
        ),
        Channel(
            name="fragment",
            description="Parts that many pages share: the same for all readers.",
            shows=Shows.PUBLIC_ONLY,
            url_names=frozenset({"portal_fragment"}),
            probes=_fragment_probes,
        ),
        Channel(
            name="machine files",
            description="Site map for search engines, robots, web manifest, icon, clock, health, codes on paper.",
            shows=Shows.PUBLIC_ONLY,
            url_names=frozenset(
                {
                    "portal_sitemap",
                    "portal_sitemap_part",
                    "portal_robots",
                    "portal_manifest",
                    "portal_favicon",
                    "portal_clock",
                    "portal_health",
                    "portal_qr_code",
                }
            ),
            probes=_machine_probes,
        ),
    ):
        channels.register(channel)
