"""One request: restrictions are read once, old addresses lead where one may go, other 404 answers are alike."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from portal.access.admin_guard import guard
from portal.access.refusal import keep_private, make_alike
from portal.access.restrictions import answering
from portal.redirects.answering import instead_of_404

Answer = Callable[[HttpRequest], HttpResponseBase]


class NotFoundAnswers:
    """404 answers that tell nothing apart, and what stands in their place.

    An address that a page had before it was moved leads to the new one only for those who may open the page: the new
    address alone says what it is about.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        with answering(request):
            response = self.get_response(request)
            if response.status_code != 404:
                return keep_private(request, response)
            return instead_of_404(request) or make_alike(request, response)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponseBase | None:
        """The admin's addresses that name something closed."""
        return guard(request, args, kwargs)


def not_found_answers(get_response: Answer) -> Answer:
    """For ``MIDDLEWARE``."""
    return NotFoundAnswers(get_response)
