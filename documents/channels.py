"""The channels of official documents: each document, the register with its lists, feeds and files."""

from collections.abc import Iterable

from portal.access.channels import Channel, Planted, Probe, Shows, channels
from portal.channels import probes_of_pages

_ROUTES = ("all_documents", "by_number", "issuers", "issuer", "field", "rss", "atom", "export")


def _register_probes(planted: Planted) -> Iterable[Probe]:
    from documents.models import Field, Issuer, OfficialDocument
    from documents.register.counting import YEAR
    from documents.register.narrowing import NUMBER, ORDERS

    below = ["?page=2", "so/", "co-quan/", "rss/", "atom/", "xuat/csv/", "xuat/xlsx/"]
    below += [f"co-quan/{issuer.slug}/" for issuer in Issuer.objects.filter(documents__isnull=False).distinct()]
    below += [f"linh-vuc/{field.slug}/" for field in Field.objects.filter(documents__isnull=False).distinct()]
    below += [f"?xep={order}" for order in ORDERS if order]
    documents = OfficialDocument.objects.filter(pk__in=[page.pk for page in planted.pages])
    below += sorted({f"?{NUMBER}={document.symbol}" for document in documents if document.symbol})
    below += sorted({f"so/?{NUMBER}={document.symbol}" for document in documents if document.symbol})
    below += sorted({f"?{YEAR}={document.issued_on.year}" for document in documents if document.issued_on})
    return probes_of_pages("documents.register", *below)(planted)


def register() -> None:
    """Called when the app is ready."""
    for channel in (
        Channel(
            name="documents.document",
            description="An official document with its attributes, text, relations and diagram.",
            shows=Shows.WHAT_THE_VISITOR_MAY_SEE,
            probes=probes_of_pages("documents.document", "?xem=lien-quan"),
        ),
        Channel(
            name="documents.register",
            description="The register: lists and their counts, bodies, fields, numbers, feeds and files.",
            shows=Shows.WHAT_THE_VISITOR_MAY_SEE,
            page_routes=frozenset(f"documents.DocumentRegister.{route}" for route in _ROUTES),
            probes=_register_probes,
        ),
    ):
        channels.register(channel)
