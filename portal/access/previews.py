"""Preview as another reader: what a visitor, a member, the committee or an organisation would get of a page.

A way of reading is offered only to those who may see as much themselves, or a preview would show them the rest. It is a
request like another, answered for the tokens of that reader; nothing is written or kept.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import get_resolver
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import Page

from portal.access.admin_policy import replace
from portal.access.groups import COMMITTEE, MEMBERS, known_group
from portal.access.models import Organisation
from portal.access.restrictions import Restrictions, conditions_of, groups_in, request_being_answered
from portal.access.tokens import Tokens, Visitor, page_token, read_as, tokens_for, tokens_in_groups

AS_EDITED = ""
MOST_ORGANISATIONS = 12

Mode = tuple[str, str]


class Modes(Sequence[Mode]):
    """The ways of reading offered to whoever is being answered; looked up when somebody looks at them.

    A list of pages only asks of each whether there are any.
    """

    @cached_property
    def _offered(self) -> list[Mode]:
        request = request_being_answered()
        offered = [(AS_EDITED, _("As it is edited"))]
        if request is None or not request.user.is_authenticated:
            return offered
        held = tokens_for(request.user)
        return [*offered, *((name, label) for name, label in _readers() if tokens_of_reader(name) <= held)]

    def __bool__(self) -> bool:
        return True

    def __len__(self) -> int:
        return len(self._offered)

    def __getitem__(self, at: Any) -> Any:
        return (AS_EDITED, _("As it is edited")) if at == 0 else self._offered[at]

    def __iter__(self) -> Iterator[Mode]:
        return iter(self._offered)


def offer_readers() -> None:
    """Called once, when the app is ready.

    On Wagtail's own class: a page type that differed from it would cost a list of pages one query for each row.
    """
    Page.preview_modes = property(lambda page: Modes())
    for owner in (Page, RoutablePageMixin):
        replace(owner, "serve_preview", _for_reader)


def _for_reader(wagtails: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    def kept(page: Page, request: HttpRequest, mode_name: str) -> HttpResponse:
        if mode_name == AS_EDITED:
            return wagtails(page, request, mode_name)
        return preview_as(page, request, mode_name, lambda: wagtails(page, request, AS_EDITED))

    return kept


def tokens_of_reader(name: str) -> Tokens:
    """What the reader called ``name`` may see.

    Raises:
        LookupError: there is no such reader.
    """
    kind, _separator, number = name.partition("-")
    if name == "visitor":
        return Tokens(restrictions=Restrictions.now())
    if name == "member":
        return tokens_in_groups(frozenset({known_group(MEMBERS).pk}))
    if name == "committee":
        return tokens_in_groups(frozenset({known_group(COMMITTEE).pk}))
    if kind == "organisation" and number.isascii() and number.isdigit() and len(number) < 19:
        organisation = Organisation.objects.filter(pk=int(number), group__isnull=False).first()
        if organisation is not None and organisation.group_id is not None:
            return tokens_in_groups(frozenset({organisation.group_id}))
    raise LookupError(name)


def preview_as(page: Page, request: HttpRequest, name: str, show: Callable[[], HttpResponse]) -> HttpResponse:
    """``page`` as the reader called ``name`` would get it, whether it is published yet or not.

    To whom it is closed gets the answer to an unknown address, as on the site.
    """
    try:
        tokens = tokens_of_reader(name)
    except LookupError:
        return _refusal(request)
    if not tokens <= tokens_for(request.user):  # type: ignore[arg-type]  # previews are shown to staff alone
        return _refusal(request)
    read_as(request, Visitor(tokens, is_signed_in=name != "visitor"))
    response = show() if page_token(page, tokens.restrictions) in tokens else _refusal(request)
    if hasattr(response, "render"):
        response = response.render()
    response["Cache-Control"] = "private, no-store"
    return response


def _refusal(request: HttpRequest) -> HttpResponse:
    refuse: Any = get_resolver().resolve_error_handler(404)
    response: HttpResponse = refuse(request, exception=Http404())
    return response


def _readers() -> Iterator[Mode]:
    yield "visitor", pgettext("preview", "As a visitor")
    yield "member", pgettext("preview", "As a party member")
    yield "committee", pgettext("preview", "As a committee member")
    asked = Restrictions.now().tokens()
    groups = {group for token in asked for condition in conditions_of(token) for group in groups_in(condition)}
    for organisation in Organisation.objects.filter(group__in=groups)[:MOST_ORGANISATIONS]:
        yield f"organisation-{organisation.pk}", pgettext("preview", "As %(name)s") % {"name": organisation.name}
