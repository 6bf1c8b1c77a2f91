"""Where the page of results tells that it was read, and which result was opened.

No CSRF token: the request says nothing of who sends it and changes nothing of his; the page that sends it is the same
for everybody and has no cookie. What is counted must have our signature, and requests that a browser says come from
other sites are refused.
"""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from search.log.counting import gatherer
from search.log.receipts import NotOurs, Receipt
from search.log.visitors import counts_too_much, is_new, is_robot

RECEIPT, POSITION = "phieu", "vi-tri"
_MOST_BYTES, _LONGEST_LENGTH = 4_000, 9
_LONGEST_POSITION = 4


@csrf_exempt
@require_POST
def search_log(request: HttpRequest) -> HttpResponse:
    """Nobody reads the answer; it says whether it was counted."""
    if request.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
        return HttpResponse(status=403)
    length = request.META.get("CONTENT_LENGTH") or ""
    # A body in pieces says none: how long it is would be known too late.
    if not (length.isascii() and length.isdigit()):
        return HttpResponse(status=400)
    if len(length) > _LONGEST_LENGTH or int(length) > _MOST_BYTES:
        return HttpResponse(status=413)
    day = timezone.localdate()
    if is_robot(request):
        return HttpResponse(status=204)
    if counts_too_much(request, day):
        return HttpResponse(status=429)
    signed = request.POST.get(RECEIPT, "")
    try:
        receipt = Receipt.read(signed)
    except NotOurs:
        return HttpResponse(status=400)
    if POSITION not in request.POST:
        if receipt.is_search and is_new(request, day, signed):
            gatherer.search(receipt, day, is_new_visitor=is_new(request, day, receipt.words))
        return HttpResponse(status=204)
    page = _opened(receipt, request.POST[POSITION])
    if page is None:
        return HttpResponse(status=400)
    gatherer.click(receipt, *page, day)
    return HttpResponse(status=204)


def _opened(receipt: Receipt, position: str) -> tuple[int, int] | None:
    """The place and the page at it."""
    if not (position.isascii() and position.isdigit() and len(position) <= _LONGEST_POSITION):
        return None
    page = receipt.page_at(int(position))
    return None if page is None else (int(position), page)
