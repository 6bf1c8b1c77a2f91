"""The channels of official documents: each document, the register with its lists, feeds and files."""

from collections.abc import Iterable

from django.urls import reverse

from portal.access.channels import Channel, Planted, Probe, Shows, channels
from portal.access.own_channels import ADMIN
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


def _file_probes(planted: Planted) -> Iterable[Probe]:
    from documents.files.serving import file_address, picture_address
    from documents.models import DocumentFile

    for file in DocumentFile.objects.all():
        yield Probe(file_address(file))
        yield Probe(picture_address(file, 1))


def _admin_file_probes(planted: Planted) -> Iterable[Probe]:
    from documents.models import DocumentFile, DocumentRegister

    yield Probe(reverse("document_files"))
    yield Probe(f"{reverse('document_files')}?xem=tat-ca")
    for file in DocumentFile.objects.all()[:6]:
        yield Probe(reverse("document_file_show", args=[file.pk]))
        yield Probe(reverse("document_file_open", args=[file.pk, file.name]))
        yield Probe(reverse("document_file_page", args=[file.pk, 1]))
        for register in DocumentRegister.objects.all()[:3]:
            yield Probe(reverse("document_filling_wait", args=[register.pk, file.pk]))
            form = reverse("wagtailadmin_pages:add", args=["documents", "officialdocument", register.pk])
            yield Probe(f"{form}?tep={file.pk}")


def _card_probes(planted: Planted) -> Iterable[Probe]:
    from documents.models import OfficialDocument

    for document in OfficialDocument.objects.filter(pk__in=[page.pk for page in planted.pages]):
        yield Probe(reverse("document_card", args=[document.pk]))


def _mentions_probes(planted: Planted) -> Iterable[Probe]:
    from documents.models import Mention

    yield Probe(reverse("mentions_report"))
    yield Probe(f"{reverse('mentions_report')}?xem=nhieu")
    for mention in Mention.objects.filter(page__in=[page.pk for page in planted.pages])[:20]:
        yield Probe(reverse("mentions_of_page", args=[mention.page_id]))
        yield Probe(reverse("decide_mention", args=[mention.page_id, mention.pk]))


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
            name="documents.card",
            description="A document in few words beside a link to it.",
            shows=Shows.WHAT_THE_VISITOR_MAY_SEE,
            url_names=frozenset({"document_card"}),
            probes=_card_probes,
        ),
        Channel(
            name="admin.mentions",
            description="The admin: what texts mention, and what a person decided of it.",
            shows=Shows.STAFF_ALL,
            route_prefixes=("quan-tri/van-ban-duoc-nhac/",),
            probes=_mentions_probes,
        ),
        Channel(
            name="documents.register",
            description="The register: lists and their counts, bodies, fields, numbers, feeds and files.",
            shows=Shows.WHAT_THE_VISITOR_MAY_SEE,
            page_routes=frozenset(f"documents.DocumentRegister.{route}" for route in _ROUTES),
            probes=_register_probes,
        ),
        Channel(
            name="documents.files",
            description="Files of documents and pictures of their pages, by the level of the pages that show them.",
            shows=Shows.WHAT_THE_VISITOR_MAY_SEE,
            url_names=frozenset({"document_file", "document_page_picture"}),
            probes=_file_probes,
        ),
        Channel(
            name="admin.document_files",
            description="Files of documents in the admin: states, texts, and the files themselves by the quarantine.",
            shows=Shows.STAFF_ALL,
            route_prefixes=(f"{ADMIN}document-files/", f"{ADMIN}document-from-file/"),
            probes=_admin_file_probes,
        ),
    ):
        channels.register(channel)
