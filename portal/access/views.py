"""The checked views of private media, and the doors of Wagtail that are none here."""

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page
from wagtail.users.models import UserProfile

from portal.access.media import file_name
from portal.access.refusal import check_page
from portal.access.serving import check_collection, serve_original, serve_size, tell_opened
from portal.access.storages import RESTRICTED_PREFIX
from portal.access.tokens import tokens_of


@never_cache
@require_safe
def admin_sign_in(request: HttpRequest) -> HttpResponse:
    """The admin's own address for signing in leads to the one place."""
    asked = request.GET.get("next", reverse("wagtailadmin_home"))
    return redirect(f"{reverse('portal_sign_in')}?{urlencode({'next': asked})}")


def no_reset(request: HttpRequest, rest: str = "") -> HttpResponse:
    """Wagtail's own form for a forgotten password is no door of this site.

    Raises:
        Http404: always.
    """
    raise Http404


def no_api(request: HttpRequest, rest: str = "") -> HttpResponse:
    """Wagtail's programming interface to pictures and files asks nobody's level, and nothing of the admin uses it.

    Raises:
        Http404: always.
    """
    raise Http404


@require_safe
def access_page(request: HttpRequest, pk: int) -> HttpResponseBase:
    """A page by its number, for links in texts that more people read than may open it (``portal.access.links``).

    Raises:
        Http404: there is none with this number, or none for this visitor.
    """
    page = Page.objects.filter(pk=pk).first()
    if page is None:
        raise Http404
    check_page(page, request)
    url = page.get_url(request)
    if url is None:
        raise Http404
    response = redirect(url)
    response["Cache-Control"] = "private, no-store"
    return response


@require_safe
def access_file(request: HttpRequest, pk: int, name: str) -> HttpResponseBase:
    """A file, to those who may see its collection.

    Raises:
        Http404: there is none at this address, or none for this visitor.
    """
    file = get_document_model().objects.select_related("collection").filter(pk=pk).first()
    if file is None or name != file_name(file.file.name):
        raise Http404
    is_public = check_collection(request, file.collection)
    response = serve_original(request, file.file.name, is_public=is_public)
    if not is_public:
        tell_opened(request, response, file)
    return response


@require_safe
def access_rendition(request: HttpRequest, image_id: int, name: str) -> HttpResponseBase:
    """A size of a restricted picture, to those who may see its collection.

    Raises:
        Http404: there is none at this address, or none for this visitor.
    """
    stored_name = f"{RESTRICTED_PREFIX}{image_id}/{name}"
    renditions = get_image_model().get_rendition_model().objects.select_related("image__collection")
    rendition = renditions.filter(image=image_id, file=stored_name).first()
    if rendition is None:
        raise Http404
    check_collection(request, rendition.image.collection)
    return serve_size(request, stored_name, is_public=False)


@require_safe
def public_media(request: HttpRequest, path: str) -> HttpResponseBase:
    """A size of a public picture by its place in the public folder; for staff, the picture of a colleague.

    A file is handed out for its row alone: one that stayed behind may be of a picture that was restricted since.

    Raises:
        Http404: no row names this file, or the visitor may not see it.
    """
    if "\0" in path or path.startswith(RESTRICTED_PREFIX):
        raise Http404
    renditions = get_image_model().get_rendition_model().objects.select_related("image__collection")
    rendition = renditions.filter(file=path).first()
    if rendition is None:
        return _person(request, path)
    if not check_collection(request, rendition.image.collection):
        raise Http404  # it lies on the wrong side, and will be moved
    return serve_size(request, path, is_public=True)


def _person(request: HttpRequest, path: str) -> HttpResponseBase:
    """The picture of a person, which only the admin shows.

    Raises:
        Http404: there is none, or the visitor is not staff.
    """
    is_staff = tokens_of(request).is_signed_in and request.user.has_perm("wagtailadmin.access_admin")
    if not is_staff or not UserProfile.objects.filter(avatar=path).exclude(avatar="").exists():
        raise Http404
    return serve_size(request, path, is_public=False)
